using System.Globalization;
using System.Text;
using Froth.Data.Ingest;

namespace Froth.IntegrationTests.Stores;

public sealed class CellsTests
{
    [Fact]
    public void TryDate_EveryDayThatIs_AgreesWithTheFramework()
    {
        Span<byte> text = stackalloc byte[10];
        for (var day = DateOnly.MinValue; day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Cells.TryDate(text, out var days).ShouldBeTrue();
            Cells.Date(days).ShouldBe(day);
        }
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2024-04-31")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-10")]
    [InlineData("2024-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("2024-1-01")]
    public void TryDate_DayThatIsNot_IsRefused(string text) => Cells.TryDate(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();
}
