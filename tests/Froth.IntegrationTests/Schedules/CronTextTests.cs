using Froth.Data.Schedules;

namespace Froth.IntegrationTests.Schedules;

public sealed class CronTextTests
{
    [Theory]
    [InlineData("0 25 * * *", "field 2 (hour), '25' at character 3, is wrong; it takes 0-23")]
    [InlineData("  61 6 * * *", "field 1 (minute), '61' at character 3")]
    [InlineData("0 6 32 * *", "field 3 (day of month), '32' at character 5")]
    [InlineData("0 6 * 13 *", "field 4 (month), '13' at character 7")]
    [InlineData("0 6 * * MOO", "field 5 (day of week), 'MOO' at character 9")]
    [InlineData("0 6 * * 1-", "field 5 (day of week), '1-' at character 9")]
    [InlineData("*/0 6 * * *", "field 1 (minute), '*/0'")]
    [InlineData("0 6 * *", "and has 4")]
    [InlineData("0 0 6 * * *", "and has 6")]
    [InlineData("@daily", "and has 1")]
    [InlineData("", "and has 0")]
    [InlineData("0 6 30 2 *", "never occurs")]
    [InlineData("0 6 L * MON#1", "never occurs")]
    public void Check_WrongExpression_SaysWhereAndGivesAnExample(string text, string why)
    {
        var thrown = Should.Throw<CronTextException>(() => CronText.Check(text));
        thrown.Message.ShouldContain(why);
        thrown.Message.ShouldContain("Example: '30 6 * * 1-5'");
    }

    [Theory]
    [InlineData("30 6 * * 1-5")]
    [InlineData("*/15 * * * *")]
    [InlineData("0 6 29 2 *")]
    [InlineData("0 6 * * MON#1")]
    [InlineData(" 0  6 1,15 JAN-MAR * ")]
    public void Check_RightExpression_IsTaken(string text) => Should.NotThrow(() => CronText.Check(text));
}
