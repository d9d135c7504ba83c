using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Indicators;

namespace Froth.Tests.Financing;

public sealed class VendorFinancingTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    private static readonly Flow Chips = ExampleFacts.Deal("chips", "2025-03-01", "lab", "maker", FlowKind.ChipSupply, 10e9);
    private static readonly Flow Stake = ExampleFacts.Deal("stake", "2025-06-01", "maker", "lab", FlowKind.EquityInvestment, 5e9);
    private static readonly Flow Fund = ExampleFacts.Deal("fund", "2025-06-01", "fund", "lab", FlowKind.EquityInvestment, 5e9);

    [Fact]
    public void Of_SupplierThatInvests_IsFlaggedWithBothRelations()
    {
        var found = VendorFinancing.Of([Chips, Stake, Fund], "lab", Day);
        found.IsVendorFinanced.ShouldBe(true);
        var tie = found.Ties.ShouldHaveSingleItem();
        (tie.Supplier, tie.Money.ShouldHaveSingleItem().Id, tie.Supply.ShouldHaveSingleItem().Id).ShouldBe(("maker", "stake", "chips"));
        found.Flows.Select(f => f.Id).ShouldBe(["stake", "chips"]);
    }

    [Theory]
    [InlineData(FlowKind.DebtLoan, FlowKind.ComputeLease)]
    [InlineData(FlowKind.Guarantee, FlowKind.PurchaseCommitment)]
    public void Of_SupplierThatLendsOrVouches_IsFlagged(FlowKind money, FlowKind supply) => VendorFinancing.Of(
        [ExampleFacts.Deal("money", "2025-06-01", "maker", "lab", money, 1), ExampleFacts.Deal("supply", "2025-06-01", "lab", "maker", supply, 1)], "lab", Day)
        .IsVendorFinanced.ShouldBe(true);

    [Fact]
    public void Of_CustomerThatInvests_IsNoSupplier() => VendorFinancing.Of(
        [ExampleFacts.Deal("money", "2025-06-01", "user", "lab", FlowKind.EquityInvestment, 1), ExampleFacts.Deal("use", "2025-06-01", "user", "lab", FlowKind.ComputeLease, 1)], "lab", Day)
        .IsVendorFinanced.ShouldBeNull();

    [Fact]
    public void Of_SupplierAndAnotherInvestor_IsNotFlaggedAndOneSideAloneIsUnknown()
    {
        VendorFinancing.Of([Chips, Fund], "lab", Day).IsVendorFinanced.ShouldBe(false);
        VendorFinancing.Of([Chips], "lab", Day).IsVendorFinanced.ShouldBeNull();
        VendorFinancing.Of([Fund], "lab", Day).IsVendorFinanced.ShouldBeNull();
    }

    [Fact]
    public void Of_WarrantIssuedToTheSupplier_CountsAsItsStake() =>
        VendorFinancing.Of([Chips, ExampleFacts.Deal("warrant", "2025-06-01", "lab", "maker", FlowKind.Warrant, 1)], "lab", Day).IsVendorFinanced.ShouldBe(true);

    [Fact]
    public void Of_WarrantTheSupplierIssued_IsNotAStakeInTheBuyer() =>
        VendorFinancing.Of([Chips, ExampleFacts.Deal("warrant", "2025-06-01", "maker", "lab", FlowKind.Warrant, 1)], "lab", Day).IsVendorFinanced.ShouldBeNull();

    [Fact]
    public void Of_LaterUnsignedOrUnconfirmedRelations_DoNotCount()
    {
        VendorFinancing.Of([Chips, Stake], "lab", new DateOnly(2025, 5, 31)).IsVendorFinanced.ShouldBeNull();
        VendorFinancing.Of([Chips, Stake with { PublishedAt = new DateOnly(2026, 1, 1) }], "lab", Day).IsVendorFinanced.ShouldBeNull();
        VendorFinancing.Of([Chips, Stake with { Binding = Binding.LetterOfIntent }], "lab", Day).IsVendorFinanced.ShouldBeNull();
        VendorFinancing.Of([Chips, Stake with { Grade = Grade.Unconfirmed }], "lab", Day).IsVendorFinanced.ShouldBeNull();
    }
}
