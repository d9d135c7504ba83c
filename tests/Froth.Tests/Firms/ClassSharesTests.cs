using CsCheck;
using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Tests.Firms;

public sealed class ClassSharesTests
{
    [Fact]
    public void Widths_EveryGrade_HasOneWithItsStanding()
    {
        Perturbation.Widths.Select(w => w.Grade).ShouldBe(Enum.GetValues<Grade>());
        Perturbation.Widths.ShouldAllBe(w => w.Citation.Length > 10);
        Perturbation.Default.Draws.ShouldBe(5000);
        Perturbation.Default.IsCertain(Grade.Filed).ShouldBeTrue();
        Perturbation.Default.IsCertain(Grade.Company).ShouldBeFalse();
    }

    [Fact]
    public void Of_FiguresTakenAsTold_IsExactlyOneWithoutADraw() =>
        Gen.Select(Gen.Int[-60, 200], Gen.Int[0, 80], Gen.Int[0, 400], Gen.Bool).Sample((operating, paid, principal, inside) =>
        {
            var service = Accounts.Service(Accounts.Steady(operating, paid, principal, 0, 0, inside));
            var shares = ClassShares.Of(service);
            shares.Of(service.Class).ShouldBe(1);
            shares.ModalShare.ShouldBe(1);
            shares.Draws.ShouldBe(0);
        }, iter: 30);

    // Cash from operations of 400 is told by the press: its logarithm has a standard deviation of ln 1.15. Interest is told as none.
    [Theory]
    [InlineData(400, 0.5)]
    [InlineData(460, 0.158655)]
    [InlineData(400 / 1.15, 0.841345)]
    [InlineData(400 * 1.3225, 0.022750)]
    public void Of_CashToldByThePress_IsTheNormalShareOfItsLogarithm(double principal, double hedge)
    {
        var shares = ClassShares.Of(Accounts.Service(Graded(Accounts.Steady(100, 0, principal), Concepts.OperatingCashFlow, Grade.Press)));
        shares.Draws.ShouldBe(5000);
        shares.Hedge.ShouldBe(hedge, 0.02, "three standard errors of 5,000 draws are at most 0.0212");
        shares.Speculative.ShouldBe(1 - shares.Hedge, 1e-12, "without interest any positive cash covers it");
        (shares.Hedge + shares.Speculative + shares.Ponzi).ShouldBe(1, 1e-12);
    }

    // Counted by a program of its own, in another language, from the seed, the firm's id and the day.
    [Fact]
    public void Of_CashThatJustMeetsPrincipal_IsTheCountOfDrawsAboveTheirMedian() => ClassShares.Of(
        Accounts.Service(Graded(Accounts.Steady(100, 0, 400), Concepts.OperatingCashFlow, Grade.Press))).Hedge.ShouldBe(0.4846);

    [Fact]
    public void Of_TwoUncertainFigures_MoveByThemselves()
    {
        // Cash 400 against principal 460, both by the press: ln 1.15 over ln 1.15 · √2 is 0.7071, of which the upper tail is 0.2398.
        var facts = Graded(Graded(Accounts.Steady(100, 0, 460), Concepts.OperatingCashFlow, Grade.Press), FirmConcepts.DebtCurrent, Grade.Press);
        ClassShares.Of(Accounts.Service(facts)).Hedge.ShouldBe(0.2398, 0.02);
    }

    [Fact]
    public void Of_InterestInsideOperations_MovesBothSidesAlike()
    {
        // 480 of cash before interest, 80 of it interest; principal 400 falls due. However uncertain interest is, 400 covers 400.
        var shares = ClassShares.Of(Accounts.Service(Graded(Accounts.Steady(100, 20, 400), FirmConcepts.InterestPaid, Grade.Estimated)));
        shares.Hedge.ShouldBe(1);
        ClassShares.Of(Accounts.Service(Graded(Accounts.Steady(100, 100, 0, isInside: false), FirmConcepts.InterestPaid, Grade.Estimated))).Hedge.ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void Of_UnknownClass_StaysUnknown()
    {
        var shares = ClassShares.Of(Accounts.Service(Accounts.Each(Concepts.OperatingCashFlow, 1)));
        shares.ShouldBe(new ClassShares(0, 0, 0, 0, 1, 0));
        shares.Modal.ShouldBe(MinskyClass.Unknown);
    }

    [Fact]
    public void Of_SameSeed_IsTheSameInAnyOrderAndOnAnyThread()
    {
        var services = Enumerable.Range(0, 40).Select(i => Accounts.Service(Graded(Accounts.Steady(100, 0, 380 + i), Concepts.OperatingCashFlow, Grade.Press))).ToList();
        var forward = services.ConvertAll(s => ClassShares.Of(s));
        var threads = new ClassShares[services.Count];
        Parallel.For(0, services.Count, i => threads[services.Count - 1 - i] = ClassShares.Of(services[services.Count - 1 - i], new Perturbation(5000, Perturbation.Default.Seed)));
        threads.ShouldBe(forward);
        ClassShares.Of(services[20], new Perturbation(5000, 1)).ShouldNotBe(forward[20]);
        forward.Zip(forward.Skip(1)).ShouldAllBe(pair => pair.First.Hedge >= pair.Second.Hedge, "the same draws against more principal");
    }

    private static List<Observation> Graded(List<Observation> facts, string concept, Grade grade) => facts.ConvertAll(o => o.Concept == concept ? o with { Grade = grade } : o);
}
