using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Financing;
using Froth.Core.Indicators.Fragility;

namespace Froth.Tests.Financing;

public sealed class FirmMediansTests
{
    [Fact]
    public void Headline_ThreeFirmsOfThreeCurrencies_IsTheMiddleOne()
    {
        var facts = new[] { ("a", "USD", 10.0), ("b", "CNY", 40.0), ("c", "EUR", 20.0) }.SelectMany(f => Firm(f.Item1, f.Item2, f.Item3)).Append(Revenue("d"));
        var reading = new NetDebtToEbitda().ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!;
        reading.Value.ShouldBe(2, 1e-12);
        reading.Coverage.ShouldBe(0.75);
        reading.Parts[0].Value.ShouldBe(3);
        reading.Parts[1].Name.English.ShouldBe("Lowest: a");
        reading.Parts[2].Value.ShouldBe(4, 1e-12);
        reading.Remark!.Value.English.ShouldContain("Without a number: d.");
    }

    [Fact]
    public void Headline_TwoFirms_IsRefused()
    {
        var result = new NetDebtToEbitda().ComputeOn(ExampleFacts.Set([.. Firm("a", "USD", 10), .. Firm("b", "USD", 20)]));
        result.Headline.Latest!.Missing.ShouldBe(MissingReason.BelowCoverage);
        result.For("b")!.Latest!.Value.ShouldBe(2, 1e-12);
    }

    [Fact]
    public void NetDebtToEbitda_MoreCashThanDebt_IsNegative() =>
        new NetDebtToEbitda().ComputeOn(ExampleFacts.Set(Firm("a", "USD", -5))).For("a")!.Latest!.Value.ShouldBe(-0.5, 1e-12);

    [Fact]
    public void CapexToOcf_FirmOutsideTheBasket_StandsInThePanelAlone()
    {
        var basket = new[] { "alphabet", "apple", "nvidia" }.SelectMany(f => Capex(f, Unit.UsDollar, 6)).ToList();
        var alone = new CapexToOperatingCashFlow().ComputeOn(ExampleFacts.Set(basket));
        var joined = new CapexToOperatingCashFlow().ComputeOn(ExampleFacts.Set([.. basket, .. Capex("cambricon", Unit.Parse("CNY"), 9), Revenue("d")]));
        joined.For("cambricon")!.Latest!.Value.ShouldBe(0.9, 1e-12);
        joined.For("cambricon")!.Latest!.Parts[0].Unit.ShouldBe(Unit.Parse("CNY"));
        joined.Headline.Latest!.Value.ShouldBe(0.6, 1e-12);
        joined.Headline.Readings.Select(r => (r.Date, r.Value)).ShouldBe(alone.Headline.Readings.Select(r => (r.Date, r.Value)));
        joined.For("d")!.Latest!.Remark!.Value.English.ShouldBe("operating-cash-flow has never been told.");
    }

    private static IEnumerable<Observation> Firm(string firm, string currency, double netDebt)
    {
        var unit = Unit.Parse(currency);
        return
        [
            ExampleFacts.Over(firm, Concepts.OperatingIncome, "2025-01-01", "2025-12-31", 4, unit), ExampleFacts.Over(firm, FirmConcepts.DepreciationAmortisation, "2025-01-01", "2025-12-31", 6, unit),
            ExampleFacts.At(firm, FirmConcepts.DebtTotal, "2025-12-31", netDebt + 7, unit), ExampleFacts.At(firm, FirmConcepts.Cash, "2025-12-31", 7, unit),
        ];
    }

    private static Observation Revenue(string firm) => ExampleFacts.Over(firm, Concepts.Revenue, "2025-01-01", "2025-12-31", 10, Unit.UsDollar);

    private static IEnumerable<Observation> Capex(string firm, Unit unit, double capex) =>
    [
        ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2025-01-01", "2025-12-31", 10, unit), ExampleFacts.Over(firm, Concepts.CapitalExpenditure, "2025-01-01", "2025-12-31", capex, unit),
    ];
}
