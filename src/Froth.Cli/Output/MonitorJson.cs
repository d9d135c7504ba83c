using System.Text.Json;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.Cli.Output;

/// <summary>The documented JSON shape of the monitor, <c>froth.monitor/1</c>; see docs/guide/json.md.</summary>
internal static class MonitorJson
{
    public const string Schema = "froth.monitor/1";

    public static void Write(Stream stream, Monitor monitor, Language language) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.Date("asOf", monitor.Vintage.AsOf);
        json.WriteString("dataVersion", monitor.DataVersion);
        json.WriteString("program", ProgramVersion.Text);
        json.WriteStartArray("indicators");
        foreach (var row in monitor.Rows) Row(json, row, language);
        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var row in monitor.Missing)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Definition.Id);
            json.Text("reason", row.Reason?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static void Row(Utf8JsonWriter json, MonitorRow row, Language language)
    {
        var (definition, latest) = (row.Definition, row.Latest);
        json.WriteStartObject();
        json.WriteString("id", definition.Id);
        json.WriteNumber("version", definition.Version);
        json.WriteString("pillar", Codes.Of(definition.Pillar));
        json.WriteString("title", definition.Title.In(language));
        json.Text("entity", row.Result.Headline.Entity);
        json.Number("value", latest?.Value ?? double.NaN);
        json.Number("low", latest?.Low ?? double.NaN);
        json.Number("high", latest?.High ?? double.NaN);
        json.WriteString("unit", definition.Unit.Code);
        json.Number("percentile", row.Percentile);
        json.Text("band", row.Band is { } band ? Codes.Of(band) : null);
        json.Number("coverage", latest?.Coverage ?? double.NaN);
        json.WriteNumber("observations", row.Observations);
        json.Date("asOf", latest?.Date);
        json.Number("ageDays", row.AgeDays ?? double.NaN);
        Change(json, row.Change, language);
        json.WriteString("status", Codes.Of(row.Status));
        json.Text("reason", row.Reason?.In(language));
        Parts(json, latest, language);
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, Change change, Language language)
    {
        json.WriteStartObject("change");
        json.Number("previous", change.Previous);
        json.Number("delta", change.Delta);
        json.WriteString("cause", Codes.Of(change.Cause));
        json.WriteString("why", change.Why.In(language));
        json.WriteEndObject();
    }

    private static void Parts(Utf8JsonWriter json, Reading? latest, Language language)
    {
        json.WriteStartArray("parts");
        foreach (var part in latest?.Parts ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name.In(language));
            json.Number("value", part.Value);
            json.Number("low", part.Low);
            json.Number("high", part.High);
            json.Text("unit", part.Unit?.Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
