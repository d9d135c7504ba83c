using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class LinearSignsTests
{
    [Fact]
    public void Fill_ManyNumbers_AreStandardNormal()
    {
        var numbers = new double[200_000];
        NormalDraws.Fill(7, 0, numbers);
        numbers.Average().ShouldBe(0, 0.01);
        numbers.Average(z => z * z).ShouldBe(1, 0.015);
        (numbers.Count(z => z < 1) / 200_000.0).ShouldBe(0.841345, 0.004);
        (numbers.Count(z => z < -1.959964) / 200_000.0).ShouldBe(0.025, 0.002);
        numbers.Zip(numbers.Skip(1), (a, b) => a * b).Average().ShouldBe(0, 0.01);
    }

    [Fact]
    public void Fill_APartOfAStream_IsThatPart()
    {
        var (whole, part) = (new double[100], new double[31]);
        NormalDraws.Fill(7, 0, whole);
        NormalDraws.Fill(7, 17, part);
        part.ShouldBe(whole[17..48]);
        NormalDraws.Fill(8, 17, part);
        part.ShouldNotBe(whole[17..48]);
        Should.Throw<ArgumentOutOfRangeException>(() => NormalDraws.Fill(7, -1, new double[1]));
    }

    [Fact]
    public void Count_AnyTerms_IsWhatOneDrawAfterAnotherGives() =>
        Gen.Select(Gen.Int[0, 1300], Gen.Int[0, 5], Gen.ULong, Gen.Double[-3, 3], Gen.Double[-3, 3]).Sample((draws, terms, seed, first, second) =>
        {
            var all = Enumerable.Range(0, terms).Select(t =>
            {
                var numbers = new double[draws];
                NormalDraws.Fill(seed, t * 5000, numbers);
                return new LinearTerm(numbers, t - 1.5, 1 - 0.7 * t);
            }).ToArray();
            var (inFirst, inSecond) = (0, 0);
            for (var i = 0; i < draws; i++)
            {
                var (a, b) = (first, second);
                foreach (var term in all) (a, b) = (a + term.First * term.Draws.Span[i], b + term.Second * term.Draws.Span[i]);
                if (a >= 0) inFirst++;
                else if (b >= 0) inSecond++;
            }

            LinearSigns.Count(first, second, all, draws).ShouldBe((inFirst, inSecond));
        }, iter: 300);

    [Fact]
    public void Count_TiesAndNaN_AreInAndOut()
    {
        LinearSigns.Count(0, 0, [], 7).ShouldBe((7, 0));
        LinearSigns.Count(-1, 0, [], 7).ShouldBe((0, 7));
        LinearSigns.Count(double.NaN, double.NaN, [], 21).ShouldBe((0, 0));
        LinearSigns.Count(double.NaN, 1, [], 21).ShouldBe((0, 21));
    }

    [Fact]
    public void Count_ATermWithTooFewDraws_IsRefused() =>
        Should.Throw<ArgumentException>(() => LinearSigns.Count(0, 0, [new LinearTerm(new double[3], 1, 1)], 4)).ParamName.ShouldBe("terms");
}
