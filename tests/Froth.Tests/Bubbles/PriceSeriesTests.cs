using Froth.Core.Bubbles;

namespace Froth.Tests.Bubbles;

public sealed class PriceSeriesTests
{
    [Theory]
    [InlineData(1, PriceFrequency.Daily)]
    [InlineData(7, PriceFrequency.Weekly)]
    [InlineData(31, PriceFrequency.Monthly)]
    [InlineData(91, PriceFrequency.Quarterly)]
    [InlineData(365, PriceFrequency.Annual)]
    [InlineData(17, PriceFrequency.Irregular)]
    public void Frequency_OfEvenDates_IsToldByTheirDistance(int days, PriceFrequency expected)
    {
        var dates = Enumerable.Range(0, 30).Select(i => new DateOnly(2000, 1, 1).AddDays(i * days)).ToList();
        new PriceSeries("p", [.. Enumerable.Range(1, 30).Select(i => (double)i)], dates).Frequency.ShouldBe(expected);
        PriceFrequencies.NameOf(expected).Chinese.ShouldNotBeEmpty();
    }

    [Fact]
    public void Frequency_OfDaysOfTrade_IsDaily()
    {
        var dates = Enumerable.Range(0, 60).Select(i => new DateOnly(2024, 1, 1).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        PriceFrequencies.Of(dates).ShouldBe(PriceFrequency.Daily);
        PriceFrequencies.MedianGap(dates).ShouldBe(1);
    }

    [Fact]
    public void Series_WithoutDates_IsCounted()
    {
        var series = new PriceSeries("p", [1, 2, 3]);
        series.Frequency.ShouldBe(PriceFrequency.Counted);
        series.Label(2).ShouldBe("2");
        Should.Throw<ArgumentOutOfRangeException>(() => series.Label(3));
    }

    [Fact]
    public void Series_BadInput_IsRefusedByPlace()
    {
        Should.Throw<ArgumentException>(() => new PriceSeries("p", [])).Message.ShouldContain("no level");
        Should.Throw<ArgumentException>(() => new PriceSeries("p", [1, double.NaN])).Message.ShouldContain("Level 1");
        Should.Throw<ArgumentException>(() => new PriceSeries("p", [1, 2], [new(2000, 1, 1)])).Message.ShouldContain("1 dates for 2");
        Should.Throw<ArgumentException>(() => new PriceSeries("p", [1, 2], [new(2000, 1, 2), new(2000, 1, 2)])).Message.ShouldContain("Date 1");
        Should.Throw<InvalidOperationException>(() => new PriceSeries("p", [1, 0]).Logged()).Message.ShouldContain("Level 1");
    }
}
