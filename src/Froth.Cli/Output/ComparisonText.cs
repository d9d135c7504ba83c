using Froth.Core;
using Froth.Core.Firms;
using Froth.Core.Reports;

namespace Froth.Cli.Output;

/// <summary>How the numbers of a comparison are written.</summary>
internal static class ComparisonText
{
    public static string Value(CountryComparisonRow row, CountryComparisonSide side, double value, Language language) =>
        NumberText.Value(value, row.Display, side.Unit ?? row.Unit, language);

    /// <summary>"low – high", one end where the other is open, or nothing for a point.</summary>
    public static string Range(CountryComparisonRow row, CountryComparisonSide side, Language language)
    {
        var (low, high) = (Value(row, side, side.Low, language), Value(row, side, side.High, language));
        return (double.IsNaN(side.Low), double.IsNaN(side.High)) switch
        {
            (true, true) => "",
            (true, false) => "≤ " + high,
            (false, true) => "≥ " + low,
            _ => low == high ? "" : $"{low} – {high}",
        };
    }
}
