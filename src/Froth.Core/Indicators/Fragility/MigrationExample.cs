using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Firms for worked examples of migration: two years of accounts, interest of 1, and principal of 10 that falls due within a year.</summary>
internal static class MigrationExample
{
    /// <summary>
    /// Accounts of a firm whose cash from operations after interest is <paramref name="first"/> in 2024 and <paramref name="second"/> in the
    /// twelve months to 31 March 2025, so that its class can change from one quarter end to the next.
    /// </summary>
    public static IEnumerable<Fact> Firm(string id, double first, double second)
    {
        foreach (var (start, end, cash) in new[] { ("2024-01-01", "2024-12-31", first), ("2024-01-01", "2024-03-31", 0.0), ("2025-01-01", "2025-03-31", second - first) })
        {
            yield return ExampleFacts.Over(id, Concepts.OperatingCashFlow, start, end, cash, Unit.UsDollar);
            yield return ExampleFacts.Over(id, FirmConcepts.InterestPaid, start, end, end == "2024-12-31" ? 1 : 0.25, Unit.UsDollar);
        }

        yield return ExampleFacts.At(id, FirmConcepts.InterestInOperatingCashFlow, "2023-12-31", 1, Unit.Ratio);
        foreach (var day in new[] { "2023-12-31", "2024-03-31" }) yield return ExampleFacts.At(id, FirmConcepts.DebtDueYear1, day, 10, Unit.UsDollar);
    }
}
