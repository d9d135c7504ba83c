using System.Text.Json;
using Froth.Core.Data;
using Froth.Core.Financing;

namespace Froth.Cli.Output;

/// <summary>Facts as flat rows, with their whole provenance. Callers pass only facts that may leave the program.</summary>
internal static class FactRows
{
    public static string Subject(Fact fact) => fact switch
    {
        Observation o => $"{o.Entity} · {o.Concept}{(o.Dimension.Length > 0 ? $" · {o.Dimension}" : "")}",
        Flow f => $"{f.Id} · {f.FromName} → {f.ToName} · {Codes.Of(f.Kind)}",
        _ => fact.Key,
    };

    public static (string When, Amount Value, Unit Unit) What(Fact fact) => fact switch
    {
        Observation o => (o.Period.ToString(), o.Value, o.Unit),
        Flow f => (f.Announced.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), f.Value, f.Currency),
        _ => ("", Amount.Unknown, Unit.Ratio),
    };

    public static void WriteCsv(TextWriter output, IEnumerable<Fact> facts)
    {
        output.Write(CsvText.Row("subject", "when", "low", "mode", "high", "unit", "grade", "published", "publisher", "title", "url", "source_date", "licence", "snapshot", "locator", "note"));
        foreach (var fact in facts)
        {
            var ((when, value, unit), source) = (What(fact), fact.Provenance.Source);
            output.Write(CsvText.Row(Subject(fact), when, Plain(value.Low), Plain(value.Mode), Plain(value.High), unit.Code, Codes.Of(fact.Grade),
                CsvText.Date(fact.PublishedAt), source.Publisher, source.Title, source.Url, CsvText.Date(source.Date), source.Licence,
                fact.Provenance.SnapshotId, fact.Place, fact.Remark.In(Words.Language)));
        }
    }

    public static void WriteJson(Utf8JsonWriter json, Fact fact)
    {
        var ((when, value, unit), source) = (What(fact), fact.Provenance.Source);
        json.WriteStartObject();
        json.WriteString("subject", Subject(fact));
        json.WriteString("when", when);
        json.Decimal("low", value.Low);
        json.Decimal("mode", value.Mode);
        json.Decimal("high", value.High);
        json.WriteString("unit", unit.Code);
        json.WriteString("grade", Codes.Of(fact.Grade));
        json.Date("published", fact.PublishedAt);
        json.WriteStartObject("source");
        json.WriteString("publisher", source.Publisher);
        json.WriteString("title", source.Title);
        json.WriteString("url", source.Url);
        json.Date("date", source.Date);
        json.WriteString("licence", source.Licence);
        json.WriteEndObject();
        json.WriteString("snapshot", fact.Provenance.SnapshotId);
        json.WriteString("locator", fact.Place);
        json.WriteString("note", fact.Remark.In(Words.Language));
        json.WriteEndObject();
    }

    private static string Plain(decimal? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
