using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Reports;

namespace Froth.Cli.Output;

/// <summary>The documented JSON shape of an explanation, <c>froth.explanation/1</c>.</summary>
internal static class ExplanationJson
{
    public static void Write(Stream stream, Explanation explanation, string dataVersion, Language language) => JsonText.Write(stream, json =>
    {
        var (definition, reading) = (explanation.Definition, explanation.Reading);
        json.WriteStartObject();
        json.WriteString("schema", "froth.explanation/1");
        json.WriteString("id", definition.Id);
        json.WriteNumber("version", definition.Version);
        json.WriteString("title", definition.Title.In(language));
        json.Text("entity", explanation.Entity);
        json.Date("asOf", explanation.Vintage.AsOf);
        json.WriteString("dataVersion", dataVersion);
        json.Date("date", reading.Date);
        json.Number("value", reading.Value);
        json.Number("low", reading.Low);
        json.Number("high", reading.High);
        json.WriteString("unit", definition.Unit.Code);
        json.Number("percentile", explanation.Signal.Percentile);
        json.Text("band", explanation.Signal.Band is { } band ? Codes.Of(band) : null);
        json.WriteNumber("observations", explanation.Signal.Observations);
        json.Number("coverage", reading.Coverage);
        json.Text("missing", reading.Missing is { } missing ? Codes.Of(missing) : null);
        json.Text("remark", reading.Remark?.In(language));
        json.WriteString("method", definition.Method.In(language));
        json.WriteString("caveats", definition.Caveats.In(language));
        json.WriteStartArray("inputs");
        foreach (var fact in explanation.Facts) FactRows.WriteJson(json, fact);
        json.WriteEndArray();
        json.WriteNumber("withheld", explanation.Withheld);
        json.WriteEndObject();
    });
}
