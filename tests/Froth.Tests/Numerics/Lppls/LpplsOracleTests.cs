using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Froth.Numerics;
using Froth.Testing;

namespace Froth.Tests.Numerics.Lppls;

public sealed partial class LpplsOracleTests
{
    [Fact]
    public void Of_EveryReferenceWindowAndBox_ReachesTheGlobalOptimum()
    {
        var (times, logPrices) = LpplsSamples.Nasdaq();
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Shared("oracles", "lppls", "global_optima_nasdaq.json")));
        var seen = 0;
        foreach (var window in file.RootElement.EnumerateArray())
        {
            var from = Array.IndexOf(times, window.GetProperty("t1").GetDouble());
            var rows = window.GetProperty("n").GetInt32();
            times[from + rows - 1].ShouldBe(window.GetProperty("t2").GetDouble());
            foreach (var reference in window.GetProperty("reference").EnumerateArray())
            {
                var fit = LpplsFit.Of(times.AsSpan(from, rows), logPrices.AsSpan(from, rows), BoxOf(reference.GetProperty("box").GetString()!));
                Agree(fit, reference);
                seen++;
            }
        }

        seen.ShouldBe(8);
    }

    private static void Agree(LpplsFit fit, JsonElement reference)
    {
        fit.Status.ShouldBe(LpplsStatus.Fitted);
        var sse = Number("sse");
        fit.SumOfSquares.ShouldBe(sse, 1e-8 * sse);
        // The sum of squares is flat around its lowest place, so the place itself is known to about the root of that.
        fit.CriticalTime.ShouldBe(Number("tc"), 1e-4);
        fit.Exponent.ShouldBe(Number("m"), 1e-6);
        fit.Omega.ShouldBe(Number("w"), 1e-5);
        fit.A.ShouldBe(Number("a"), 1e-6 * Math.Abs(Number("a")));
        fit.B.ShouldBe(Number("b"), 1e-5 * Math.Abs(Number("b")));
        fit.C1.ShouldBe(Number("c1"), 1e-5 * Math.Abs(Number("c1") + Number("c2")) + 1e-8);
        fit.C2.ShouldBe(Number("c2"), 1e-5 * Math.Abs(Number("c1") + Number("c2")) + 1e-8);
        fit.Oscillations.ShouldBe(Number("O"), 1e-5);
        fit.Damping.ShouldBe(Number("D"), 1e-5);
        var active = reference.GetProperty("active");
        fit.Active.ShouldBe((active[0].GetInt32(), active[1].GetInt32(), active[2].GetInt32()));

        double Number(string name) => reference.GetProperty(name).GetDouble();
    }

    private static LpplsBox BoxOf(string text)
    {
        var groups = BoxText().Match(text).Groups;
        double[] n = [.. Enumerable.Range(1, 6).Select(i => double.Parse(groups[i].Value, CultureInfo.InvariantCulture))];
        return new LpplsBox(n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    [GeneratedRegex(@"t2\+([\d.]+)dt,t2\+([\d.]+)dt\], m in \[([\d.]+),([\d.]+)\], w in \[([\d.]+),([\d.]+)\]")]
    private static partial Regex BoxText();
}
