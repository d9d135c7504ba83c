using System.Globalization;
using Froth.Core;
using Froth.Core.Indicators;
using Froth.Core.Reports;

namespace Froth.Server.Reports.Charts;

/// <summary>Steps and labels of the value axis.</summary>
internal sealed class ValueScale(ChartSpec spec, Language language)
{
    /// <summary>Distance between two grid lines: 1, 2, 2.5 or 5 times a power of ten, about four to a panel.</summary>
    public double Step { get; } = StepOf((spec.Top - spec.Bottom) / 4);

    /// <summary>Label of a grid line. It is shorter than a value in a table: the unit stands in the heading.</summary>
    public string Label(double value)
    {
        var definition = spec.Row.Definition;
        // Sums of steps leave dust around zero.
        if (!spec.Logarithmic && Math.Abs(value) < Step / 1e6) value = 0;
        return definition.Display switch
        {
            Display.Percent => Digits(value * 100, "#,0.##") + "%",
            Display.Money => Money(value, definition),
            Display.Multiple => Digits(value, "#,0.###") + "×",
            _ => Digits(value, "#,0.###"),
        };
    }

    private string Money(double value, Definition definition)
    {
        if (value == 0) return "0";
        var text = NumberText.Money(value, definition.Unit, language).Replace(".00", "", StringComparison.Ordinal).Replace(".0", "", StringComparison.Ordinal);
        return language == Language.English ? text : text.TrimEnd([.. Glossary.Of(definition.Unit).Chinese, '元']);
    }

    private static string Digits(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static double StepOf(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(rough, 1e-12))));
        return (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 2.5 => 2.5 * power, <= 5 => 5 * power, _ => 10 * power };
    }
}
