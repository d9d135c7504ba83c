using CsCheck;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Valuation;
using Froth.Core.Signals;
using Froth.Numerics;
using Froth.Tests.Indicators;
using Froth.Tests.Indicators.Valuation;

namespace Froth.Tests.Signals;

public sealed class TrendGapTests
{
    [Fact]
    public void Trend_DenseVector_IsTheReference()
    {
        var vector = VectorFile.Of("hp.dense");
        var (values, expected) = (vector.Ins("y"), vector.Outs("trend"));
        var trend = new double[values.Length];
        HodrickPrescott.Trend(values, vector.In("lambda"), trend);
        for (var i = 0; i < trend.Length; i++) trend[i].ShouldBe(expected[i], vector.Tolerance);
    }

    [Fact]
    public void CapeGapOneSided_RecordedMonths_GivesTheReferenceNumbers()
    {
        var market = Recorded.Market();
        var series = new CapeGapOneSided().ComputeOn(market).Headline;
        // The reference took the ratios as printed, with two decimals; the indicator does not round, which moves the gap by up to 0.005.
        List<Reading> quarters = [.. new Cape().ComputeOn(market).Headline.Readings.Where(r => r.Date.Month % 3 == 0 && r.Date >= new DateOnly(1950, 3, 1))];
        var printed = TrendGap.Of([.. quarters.Select(r => Math.Round(r.Value, 2))]);

        foreach (var expected in Recorded.Vector("hp.onesided.cape").Out.EnumerateObject())
        {
            var (gap, trend) = (expected.Value.GetProperty("gap").GetDouble(), expected.Value.GetProperty("trend").GetDouble());
            var reading = series.At(expected.Name);
            var point = printed[quarters.FindIndex(r => r.Date == reading.Date)];
            point.Gap.ShouldBe(gap, 0.002, expected.Name);
            point.Trend.ShouldBe(trend, 0.002, expected.Name);
            reading.Value.ShouldBe(gap, 0.005, expected.Name);
            reading.Parts[0].Value.ShouldBe(trend, 0.005, expected.Name);
        }

        series.Readings[0].Date.ShouldBe(new DateOnly(1959, 12, 31), "the fortieth quarter from March 1950");
        series.Readings[0].Lineage.Count.ShouldBe(40 + 120 + 39 * 3, "forty prices, ten years of earnings and those of the months since");
        series.Readings[0].Lineage.Max(f => f.Date).ShouldBe(series.Readings[0].Date);
    }

    [Fact]
    public void CapeGapOneSided_QuarterMissing_StartsTheCountAgain()
    {
        var hole = new DateOnly(1990, 6, 30);
        var all = Recorded.Market().AllObservations;
        var readings = new CapeGapOneSided().ComputeOn(ExampleFacts.Set(all.Where(o => !(o.Concept == "real-price" && o.Date == hole)))).Headline.Readings;

        readings.ShouldNotContain(r => r.Date >= hole && r.Date < new DateOnly(2000, 6, 30));
        readings.ShouldContain(r => r.Date == new DateOnly(2000, 6, 30));
    }

    [Fact]
    public void Cycle_RecordedIndex_HasThePublishedSpread()
    {
        var vector = VectorFile.Of("hamilton.sp500");
        double[] logs = [.. Recorded.Market().AllObservations.Where(o => o.Concept == "price" && o.Date.Month % 3 == 0 && o.Date >= new DateOnly(1950, 3, 1) && o.Date <= new DateOnly(2016, 6, 30))
            .OrderBy(o => o.Date).Select(o => 100 * Math.Log(o.Double))];
        var cycle = new double[logs.Length];
        HamiltonFilter.Cycle(logs, 8, 4, cycle).ShouldBe((int)vector.Out("n_resid"));
        Spread(cycle[11..]).ShouldBe(vector.Out("sd_cycle"), vector.Tolerance);
        Spread([.. logs.Skip(8).Select((v, i) => v - logs[i])]).ShouldBe(vector.Out("sd_randomwalk"), vector.Tolerance);
    }

    /// <summary>
    /// The series of the reference hamilton.gdp is not among the recorded files, so its three residuals cannot be held here. In its place stands a
    /// synthetic series whose residuals were worked out in exact fractions by another program.
    /// </summary>
    [Fact]
    public void Cycle_SyntheticSeries_IsThatOfExactFractions()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(i => 800.0 + 2 * i + 7 * i * i % 31)];
        var cycle = new double[60];
        HamiltonFilter.Cycle(values, 8, 4, cycle).ShouldBe(49);
        cycle[57].ShouldBe(-1.1163099511173344, 1e-9);
        cycle[58].ShouldBe(4.335015202892241, 1e-9);
        cycle[59].ShouldBe(-4.202864620374355, 1e-9);
    }

    [Fact]
    public void Of_FewerThanFortyQuarters_IsRefused()
    {
        var gaps = TrendGap.Of([.. Enumerable.Range(0, 41).Select(i => i % 7.0)]);
        gaps[..39].ShouldAllBe(g => !g.HasValue && double.IsNaN(g.Cycle));
        gaps[39..].ShouldAllBe(g => g.HasValue && !double.IsNaN(g.Cycle));
        TrendGap.Last(new double[39]).HasValue.ShouldBeFalse();
    }

    [Fact]
    public void Of_LaterQuarters_ChangeNothing() => Gen.Double[1, 50].Array[40, 90].Sample(values =>
    {
        var cut = TrendGap.Of(values.AsSpan(..40))[39];
        var whole = TrendGap.Of(values);
        whole[39].ShouldBe(cut);
        TrendGap.Last(values).Gap.ShouldBe(whole[^1].Gap, 1e-6);
    });

    private static double Spread(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
