using Froth.Core.Indicators;
using Froth.Core.Reports;

namespace Froth.Tests.Reports;

public sealed class LineThinningTests
{
    [Fact]
    public void Thin_LongLine_KeepsEndsPeaksTroughsAndGaps()
    {
        var readings = Enumerable.Range(0, 5000).Select(i => new Reading
        {
            Date = new DateOnly(2000, 1, 1).AddDays(i),
            Value = i is > 2000 and < 2100 ? double.NaN : Math.Sin(i / 40.0) + (i == 1234 ? 9 : i == 3210 ? -9 : 0),
        }).ToList();
        var thin = LineThinning.Thin(readings, 160);
        thin.Count.ShouldBeLessThanOrEqualTo(160 * 5 + 5);
        thin[0].ShouldBe(readings[0]);
        thin[^1].ShouldBe(readings[^1]);
        thin.ShouldContain(readings[1234]);
        thin.ShouldContain(readings[3210]);
        thin.ShouldContain(r => !r.HasValue);
        thin.Select(r => r.Date).ShouldBeInOrder();
    }

    [Fact]
    public void Thin_ShortLine_IsUntouched()
    {
        List<Reading> readings = [new() { Date = new(2020, 1, 1), Value = 1 }];
        LineThinning.Thin(readings, 160).ShouldBeSameAs(readings);
    }
}
