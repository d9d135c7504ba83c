using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Tests.Valuation;

/// <summary>Short ways to tell what the tests of priced firms need.</summary>
internal static class Told
{
    public static readonly Unit Yuan = Unit.Parse("CNY");

    public static Observation Price(string firm, string day, double value, Unit? unit = null) =>
        ExampleFacts.At(firm, Concepts.MarketCapitalisation, day, value, unit ?? Unit.UsDollar);

    /// <summary>A sum over the twelve months up to 30 September of a year.</summary>
    public static Observation Year(string firm, string concept, int year, double value, Unit? unit = null) =>
        ExampleFacts.Over(firm, concept, $"{year - 1}-10-01", $"{year}-09-30", value, unit ?? Unit.UsDollar);

    public static Observation Balance(string firm, string concept, int year, double value, Unit? unit = null) =>
        ExampleFacts.At(firm, concept, $"{year}-09-30", value, unit ?? Unit.UsDollar);

    /// <summary>A firm with all that the cross-section of enterprise values needs, at the end of 2024.</summary>
    public static IEnumerable<Observation> WithSales(string firm, int i, double money = 1, Unit? unit = null)
    {
        var sales = 10.0 * i * i * money;
        return
        [
            Price(firm, "2024-12-31", sales * (2 + i % 4 + i / 10.0), unit), Year(firm, Concepts.Revenue, 2023, sales / (1 + 0.05 * (i % 5)), unit),
            Year(firm, Concepts.Revenue, 2024, sales, unit), Year(firm, FirmConcepts.GrossProfit, 2024, sales * (0.30 + 0.04 * (i % 7)), unit),
            Balance(firm, FirmConcepts.Cash, 2024, 0, unit), Balance(firm, FirmConcepts.DebtTotal, 2024, 0, unit),
        ];
    }

    public static FactSet Set(IEnumerable<Fact> facts, params IReadOnlyList<Entity> entities) => FactSet.Cut(
        Vintage.At(Day("2025-06-30")), facts.OfType<Observation>(), [], new EntityBook(entities));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
