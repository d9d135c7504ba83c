using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>
/// One measure of each firm's accounts, and the sector's headline from the same readings: the middle firm, or the weakest one. Firms whose
/// measure is unknown are counted and named as such, never left out in silence.
/// </summary>
internal static class FirmReadings
{
    /// <summary>Fewest firms from which a middle one means anything.</summary>
    public const int FewestFirms = 3;

    /// <summary>A series a firm and the median of the firms that have a value.</summary>
    public static IndicatorResult Median(InputSet inputs, Func<FirmQuarter, Reading> read) => Arrange(inputs, read, MedianOf);

    /// <summary>A series a firm and the lowest of the firms that have a value.</summary>
    public static IndicatorResult Lowest(InputSet inputs, Func<FirmQuarter, Reading> read) => Arrange(inputs, read, LowestOf);

    /// <summary>A series a firm and a headline from all firms' readings of a day.</summary>
    public static IndicatorResult Arrange(
        InputSet inputs, Func<FirmQuarter, Reading> read, Func<DateOnly, IReadOnlyList<(FirmQuarter Quarter, Reading Reading)>, Reading> together) =>
        FirmPanel.Of(inputs).Measure(read, (day, firms) => firms.Count == 0 ? null : together(day, firms));

    /// <summary>A reading of one firm: the value where there is one, else the reason.</summary>
    /// <param name="quarter">The quarter read.</param>
    /// <param name="value">The value; NaN when there is none.</param>
    /// <param name="why">Why it is unknown; null when it is only without meaning.</param>
    /// <param name="meaningless">What to say when it is known and means nothing.</param>
    /// <param name="lineage">What it rests on.</param>
    /// <param name="parts">Components.</param>
    public static Reading Of(
        FirmQuarter quarter, double value, Bilingual? why, Bilingual meaningless, IReadOnlyList<Observation> lineage, IReadOnlyList<Part> parts)
    {
        var reading = !double.IsNaN(value) ? new Reading { Date = quarter.Known, Value = value, Lineage = lineage }
            : why is { } unknown ? Reading.None(quarter.Known, MissingReason.NotIdentified, unknown, lineage)
            : Reading.None(quarter.Known, MissingReason.NonPositiveDenominator, meaningless, lineage);
        return reading with { Parts = parts };
    }

    /// <summary>Why there is no headline from so few.</summary>
    public static Bilingual TooFew(int known, int firms) => new(
        $"{known} of {firms} firms have a value; a headline needs {FewestFirms}.", $"{firms} 家企业中仅 {known} 家有数值；行业值至少需 {FewestFirms} 家。");

    private static Reading MedianOf(DateOnly day, IReadOnlyList<(FirmQuarter Quarter, Reading Reading)> firms)
    {
        var values = firms.Where(f => f.Reading.HasValue).Select(f => f.Reading.Value).Order().ToList();
        var reading = values.Count < FewestFirms
            ? Reading.None(day, MissingReason.BelowCoverage, TooFew(values.Count, firms.Count))
            : new Reading { Date = day, Value = (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2, Remark = CountOf(firms) };
        return reading with { Coverage = (double)values.Count / firms.Count, Lineage = LineageOf(firms), Parts = [.. Spread(values), .. Counts(firms)] };
    }

    private static Reading LowestOf(DateOnly day, IReadOnlyList<(FirmQuarter Quarter, Reading Reading)> firms)
    {
        var known = firms.Where(f => f.Reading.HasValue).ToList();
        if (known.Count == 0)
        {
            return Reading.None(day, MissingReason.BelowCoverage, CountOf(firms), LineageOf(firms)) with { Coverage = 0, Parts = [.. Counts(firms)] };
        }

        var (quarter, lowest) = known.MinBy(f => f.Reading.Value);
        return new Reading
        {
            Date = day, Value = lowest.Value, Lineage = LineageOf(firms), Parts = [.. Counts(firms)], Coverage = (double)known.Count / firms.Count,
            Remark = Bilingual.Same($"{quarter.Firm}.").Then(CountOf(firms)),
        };
    }

    private static IEnumerable<Part> Spread(List<double> values) => values.Count == 0 ? [] :
        [new(new("Lowest firm", "最低企业"), values[0]), new(new("Highest firm", "最高企业"), values[^1])];

    private static IEnumerable<Part> Counts(IReadOnlyList<(FirmQuarter Quarter, Reading Reading)> firms) =>
    [
        new(new("Firms with a value", "有数值的企业"), firms.Count(f => f.Reading.HasValue)) { Unit = Unit.Count },
        new(new("Firms for which it means nothing", "不适用的企业"), firms.Count(IsMeaningless)) { Unit = Unit.Count },
        new(new("Firms unknown", "不详的企业"), firms.Count(f => !f.Reading.HasValue && !IsMeaningless(f))) { Unit = Unit.Count },
    ];

    private static Bilingual CountOf(IReadOnlyList<(FirmQuarter Quarter, Reading Reading)> firms)
    {
        var (n, none) = (firms.Count(f => f.Reading.HasValue), firms.Count(IsMeaningless));
        return new(
            $"{n} of {firms.Count} firms; {none} where it means nothing, {firms.Count - n - none} unknown.", $"{firms.Count} 家企业中 {n} 家有数值；{none} 家不适用，{firms.Count - n - none} 家不详。");
    }

    private static bool IsMeaningless((FirmQuarter Quarter, Reading Reading) firm) => firm.Reading.Missing == MissingReason.NonPositiveDenominator;

    /// <summary>The facts of the firms that have a value: a number rests on no others. Gathered when looked at.</summary>
    public static IReadOnlyList<Fact> LineageOf(IReadOnlyList<(FirmQuarter Quarter, Reading Reading)> firms) =>
        new DeferredFacts(() => firms.Where(f => f.Reading.HasValue).SelectMany(f => f.Reading.Lineage));
}
