using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Tests.Financing;

/// <summary>Short ways to write the accounts of a firm and to open its newest quarter.</summary>
internal static class Accounts
{
    /// <summary>Cash from operations of calendar 2025, so that the firm has accounts and a fiscal year end.</summary>
    public static Observation Year2025(string firm = "cloud") => ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2025-01-01", "2025-12-31", 1, Unit.UsDollar);

    /// <summary>A half-year of 2026, which moves the newest quarter to the end of June.</summary>
    public static Observation Half2026(string firm = "cloud") => ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2026-01-01", "2026-06-30", 1, Unit.UsDollar);

    public static Observation At(string concept, string day, double value, string dimension = "") => ExampleFacts.At("cloud", concept, day, value, Unit.UsDollar, dimension);

    /// <summary>A table of maturities; NaN leaves a bucket untold.</summary>
    public static IEnumerable<Observation> Table(string day, params double[] buckets) =>
        FirmConcepts.DebtDue.Take(buckets.Length).Select((c, i) => (Concept: c, Value: buckets[i])).Where(b => !double.IsNaN(b.Value)).Select(b => At(b.Concept, day, b.Value));

    public static FirmQuarter Newest(params IEnumerable<Fact> facts) =>
        FirmPanel.Of(new InputSet(ExampleFacts.Set(facts), FirmPanel.Inputs)).Find("cloud").ShouldNotBeNull().Latest.ShouldNotBeNull();
}
