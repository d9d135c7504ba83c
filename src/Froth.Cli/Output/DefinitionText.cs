using System.Globalization;
using System.Text;
using System.Text.Json;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Reports;

namespace Froth.Cli.Output;

/// <summary>An indicator's definition as Markdown (for the terminal and for docs/indicators) and as JSON.</summary>
internal static class DefinitionText
{
    public static string Markdown(Indicator indicator, Language language, int headingLevel)
    {
        var (definition, text) = (indicator.Definition, new StringBuilder());
        var heading = new string('#', headingLevel);
        text.Append(CultureInfo.InvariantCulture, $"{heading} {definition.Title.In(language)} (`{definition.Id}`)\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Pillars.NameOf(definition.Pillar).In(language)} · {Glossary.Of(definition.Unit).In(language)} · {Codes.Of(definition.Frequency)} · v{definition.Version}\n\n");
        Section(text, Glossary.Meaning.In(language), definition.Meaning.In(language));
        Section(text, Glossary.Method.In(language), definition.Method.In(language));
        Section(text, Glossary.Caveats.In(language), definition.Caveats.In(language));
        Section(text, Glossary.BandWord.In(language), BandLines(definition, language));
        Section(text, Glossary.Citations.In(language), string.Join('\n', definition.Citations.Select(c => "- " + c.Text + (c.Url.Length > 0 ? $" <{c.Url}>" : ""))));
        Section(text, language == Language.English ? "Inputs" : "输入", string.Join('\n', indicator.Inputs.Select(i => "- " + InputText(i))));
        Section(text, language == Language.English ? "Worked by hand" : "手工算例", string.Join('\n', indicator.Examples.Select(e => ExampleText(e, language))));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    public static void WriteJson(Stream stream, IReadOnlyList<Indicator> indicators, Language language) => JsonText.Write(stream, json =>
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

    private static string BandLines(Definition definition, Language language)
    {
        var bands = definition.Bands;
        if (bands.Thresholds.Count == 0) return bands.WhyNone?.In(language) ?? "";
        return string.Join('\n', bands.Thresholds.Select(t =>
            $"- {Glossary.Of(t.Band).In(language)} {(bands.Falling ? "≤" : "≥")} "
            + (bands.OnPercentile ? $"{Glossary.Percentile.In(language)} {NumberText.Rank(t.From)}" : NumberText.Value(t.From, definition, language))
            + $" — {Codes.Of(t.Status)}: {t.Citation}"));
    }

    private static string InputText(Input input) => input.ConceptId is null
        ? "flows"
        : $"{input.Entity ?? "*"} · {input.ConceptId}{(input.Unit is { } unit ? $" · {unit.Code}" : "")}";

    private static string ExampleText(Example example, Language language)
    {
        var expected = double.IsNaN(example.Expected) ? NumberText.None : example.Expected.ToString("G10", CultureInfo.InvariantCulture);
        return $"- {example.Title.In(language)}: {example.Working} → {expected}";
    }

    private static void Section(StringBuilder text, string title, string body)
    {
        if (body.Length > 0) text.Append(CultureInfo.InvariantCulture, $"**{title}.** {(body.StartsWith('-') ? "\n\n" : "")}{body}\n\n");
    }
}
