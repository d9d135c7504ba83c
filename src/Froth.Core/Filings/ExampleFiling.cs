using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Filings;

/// <summary>
/// A worked example of filed facts: a firm whose newest report moves its revenue to another tag, and tells its short-term debt in parts.
/// Revenue of 2024 resolves to 96, restated from 90; debt due within a year to 35.
/// </summary>
public static class ExampleFiling
{
    private static readonly Provenance ByHand = new(new Source("example", "Froth", "worked example", "", null, "Apache-2.0", AccessClass.Public), "", "by hand");

    /// <summary>The facts.</summary>
    public static IReadOnlyList<FiledFact> Facts { get; } =
    [
        Fact("us-gaap:Revenues", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 90, 2025),
        Fact("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 96, 2026),
        Fact("us-gaap:LongTermDebtCurrent", null, new DateOnly(2025, 12, 31), 30, 2026),
        Fact("us-gaap:CommercialPaper", null, new DateOnly(2025, 12, 31), 5, 2026),
    ];

    private static FiledFact Fact(string tag, DateOnly? start, DateOnly end, decimal value, int year) => new()
    {
        Entity = "example",
        Tag = tag,
        Period = new Period(start, end),
        Value = value,
        Unit = "USD",
        Accession = new Accession(year),
        Form = "10-K",
        Filed = new DateOnly(year, 2, 1),
        Provenance = ByHand,
    };
}
