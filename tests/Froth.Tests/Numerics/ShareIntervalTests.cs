using Froth.Numerics;

namespace Froth.Tests.Numerics;

public sealed class ShareIntervalTests
{
    // By hand from the score formula with z = 1.6448536.
    [Theory]
    [InlineData(8, 12, 0.4314916133, 0.8405146551)]
    [InlineData(3, 10, 0.1268765839, 0.5583002041)]
    [InlineData(0, 10, 0, 0.2129419701)]
    [InlineData(10, 10, 0.7870580299, 1)]
    public void Of_Counts_IsWilsonsInterval(int k, int n, double low, double high)
    {
        var interval = ShareInterval.Of(k, n);
        interval.Low.ShouldBe(low, 1e-9);
        interval.High.ShouldBe(high, 1e-9);
    }

    [Fact]
    public void Difference_NineOfTenAndOneOfTen_IsNewcombesInterval()
    {
        var (value, low, high) = ShareInterval.Difference(9, 10, 1, 10);
        value.ShouldBe(0.8, 1e-12);
        low.ShouldBe(0.4496729006, 1e-9);
        high.ShouldBe(0.9094107613, 1e-9);
    }

    [Fact]
    public void NothingCounted_IsNaNAndMisuseThrows()
    {
        double.IsNaN(ShareInterval.Of(0, 0).Low).ShouldBeTrue();
        double.IsNaN(ShareInterval.Difference(1, 2, 0, 0).Value).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => ShareInterval.Of(3, 2)).Message.ShouldContain("3 of 2");
    }
}
