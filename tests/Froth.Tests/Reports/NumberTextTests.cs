using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Reports;

namespace Froth.Tests.Reports;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(1_925_000_000_000, "$1.93tn", "1.93万亿美元")]
    [InlineData(192_700_000_000, "$193bn", "1,927亿美元")]
    [InlineData(23_450_000_000, "$23.5bn", "235亿美元")]
    [InlineData(950_000_000, "$950m", "9.50亿美元")]
    [InlineData(-7_600_000_000, "−$7.60bn", "−76.0亿美元")]
    [InlineData(0, "$0.00", "0.00美元")]
    public void Money_BillionsAndYi_AreTheSameNumber(double amount, string english, string chinese)
    {
        NumberText.Money(amount, Unit.UsDollar, Language.English).ShouldBe(english);
        NumberText.Money(amount, Unit.UsDollar, Language.SimplifiedChinese).ShouldBe(chinese);
    }

    [Fact]
    public void Value_Missing_IsADashAndNeverZero() =>
        NumberText.Value(double.NaN, Display.Money, Unit.UsDollar, Language.English).ShouldBe("–");

    [Fact]
    public void Value_WholeCount_HasNoDecimals()
    {
        NumberText.Value(12, Display.Number, Unit.Count, Language.English).ShouldBe("12");
        NumberText.Value(3.84, Display.Number, Unit.Count, Language.English).ShouldBe("3.84");
    }

    [Theory]
    [InlineData(0.525, "52.5%")]
    [InlineData(-0.0109, "−1.1%")]
    public void Percent_Fraction_IsWrittenWithOneDecimal(double value, string text) => NumberText.Percent(value).ShouldBe(text);

    [Fact]
    public void Significant_Sizes_KeepReadableDigits()
    {
        NumberText.Significant(12345.6).ShouldBe("12,346");
        NumberText.Significant(44.2).ShouldBe("44.20");
        NumberText.Significant(0.0625).ShouldBe("0.063");
    }
}
