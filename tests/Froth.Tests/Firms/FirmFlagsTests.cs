using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Tests.Firms;

public sealed class FirmFlagsTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    [Theory]
    [InlineData(FlowKind.EquityInvestment, FlowKind.ChipSupply)]
    [InlineData(FlowKind.Warrant, FlowKind.ChipSupply)]
    [InlineData(FlowKind.DebtLoan, FlowKind.ComputeLease)]
    [InlineData(FlowKind.Guarantee, FlowKind.PurchaseCommitment)]
    public void Vendors_SupplierThatFinancesTheFirm_IsFound(FlowKind money, FlowKind supply)
    {
        var tie = VendorFinancing.Of("firm", [Deal("1", "maker", "firm", money), Deal("2", "firm", "maker", supply), Deal("3", "bank", "firm", FlowKind.DebtLoan)], Day).ShouldHaveSingleItem();
        tie.Supplier.ShouldBe("maker");
        tie.Money.ShouldHaveSingleItem().Id.ShouldBe("1");
        tie.Supply.ShouldHaveSingleItem().Id.ShouldBe("2");
        tie.IsBinding.ShouldBeTrue();
    }

    [Fact]
    public void Vendors_CustomerThatInvests_IsNoSupplier() =>
        VendorFinancing.Of("firm", [Deal("1", "user", "firm", FlowKind.EquityInvestment), Deal("2", "user", "firm", FlowKind.ComputeLease)], Day).ShouldBeEmpty();

    [Fact]
    public void Vendors_ToldLater_AreNotKnownYet()
    {
        Flow[] flows = [Deal("1", "maker", "firm", FlowKind.EquityInvestment), Deal("2", "firm", "maker", FlowKind.ChipSupply)];
        VendorFinancing.Of("firm", flows, new DateOnly(2025, 5, 31)).ShouldBeEmpty();
        VendorFinancing.Of("firm", flows, new DateOnly(2025, 6, 1)).Count.ShouldBe(1);
        VendorFinancing.Of("firm", [flows[0], flows[1] with { PublishedAt = Day.AddDays(1) }], Day).ShouldBeEmpty();
    }

    [Fact]
    public void Vendors_PlanOrWeakSource_IsNoTieOrNotABindingOne()
    {
        Flow[] flows = [Deal("1", "maker", "firm", FlowKind.EquityInvestment) with { Binding = Binding.LetterOfIntent }, Deal("2", "firm", "maker", FlowKind.ChipSupply)];
        VendorFinancing.Of("firm", flows, Day).ShouldHaveSingleItem().IsBinding.ShouldBeFalse();
        VendorFinancing.Of("firm", [flows[0] with { Grade = Grade.Unconfirmed }, flows[1]], Day).ShouldBeEmpty();
    }

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
