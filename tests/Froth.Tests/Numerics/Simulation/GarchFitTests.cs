using CsCheck;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Tests.Numerics.Simulation;

public sealed class GarchFitTests
{
    // The maximum was found apart from this program by Newton's method on the same likelihood.
    [Fact]
    public void Of_AKnownPath_FindsTheMaximum()
    {
        var fit = GarchFit.Of(Returns(new Garch(0.05, 0.1, 0.1, 0.85), 11, 0, 2000));
        fit.Status.ShouldBe(GarchStatus.Fitted);
        fit.LogLikelihood.ShouldBe(-3508.3007189085974, 1e-6);
        fit.Gain.ShouldBe(163.43258441310718, 1e-6);
        fit.Parameters!.Mean.ShouldBe(0.03713040356995504, 2e-5);
        fit.Parameters.Omega.ShouldBe(0.1085080469495565, 2e-5);
        fit.Parameters.Alpha.ShouldBe(0.10914187365345786, 2e-5);
        fit.Parameters.Beta.ShouldBe(0.8399948628799898, 2e-5);
    }

    [Fact]
    public void Of_ManyPaths_ComesBackToTheParameters()
    {
        var truth = new Garch(0.001, 2e-6, 0.08, 0.9);
        var fits = Enumerable.Range(0, 20).Select(r => GarchFit.Of(Returns(truth, 3, r, 3000))).ToList();
        fits.ShouldAllBe(f => f.Status == GarchStatus.Fitted);
        fits.Average(f => f.Parameters!.Alpha).ShouldBe(0.08, 0.01);
        fits.Average(f => f.Parameters!.Beta).ShouldBe(0.9, 0.015);
        fits.Average(f => f.Parameters!.Mean).ShouldBe(0.001, 0.0002);
    }

    [Fact]
    public void Of_ScaledReturns_ScalesTheParameters() => Gen.Select(Gen.Int[0, 50], Gen.Double[-8, 8]).Sample((replication, power) =>
    {
        var scale = Math.Pow(10, power);
        var returns = Returns(new Garch(0.05, 0.1, 0.15, 0.75), 21, replication, 600);
        var (fit, scaled) = (GarchFit.Of(returns), GarchFit.Of([.. returns.Select(r => r * scale)]));
        scaled.Status.ShouldBe(fit.Status);
        scaled.Gain.ShouldBe(fit.Gain, 1e-5);
        scaled.Parameters!.Alpha.ShouldBe(fit.Parameters!.Alpha, 1e-3);
        scaled.Parameters.Beta.ShouldBe(fit.Parameters.Beta, 1e-3);
        (scaled.Parameters.Omega / (scale * scale)).ShouldBe(fit.Parameters.Omega, 1e-3);
    }, iter: 12);

    [Fact]
    public void Of_AnyPath_StaysInsideTheBoundsAndBeatsAConstantVariance() => Gen.Select(Gen.ULong, Gen.Int[50, 300]).Sample((seed, length) =>
    {
        var returns = new double[length];
        NormalDraws.Fill(seed, 0, returns);
        var fit = GarchFit.Of(returns);
        fit.Status.ShouldNotBe(GarchStatus.NotConverged);
        fit.Gain.ShouldBeGreaterThanOrEqualTo(0);
        var p = fit.Parameters!;
        (p.Omega > 0 && p.Alpha >= 0 && p.Beta >= 0 && p.Persistence < 1).ShouldBeTrue(p.ToString());
        if (fit.Status == GarchStatus.NotIdentified) (p.Alpha, p.Beta).ShouldBe((0, 0));
    }, iter: 60);

    [Fact]
    public void Of_ReturnsThatCannotBeFitted_SaysWhy()
    {
        GarchFit.Of(new double[49]).Status.ShouldBe(GarchStatus.TooShort);
        GarchFit.Of(new double[60]).Status.ShouldBe(GarchStatus.NoVariation);
        GarchFit.Of([.. Enumerable.Repeat(0.1, 60)]).Status.ShouldBe(GarchStatus.NoVariation);
        var broken = Returns(new Garch(0, 1, 0.1, 0.8), 1, 0, 60);
        broken[7] = double.NaN;
        GarchFit.Of(broken).ShouldBe(new GarchFit(GarchStatus.NotFinite, null, double.NaN, double.NaN));
    }

    // Surprises of alternating size never follow each other: the variance does not react upwards.
    [Fact]
    public void Of_NoClustering_IsNotIdentified()
    {
        var returns = Enumerable.Range(0, 400).Select(t => (t % 2 == 0 ? 1.0 : 2.0) * (t / 2 % 2 == 0 ? 1 : -1)).ToArray();
        var fit = GarchFit.Of(returns);
        fit.Status.ShouldBe(GarchStatus.NotIdentified);
        fit.Parameters!.Variance.ShouldBe(2.5, 1e-9);
        fit.Gain.ShouldBe(0);
    }

    // Returns that grow without end have no variance in the long run.
    [Fact]
    public void Of_VarianceThatOnlyGrows_IsAtUnitPersistence()
    {
        var returns = new double[500];
        NormalDraws.Fill(8, 0, returns);
        for (var t = 0; t < returns.Length; t++) returns[t] *= Math.Exp(t / 60.0);
        var fit = GarchFit.Of(returns);
        fit.Status.ShouldBe(GarchStatus.AtUnitPersistence);
        fit.Parameters!.Persistence.ShouldBeInRange(1 - 2e-5, 1 - 1e-7);
    }

    private static double[] Returns(Garch steps, ulong seed, int replication, int count)
    {
        var path = new double[count + 1];
        new GarchWalk(steps).Path(seed, replication, path);
        return [.. path.Skip(1).Zip(path, (b, a) => b - a)];
    }
}
