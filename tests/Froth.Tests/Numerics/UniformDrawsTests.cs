using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class UniformDrawsTests
{
    [Fact]
    public void Fill_AnySplit_IsWhatEachPlaceHolds() => Gen.Select(Gen.ULong, Gen.Long[0, 1L << 40], Gen.Int[1, 150], Gen.Int[0, 149]).Sample((seed, first, count, at) =>
    {
        at %= count;
        var (numbers, indices, signs) = (new double[count], new int[count], new double[count]);
        UniformDraws.Fill(seed, first, numbers);
        UniformDraws.Indices(seed, first, 17, indices);
        UniformDraws.Signs(seed, first, signs);
        numbers[at].ShouldBe(UniformDraws.At(seed, first + at));
        var (index, rest) = (new int[1], new double[count - at]);
        UniformDraws.Indices(seed, first + at, 17, index);
        index[0].ShouldBe(indices[at]);
        UniformDraws.Signs(seed, first + at, rest);
        rest.ShouldBe(signs[at..]);
    }, iter: 500);

    // Reckoned apart from this program.
    [Fact]
    public void Fill_SeedOne_IsTheKnownStream()
    {
        var (numbers, indices, signs) = (new double[3], new int[6], new double[8]);
        UniformDraws.Fill(1, 0, numbers);
        UniformDraws.Indices(1, 0, 1000, indices);
        UniformDraws.Signs(1, 0, signs);
        numbers.ShouldBe([0.1800964709686591, 0.3727667044274928, 0.09754536076177456]);
        indices.ShouldBe([921, 532, 290, 939, 451, 723]);
        signs.ShouldBe([-1, -1, 1, 1, -1, -1, -1, -1]);
    }

    [Fact]
    public void Fill_AMillion_IsUniform()
    {
        const int n = 1_000_000;
        var numbers = new double[n];
        UniformDraws.Fill(11, 0, numbers);
        numbers.Average().ShouldBe(0.5, 4 / Math.Sqrt(12.0 * n));
        numbers.Zip(numbers.Skip(1), (a, b) => (a - 0.5) * (b - 0.5)).Average().ShouldBe(0, 4 / (12 * Math.Sqrt(n)));
        Array.Sort(numbers);
        var distance = numbers.Select((u, i) => Math.Max(u - i / (double)n, (i + 1) / (double)n - u)).Max();
        (distance * Math.Sqrt(n)).ShouldBeLessThan(1.63);
    }

    [Fact]
    public void Indices_ManyDraws_ComeEquallyOften()
    {
        const int n = 700_000;
        var indices = new int[n];
        UniformDraws.Indices(3, 0, 7, indices);
        var counts = new int[7];
        foreach (var i in indices) counts[i]++;
        // 22.5 is the 0.1 percent point of χ² with six degrees of freedom.
        counts.Sum(c => (c - n / 7.0) * (c - n / 7.0) / (n / 7.0)).ShouldBeLessThan(22.5);
        UniformDraws.Indices(3, 0, 1, indices);
        indices.ShouldAllBe(i => i == 0);
    }

    [Fact]
    public void Signs_ManyDraws_AreOneOrMinusOneAndUncorrelated()
    {
        const int n = 640_000;
        var signs = new double[n];
        UniformDraws.Signs(3, 0, signs);
        signs.ShouldAllBe(s => s == 1 || s == -1);
        signs.Average().ShouldBe(0, 4 / Math.Sqrt(n));
        foreach (var lag in (int[])[1, 2, 63, 64, 65]) signs.Zip(signs.Skip(lag), (a, b) => a * b).Average().ShouldBe(0, 4 / Math.Sqrt(n));
    }

    [Fact]
    public void Streams_OfOneSeed_AreUncorrelated()
    {
        const int n = 200_000;
        var (normal, uniform, signs) = (new double[n], new double[n], new double[n]);
        NormalDraws.Fill(9, 0, normal);
        UniformDraws.Fill(9, 0, uniform);
        UniformDraws.Signs(9, 0, signs);
        normal.Zip(uniform, (a, b) => a * (b - 0.5)).Average().ShouldBe(0, 4 / Math.Sqrt(12.0 * n));
        normal.Zip(signs, (a, b) => a * b).Average().ShouldBe(0, 4 / Math.Sqrt(n));
        uniform.Zip(signs, (a, b) => (a - 0.5) * b).Average().ShouldBe(0, 4 / Math.Sqrt(12.0 * n));
    }

    [Fact]
    public void DrawSeed_ManyReplications_AreAllDifferent()
    {
        var seeds = new HashSet<ulong>();
        for (var seed = 0UL; seed < 100; seed++)
            for (var replication = -5L; replication < 1000; replication++) seeds.Add(DrawSeed.Of(seed, replication)).ShouldBeTrue();
    }

    [Fact]
    public void Fill_Misuse_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => UniformDraws.Fill(1, -1, new double[1])).ParamName.ShouldBe("first");
        Should.Throw<ArgumentOutOfRangeException>(() => UniformDraws.At(1, -1)).ParamName.ShouldBe("place");
        Should.Throw<ArgumentOutOfRangeException>(() => UniformDraws.Signs(1, -1, new double[1])).ParamName.ShouldBe("first");
        Should.Throw<ArgumentOutOfRangeException>(() => UniformDraws.Indices(1, 0, 0, new int[1])).ParamName.ShouldBe("count");
    }
}
