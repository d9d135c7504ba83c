using CsCheck;
using Froth.Core.Data;

namespace Froth.Tests.Data;

public sealed class AmountTests
{
    // Each end is open in one case out of four.
    private static readonly Gen<Amount> AnyAmount = Gen.Select(Gen.Int[-1000, 1000], Gen.Int[0, 1000], Gen.Int[0, 3], Gen.Int[0, 3], (low, width, openLow, openHigh) =>
        Amount.Range(openLow == 0 ? null : low, openHigh == 0 ? null : low + width));

    [Fact]
    public void Sum_CeilingAndRange_StaysOpenBelow()
    {
        var sum = Amount.Range(null, 100) + Amount.Range(15, 50);
        sum.Low.ShouldBeNull();
        sum.High.ShouldBe(150);
        sum.Central.ShouldBeNull();
    }

    [Fact]
    public void FlooredAtZero_Ceiling_BecomesAClosedRange()
    {
        var closed = Amount.Range(null, 100).FlooredAtZero();
        closed.Low.ShouldBe(0);
        closed.Central.ShouldBe(50);
    }

    [Fact]
    public void Range_LowAboveHigh_IsRefused() => Should.Throw<ArgumentException>(() => Amount.Range(2, 1)).ParamName.ShouldBe("low");

    [Fact]
    public void Range_ModeOutside_IsRefused() => Should.Throw<ArgumentException>(() => Amount.Range(1, 2, 3)).ParamName.ShouldBe("mode");

    [Fact]
    public void Addition_AnyAmounts_CommutesAndContainsEveryPairOfPoints() => Gen.Select(AnyAmount, AnyAmount).Sample((a, b) =>
    {
        (a + b).ShouldBe(b + a);
        if (a.Low is { } x && b.Low is { } y) (a + b).Low.ShouldBe(x + y);
        if (a.High is null || b.High is null) (a + b).High.ShouldBeNull();
    });

    [Fact]
    public void Negation_AnyAmount_SwapsTheEndsAndUndoesItself() => AnyAmount.Sample(a =>
    {
        (-a).Low.ShouldBe(-a.High);
        (-(-a)).ShouldBe(a);
        (a * -2).ShouldBe(-a * 2);
    });

    [Fact]
    public void Subtraction_OfItself_ContainsZeroButIsNotZeroForARange()
    {
        var range = Amount.Range(15, 50);
        (range - range).ShouldBe(Amount.Range(-35, 35));
    }
}
