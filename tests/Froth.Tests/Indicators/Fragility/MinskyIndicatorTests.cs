using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Fragility;

namespace Froth.Tests.Indicators.Fragility;

public sealed class MinskyIndicatorTests
{
    [Fact]
    public void Classes_OneOfEach_StandSideBySideAndUnknownIsApart()
    {
        // Cash 400, 100, −10 and −5 before interest; e has no debt; u tells no principal.
        List<Observation> facts =
        [
            .. Firm("h", 380, 20, 180), .. Firm("s", 80, 20, 180), .. Firm("p", -30, 20, 180), .. Firm("u", 80, 20, 180).Where(o => o.Concept != FirmConcepts.DebtDueYear1),
            .. Firm("e", -5, 0, 0),
        ];
        var reading = new MinskyFirmClasses().ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!;
        reading.Value.ShouldBe(0.5, 1e-12, "p and e of the four decided");
        reading.Coverage.ShouldBe(0.8, 1e-12);
        reading.Parts.Where(p => p.Unit == Unit.Count).Select(p => (p.Name.English[..1], p.Value)).ShouldBe([("H", 1), ("S", 1), ("P", 1), ("E", 1), ("U", 1)]);
        reading.Lineage.OfType<Observation>().ShouldNotContain(o => o.Entity == "u");
    }

    [Fact]
    public void Classes_FirmToldByThePress_ShowsTheShareOfDraws()
    {
        // Interest 100 stands outside cash from operations of 100: a draw of either sort is as frequent as the other.
        var facts = Firm("a", 100, 100, 0).Select(o => o.Concept switch
        {
            FirmConcepts.InterestInOperatingCashFlow => o with { Value = Amount.Zero },
            Concepts.OperatingCashFlow => o with { Grade = Grade.Press },
            _ => o,
        });
        var reading = new MinskyFirmClasses().ComputeOn(ExampleFacts.Set(facts)).For("a")!.Latest!;
        reading.Value.ShouldBe(0.5, 0.02);
        reading.Remark!.Value.English.ShouldMatch(@"^H hedge; (4[89]|5[012])% of draws\. Range ");
    }

    [Fact]
    public void Headline_FewerThanThreeFirms_IsAReason()
    {
        var result = new MinskyDebtServiceCover().ComputeOn(ExampleFacts.Set([.. Firm("a", 80, 20, 180), .. Firm("b", 380, 20, 180)]));
        result.Headline.Latest!.Missing.ShouldBe(MissingReason.BelowCoverage);
        result.Headline.Latest!.Parts[0].Value.ShouldBe(0.5, 1e-12);
        result.Panel.Select(s => (s.Entity, s.Latest!.Value)).ShouldBe([("a", 0.5), ("b", 2)]);
        new MinskyFirmClasses().ComputeOn(ExampleFacts.Set(Firm("a", 80, 20, 180))).Headline.Latest!.Missing.ShouldBe(MissingReason.BelowCoverage);
    }

    [Fact]
    public void Panel_NothingDue_SaysThatTheRatioMeansNothing()
    {
        var reading = new MinskyDebtServiceCover().ComputeOn(ExampleFacts.Set(Firm("a", 80, 0, 0))).For("a")!.Latest!;
        reading.Missing.ShouldBe(MissingReason.NonPositiveDenominator);
        reading.Remark!.Value.English.ShouldStartWith("Nothing falls due");
    }

    [Fact]
    public void InterestCover_OneQuarterAlone_IsSaid()
    {
        Observation[] facts =
        [
            ExampleFacts.Over("coreweave", Concepts.OperatingIncome, "2025-07-01", "2025-09-30", 51.85, Unit.UsDollar),
            ExampleFacts.Over("coreweave", FirmConcepts.InterestExpense, "2025-07-01", "2025-09-30", 310.555, Unit.UsDollar),
        ];
        var reading = new InterestCoverEbit().ComputeOn(ExampleFacts.Set(facts)).For("coreweave")!.Latest!;
        reading.Remark!.Value.English.ShouldStartWith("One quarter alone");
        reading.Parts[0].Value.ShouldBe(double.NaN);
        reading.Parts[1].Value.ShouldBe(0.16696, 1e-5);
    }

    private static Observation[] Firm(string firm, double operating, double interest, double principal) =>
    [
        ExampleFacts.At(firm, FirmConcepts.InterestInOperatingCashFlow, "2024-12-31", 1, Unit.Ratio),
        ExampleFacts.At(firm, FirmConcepts.DebtDueYear1, "2024-12-31", principal, Unit.UsDollar),
        ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2024-01-01", "2024-12-31", operating, Unit.UsDollar),
        ExampleFacts.Over(firm, Concepts.OperatingCashFlow, "2025-01-01", "2025-12-31", operating, Unit.UsDollar),
        ExampleFacts.Over(firm, FirmConcepts.InterestPaid, "2025-01-01", "2025-12-31", interest, Unit.UsDollar),
    ];
}
