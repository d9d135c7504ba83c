using CsCheck;
using Froth.Core.Valuation;

namespace Froth.Tests.Valuation;

public sealed class SalesGrowthModelTests
{
    private static readonly SalesGrowthModel Model = SalesGrowthModel.Usual;

    [Fact]
    public void ImpliedGrowth_OfAValue_IsTheGrowthItWasMadeWith() =>
        Gen.Select(Gen.Double[-0.45, 1.9], Gen.Double[0.09, 0.7]).Sample((growth, margin) =>
            Model.ImpliedGrowth(Model.ValueOverSales(growth, margin), margin).ShouldBe(growth, 1e-9));

    [Fact]
    public void ImpliedGrowth_FatterMargin_NeedsLess()
    {
        var growth = new[] { Model.FatMargin, Model.Margin, Model.ThinMargin }.Select(m => Model.ImpliedGrowth(10, m)).ToList();
        growth.ShouldBeInOrder();
        growth[1].ShouldBe(0.2387440857, 1e-9);
    }

    [Theory]
    [InlineData(10, 0.05)]
    [InlineData(0.1, 0.25)]
    [InlineData(1e9, 0.25)]
    [InlineData(double.NaN, 0.25)]
    [InlineData(10, double.NaN)]
    public void ImpliedGrowth_WithoutAnswer_IsNaN(double multiple, double margin) => Model.ImpliedGrowth(multiple, margin).ShouldBe(double.NaN);

    [Fact]
    public void ResidualIncome_ReturnAsDemanded_IsTheBook() => ResidualIncomeModel.Usual.Value(100, 0.1, 0.1).ShouldBe(100, 1e-12);

    [Fact]
    public void ResidualIncome_Losses_EatTheBook() => ResidualIncomeModel.Usual.Value(100, -0.3, 0.1).ShouldBe(15.4798795, 1e-6);

    [Fact]
    public void ResidualIncome_ResearchAsset_IsAStraightLine()
    {
        ResidualIncomeModel.Usual.ResearchAsset([30, 24, 18, 14, 12]).ShouldBe(68, 1e-12);
        Should.Throw<ArgumentException>(() => ResidualIncomeModel.Usual.ResearchAsset([30, 24, 18, 14]));
        Should.Throw<ArgumentOutOfRangeException>(() => ResidualIncomeModel.Usual.Value(0, 0.1, 0.1));
    }
}
