using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class NormalDrawsTests
{
    [Fact]
    public void Fill_AnySplit_GivesTheSameBits() =>
        Gen.Select(Gen.ULong, Gen.Long[0, 1L << 40], Gen.Int[0, 200], Gen.Int[0, 200], Gen.Bool).Sample((seed, first, before, after, wide) =>
        {
            var (whole, parts) = (new double[before + after], new double[before + after]);
            NormalDraws.Fill(seed, first, whole);
            NormalDraws.Fill(seed, first + before, parts.AsSpan(before), wide);
            NormalDraws.Fill(seed, first, parts.AsSpan(0, before), !wide);
            Bits(parts).ShouldBe(Bits(whole));
        }, iter: 500);

    [Fact]
    public void Fill_OneByOne_GivesTheSameBits()
    {
        var (whole, one) = (new double[100], new double[1]);
        NormalDraws.Fill(5, 0, whole);
        for (var i = 0; i < whole.Length; i++)
        {
            NormalDraws.Fill(5, i, one);
            one[0].ShouldBe(whole[i]);
        }
    }

    // Box and Muller's formula with the library's logarithm, sine and cosine.
    [Fact]
    public void Fill_AnyPlace_IsTheFormula() => Gen.Select(Gen.ULong, Gen.Long[0, long.MaxValue / 2]).Sample((seed, pair) =>
    {
        var both = new double[2];
        NormalDraws.Fill(seed, 2 * pair, both);
        var key = CounterBits.Key(seed);
        var radius = Math.Sqrt(-2 * Math.Log(CounterBits.Uniform(CounterBits.At(key, 2 * (ulong)pair))));
        var angle = Math.Tau * CounterBits.Uniform(CounterBits.At(key, 2 * (ulong)pair + 1));
        both[0].ShouldBe(radius * Math.Cos(angle), 2e-14);
        both[1].ShouldBe(radius * Math.Sin(angle), 2e-14);
    }, iter: 20_000);

    // Reckoned apart from this program, with the logarithm, sine and cosine in 40 digits.
    [Fact]
    public void Fill_SeedOneFromZero_IsTheKnownStream()
    {
        var numbers = new double[4];
        NormalDraws.Fill(1, 0, numbers);
        double[] known = [-0.5278119067795357, 0.5453899568647812, 1.2314283841015075, -0.3651861392194666];
        for (var i = 0; i < 4; i++) numbers[i].ShouldBe(known[i], 1e-15);
    }

    [Fact]
    public void Uniform_ExtremeWords_StaysInside()
    {
        CounterBits.Uniform(0).ShouldBe(Math.ScaleB(1, -53));
        CounterBits.Uniform(ulong.MaxValue).ShouldBe(1 - Math.ScaleB(1, -53));
    }

    [Fact]
    public void Fill_AMillion_HasTheMomentsAndTheDistributionOfTheNormal()
    {
        const int n = 1_000_000;
        var numbers = new double[n];
        NormalDraws.Fill(20260701, 3, numbers);
        // Bounds are four standard errors.
        numbers.Average().ShouldBe(0, 4 / Math.Sqrt(n));
        numbers.Average(z => z * z).ShouldBe(1, 4 * Math.Sqrt(2.0 / n));
        numbers.Average(z => z * z * z).ShouldBe(0, 4 * Math.Sqrt(15.0 / n));
        numbers.Average(z => z * z * z * z).ShouldBe(3, 4 * Math.Sqrt(96.0 / n));
        Array.Sort(numbers);
        var distance = 0.0;
        for (var i = 0; i < n; i++)
        {
            var p = MathNet.Numerics.Distributions.Normal.CDF(0, 1, numbers[i]);
            distance = Math.Max(distance, Math.Max(p - i / (double)n, (i + 1) / (double)n - p));
        }

        // Kolmogorov and Smirnov's 1 percent point is 1.63/√n.
        (distance * Math.Sqrt(n)).ShouldBeLessThan(1.63);
    }

    [Fact]
    public void Fill_FourMillion_HasTheTailsOfTheNormal()
    {
        const int n = 4_000_000;
        var numbers = new double[n];
        NormalDraws.Fill(77, 0, numbers);
        foreach (var (bound, expected) in (ReadOnlySpan<(double, double)>)[(3, 0.0013498980316), (4, 3.16712418331e-5), (4.5, 3.39767312473e-6)])
        {
            var width = 4 * Math.Sqrt(n * expected);
            ((double)numbers.Count(z => z > bound)).ShouldBe(n * expected, width);
            ((double)numbers.Count(z => z < -bound)).ShouldBe(n * expected, width);
        }

        numbers.Max(Math.Abs).ShouldBeInRange(4.6, 6.5);
    }

    [Fact]
    public void Fill_NeighbouringSeedsAndPlaces_AreUncorrelated()
    {
        const int n = 200_000;
        var streams = new double[6][];
        for (var s = 0; s < streams.Length; s++) NormalDraws.Fill((ulong)s, 0, streams[s] = new double[n]);
        for (var a = 0; a < streams.Length; a++)
        {
            for (var b = a + 1; b < streams.Length; b++)
            {
                streams[a].Zip(streams[b], (x, y) => x * y).Average().ShouldBe(0, 4.5 / Math.Sqrt(n));
                streams[a].Zip(streams[b], (x, y) => (x * x - 1) * (y * y - 1)).Average().ShouldBe(0, 9 / Math.Sqrt(n));
            }

            foreach (var lag in (int[])[1, 2, 3, 8, 16])
            {
                streams[a].Zip(streams[a].Skip(lag), (x, y) => x * y).Average().ShouldBe(0, 4.5 / Math.Sqrt(n));
                streams[a].Zip(streams[a].Skip(lag), (x, y) => (x * x - 1) * (y * y - 1)).Average().ShouldBe(0, 9 / Math.Sqrt(n));
            }
        }
    }

    [Fact]
    public void Fill_NegativePlace_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => NormalDraws.Fill(7, -1, new double[1])).ParamName.ShouldBe("first");

    private static IEnumerable<long> Bits(double[] numbers) => numbers.Select(BitConverter.DoubleToInt64Bits);
}
