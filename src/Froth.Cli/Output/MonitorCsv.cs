using System.Globalization;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Reports;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.Cli.Output;

/// <summary>The monitor as a flat table, one row an indicator; every row carries its as-of, data and method version.</summary>
internal static class MonitorCsv
{
    private static readonly string[] Header =
    [
        "id", "version", "pillar", "title", "entity", "value", "low", "high", "unit", "percentile", "band", "coverage", "observations", "date",
        "age_days", "previous", "delta", "cause", "why", "status", "reason", "as_of", "data_version",
    ];

    public static void Write(TextWriter output, Monitor monitor, Language language)
    {
        output.Write(CsvText.Row(Header));
        foreach (var row in monitor.Rows) output.Write(CsvText.Row(Cells(monitor, row, language)));
    }

    private static string?[] Cells(Monitor monitor, MonitorRow row, Language language) =>
    [
        row.Definition.Id, row.Definition.Version.ToString(CultureInfo.InvariantCulture), Codes.Of(row.Definition.Pillar), row.Definition.Title.In(language),
        row.Result.Headline.Entity, CsvText.Number(row.Latest?.Value ?? double.NaN), CsvText.Number(row.Latest?.Low ?? double.NaN),
        CsvText.Number(row.Latest?.High ?? double.NaN), row.Definition.Unit.Code, CsvText.Number(row.Percentile),
        row.Band is { } band ? Codes.Of(band) : "", CsvText.Number(row.Latest?.Coverage ?? double.NaN),
        row.Observations.ToString(CultureInfo.InvariantCulture), CsvText.Date(row.Latest?.Date), row.AgeDays?.ToString(CultureInfo.InvariantCulture),
        CsvText.Number(row.Change.Previous), CsvText.Number(row.Change.Delta), Codes.Of(row.Change.Cause), row.Change.Why.In(language),
        Codes.Of(row.Status), row.Reason?.In(language), CsvText.Date(monitor.Vintage.AsOf), monitor.DataVersion,
    ];
}
