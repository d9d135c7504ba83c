using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Financing;

namespace Froth.Tests.Indicators.Financing;

public sealed class FiledFirmsTests
{
    [Fact]
    public void CapexToOcf_OneFirmMissing_HasNoHeadline()
    {
        var result = new CapexToOperatingCashFlow().ComputeOn(ExampleFacts.Set([.. Year("alphabet", 6, 10), .. Year("apple", 1, 10)]));
        result.Headline.Latest!.Missing.ShouldBe(MissingReason.BelowCoverage);
        result.For("alphabet")!.Latest!.Value.ShouldBe(0.6, 1e-12);
    }

    [Fact]
    public void CapexToOcf_PublishedLater_IsDatedByPublication()
    {
        var facts = Year("alphabet", 6, 10).Select(o => o with { PublishedAt = new(2025, 2, 5) });
        new CapexToOperatingCashFlow().ComputeOn(ExampleFacts.Set(facts)).For("alphabet")!.Latest!.Date.ShouldBe(new DateOnly(2025, 2, 5));
    }

    [Fact]
    public void CapexToOcf_LaterRestatement_LeavesTheReading()
    {
        var told = Year("alphabet", 6, 10).Select(o => o with { PublishedAt = new(2025, 2, 5) }).ToList();
        var restated = told.Select(o => o with { PublishedAt = new(2026, 2, 5), Value = o.Value * 2 });
        new CapexToOperatingCashFlow().ComputeOn(ExampleFacts.Set([.. told, restated.First()])).For("alphabet")!.Readings.ShouldHaveSingleItem().Value.ShouldBe(0.6, 1e-12);
    }

    [Fact]
    public void DebtShareNet_NothingRaisedOnBalance_ShowsBothComponents()
    {
        var reading = new DebtShareNet().ComputeOn(ExampleFacts.Set(new DebtShareNet().Examples[1].Facts)).For("alphabet")!.Latest!;
        reading.Missing.ShouldBe(MissingReason.NonPositiveDenominator);
        reading.Parts.Select(p => p.Value).ShouldBe([20e9, -60e9]);
    }

    private static List<Observation> Year(string firm, double capex, double cash) =>
    [
        ExampleFacts.Over(firm, Concepts.CapitalExpenditure, "2024-01-01", "2024-12-31", capex * 1e9, Unit.UsDollar),
        ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", cash * 1e9, Unit.UsDollar),
    ];
}
