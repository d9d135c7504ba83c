using System.Text.Json;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Cli.Output;

/// <summary>Definitions as JSON, <c>froth.indicators/1</c>.</summary>
internal static class DefinitionJson
{
    public static void Write(Stream stream, IReadOnlyList<Indicator> indicators, Language language) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "froth.indicators/1");
        json.WriteStartArray("indicators");
        foreach (var indicator in indicators) One(json, indicator, language);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void One(Utf8JsonWriter json, Indicator indicator, Language language)
    {
        var d = indicator.Definition;
        json.WriteStartObject();
        json.WriteString("id", d.Id);
        json.WriteNumber("version", d.Version);
        json.WriteString("pillar", Codes.Of(d.Pillar));
        json.WriteString("title", d.Title.In(language));
        json.WriteString("meaning", d.Meaning.In(language));
        json.WriteString("unit", d.Unit.Code);
        json.WriteString("frequency", Codes.Of(d.Frequency));
        json.WriteNumber("staleAfterDays", d.StaleAfterDays);
        json.WriteString("method", d.Method.In(language));
        json.WriteString("caveats", d.Caveats.In(language));
        json.WriteStartArray("thresholds");
        foreach (var t in d.Bands.Thresholds)
        {
            json.WriteStartObject();
            json.WriteString("band", Codes.Of(t.Band));
            json.WriteNumber("from", t.From);
            json.WriteString("on", d.Bands.OnPercentile ? "percentile" : "value");
            json.WriteString("worse", d.Bands.Falling ? "low" : "high");
            json.WriteString("status", Codes.Of(t.Status));
            json.WriteString("citation", t.Citation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("citations");
        foreach (var c in d.Citations)
        {
            json.WriteStartObject();
            json.WriteString("text", c.Text);
            json.WriteString("url", c.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
