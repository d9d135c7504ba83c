using System.Text.Json;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Cli.Output;

/// <summary>The JSON shape of a comparison, <c>froth.comparison/1</c>: every figure with the facts and sources behind it.</summary>
internal static class ComparisonJson
{
    public const string Schema = "froth.comparison/1";

    public static void Write(Stream stream, CountryComparison comparison, string dataVersion, Language language) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.Date("asOf", comparison.Vintage.AsOf);
        json.WriteString("dataVersion", dataVersion);
        Country(json, "first", comparison.First, language);
        Country(json, "second", comparison.Second, language);
        json.WriteString("caveats", CountryComparison.Caveats.In(language));
        Equal(json, comparison, language);
        json.WriteStartArray("rows");
        foreach (var row in comparison.Rows) Row(json, row, language);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Country(Utf8JsonWriter json, string name, Country country, Language language)
    {
        json.WriteStartObject(name);
        json.WriteString("code", country.Code);
        json.Text("id", country.Id);
        json.WriteString("name", country.Name.In(language));
        json.WriteEndObject();
    }

    private static void Equal(Utf8JsonWriter json, CountryComparison comparison, Language language)
    {
        var equal = comparison.Equal;
        json.WriteStartObject("equalCapability");
        json.Date("date", equal.Day);
        json.WriteNumber("tolerance", EqualCapability.Tolerance);
        json.WriteBoolean("decided", equal.IsDecided);
        json.WriteString("verdict", equal.Verdict(comparison.First.Name, comparison.Second.Name).In(language));
        json.Number("medianRatio", equal.Median);
        json.Number("low", equal.Low);
        json.Number("high", equal.High);
        json.WriteStartArray("pairs");
        foreach (var pair in equal.Pairs)
        {
            json.WriteStartObject();
            Lab(json, "first", pair.First);
            Lab(json, "second", pair.Second);
            json.Number("ratio", pair.Ratio);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Lab(Utf8JsonWriter json, string name, LabValue lab)
    {
        json.WriteStartObject(name);
        json.WriteString("lab", lab.Lab);
        json.WriteString("model", lab.Score.Fact.Dimension);
        json.Number("score", lab.Score.Score);
        json.Number("valuation", lab.Dollars);
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, CountryComparisonRow row, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("group", row.Group.In(language));
        json.WriteString("title", row.Title.In(language));
        json.WriteString("counted", row.Counted.In(language));
        json.Text("note", row.Note?.In(language));
        Side(json, "first", row, row.First, language);
        Side(json, "second", row, row.Second, language);
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, CountryComparisonRow row, CountryComparisonSide side, Language language)
    {
        json.WriteStartObject(name);
        json.Number("value", side.Value);
        json.Number("low", side.Low);
        json.Number("high", side.High);
        json.WriteString("unit", (side.Unit ?? row.Unit).Code);
        json.WriteNumber("count", side.Count);
        json.Number("coverage", side.Coverage);
        json.Date("newest", side.Newest);
        json.Text("why", side.Why?.In(language));
        Words(json, "names", side.Names, language);
        Words(json, "missing", side.Missing, language);
        var gated = AccessGate.Filter(side.Facts, Exit.Export);
        json.WriteStartArray("facts");
        foreach (var fact in gated.Items) FactRows.WriteJson(json, fact);
        json.WriteEndArray();
        json.WriteNumber("withheld", gated.Withheld);
        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string name, IReadOnlyList<Bilingual> words, Language language)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word.In(language));
        json.WriteEndArray();
    }
}
