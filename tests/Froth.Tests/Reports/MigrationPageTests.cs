using Froth.Core;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Froth.Tests.Firms;

namespace Froth.Tests.Reports;

public sealed class MigrationPageTests
{
    [Fact]
    public void Sample_YearsOfThreeFirms_TellsMovesFirmsAndDays()
    {
        // Accounts of 1970 and 1971, each known on 31 December: one yearly step of each firm.
        var page = Page(3);
        page.Firms.ShouldBe(3);
        MigrationWords.Sample(page).English.ShouldBe("3 firm-years of 3 firms, 1970-12-31 to 1971-12-31; the last year 3.");
        MigrationWords.Sample(page).Chinese.ShouldBe("3家公司共3个公司年度，1970-12-31至1971-12-31；最近一年3个。");
        MigrationWords.Heading(page).Select(h => h.Chinese).ShouldContain("权重：公司数");
    }

    [Fact]
    public void Summaries_FewMoves_RefuseRatioAndMobility()
    {
        var lines = MigrationWords.Summaries(Page(3).Pooled).Select(l => l.English).ToList();
        lines[0].ShouldBe("Moves down 3, up 0; ratio – (n too small)");
        lines[1].ShouldBe("Shorrocks mobility – (fewer than two classes with 10 moves)");
        lines[^1].ShouldBe(MigrationWords.Overlap.English);
    }

    [Fact]
    public void Interval_RefusedRow_IsEmpty()
    {
        Page(3).Pooled.Matrix.Rows[0].Cells.ShouldAllBe(c => MigrationWords.Interval(c).Length == 0);
        // Twelve of twelve firms fall: the whole share with an interval that ends there.
        var fall = Page(12).Pooled.Matrix.Rows[0].Cell(MigrationState.Speculative);
        MigrationWords.Interval(fall).ShouldEndWith("–100%");
    }

    [Fact]
    public void Sample_NoFirms_SaysSo() => MigrationWords.Sample(Page(0)).English.ShouldBe("No firm has a class at both ends of a step.");

    private static MigrationPage Page(int firms) => MigrationPage.Of(
        ExampleFacts.Set(Enumerable.Range(0, firms).SelectMany(i => FirmAccounts.Years($"f{i:00}", (1970, FirmAccounts.Hedge), (1971, FirmAccounts.Speculative)))),
        horizon: 4, MigrationWeight.Count);
}
