using Froth.Core.Valuation;

namespace Froth.Tests.Indicators.Valuation;

public sealed class GornallStrebulaevTests
{
    [Fact]
    public void FairValue_ReferenceRound_GivesTheReferenceNumbers()
    {
        var (given, expected) = Recorded.Vector("gs.postmoney.min");
        var (investment, fraction) = (given.GetProperty("I").GetDouble(), given.GetProperty("f").GetDouble());
        var shares = Recorded.Numbers(given.GetProperty("p_ipo"));
        var (fair, over) = (Recorded.Numbers(expected.GetProperty("fair")), Recorded.Numbers(expected.GetProperty("overstatement")));

        for (var i = 0; i < shares.Length; i++)
        {
            var model = new GornallStrebulaev
            {
                Volatility = given.GetProperty("sigma").GetDouble(), RisklessRate = given.GetProperty("r").GetDouble(),
                Years = given.GetProperty("T").GetDouble(), ListingShare = shares[i],
            };
            model.FairValue(investment, fraction).ShouldBe(fair[i], 0.01);
            model.Overstatement(investment, fraction).ShouldBe(over[i], 1e-4);
        }

        var ratchet = expected.GetProperty("with_20pct_ipo_ratchet_p0.5");
        var promised = new GornallStrebulaev { ListingRatchet = 0.2 };
        promised.FairValue(investment, fraction).ShouldBe(ratchet.GetProperty("fair").GetDouble(), 0.01);
        promised.Overstatement(investment, fraction).ShouldBe(ratchet.GetProperty("overstatement").GetDouble(), 1e-4);
    }

    [Fact]
    public void FairValue_MoneyScaled_Scales() =>
        new GornallStrebulaev().FairValue(100e9, 0.1).ShouldBe(1e9 * new GornallStrebulaev().FairValue(100, 0.1), 1);

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(100, 0)]
    [InlineData(100, 1)]
    public void FairValue_Impossible_Throws(double investment, double fraction) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new GornallStrebulaev().FairValue(investment, fraction));
}
