using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>
/// Writes numbers for people. English counts money in millions, billions and trillions; Chinese in 万, 亿 and 万亿. The number is
/// bound here, never translated.
/// </summary>
public static class NumberText
{
    /// <summary>What stands for a value that is not there: an en dash, never a zero.</summary>
    public const string None = "–";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>A value of an indicator.</summary>
    public static string Value(double value, Definition definition, Language language)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Value(value, definition.Display, definition.Unit, language);
    }

    /// <summary>A value in a display form and unit.</summary>
    public static string Value(double value, Display display, Unit unit, Language language)
    {
        if (double.IsNaN(value)) return None;
        return display switch
        {
            Display.Percent => Percent(value),
            Display.Multiple => Significant(value) + "×",
            Display.Money => Money(value, unit, language),
            Display.Price => Price(value, language),
            _ when unit == Unit.Count && value == Math.Round(value) => Minus(value.ToString("#,0", Plain)),
            _ => Significant(value),
        };
    }

    /// <summary>A change of a value; percentages change by percentage points.</summary>
    public static string Delta(double delta, Definition definition, Language language)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (double.IsNaN(delta)) return None;
        if (delta == 0) return "0";
        var sign = delta > 0 ? "+" : "−";
        var size = Math.Abs(delta);
        var text = definition.Display == Display.Percent
            ? (size * 100).ToString("0.0", Plain) + language switch { Language.English => " pp", _ => "个百分点" }
            : Value(size, definition, language);
        return sign + text;
    }

    /// <summary>"low – high"; an open end is said to be open. Empty when neither end is known, or when both read the same.</summary>
    public static string Range(double low, double high, Definition definition, Language language) => (double.IsNaN(low), double.IsNaN(high)) switch
    {
        (false, false) when Value(low, definition, language) == Value(high, definition, language) => "",
        (true, true) => "",
        (true, false) => "≤ " + Value(high, definition, language),
        (false, true) => "≥ " + Value(low, definition, language),
        _ => $"{Value(low, definition, language)} – {Value(high, definition, language)}",
    };

    /// <summary>A percentile from 0 to 1, as a whole percentage.</summary>
    public static string Rank(double percentile) => double.IsNaN(percentile) ? None : (percentile * 100).ToString("0", Plain) + "%";

    /// <summary>A fraction as a percentage with one decimal.</summary>
    public static string Percent(double fraction) => double.IsNaN(fraction) ? None : Minus((fraction * 100).ToString("#,0.0", Plain) + "%");

    /// <summary>Money in whole units of a currency.</summary>
    public static string Money(double amount, Unit currency, Language language)
    {
        if (double.IsNaN(amount)) return None;
        return Minus(language == Language.English
            ? English(amount, currency.Code switch { "USD" => "$", "EUR" => "€", "GBP" => "£", _ => currency.Code + " " })
            : Chinese(amount, currency.Code == "CNY" ? "元人民币" : Glossary.Of(currency).Chinese));
    }

    /// <summary>A large number of things, such as shares.</summary>
    public static string Count(double number, Language language)
    {
        if (double.IsNaN(number)) return None;
        return Minus(language == Language.English ? English(number, "") : Chinese(number, ""));
    }

    /// <summary>A number with about four significant digits and thousands separators.</summary>
    public static string Significant(double value)
    {
        if (double.IsNaN(value)) return None;
        var size = Math.Abs(value);
        var format = size switch { >= 1000 => "#,0", >= 100 => "0.0", >= 1 => "0.00", 0 => "0", _ => "0.000" };
        return Minus(value.ToString(format, Plain));
    }

    private static string Price(double value, Language language)
    {
        var text = value.ToString(Math.Abs(value) >= 1 ? "#,0.00" : "0.000", Plain);
        return Minus(language == Language.English ? "$" + text : text + "美元");
    }

    private static string English(double amount, string symbol)
    {
        var sign = amount < 0 ? "-" : "";
        var size = Math.Abs(amount);
        var (scaled, suffix) = size switch { >= 1e12 => (size / 1e12, "tn"), >= 1e9 => (size / 1e9, "bn"), >= 1e6 => (size / 1e6, "m"), _ => (size, "") };
        return sign + symbol + Digits(scaled) + suffix;
    }

    private static string Chinese(double amount, string name)
    {
        var sign = amount < 0 ? "-" : "";
        var size = Math.Abs(amount);
        var (scaled, suffix) = size switch { >= 1e12 => (size / 1e12, "万亿"), >= 1e8 => (size / 1e8, "亿"), >= 1e4 => (size / 1e4, "万"), _ => (size, "") };
        return sign + Digits(scaled) + suffix + name;
    }

    private static string Digits(double scaled) => scaled.ToString(scaled switch { >= 100 => "#,0", >= 10 => "0.0", _ => "0.00" }, Plain);

    // The true minus sign lines up with digits in tables and is read aloud as "minus".
    private static string Minus(string text) => text.Replace('-', '−');
}
