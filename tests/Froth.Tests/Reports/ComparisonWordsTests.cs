using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Reports;

namespace Froth.Tests.Reports;

public sealed class ComparisonWordsTests
{
    private static readonly CountryComparisonRow Row = new()
    {
        Id = "share", Group = Bilingual.Same("g"), Title = Bilingual.Same("t"), Unit = Unit.Ratio, Display = Display.Percent, Counted = new("deals", "笔"), First = new(), Second = new(),
    };

    [Theory]
    [InlineData(double.NaN, double.NaN, "")]
    [InlineData(0.1, double.NaN, "≥ 10.0%")]
    [InlineData(double.NaN, 0.2, "≤ 20.0%")]
    [InlineData(0.1, 0.2, "10.0% – 20.0%")]
    [InlineData(0.1, 0.10001, "")]
    public void Range_OpenEnds_AreSaidToBeOpen(double low, double high, string text) =>
        ComparisonWords.Range(Row, new CountryComparisonSide { Value = 0.15, Low = low, High = high }, Language.English).ShouldBe(text);

    [Fact]
    public void Small_RangeCountAndCoverage_StandInOneLine() =>
        ComparisonWords.Small(Row, new CountryComparisonSide { Value = 0.15, Low = 0.1, Count = 7, Coverage = 0.5 }, Language.SimplifiedChinese).ShouldBe("≥ 10.0% · 笔 7 · 覆盖率 50.0%");

    [Fact]
    public void Names_MoreThanFour_AreCounted() =>
        ComparisonWords.Names(new CountryComparisonSide { Names = [.. "abcdef".Select(c => Bilingual.Same($"{c}"))] }, Language.English).ShouldBe("a, b, c, d +2");

    [Fact]
    public void Missing_NamedTwice_IsToldOnce() =>
        ComparisonWords.Missing([new() { Missing = [new("a", "甲"), new("b", "乙")] }, new() { Missing = [new("a", "甲")] }], Language.SimplifiedChinese).ShouldBe(["甲", "乙"]);
}
