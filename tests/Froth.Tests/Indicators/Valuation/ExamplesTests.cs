using Froth.Core.Indicators;

namespace Froth.Tests.Indicators.Valuation;

public sealed class ExamplesTests
{
    [Fact]
    public void Examples_OfEveryValuationIndicator_ComeOut()
    {
        var indicators = IndicatorCatalogue.All.Where(i => i.Definition.Pillar == Pillar.Valuation).ToList();
        indicators.Count.ShouldBeGreaterThanOrEqualTo(12);
        foreach (var indicator in indicators)
        {
            foreach (var example in indicator.Examples)
            {
                var series = indicator.ComputeOn(ExampleFacts.Set(example.Facts, example.Entities)).For(example.Entity);
                var reading = example.Date is { } day ? series!.Readings.Single(r => r.Date == day) : series!.Latest!;
                var name = $"{indicator.Definition.Id}: {example.Title.English}";
                if (double.IsNaN(example.Expected)) reading.Value.ShouldBe(double.NaN, name);
                else reading.Value.ShouldBe(example.Expected, example.Tolerance, name);
                reading.Missing.ShouldBe(example.ExpectedMissing, name);
                if (!double.IsNaN(example.ExpectedLow)) reading.Low.ShouldBe(example.ExpectedLow, example.Tolerance, name);
                if (!double.IsNaN(example.ExpectedHigh)) reading.High.ShouldBe(example.ExpectedHigh, example.Tolerance, name);
            }
        }
    }
}
