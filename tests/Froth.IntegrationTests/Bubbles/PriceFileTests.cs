using System.Globalization;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;

namespace Froth.IntegrationTests.Bubbles;

/// <summary>Files of prices: what is read, and what is refused by line and column.</summary>
public sealed class PriceFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("froth-prices-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("date,close\n2020-01-01,1\n2020-01-02,2.5\n2020-01-03,3e0\n", "close", "date")]
    [InlineData("\uFEFFDate,Open,Close,Volume\r\n2020-01-01,9,1,5\r\n2020-01-02,9,2.5,5\r\n2020-01-03,9,3,5\r\n", "Close", "Date")]
    [InlineData("when,x\n2020-01-01,1\n2020-01-02,2.5\n2020-01-03,3\n", "x", "when")]
    [InlineData("month,value\n2020-01,1\n2020-02,2.5\n2020-03,3\n", "value", "month")]
    [InlineData("trade_date,\"close\"\n20200101,1\n20200102,\"2.5\"\n20200103,3\n", "close", "trade_date")]
    [InlineData("time,price\n2020-01-01T00:00:00Z,1\n2020-01-02 00:00:00,2.5\n2020-01-03,3", "price", "time")]
    [InlineData("name,level\na,1\nb,2.5\nc,3\n", "level", null)]
    [InlineData("Date,Close\n2020/1/1,1\n2020/1/2,2.5\n2020/01/03,3\n", "Close", "Date")]
    [InlineData("日期,收盘\n2020-01-01,1\n2020-01-02,2.5\n2020-01-03,3\n", "收盘", "日期")]
    public void Read_UsualShapes_AreUnderstood(string text, string column, string? dates)
    {
        var read = Read(text);
        read.Series.Values.ShouldBe([1, 2.5, 3]);
        (read.Column, read.DateColumn).ShouldBe((column, dates));
        read.Lines.ShouldBe([2, 3, 4]);
        (read.Series.Dates is null).ShouldBe(dates is null);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("b")]
    [InlineData("B")]
    public void Read_ColumnByNameOrNumber_IsThatColumn(string column) =>
        Read("a,b,c\n1,4,7\n2,5,8\n", new() { Column = column }).Series.Values.ShouldBe([4, 5]);

    [Theory]
    [InlineData("date,close\n2020-01-01,1\n2020-01-02,\n", "line 3", "column close", "missing")]
    [InlineData("date,close\n2020-01-01,1\n2020-01-02,NaN\n", "line 3", "column close", "missing")]
    [InlineData("date,close\n2020-01-01,1\n2020-01-02\n", "line 3", "column close", "missing")]
    [InlineData("date,close\n2020-01-01,1\n2020-01-02,\"1,000\"\n", "line 3", "column close", "thousands")]
    [InlineData("date,close\n2020-01-01,1\n2020-01-02,1e999\n", "line 3", "column close", "finite")]
    [InlineData("date,close\n2020-01-02,1\n2020-01-01,2\n", "line 3", "column date", "Sort")]
    [InlineData("date,close\n2020-01-01,1\n2020-01-01,2\n", "line 3", "column date", "twice")]
    [InlineData("date,close\n2020-01-01,1\n01.02.2020,2\n", "line 3", "column date", "yyyy-MM-dd")]
    [InlineData("date,close\n2020-01-01,1\n2020-01-02,0\n", "line 3", "column close", "logarithm")]
    [InlineData("date,close\n2020-01-01,1\n2020-01-02,-3\n", "line 3", "column close", "logarithm")]
    [InlineData("date,a,b\n2020-01-01,1,2\n", "file.csv", "a, b", "--column")]
    [InlineData("date,word\n2020-01-01,x\n", "file.csv", "no column", "numbers")]
    [InlineData("date,close\n", "line 1", "", "no row")]
    [InlineData("", "line 1", "", "empty")]
    [InlineData("date,close\n2020-01-01,\"1\n", "line 2", "", "quote")]
    public void Read_BadInput_NamesLineAndColumnAndWhatToDo(string text, string line, string column, string what)
    {
        var refusal = Should.Throw<BadPricesException>(() => Read(text, new() { MustBePositive = true }));
        refusal.Message.ShouldContain("file.csv");
        if (what is not "no row") refusal.Message.ShouldContain(line);
        refusal.Message.ShouldContain(column);
        refusal.Message.ShouldContain(what);
        refusal.Problem.Chinese.ShouldContain("file.csv");
    }

    [Theory]
    [InlineData(0, 1e300)]
    [InlineData(7, 1e300)]
    [InlineData(7, 1e-300)]
    [InlineData(29, -1e300)]
    [InlineData(12, 5e8)]
    public void Read_OneOutlier_IsNamedByItsOwnLine(int at, double value)
    {
        var rows = Enumerable.Range(0, 30).Select(i => $"{new DateOnly(2020, 1, 1).AddDays(i):yyyy-MM-dd},{(i == at ? value : 100 + i).ToString("R", CultureInfo.InvariantCulture)}");
        var refusal = Should.Throw<BadPricesException>(() => Read("date,close\n" + string.Join('\n', rows)));
        refusal.Message.ShouldContain($"line {at + 2},");
        refusal.Message.ShouldContain("out of all proportion");
    }

    [Fact]
    public void Read_MonthsThenDays_NamesTheRowWhereItChanges()
    {
        var days = Enumerable.Range(0, 12).Select(i => new DateOnly(2020, 1, 1).AddMonths(i)).Concat(Enumerable.Range(1, 60).Select(i => new DateOnly(2020, 12, 1).AddDays(i))).ToList();
        Refusal(days).Message.ShouldContain("line 14,");
        days.Reverse();
        // The other way round, with the same distances.
        Refusal([.. days.Select(d => new DateOnly(2021, 3, 1).AddDays(new DateOnly(2021, 3, 1).DayNumber - d.DayNumber))]).Message.ShouldContain("line 63,");
    }

    [Fact]
    public void Read_DaysThenWeeks_AreRefusedThoughNoGapIsLong()
    {
        var days = Enumerable.Range(0, 60).Select(i => new DateOnly(2020, 1, 1).AddDays(i)).Concat(Enumerable.Range(1, 20).Select(i => new DateOnly(2020, 2, 29).AddDays(7 * i))).ToList();
        Refusal(days).Message.ShouldContain("line 62,");
        Read(Text(days), new() { AllowGaps = true }).HasGaps.ShouldBeTrue();
    }

    [Fact]
    public void Read_MissingMonth_IsRefusedAndAHolidayIsNot()
    {
        var months = Enumerable.Range(0, 40).Where(i => i != 20).Select(i => new DateOnly(2020, 1, 31).AddMonths(i)).ToList();
        Refusal(months).Message.ShouldContain("line 22,");
        var trading = Enumerable.Range(0, 90).Select(i => new DateOnly(2024, 1, 1).AddDays(i))
            .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && d.DayNumber - new DateOnly(2024, 2, 9).DayNumber is < 0 or > 9).ToList();
        var read = Read(Text(trading));
        read.HasGaps.ShouldBeFalse();
        read.Series.Frequency.ShouldBe(PriceFrequency.Daily);
    }

    private BadPricesException Refusal(List<DateOnly> days) => Should.Throw<BadPricesException>(() => Read(Text(days)));

    private static string Text(List<DateOnly> days) => "date,close\n" + string.Join('\n', days.Select((d, i) => $"{d:yyyy-MM-dd},{100 + i}"));

    private PriceTable Read(string text, PriceFileOptions? options = null)
    {
        var path = Path.Combine(_folder, "file.csv");
        File.WriteAllText(path, text);
        return PriceFile.Read(path, options);
    }
}
