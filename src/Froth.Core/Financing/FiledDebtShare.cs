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

    /// <summary>Runs a share over every firm and over the basket.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="concepts">The concepts that make up debt and equity.</param>
    /// <param name="debtOf">Debt of one firm's year.</param>
    /// <param name="equityOf">Equity of one firm's year.</param>
    public static IndicatorResult Compute(InputSet inputs, IReadOnlyList<string> concepts, Func<FirmYear, double> debtOf, Func<FirmYear, double> equityOf)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new FiledFirms(inputs, concepts).Read((day, years) =>
            ShareOf(day, years.Sum(debtOf), years.Sum(equityOf), years[0].Quarter.Currency, [.. years.SelectMany(y => y.Facts).Distinct()]));
    }

    /// <summary>Debt over debt plus equity, or the reason and both components where the sum is not positive.</summary>
    public static Reading ShareOf(DateOnly day, double debt, double equity, Unit currency, IReadOnlyList<Fact> facts)
    {
        Part[] parts =
        [
            new(new("Debt raised", "债务融资"), debt) { Unit = currency },
            new(new("Equity raised", "股权融资"), equity) { Unit = currency },
        ];
        if (debt + equity > 0) return new Reading { Date = day, Value = debt / (debt + equity), Parts = parts, Lineage = facts };
        return Reading.None(day, MissingReason.NonPositiveDenominator, new(
            "No money was raised from outside on balance, so a share has no meaning; the parts show what was paid out.",
            "净额上并未从外部筹资，占比没有意义；分项显示净流出的构成。"), facts) with { Parts = parts };
    }
}
