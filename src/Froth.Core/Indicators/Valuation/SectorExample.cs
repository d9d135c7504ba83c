using Froth.Core.Data;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Three firms at the end of 2024: the worked example that the measures over all firms share.</summary>
internal static class SectorExample
{
    public static readonly DateOnly Day = new(2024, 12, 31);

    public static IReadOnlyList<Fact> Three { get; } = [.. Firm("a", 300, 10), .. Firm("b", 100, 5), .. Firm("c", 50, -6)];

    public static IEnumerable<Fact> Firm(string id, double value, double income) =>
    [
        ExampleFacts.At(id, Concepts.MarketCapitalisation, "2024-12-31", value, Unit.UsDollar),
        ExampleFacts.Over(id, Concepts.NetIncome, "2023-10-01", "2024-09-30", income, Unit.UsDollar),
    ];
}
