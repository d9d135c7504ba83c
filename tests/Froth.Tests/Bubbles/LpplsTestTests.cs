using Froth.Core.Bubbles;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Tests.Bubbles;

public class LpplsTestTests
{
    private static readonly LpplsTestSettings Small = new() { Ends = 2, Every = 10, Longest = 200, Shortest = 100, Step = 20, Replications = 4, Threads = 1 };

    [Fact]
    public void Ends_DatesWithoutRoomForAWindow_AreLeftOut()
    {
        LpplsTest.Ends(100, new LpplsTestSettings { Ends = 3, Every = 10, Shortest = 85 }).ShouldBe([89, 99]);
        LpplsTest.Ends(84, new LpplsTestSettings { Ends = 3, Every = 10, Shortest = 85 }).ShouldBeEmpty();
        LpplsTest.Ends(1000, new LpplsTestSettings()).Count.ShouldBe(13);
    }

    [Theory]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 6.8)]
    [InlineData(1, 8)]
    public void Quantile_FourNumbers_IsInterpolatedLinearly(double share, double expected) => LpplsTest.Quantile([1, 2, 4, 8], share).ShouldBe(expected, 1e-12);

    [Fact]
    public void Quantile_OfNone_IsNaN() => LpplsTest.Quantile([], 0.5).ShouldBe(double.NaN);

    [Fact]
    public void Reaching_AShare_CountsPathsAtOrAboveIt()
    {
        var of = new LpplsNullResult(LpplsNullKind.RandomWalk, null, new LpplsNull(1, 0, 0, 4, [0, 0.25, 0.5, 0.125], [0, 0, 0, 0.5]));
        of.Reaching(0.25, isRising: true).ShouldBe(new FalseAlarms(2, 4));
        of.Reaching(0.25, isRising: false).ShouldBe(new FalseAlarms(1, 4));
        of.Reaching(0, isRising: true).ShouldBeNull();
        // Wilson's interval of 2 in 4 at 90 percent, worked out separately.
        var (low, high) = of.Reaching(0.25, isRising: true)!.Value.Interval;
        low.ShouldBe(0.182_41, 1e-4);
        high.ShouldBe(0.817_59, 1e-4);
    }

    [Fact]
    public void Confidence_ALogPeriodicRise_QualifiesAsRisingAndItsMirrorAsFalling()
    {
        var (up, down) = (LpplsTest.Confidence(Curve(1), Small)[^1], LpplsTest.Confidence(Curve(-1), Small)[^1]);
        (up.Windows, up.RisingShare, up.FallingShare).ShouldBe((6, 1, 0));
        (down.RisingShare, down.FallingShare).ShouldBe((0, 1));
        // The curve's own tc lies eight rows after its last one.
        LpplsTest.Quantile(up.RisingShifts, 0.5).ShouldBe(8, 0.5);
    }

    [Fact]
    public void Confidence_WindowsBeforeTheSeries_StayInTheDenominatorAndAreTold()
    {
        var settings = Small with { Ends = 1, Longest = 300 };
        var series = Curve(1);
        var ends = LpplsTest.Confidence(series, settings);
        ends[0].Windows.ShouldBe(11);
        ends[0].Rising.ShouldBeLessThanOrEqualTo(6);
        LpplsTest.Read(series, settings, ends, [], null).Notes.ShouldContain(n => n.English.StartsWith("5 of 11 windows begin before", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LpplsNullKind.RandomWalk)]
    [InlineData(LpplsNullKind.Garch)]
    public void Null_OneAndTwoThreads_GiveTheSameShares(LpplsNullKind kind)
    {
        var (one, two) = (LpplsTest.Null(Curve(1), Small, kind), LpplsTest.Null(Curve(1), Small, kind, new LpplsRun(2)));
        one.Shares!.Paths.ShouldBe(4);
        two.Shares!.RisingShares.ShouldBe(one.Shares.RisingShares);
        two.Shares.FallingShares.ShouldBe(one.Shares.FallingShares);
    }

    [Fact]
    public void Null_GarchOfTooFewChanges_SaysWhyThereAreNoPaths()
    {
        var series = new PriceSeries("p", [.. Enumerable.Range(0, 40).Select(i => 100 + i % 7)]);
        var found = LpplsTest.Null(series, Small with { Longest = 30, Shortest = 20 }, LpplsNullKind.Garch);
        (found.Garch!.Status, found.Shares).ShouldBe((GarchStatus.TooShort, null));
        found.Reaching(0.5, isRising: true).ShouldBeNull();
        LpplsWords.Of(found.Garch.Status)!.Value.English.ShouldContain("no GARCH paths");
    }

    [Fact]
    public void Confidence_APriceOfZero_NamesIt() =>
        Should.Throw<InvalidOperationException>(() => LpplsTest.Confidence(new PriceSeries("p", [1, 0, 2]), Small)).Message.ShouldContain("Level 1");

    // Exponent 0.5, angular log-frequency 9, damping 1, tc 8 rows after the last of 200 rows.
    private static PriceSeries Curve(int sign)
    {
        const double B = -0.05;
        var prices = new double[200];
        for (var t = 0; t < prices.Length; t++)
        {
            double left = 207 - t;
            prices[t] = Math.Exp(sign * (8 + Math.Sqrt(left) * (B + B * 0.5 / 9 * Math.Cos(9 * Math.Log(left)))) + (sign < 0 ? 16 : 0));
        }

        return new PriceSeries("curve", prices);
    }
}
