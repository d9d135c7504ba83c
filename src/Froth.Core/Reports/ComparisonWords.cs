using System.Globalization;
using Froth.Core.Firms;

namespace Froth.Core.Reports;

/// <summary>How the numbers and gaps of a comparison of countries are written, wherever they are shown.</summary>
public static class ComparisonWords
{
    /// <summary>Titles and labels.</summary>
    public static readonly Bilingual
        Measure = new("Measure", "指标"),
        MissingInputs = new("Missing inputs", "缺失输入");

    private const int NamesShown = 4;

    /// <summary>Both countries.</summary>
    public static Bilingual Title(CountryComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (first, second) = (comparison.First.Name, comparison.Second.Name);
        return new($"{first.English} · {second.English}", $"{first.In(Language.SimplifiedChinese)} · {second.In(Language.SimplifiedChinese)}");
    }

    /// <summary>A number of one side.</summary>
    public static string Value(CountryComparisonRow row, CountryComparisonSide side, double value, Language language)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(side);
        return NumberText.Value(value, row.Display, side.Unit ?? row.Unit, language);
    }

    /// <summary>"low – high", one end where the other is open, or nothing for a point.</summary>
    public static string Range(CountryComparisonRow row, CountryComparisonSide side, Language language)
    {
        ArgumentNullException.ThrowIfNull(side);
        var (low, high) = (Value(row, side, side.Low, language), Value(row, side, side.High, language));
        return (double.IsNaN(side.Low), double.IsNaN(side.High)) switch
        {
            (true, true) => "",
            (true, false) => "≤ " + high,
            (false, true) => "≥ " + low,
            _ => low == high ? "" : $"{low} – {high}",
        };
    }

    /// <summary>What stands below a number: range, how many things were counted, coverage, and the newest day.</summary>
    public static string Small(CountryComparisonRow row, CountryComparisonSide side, Language language)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(side);
        List<string> small = [];
        if (Range(row, side, language) is { Length: > 0 } range) small.Add(range);
        small.Add($"{row.Counted.In(language)} {side.Count}");
        if (!double.IsNaN(side.Coverage)) small.Add($"{Glossary.Coverage.In(language)} {NumberText.Percent(side.Coverage)}");
        if (side.Newest is { } newest) small.Add(newest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return string.Join(" · ", small);
    }

    /// <summary>The first names behind a number and how many more; empty when none are told.</summary>
    public static string Names(CountryComparisonSide side, Language language)
    {
        ArgumentNullException.ThrowIfNull(side);
        var more = side.Names.Count - NamesShown;
        return string.Join(language == Language.English ? ", " : "、", side.Names.Take(NamesShown).Select(n => n.In(language))) + (more > 0 ? $" +{more}" : "");
    }

    /// <summary>Everything that is missing of one country, each named once.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<CountryComparisonSide> sides, Language language)
    {
        ArgumentNullException.ThrowIfNull(sides);
        return [.. sides.SelectMany(s => s.Missing).Select(m => m.In(language)).Distinct()];
    }
}
