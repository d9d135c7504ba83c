using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Fragility;

namespace Froth.Tests.Indicators.Fragility;

public sealed class LabFinancingTypesTests
{
    private const string End = "2025-12-31";

    // Revenue of 10 against 20 of serving and 40 in all, with a signed loan: below running cost.
    private static IEnumerable<Fact> BelowRunningCost =>
    [
        Year(Concepts.Revenue, 10), Year("total-spending", -40), Year("inference-cost", -20),
        ExampleFacts.Deal("loan", "2025-06-01", "bank", "lab", FlowKind.DebtLoan, 5e9),
    ];

    // Cash of 200 less 30 burned a year.
    private static IEnumerable<Fact> MoneyAndRunRate =>
        [ExampleFacts.At("lab", "cash", End, 200e9, Unit.UsDollar), Year("cash-burn", -30), ExampleFacts.At("lab", Concepts.RevenueRunRate, End, 12e9, Unit.UsDollar)];

    [Fact]
    public void Lab_BelowRunningCostWithNothingElseKnown_IsPonziAndSaysWhatIsOpen()
    {
        var reading = Of(BelowRunningCost);
        reading.Value.ShouldBe(1);
        reading.Remark!.Value.English.ShouldBe("P* Ponzi; open: S*, P*");
    }

    [Theory]
    [InlineData(10, "S* speculative")]
    [InlineData(180, "P* Ponzi")]
    public void Lab_WithAYearOfCash_IsSpeculativeOnlyIfNoRoundIsNeeded(double dueBillions, string type)
    {
        var due = ExampleFacts.At("lab", FirmConcepts.PurchaseObligationsDueYear1, End, dueBillions * 1e9, Unit.UsDollar);
        Of([.. BelowRunningCost, .. MoneyAndRunRate, due]).Remark!.Value.English.ShouldStartWith(type);
    }

    [Fact]
    public void Lab_WithADebtToldOnlyAsABalance_IsNotEquityDependent()
    {
        var balance = ExampleFacts.Deal("loan", "2025-06-01", "bank", "lab", FlowKind.DebtLoan, 5e9) with { DatePrecision = DatePrecision.AsOf, CountsInTotal = false };
        Of([.. BelowRunningCost.OfType<Observation>(), balance]).Remark!.Value.English.ShouldStartWith("P*");
    }

    [Fact]
    public void Lab_WhoseSupplierInvests_IsSaidToBeVendorFinanced()
    {
        var reading = Of(
        [
            .. BelowRunningCost, ExampleFacts.Deal("chips", "2025-03-01", "lab", "maker", FlowKind.ChipSupply, 10e9),
            ExampleFacts.Deal("stake", "2025-04-01", "maker", "lab", FlowKind.EquityInvestment, 5e9),
        ]);
        reading.Remark!.Value.English.ShouldEndWith("vendor-financed by maker");
        reading.Lineage.OfType<Flow>().Select(f => f.Id).ShouldContain("chips");
    }

    private static Reading Of(IEnumerable<Fact> facts) => new LabFinancingTypes().ComputeOn(ExampleFacts.Set(facts)).For("lab")!.Latest!;

    private static Observation Year(string concept, double billions) => ExampleFacts.Over("lab", concept, "2025-01-01", End, billions * 1e9, Unit.UsDollar);
}
