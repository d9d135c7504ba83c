using Froth.Core;
using Froth.Core.Firms;
using Froth.Core.Reports;
using Froth.Tests.Firms;

namespace Froth.Tests.Reports;

public sealed class HeadTailWordsTests
{
    private static readonly DateOnly Day = new(1970, 12, 31);

    [Fact]
    public void Answer_TwelveSafeLeadersAndTwelveInTheTail_IsSupported()
    {
        var head = Table(12);
        HeadTailWords.Answer(head).English.ShouldBe("\"Leaders are hedge-financed, the tail is Ponzi-financed\": supported");
        HeadTailWords.Answer(head).Chinese.ShouldBe("“头部为对冲型，尾部为庞氏型”：支持");
        // Wilson, 90 %: n / (n + 1.6449²) = 12 / 14.7055 = 0.816.
        HeadTailWords.Figure(head.Claims[0]).ShouldBe("100.0% (81.6%–100.0%, n 12)");
        HeadTailWords.Share(head.Upper, MigrationState.Hedge).ShouldBe("12 (82%–100%)");
        HeadTailWords.Share(head.Upper, MigrationState.Ponzi).ShouldBe("0 (0%–18%)");
    }

    [Fact]
    public void Answer_TooFewFirms_IsNotDecided() => HeadTailWords.Answer(Table(3)).English.ShouldEndWith(": not decided");

    [Fact]
    public void Share_NoFirmWithAClass_IsADash() => HeadTailWords.Share(new SizeGroup(1, []), MigrationState.Hedge).ShouldBe(NumberText.None);

    [Theory]
    [InlineData(0, "–")]
    [InlineData(3, "12.3× (n 3)")]
    public void Median_TellsHowManyFirms(int n, string text) => HeadTailWords.Median(n == 0 ? double.NaN : 12.34, n).ShouldBe(text);

    private static HeadAndTail Table(int half) => HeadAndTail.On(FirmAccounts.Inputs(Enumerable.Range(0, 2 * half).SelectMany(i => Firm(i, i < half)), HeadAndTail.Inputs), Day);

    private static IEnumerable<Froth.Core.Data.Fact> Firm(int number, bool isLarge) =>
    [
        .. FirmAccounts.Years($"f{number:00}", (1970, isLarge ? FirmAccounts.Hedge : FirmAccounts.Ponzi)),
        FirmAccounts.Instant($"f{number:00}", FirmConcepts.Assets, "1970-12-31", isLarge ? 1000 : 100),
    ];
}
