using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Tests.Firms;

public sealed class HeadAndTailTests
{
    private static readonly DateOnly Day = new(2024, 12, 31);

    [Fact]
    public void Twenty_LeadersHedgeAndTailPonzi_SupportTheClaim()
    {
        var table = On(Enumerable.Range(0, 20).SelectMany(i => Firm(i, i < 10 ? FirmAccounts.Hedge : FirmAccounts.Ponzi, 1000 - i)));
        table.Groups.Count.ShouldBe(10);
        table.Groups.ShouldAllBe(g => g.Firms.Count == 2);
        table.Groups[0].Firms[0].State.Firm.ShouldBe("f00");
        (table.Upper.In(MigrationState.Hedge), table.Lower.In(MigrationState.Ponzi)).ShouldBe((10, 10));
        table.Gap.Value.ShouldBe(1, 1e-12);
        table.Verdict.ShouldBe(HeadTailVerdict.Supported);
    }

    [Fact]
    public void Twenty_TheOtherWayRound_ContradictIt() =>
        On(Enumerable.Range(0, 20).SelectMany(i => Firm(i, i < 10 ? FirmAccounts.Ponzi : FirmAccounts.Hedge, 1000 - i))).Verdict.ShouldBe(HeadTailVerdict.Contradicted);

    [Fact]
    public void Twenty_AllSpeculativeAtTheTop_ContradictThoughTheTailIsPonzi()
    {
        var table = On(Enumerable.Range(0, 20).SelectMany(i => Firm(i, i < 10 ? FirmAccounts.Speculative : FirmAccounts.Ponzi, 1000 - i)));
        table.Claims.Select(c => c.Verdict).ShouldBe([HeadTailVerdict.Contradicted, HeadTailVerdict.Supported, HeadTailVerdict.Supported]);
        table.Verdict.ShouldBe(HeadTailVerdict.Contradicted);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(8, 4)]
    [InlineData(19, 4)]
    public void FewFirms_MakeFewerGroupsAndNoVerdict(int firms, int groups)
    {
        var table = On(Enumerable.Range(0, firms).SelectMany(i => Firm(i, i * 2 < firms ? FirmAccounts.Hedge : FirmAccounts.Ponzi, 1000 - i)));
        table.Groups.Count.ShouldBe(groups);
        table.Groups.Sum(g => g.Firms.Count).ShouldBe(firms);
        table.Verdict.ShouldBe(HeadTailVerdict.NotDecided);
        (table.Upper.Firms.Count - table.Lower.Firms.Count).ShouldBeInRange(0, 1);
    }

    [Fact]
    public void Sizes_InOtherCurrencies_AreConvertedAtAKnownRateElseLeftOut()
    {
        IEnumerable<Fact> firms = [.. Firm(0, FirmAccounts.Hedge, 100), .. Firm(1, FirmAccounts.Hedge, 500, "CNY"), .. Firm(2, FirmAccounts.Hedge, 100, "HKD")];
        var rate = FirmAccounts.Instant("fx", "cny-usd", "2024-11-30", 0.14);
        var table = On([.. firms, rate]);
        table.Upper.Firms.Select(f => (f.State.Firm, Math.Round(f.Dollars, 9))).ShouldBe([("f00", 100)]);
        table.Lower.Firms.Select(f => (f.State.Firm, Math.Round(f.Dollars, 9))).ShouldBe([("f01", 70)]);
        table.LeftOut.Select(l => l.Firm).ShouldBe(["f02"]);
        table.Facts.ShouldContain(rate);
        // A rate of that day that was told later was not known.
        On([.. firms, rate with { PublishedAt = Day.AddDays(1) }]).LeftOut.Select(l => l.Firm).ShouldBe(["f01", "f02"]);
    }

    [Fact]
    public void Medians_CountLossMakersAndFirmsWithNothingDueApart()
    {
        var table = On(
        [
            .. Firm(0, FirmAccounts.Hedge, 900), .. Firm(1, FirmAccounts.Hedge, 800),
            ExampleYear("f00", 30), ExampleYear("f01", -5),
            FirmAccounts.Instant("f00", FirmConcepts.Cash, "2024-12-31", 40), FirmAccounts.Instant("f00", FirmConcepts.DebtDueYear1, "2024-12-31", 10),
            FirmAccounts.Instant("f01", FirmConcepts.Cash, "2024-12-31", 40), FirmAccounts.Instant("f01", FirmConcepts.DebtDueYear1, "2024-12-31", 0),
        ]);
        var (first, second) = (table.Upper, table.Lower);
        (first.MedianPriceEarnings, first.Priced, first.LossMakers).ShouldBe((30, 1, 0));
        (second.Priced, second.LossMakers, second.NothingDue, second.Covered).ShouldBe((0, 1, 1, 0));
        first.MedianCashCover.ShouldBe(4, 1e-12);
    }

    [Fact]
    public void Firms_WithoutMarketValue_RankByAssetsAndSayIt()
    {
        var table = On([.. FirmAccounts.Years("x", (2024, FirmAccounts.Hedge)), FirmAccounts.Instant("x", FirmConcepts.Assets, "2024-12-31", 7), .. Firm(0, FirmAccounts.Hedge, 5)]);
        table.Upper.Firms.Single().Basis.ShouldBe(MigrationWeight.Assets);
        table.Lower.Firms.Single().Basis.ShouldBe(MigrationWeight.MarketCap);
    }

    private static HeadAndTail On(IEnumerable<Fact> facts) => HeadAndTail.On(FirmAccounts.Inputs(facts, HeadAndTail.Inputs), Day);

    private static IEnumerable<Fact> Firm(int number, double cash, double marketValue, string currency = "USD") =>
        [.. FirmAccounts.Years($"f{number:00}", (2024, cash)), FirmAccounts.Instant($"f{number:00}", Concepts.MarketCapitalisation, "2024-12-31", marketValue, currency)];

    private static Observation ExampleYear(string firm, double income) =>
        Froth.Core.Indicators.ExampleFacts.Over(firm, Concepts.NetIncome, "2024-01-01", "2024-12-31", income, Unit.UsDollar);
}
