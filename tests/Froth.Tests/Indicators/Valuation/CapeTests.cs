using System.Globalization;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Valuation;

namespace Froth.Tests.Indicators.Valuation;

public sealed class CapeTests
{
    [Fact]
    public void Cape_RecordedMonths_GivesTheReferenceNumbers()
    {
        var series = new Cape().ComputeOn(Recorded.Market()).Headline;

        foreach (var expected in Recorded.Vector("cape").Out.EnumerateObject())
            series.At(expected.Name).Value.ShouldBe(expected.Value.GetDouble(), 0.005, expected.Name);
        series.At("1999-12").Date.ShouldBe(new DateOnly(1999, 12, 31));
        series.Readings[0].Date.ShouldBe(new DateOnly(1881, 1, 31));
        series.Latest!.Date.ShouldBe(new DateOnly(2023, 7, 31), "the earnings of June 2023 are the last ones, and July's price has its 120 months");
    }

    [Fact]
    public void Cape_Lineage_IsThePriceAndTheTenYearsBefore()
    {
        var reading = new Cape().ComputeOn(Recorded.Market()).Headline.At("1999-12");

        reading.Lineage.Count.ShouldBe(121);
        reading.Lineage.Min(f => f.Date).ShouldBe(new DateOnly(1989, 12, 31));
        reading.Lineage.Where(f => f.Date == reading.Date).ShouldHaveSingleItem();
        reading.Lineage[120].Date.ShouldBe(new DateOnly(1999, 11, 30));
        Should.Throw<ArgumentOutOfRangeException>(() => reading.Lineage[121]);
    }

    [Fact]
    public void ExcessCapeYield_RecordedMonths_GivesTheReferenceNumbers()
    {
        var series = new ExcessCapeYield().ComputeOn(Recorded.Market()).Headline;

        foreach (var expected in Recorded.Vector("ecy_pct").Out.EnumerateObject())
            (series.At(expected.Name).Value * 100).ShouldBe(expected.Value.GetDouble(), 0.01, expected.Name);
        series.At("1999-12").Lineage.Count.ShouldBe(124);
    }

    [Fact]
    public void CapeLogDeviation_RecordedMonths_GivesTheReferenceNumbers()
    {
        var series = new CapeLogDeviation().ComputeOn(Recorded.Market()).Headline;

        foreach (var expected in Recorded.Vector("cape.logdev.realtime").Out.EnumerateObject())
        {
            var reading = series.At(expected.Name);
            reading.Value.ShouldBe(expected.Value.GetProperty("logdev").GetDouble(), 0.001);
            reading.Parts[0].Value.ShouldBe(expected.Value.GetProperty("z").GetDouble(), 0.001);
            if (expected.Value.TryGetProperty("pctl", out var percentile)) reading.Parts[1].Value.ShouldBe(percentile.GetDouble(), 0.001);
        }

        series.Readings[0].Date.ShouldBe(new DateOnly(1891, 1, 31), "120 earlier months of CAPE are needed");
        series.Readings[0].Lineage.Count.ShouldBe(121 + 240);
        series.Readings[0].Lineage.Max(f => f.Date).ShouldBe(series.Readings[0].Date);
    }

    [Fact]
    public void Cape_MonthMissing_LeavesTenYearsOfGap()
    {
        var all = Recorded.Market().AllObservations;
        var hole = new DateOnly(1950, 6, 30);
        var series = new Cape().ComputeOn(ExampleFacts.Set(all.Where(o => !(o.Concept == "real-earnings" && o.Date == hole)))).Headline;

        series.Readings.ShouldNotContain(r => r.Date > hole && r.Date <= new DateOnly(1960, 6, 30));
        series.At("1950-06").HasValue.ShouldBeTrue();
        series.At("1960-07").HasValue.ShouldBeTrue();
    }

    [Fact]
    public void PriceEarningsTrailing_Index_IsInThePanelByMonth()
    {
        var result = new PriceEarningsTrailing().ComputeOn(Recorded.Market());

        result.For("sp500")!.At("2023-06").Value.ShouldBe(4345.372857142857 / 181.17, 1e-9);
        result.For("sp500")!.Latest!.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture).ShouldBe("2023-06");
        result.Headline.Latest!.Missing.ShouldBe(MissingReason.NoData);
    }
}
