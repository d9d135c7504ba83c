namespace Froth.Core.Firms;

/// <summary>One lab of each country whose models can do about the same.</summary>
/// <param name="First">The lab of the first country.</param>
/// <param name="Second">The lab of the second country.</param>
public sealed record LabPair(LabValue First, LabValue Second)
{
    /// <summary>Valuation of the first over that of the second.</summary>
    public double Ratio => First.Dollars / Second.Dollars;
}

/// <summary>
/// Whether a higher valuation stands on better models: labs of two countries whose best scores on one day lie within
/// <see cref="Tolerance"/> of each other, and the ratios of their valuations.
/// </summary>
/// <param name="Day">The day compared; null when there are no scores.</param>
/// <param name="Pairs">Every such pair.</param>
public sealed record EqualCapability(DateOnly? Day, IReadOnlyList<LabPair> Pairs)
{
    /// <summary>Points of the index within which two labs count as equally capable. Froth's own choice: about what the best score gained in three months of 2025.</summary>
    public const double Tolerance = 3;

    /// <summary>Fewest labs of each country from which a verdict is given. Froth's own choice.</summary>
    public const int FewestLabs = 3;

    /// <summary>Labs of the first country in any pair.</summary>
    public IReadOnlyList<LabValue> FirstLabs => [.. Pairs.Select(p => p.First).DistinctBy(l => l.Lab)];

    /// <summary>Labs of the second country in any pair.</summary>
    public IReadOnlyList<LabValue> SecondLabs => [.. Pairs.Select(p => p.Second).DistinctBy(l => l.Lab)];

    /// <summary>Middle of the ratios, the mean of the two middle ones on a logarithmic scale, so that turning the countries round turns it into its inverse; NaN without pairs.</summary>
    public double Median => Math.Exp(CountryComparisonScope.Median(Pairs.Select(p => Math.Log(p.Ratio))));

    /// <summary>Lowest ratio; NaN with fewer than two pairs.</summary>
    public double Low => Pairs.Count < 2 ? double.NaN : Pairs.Min(p => p.Ratio);

    /// <summary>Highest ratio; NaN with fewer than two pairs.</summary>
    public double High => Pairs.Count < 2 ? double.NaN : Pairs.Max(p => p.Ratio);

    /// <summary>True when there are enough labs on both sides for a verdict.</summary>
    public bool IsDecided => FirstLabs.Count >= FewestLabs && SecondLabs.Count >= FewestLabs;

    /// <summary>Pairs on a day.</summary>
    internal static EqualCapability On(LabValueBook book, string first, string second, DateOnly day)
    {
        var (left, right) = (book.On(first, day), book.On(second, day));
        return new EqualCapability(day, [.. left.SelectMany(a => right.Where(b => Math.Abs(a.Score.Score - b.Score.Score) <= Tolerance).Select(b => new LabPair(a, b)))]);
    }

    /// <summary>Pairs on the newest day on which scores and valuations can be read.</summary>
    internal static EqualCapability Newest(LabValueBook book, string first, string second) =>
        book.LastDay is { } day ? On(book, first, second, day) : new EqualCapability(null, []);

    /// <summary>The answer in words: only with enough labs on both sides, else that it is not decided and why.</summary>
    /// <param name="first">Name of the first country.</param>
    /// <param name="second">Name of the second country.</param>
    public Bilingual Verdict(Bilingual first, Bilingual second)
    {
        if (!IsDecided)
        {
            return new(
                $"Not decided: {FirstLabs.Count} and {SecondLabs.Count} labs with scores within {Tolerance} points and a valuation; {FewestLabs} of each are needed.",
                $"未定：得分相差不超过{Tolerance}分且有估值的实验室分别为{FirstLabs.Count}家与{SecondLabs.Count}家；双方各需{FewestLabs}家。");
        }

        if (Low > 1) return Higher(first, second);
        return High < 1 ? Higher(second, first) : new(
            "At equal capability neither country's labs are valued higher throughout.", "能力相当时，两国实验室的估值并无一致的高低。");
    }

    private static Bilingual Higher(Bilingual dear, Bilingual cheap) => new(
        $"At equal capability every lab of {dear.English} is valued higher than every matched one of {cheap.English}: the index does not explain the higher price.",
        $"能力相当时，{dear.In(Language.SimplifiedChinese)}实验室的估值均高于可比的{cheap.In(Language.SimplifiedChinese)}实验室：能力指数不能解释更高的价格。");
}
