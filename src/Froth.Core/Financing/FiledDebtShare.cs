using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Financing;

/// <summary>Debt share of external financing from filed cash flow statements: the shared frame of its gross and its net form.</summary>
public static class FiledDebtShare
{
    /// <summary>The cash flow statements.</summary>
    public static Citation Filings { get; } =
        new("U.S. Securities and Exchange Commission, company facts of Alphabet, Apple and NVIDIA", "https://www.sec.gov/edgar/sec-api-documentation");

    /// <summary>The definition.</summary>
    public static Citation Methods { get; } = new("Froth methods, section 3.2: gross and net debt share of external financing");

    /// <summary>Runs a share over every firm and over the firms together.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="concepts">The concepts that make up debt and equity.</param>
    /// <param name="debtOf">Debt of one firm's year.</param>
    /// <param name="equityOf">Equity of one firm's year.</param>
    public static IndicatorResult Compute(InputSet inputs, IReadOnlyList<Input> concepts, Func<FirmYear, double> debtOf, Func<FirmYear, double> equityOf)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var firms = new FiledFirms(inputs, concepts);
        Reading Read(DateOnly day, IReadOnlyList<FirmYear> years) => ShareOf(day, years.Sum(debtOf), years.Sum(equityOf), [.. years.SelectMany(y => y.Facts).Distinct()]);
        var panel = FiledFirms.Firms.Select(f => firms.Series(f, Read)).Where(s => s.Readings.Count > 0).ToList();
        var together = firms.Together(Read);
        return together.Count > 0
            ? new IndicatorResult(new ReadingSeries(null, together), panel)
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.BelowCoverage, WhyNot(concepts, inputs)) with { Panel = panel };
    }

    /// <summary>Debt over debt plus equity, or the reason and both components where the sum is not positive.</summary>
    public static Reading ShareOf(DateOnly day, double debt, double equity, IReadOnlyList<Fact> facts)
    {
        Part[] parts =
        [
            new(new("Debt raised", "债务融资"), debt) { Unit = Unit.UsDollar },
            new(new("Equity raised", "股权融资"), equity) { Unit = Unit.UsDollar },
        ];
        if (debt + equity > 0) return new Reading { Date = day, Value = debt / (debt + equity), Parts = parts, Lineage = facts };
        return Reading.None(day, MissingReason.NonPositiveDenominator, new(
            "No money was raised from outside on balance, so a share has no meaning; the parts show what was paid out.",
            "净额上并未从外部筹资，占比没有意义；分项显示净流出的构成。"), facts) with { Parts = parts };
    }

    private static Bilingual WhyNot(IReadOnlyList<Input> concepts, InputSet inputs)
    {
        var gaps = FiledFirms.Firms.Where(f => concepts.Any(c => inputs.Latest(c).All(o => o.Entity != f))).ToList();
        return gaps.Count == 0
            ? new("The twelve months of all three firms, in every component, are needed at one quarter end.", "需要三家公司在同一季末齐备全部分项的十二个月数据。")
            : new($"Not every component is filed by: {string.Join(", ", gaps)}.", $"以下公司未申报全部分项：{string.Join("、", gaps)}。");
    }
}
