using System.Globalization;
using Froth.Core;
using Froth.Core.Firms;

namespace Froth.Cli.Output;

/// <summary>A comparison as a flat table: one row a measure and country.</summary>
internal static class ComparisonCsv
{
    private static readonly string[] Header =
        ["id", "group", "title", "country", "value", "low", "high", "unit", "count", "counted", "coverage", "newest", "names", "why", "missing", "note", "as_of", "data_version"];

    public static void Write(TextWriter output, CountryComparison comparison, string dataVersion, Language language)
    {
        output.Write(CsvText.Row(Header));
        foreach (var row in comparison.Rows)
        {
            foreach (var (country, side) in new[] { (comparison.First, row.First), (comparison.Second, row.Second) })
            {
                output.Write(CsvText.Row(row.Id, row.Group.In(language), row.Title.In(language), country.Code, CsvText.Number(side.Value), CsvText.Number(side.Low), CsvText.Number(side.High),
                    (side.Unit ?? row.Unit).Code, side.Count.ToString(CultureInfo.InvariantCulture), row.Counted.In(language), CsvText.Number(side.Coverage), CsvText.Date(side.Newest),
                    string.Join('|', side.Names.Select(n => n.In(language))), side.Why?.In(language), string.Join('|', side.Missing.Select(m => m.In(language))), row.Note?.In(language),
                    CsvText.Date(comparison.Vintage.AsOf), dataVersion));
            }
        }
    }
}
