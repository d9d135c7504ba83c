using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>How the two interest covers of the accounts are read, so that they can stand side by side.</summary>
internal static class InterestCoverReadings
{
    public static readonly Bilingual Caveats = new(
        "Interest as an expense is already net of capitalised interest and often of interest income, so cover looks better than cash interest would make it. Not the same as the cash cover κ_I.",
        "利息费用已扣除资本化利息，且常已抵减利息收入，因此保障倍数高于按现金利息计算的结果。与现金口径的 κ_I 不同。");

    private static readonly Bilingual OneQuarter = new("One quarter alone; twelve months cannot be derived.", "仅为单季；无法得出过去十二个月。");

    private static readonly Bilingual NoInterest = new("No interest falls due, so the ratio means nothing.", "无利息支出，比率无意义。");

    /// <summary>The cover of a lens over twelve months, or over the quarter alone where that is all there is; both stand among the parts.</summary>
    public static Reading Read(FirmQuarter quarter, string lens)
    {
        var year = LensReader.Read(Lenses.Of(lens), quarter.Service(DebtServiceWindow.TwelveMonths));
        var single = LensReader.Read(Lenses.Of(lens), quarter.Service(DebtServiceWindow.QuarterAnnualised));
        var shown = double.IsNaN(year.IncomeCover) && !double.IsNaN(single.IncomeCover) ? single : year;
        Part[] parts =
        [
            new(new("Twelve months", "过去十二个月"), year.IncomeCover),
            new(new("Quarter alone", "单季"), single.IncomeCover),
        ];
        var why = shown.Figures is [not null, { Value: 0 }, ..] ? null : shown.Why;
        var reading = FirmReadings.Of(quarter, shown.IncomeCover, why, NoInterest, shown.Lineage, parts);
        return reading.HasValue && shown.Window == DebtServiceWindow.QuarterAnnualised ? reading with { Remark = OneQuarter } : reading;
    }

    /// <summary>One quarter of a firm, in millions.</summary>
    public static IReadOnlyList<Observation> Quarter(string start, string end, double operatingIncome, double adjustedEbitda, double interest) =>
    [
        ExampleFacts.Over("coreweave", Concepts.OperatingIncome, start, end, operatingIncome, Unit.UsDollar),
        ExampleFacts.Over("coreweave", FirmConcepts.AdjustedEbitda, start, end, adjustedEbitda, Unit.UsDollar),
        ExampleFacts.Over("coreweave", FirmConcepts.InterestExpense, start, end, interest, Unit.UsDollar),
    ];
}
