using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Tests.Firms;

/// <summary>Yearly accounts of made-up firms, published on the day they end: interest 1 and principal 10 a year, unless without debt.</summary>
internal static class FirmAccounts
{
    /// <summary>Cash after interest that makes the class H (20 ≥ 11), S (9 of 11), P (−1 below 1).</summary>
    public const double Hedge = 19, Speculative = 8, Ponzi = -2;

    public static IEnumerable<Fact> Years(string firm, params (int Year, double Cash)[] years) => years.SelectMany(y => Year(firm, y.Year, y.Cash, 10, 1));

    public static IEnumerable<Fact> WithoutDebt(string firm, params (int Year, double Cash)[] years) => years.SelectMany(y => Year(firm, y.Year, y.Cash, 0, 0));

    public static Observation Instant(string firm, string concept, string day, double value, string unit = "USD", string dimension = "") =>
        ExampleFacts.At(firm, concept, day, value, Unit.Parse(unit), dimension);

    public static Observation Exit(string firm, string day, string kind) => ExampleFacts.At(firm, ClassMigration.ExitEvent, day, 1, Unit.Count, kind);

    public static InputSet Inputs(IEnumerable<Fact> facts, IReadOnlyList<Input> declared) => new(ExampleFacts.Set(facts), declared);

    private static IEnumerable<Fact> Year(string firm, int year, double cash, double due, double interest)
    {
        yield return ExampleFacts.At(firm, FirmConcepts.InterestInOperatingCashFlow, $"{year - 1}-12-31", 1, Unit.Ratio);
        yield return ExampleFacts.At(firm, FirmConcepts.DebtDueYear1, $"{year - 1}-12-31", due, Unit.UsDollar);
        yield return ExampleFacts.Over(firm, Concepts.OperatingCashFlow, $"{year}-01-01", $"{year}-12-31", cash, Unit.UsDollar);
        yield return ExampleFacts.Over(firm, FirmConcepts.InterestPaid, $"{year}-01-01", $"{year}-12-31", interest, Unit.UsDollar);
    }
}
