using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Tests.Indicators;

namespace Froth.Tests.Firms;

public sealed class LensTests
{
    [Fact]
    public void All_Lenses_AreCompleteAndClaimNoCutThatWasNotRead()
    {
        Lenses.All.Select(l => l.Id).ShouldBe(
            ["debt-service-ttm", "debt-service-quarter", "mulligan-icr", "davis-ebit-cover", "nishi-internal-funds", "adjusted-ebitda-cover"]);
        foreach (var lens in Lenses.All)
        {
            lens.Name.Chinese.Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBeTrue();
            lens.Formula.Chinese.ShouldNotBeEmpty();
            lens.Citation.Text.Length.ShouldBeGreaterThan(20);
            lens.HedgeFrom.Status.ShouldNotBe(ThresholdStatus.Published);
            lens.PonziBelow.Status.ShouldNotBe(ThresholdStatus.Published);
        }

        Lenses.Of("mulligan-icr").HedgeFrom.Value.ShouldBe(4);
        Should.Throw<ArgumentException>(() => Lenses.Of("no-such")).Message.ShouldContain("nishi-internal-funds");
    }

    [Fact]
    public void Read_IncompleteTable_NamesTheLens()
    {
        using var json = new MemoryStream("""{"lenses":[{"id":"x","en":"X","zh":"某"}]}"""u8.ToArray());
        Should.Throw<ArgumentException>(() => Lenses.Read(json)).Message.ShouldContain("lens x has no formulaEn");
    }

    [Theory]
    [InlineData("coreweave.2024Q3")]
    [InlineData("coreweave.2025Q2")]
    [InlineData("coreweave.2025Q3")]
    public void Read_OneQuarterOfCoreWeave_GivesThePublishedCovers(string which)
    {
        var vector = VectorFile.Of($"minsky.icr.{which}");
        var financing = Accounts.Financing(Quarter(vector.In("ebit"), vector.In("ebitda_adj"), vector.In("interest_net")));
        financing.Lens("davis-ebit-cover").Value.ShouldBe(vector.Out("ebit_cover"), vector.Tolerance);
        financing.Lens("adjusted-ebitda-cover").Value.ShouldBe(vector.Out("ebitda_cover"), vector.Tolerance);
    }

    [Fact]
    public void Range_CoreWeaveThirdQuarterOf2025_IsSpeculativeToPonzi()
    {
        var financing = Accounts.Financing(Quarter(51.85, 838.124, 310.555));
        var (ebit, adjusted) = (financing.Lens("davis-ebit-cover"), financing.Lens("adjusted-ebitda-cover"));
        ebit.Value.ShouldBe(0.16696, 1e-5);
        ebit.Class.ShouldBe(MinskyClass.Ponzi);
        adjusted.Value.ShouldBe(2.69879, 1e-5);
        adjusted.Class.ShouldBe(MinskyClass.Speculative);
        adjusted.Why!.Value.English.ShouldContain("hedge is not given");
        adjusted.Window.ShouldBe(DebtServiceWindow.QuarterAnnualised);
        financing.Range.ToString().ShouldBe("S–P");
        (financing.Range.Deciding, financing.Range.Lenses).ShouldBe((2, 6));
        financing.Class.ShouldBe(MinskyClass.Unknown);
    }

    // In the quarter 838.124 − 310.555 = 527.569 is left for principal, so 2,110.276 within the year.
    [Theory]
    [InlineData(2110, MinskyClass.Hedge)]
    [InlineData(2111, MinskyClass.Speculative)]
    public void AdjustedEbitda_PrincipalKnown_IsHedgeOnlyWhenCovered(double principal, MinskyClass expected)
    {
        List<Observation> facts = [.. Quarter(51.85, 838.124, 310.555), Accounts.Over(Concepts.OperatingCashFlow, "2025-04-01", "2025-06-30", 1)];
        facts.Add(Accounts.At(FirmConcepts.DebtCurrent, "2025-06-30", principal));
        Accounts.Financing(facts).Lens("adjusted-ebitda-cover").Class.ShouldBe(expected);
    }

    [Theory]
    [InlineData(40, 20, 20, MinskyClass.Hedge)]
    [InlineData(39, 20, 20, MinskyClass.Speculative)]
    [InlineData(-40, 20, 20, MinskyClass.Speculative)]
    [InlineData(-41, 20, 20, MinskyClass.Ponzi)]
    public void Mulligan_AroundItsCuts_IsAsItsTableSays(double netIncome, double tax, double interest, MinskyClass expected)
    {
        var reading = Accounts.Financing(
        [
            .. Accounts.Each(Concepts.NetIncome, netIncome), .. Accounts.Each(FirmConcepts.IncomeTax, tax), .. Accounts.Each(FirmConcepts.InterestExpense, interest),
        ]).Lens("mulligan-icr");
        reading.Class.ShouldBe(expected);
        reading.Value.ShouldBe((netIncome + tax + interest) / interest, 1e-12);
        reading.Window.ShouldBe(DebtServiceWindow.TwelveMonths);
    }

    [Theory]
    [InlineData(60, MinskyClass.Hedge)]
    [InlineData(61, MinskyClass.Speculative)]
    public void Nishi_InvestmentInsideTheIdentity_AsksForMore(double capex, MinskyClass expected) =>
        Accounts.Financing(Accounts.Steady(80, 20, 0, 20, capex)).Lens("nishi-internal-funds").Class.ShouldBe(expected, "100 against 20 + 20 + investment");

    [Theory]
    [InlineData(80, MinskyClass.Hedge)]
    [InlineData(81, MinskyClass.Speculative)]
    public void Davis_ShortTermDebt_DecidesHedge(double shortTermDebt, MinskyClass expected)
    {
        List<Observation> facts = [.. Accounts.Each(Concepts.OperatingIncome, 40), .. Accounts.Each(FirmConcepts.InterestExpense, 20), .. Accounts.EachEnd(FirmConcepts.DebtCurrent, shortTermDebt)];
        Accounts.Financing(facts).Lens("davis-ebit-cover").Class.ShouldBe(expected, "160 against 80 + debt");
    }

    [Theory]
    [InlineData(0, "No interest")]
    [InlineData(-5, "negative")]
    public void Read_NoOrNegativeInterest_DoesNotDecide(double interest, string why)
    {
        var reading = Accounts.Financing([.. Accounts.Each(Concepts.OperatingIncome, 40), .. Accounts.Each(FirmConcepts.InterestExpense, interest)]).Lens("davis-ebit-cover");
        reading.Decides.ShouldBeFalse();
        reading.Value.ShouldBe(double.NaN);
        reading.Why!.Value.English.ShouldContain(why);
    }

    [Fact]
    public void Range_NothingDecides_IsUnknown()
    {
        var range = Accounts.Financing(Accounts.Each(Concepts.Revenue, 1)).Range;
        range.ToString().ShouldBe("U");
        range.Deciding.ShouldBe(0);
        range.IsAgreed.ShouldBeFalse();
    }

    private static List<Observation> Quarter(double ebit, double adjustedEbitda, double interest) =>
    [
        Accounts.Over(Concepts.OperatingIncome, "2025-07-01", "2025-09-30", ebit),
        Accounts.Over(FirmConcepts.AdjustedEbitda, "2025-07-01", "2025-09-30", adjustedEbitda),
        Accounts.Over(FirmConcepts.InterestExpense, "2025-07-01", "2025-09-30", interest),
    ];
}
