using Froth.Core.Valuation;
using Froth.Tests.Indicators;

namespace Froth.Tests.Valuation;

public sealed class ImpliedPremiumTests
{
    [Fact]
    public void Return_ReferenceYear_GivesTheReferenceNumbers()
    {
        var vector = VectorFile.Of("implied_erp.damodaran.2005-01");
        var r = ImpliedPremium.Return(vector.In("level"), vector.Ins("cf"), vector.In("g_term"));
        r.ShouldBe(vector.Out("r"), vector.Tolerance);
        (r - vector.In("rf")).ShouldBe(vector.Out("erp"), vector.Tolerance);
    }

    [Fact]
    public void Return_FromAYield_IsThatOfTheFlows() =>
        ImpliedPremium.Return(0.03, 0.08, 0.04).ShouldBe(ImpliedPremium.Return(500, [16.2, 17.496, 18.89568, 20.4073344, 22.039921152], 0.04), 1e-12);

    [Theory]
    [InlineData(0, 0.04)]
    [InlineData(-5, 0.04)]
    [InlineData(1, 1.2)]
    public void Return_WithoutSolution_IsNaN(double level, double growth) =>
        ImpliedPremium.Return(level, [1], growth).ShouldBe(double.NaN);

    [Fact]
    public void Return_NoFlow_Throws() => Should.Throw<ArgumentException>(() => ImpliedPremium.Return(1, [], 0.02));
}
