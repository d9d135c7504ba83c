using Froth.Core.Filings;

namespace Froth.Tests.Filings;

/// <summary>Gross profit as filed, and where it is not, revenue less its cost.</summary>
public sealed class GrossProfitTests
{
    private const string Start = "2025-01-01", End = "2025-03-31", Told = "2025-05-01";

    [Fact]
    public void Resolve_GrossProfitFiled_TakesItAsFiled()
    {
        var firm = Filed.FirmOn("2025-12-31", Fact("Revenues", 100), Fact("CostOfRevenue", 40), Fact("GrossProfit", 59));
        var profit = firm.Of("gross-profit", Basis.Quarter).ShouldHaveSingleItem();
        profit.Value.ShouldBe(59);
        profit.Status.ShouldBe(FirmFactStatus.Reported);
    }

    [Theory]
    [InlineData("CostOfRevenue")]
    [InlineData("CostOfGoodsAndServicesSold")]
    public void Resolve_GrossProfitNotFiled_TakesRevenueLessItsCost(string cost)
    {
        var profit = Filed.FirmOn("2025-12-31", Fact("Revenues", 100), Fact(cost, 130)).Of("gross-profit", Basis.Quarter).ShouldHaveSingleItem();
        profit.Value.ShouldBe(-30);
        profit.IsDerived.ShouldBeTrue();
        profit.Tag.ShouldBe($"us-gaap:Revenues − us-gaap:{cost}");
        profit.Note.English.ShouldBe("Not told itself; revenue − cost-of-revenue.");
        profit.Note.Chinese.ShouldContain("revenue − cost-of-revenue");
    }

    [Fact]
    public void Resolve_CostRestatedLater_IsKnownFromThenOn()
    {
        FiledFact[] facts = [Fact("Revenues", 100), Fact("CostOfRevenue", 40), Filed.Fact("CostOfRevenue", Start, End, 45, "2026-05-01")];
        Filed.FirmOn("2026-04-30", facts).Of("gross-profit", Basis.Quarter).ShouldHaveSingleItem().Value.ShouldBe(60);
        Filed.FirmOn("2026-05-01", facts).Of("gross-profit", Basis.Quarter).ShouldHaveSingleItem().Value.ShouldBe(55);
    }

    [Theory]
    [InlineData("Revenues")]
    [InlineData("CostOfRevenue")]
    public void Resolve_OneTermAlone_TellsNoGrossProfit(string only) =>
        Filed.FirmOn("2025-12-31", Fact(only, 100)).Of("gross-profit").ShouldBeEmpty();

    private static FiledFact Fact(string tag, decimal value) => Filed.Fact(tag, Start, End, value, Told);
}
