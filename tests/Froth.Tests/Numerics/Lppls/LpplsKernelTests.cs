using System.Runtime.Intrinsics;
using CsCheck;
using Froth.Numerics;

namespace Froth.Tests.Numerics.Lppls;

public sealed class LpplsKernelTests
{
    private static readonly Gen<LpplsPoint> Places = Gen.Select(Gen.Double[0.001, 0.3], Gen.Double[0.05, 1.8], Gen.Double[1, 40])
        .Select((s, m, w) => new LpplsPoint { Shift = s, Power = m, Frequency = w });

    [Fact]
    public void Value_ThreeWidths_AgreeToTwelveDigits() => Gen.Select(Places, Gen.Int[14, 90], Gen.ULong).Sample((at, rows, seed) =>
    {
        var one = Valued(LaneWidth.One, at, rows, seed);
        foreach (var width in new[] { LaneWidth.Four, LaneWidth.Eight })
        {
            var other = Valued(width, at, rows, seed);
            other.Sse.ShouldBe(one.Sse, 1e-12 * one.Sse);
            Near(other.A1, one.A1);
            Near(other.G0, one.G0);
            Near(other.G1, one.G1);
            Near(other.G2, one.G2);
            Near(other.E00, one.E00);
            Near(other.H22, one.H22);
        }

        // Single sums may cancel; what they are made of is of the size of one.
        static void Near(double a, double b) => a.ShouldBe(b, 1e-9 * (1 + Math.Abs(b)));
    }, iter: 300);

    [Fact]
    public void Scan_ThreeWidths_AgreeWithEachOtherAndWithTheFullFit()
    {
        double[] powers = [0.1, 0.5, 1.1];
        var times = LpplsSamples.Weekdays(77);
        var values = LpplsSamples.Walk(77, 5);
        foreach (var width in Enum.GetValues<LaneWidth>())
        {
            var kernel = new LpplsKernel(width);
            kernel.Load(times, values);
            var sse = new double[powers.Length * 60];
            kernel.Scan(0.03, powers, 2, 0.5, sse);
            for (var i = 0; i < sse.Length; i++)
            {
                var point = new LpplsPoint { Shift = 0.03, Power = powers[i / 60], Frequency = 2 + 0.5 * (i % 60) };
                kernel.Value(ref point);
                sse[i].ShouldBe(point.Sse, 1e-11 * point.Sse);
            }
        }
    }

    [Fact]
    public void Gradient_AnyPlace_MatchesDifferences() => Gen.Select(Places, Gen.ULong).Sample((at, seed) =>
    {
        var kernel = Loaded(LaneWidth.Four, 60, seed);
        var here = Valued(kernel, at);
        // Minus half the sum of squares rises along the gradient.
        Check(here.G0, h => at with { Shift = at.Shift + h }, at.Shift);
        Check(here.G1, h => at with { Power = at.Power + h }, at.Power);
        Check(here.G2, h => at with { Frequency = at.Frequency + h }, at.Frequency);

        void Check(double exact, Func<double, LpplsPoint> move, double size)
        {
            var h = 1e-5 * size;
            var difference = -(Valued(kernel, move(h)).Sse - Valued(kernel, move(-h)).Sse) / (4 * h);
            (size * exact).ShouldBe(size * difference, 1e-5 * kernel.Total);
        }
    }, iter: 200);

    [Fact]
    public void SecondDerivatives_AnyPlace_MatchDifferencesOfTheGradient() => Gen.Select(Places, Gen.ULong).Sample((at, seed) =>
    {
        var kernel = Loaded(LaneWidth.Four, 60, seed);
        var here = Valued(kernel, at);
        var (s, m, w) = (at.Shift, at.Power, at.Frequency);
        var (up, down) = Around(h => at with { Shift = s + h * s });
        Near(here.E00 * s * s, (down.G0 - up.G0) * s);
        Near(here.E01 * s * m, (down.G1 - up.G1) * m);
        Near(here.E02 * s * w, (down.G2 - up.G2) * w);
        (up, down) = Around(h => at with { Power = m + h * m });
        Near(here.E11 * m * m, (down.G1 - up.G1) * m);
        Near(here.E12 * m * w, (down.G2 - up.G2) * w);
        (up, down) = Around(h => at with { Frequency = w + h * w });
        Near(here.E22 * w * w, (down.G2 - up.G2) * w);

        (LpplsPoint, LpplsPoint) Around(Func<double, LpplsPoint> move) => (Valued(kernel, move(1e-6)), Valued(kernel, move(-1e-6)));
        void Near(double exact, double difference) => exact.ShouldBe(difference / 2e-6, 1e-3 * kernel.Total + 1e-5 * Math.Abs(exact));
    }, iter: 200);

    [Fact]
    public void Kaufman_ExactCurve_IsTheExactCurvature()
    {
        // Without residuals the terms that Kaufman leaves out are zero.
        var times = LpplsSamples.Weekdays(100);
        var kernel = new LpplsKernel();
        kernel.Load(times, LpplsSamples.Curve(times, times[^1] + 10, 0.5, 8));
        var length = times[^1] - times[0];
        var point = Valued(kernel, new LpplsPoint { Shift = 10 / length, Power = 0.5, Frequency = 8 });
        point.Sse.ShouldBeLessThan(1e-24);
        point.H00.ShouldBe(point.E00, 1e-8 * point.E00);
        point.H11.ShouldBe(point.E11, 1e-8 * point.E11);
        point.H22.ShouldBe(point.E22, 1e-8 * point.E22);
    }

    [Fact]
    public void Elementary_WhereTheFitUsesThem_AreGoodToTheLastDigits() => Gen.Select(Gen.Double[1e-9, 3], Gen.Double[-60, 60]).Sample((u, w) =>
    {
        var log = LanesMath<Vector256<double>, FourLanes>.Log(Vector256.Create(u))[0];
        log.ShouldBe(Math.Log(u), 5e-16 * Math.Max(Math.Abs(Math.Log(u)), 1e-2));
        var less = LanesMath<Vector256<double>, FourLanes>.ExpLessOne(Vector256.Create(w / 10))[0];
        less.ShouldBe(Math.Exp(w / 10) - 1, 1e-15 * Math.Exp(Math.Abs(w / 10)));
        var angle = w * log;
        var sine = LanesMath<Vector256<double>, FourLanes>.SinCos(Vector256.Create(angle), out var cosine)[0];
        sine.ShouldBe(Math.Sin(angle), 4e-16);
        cosine[0].ShouldBe(Math.Cos(angle), 4e-16);
    }, iter: 20_000);

    [Fact]
    public void ExpLessOne_NearZero_LosesNothing()
    {
        var tiny = LanesMath<double, ScalarLanes>.ExpLessOne(1e-10);
        tiny.ShouldBe(1e-10 + 0.5e-20, 1e-25);
    }

    private static LpplsPoint Valued(LaneWidth width, LpplsPoint at, int rows, ulong seed) => Valued(Loaded(width, rows, seed), at);

    private static LpplsPoint Valued(LpplsKernel kernel, LpplsPoint at)
    {
        kernel.Value(ref at);
        kernel.Derivatives(ref at);
        return at;
    }

    private static LpplsKernel Loaded(LaneWidth width, int rows, ulong seed)
    {
        var kernel = new LpplsKernel(width);
        kernel.Load(LpplsSamples.Weekdays(rows), LpplsSamples.Walk(rows, seed));
        return kernel;
    }
}
