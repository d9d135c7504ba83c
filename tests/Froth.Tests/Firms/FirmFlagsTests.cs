using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Tests.Firms;

public sealed class FirmFlagsTests
{
    [Theory]
    [InlineData(9, 9, 9, true)]
    [InlineData(9, 9, 10, false)]
    [InlineData(9, 10, 9, false)]
    [InlineData(10, 9, 9, false)]
    public void InterestPersistence_ThreeYears_NeedsEachBelowInterest(double first, double second, double third, bool expected) =>
        InterestPersistence.IsBelowForThreeYears(Accounts.Latest(Years(first, second, third))).ShouldBe(expected);

    [Fact]
    public void InterestPersistence_TwoYearsBelow_IsNotKnown()
    {
        InterestPersistence.IsBelowForThreeYears(Accounts.Latest(Years(0, 9, 9).Where(o => o.Period.End.Year > 2023))).ShouldBeNull();
        InterestPersistence.IsBelowForThreeYears(Accounts.Latest(Years(0, 10, 9).Where(o => o.Period.End.Year > 2023))).ShouldBe(false);
    }

    [Fact]
    public void Read_WholeFirm_HasFlagsClassAndShares()
    {
        Flow[] flows = [Deal("1", "maker", Accounts.Firm, FlowKind.EquityInvestment), Deal("2", Accounts.Firm, "maker", FlowKind.ChipSupply)];
        var financing = FirmFinancing.Read(Accounts.Latest(Accounts.Steady(100, 20, 700)), flows);
        financing.IsVendorFinanced.ShouldBeTrue();
        financing.Class.ShouldBe(MinskyClass.Speculative);
        financing.TwelveMonthsShares.Speculative.ShouldBe(1);
        financing.Lens("debt-service-ttm").Value.ShouldBe(480.0 / 780, 1e-12);
        financing.Lens("debt-service-ttm").Class.ShouldBe(financing.Class);
        financing.IsBelowInterestForThreeYears.ShouldBeNull();
    }

    private static IEnumerable<Observation> Years(params double[] incomes) => incomes.SelectMany((income, i) => (Observation[])
    [
        Accounts.Over(Concepts.OperatingIncome, $"{2023 + i}-01-01", $"{2023 + i}-12-31", income),
        Accounts.Over(FirmConcepts.InterestExpense, $"{2023 + i}-01-01", $"{2023 + i}-12-31", 10),
    ]);

    private static Flow Deal(string id, string from, string to, FlowKind kind) => ExampleFacts.Deal(id, "2025-06-01", from, to, kind, 1);
}
