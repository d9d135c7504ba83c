using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Time;

namespace Froth.Core.Indicators.Transparency;

/// <summary>How many of ten named gaps of disclosure a borrower has.</summary>
public sealed class OpacityGaps : Indicator
{
    private static readonly Input Told = Input.Concept(FirmConcepts.OpacityGap, Unit.Ratio);

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "opacity-gaps",
        Title = new("Gaps of disclosure, of ten", "披露缺口（十项中）"),
        Meaning = new(
            "How much a lender or shareholder cannot see of a firm's borrowing. What cannot be seen cannot be priced.",
            "贷款方或股东对企业举债情况有多少看不到。看不到的，无从定价。"),
        Pillar = Pillar.Transparency, Unit = Unit.Count, Display = Display.Number, Frequency = Frequency.Irregular, StaleAfterDays = 550,
        Method = new(
            $"k of ten: {string.Join("; ", OpacityGap.All.Select(g => g.Name.English))}. Each is judged from the documents: exists, or shown not to. Low = k; high = k and those not assessed. Coverage: assessed gaps of ten. " +
            "Panel: each firm or vehicle on the days on which a judgement became known. Headline: the median borrower at calendar quarter ends, at least three, the ends taken likewise.",
            $"十项中的 k 项：{string.Join("；", OpacityGap.All.Select(g => g.Name.Chinese))}。逐项依文件判断：存在，或已证明不存在。下限 = k；上限 = k 加未评估项。覆盖率：已评估项占十项之比。" +
            "面板：各企业或载体，以判断可知之日计。总值：日历季末的中位数借款人，至少三家，上下限同样取中位数。"),
        Caveats = new(
            "A count of judgements, all weighted alike; no measure of risk. Who is looked at more closely has more gaps found. A later document can close a gap.",
            "仅为判断计数，各项权重相同，并非风险度量。受审视越细者，被发现的缺口越多。后续文件可弥补缺口。"),
        Citations = [new("Froth methods, section 3.7: opacity score"), new("BIS Annual Economic Report 2026: assets that may be pledged several times")],
        Bands = Bands.Rising(3, 5, 7, ThresholdStatus.Froth, "Froth's own: at five half of what a lender would ask for cannot be seen"),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => [Told];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        // Vehicles without accounts of their own have gaps too, so this does not start from the panel of firms.
        List<ReadingSeries> panel = [.. inputs.Revisions(Told).GroupBy(o => o.Entity, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ReadingSeries(g.Key, Readings([.. g]))).Where(s => s.Readings.Count > 0)];
        if (panel.Count == 0) return IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new("No borrower has been assessed.", "尚未评估任何借款人。"));
        List<Reading> headline = [.. CalendarEnds.Quarters(panel.Min(s => s.Readings[0].Date), inputs.Vintage.AsOf).Select(day => Middle(day, panel))];
        return headline.Count > 0
            ? new IndicatorResult(new ReadingSeries(null, headline), panel)
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new("No quarter has ended since the first judgement.", "首次评估以来尚无季度结束。")) with { Panel = panel };
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Two gaps found, one shown not to exist", "发现两项，一项已证明不存在"),
            Working = "Counterparty unnamed and related-party lender exist: k = 2. Maturities are told. Seven were not assessed: 2 to 9 of ten.",
            Facts = [Gap("counterparty-unnamed", 1), Gap("related-party-lender", 1), Gap("maturity-undisclosed", 0)],
            Entity = "cloud", Expected = 2, ExpectedLow = 2, ExpectedHigh = 9,
        },
    ];

    private static Observation Gap(string name, double exists) => ExampleFacts.At("cloud", FirmConcepts.OpacityGap, "2025-03-31", exists, Unit.Ratio, name);

    private static List<Reading> Readings(List<Observation> told)
    {
        List<Reading> readings = [];
        foreach (var day in told.Select(KnownOn).Distinct().Order())
        {
            var opacity = Opacity.Of(told.Where(o => KnownOn(o) <= day).GroupBy(o => o.Dimension, StringComparer.Ordinal)
                .Select(g => g.MaxBy(o => (o.Date, o.PublishedAt, o.RecordedAt))!));
            if (opacity.Assessed > 0) readings.Add(ReadingOf(day, opacity));
        }

        return readings;
    }

    private static Reading ReadingOf(DateOnly day, Opacity opacity) => new()
    {
        Date = day, Value = opacity.Count, Low = opacity.Count, High = opacity.Most, Coverage = (double)opacity.Assessed / OpacityGap.All.Count, Lineage = opacity.Lineage,
        Parts = [.. opacity.Present.Select(g => new Part(g.Name, 1)), .. opacity.Absent.Select(g => new Part(g.Name, 0))],
        Remark = opacity.NotAssessed.Count == 0 ? null : new(
            $"Not assessed: {string.Join("; ", opacity.NotAssessed.Select(g => g.Name.English))}.", $"未评估：{string.Join("；", opacity.NotAssessed.Select(g => g.Name.Chinese))}。"),
    };

    private static Reading Middle(DateOnly day, List<ReadingSeries> panel)
    {
        List<(string Firm, Reading Reading)> known = [.. panel.Select(s => (Firm: s.Entity!, Reading: s.Readings.LastOrDefault(r => r.Date <= day)!)).Where(p => p.Reading is not null)];
        var middle = FirmMedians.Median(day, known);
        return !middle.HasValue ? middle : middle with { Low = middle.Value, High = FirmMedians.MedianOf([.. known.Select(k => k.Reading.High).Order()]) };
    }

    private static DateOnly KnownOn(Observation told) => told.PublishedAt > told.Date ? told.PublishedAt : told.Date;
}
