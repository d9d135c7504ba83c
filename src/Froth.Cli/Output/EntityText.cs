using System.Text.Json;
using Froth.Cli.Commands;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>One entity and the facts held about it. Licensed and confidential facts are counted, not shown.</summary>
internal static class EntityText
{
    public static void Write(OutputFormat format, Entity entity, FactSet facts)
    {
        var gated = AccessGate.Filter(FactSet.LatestOf(facts.AllObservations).Cast<Fact>().Concat(facts.Flows), Exit.Export);
        var shown = gated.Items.OrderBy(FactRows.Subject, StringComparer.Ordinal).ThenBy(f => f.Date).ToList();
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) JsonText.Write(stream, json => Json(json, entity, facts, shown, gated.Withheld));
                break;
            case OutputFormat.Csv:
                FactRows.WriteCsv(Console.Out, shown);
                break;
            default:
                Table(entity, shown, gated.Withheld);
                break;
        }
    }

    public static void WriteJson(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        Properties(json, entity);
        json.WriteEndObject();
    }

    private static void Json(Utf8JsonWriter json, Entity entity, FactSet facts, List<Fact> shown, int withheld)
    {
        json.WriteStartObject();
        json.WriteString("schema", "froth.entity/1");
        json.Date("asOf", facts.Vintage.AsOf);
        Properties(json, entity);
        json.WriteStartArray("facts");
        foreach (var fact in shown) FactRows.WriteJson(json, fact);
        json.WriteEndArray();
        json.WriteNumber("withheld", withheld);
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, Entity entity)
    {
        json.WriteString("id", entity.Id);
        json.WriteString("name", entity.Name.English);
        json.WriteString("nameChinese", entity.Name.Chinese);
        json.WriteString("kind", Codes.Of(entity.Kind));
        json.WriteString("segment", entity.Segment);
        json.WriteString("country", entity.Country);
        json.WriteStartObject("identifiers");
        foreach (var (scheme, value) in entity.Identifiers.OrderBy(i => i.Key, StringComparer.Ordinal)) json.WriteString(scheme, value);
        json.WriteEndObject();
        json.WriteStartArray("aliases");
        foreach (var alias in entity.Aliases) json.WriteStringValue(alias);
        json.WriteEndArray();
    }

    private static void Table(Entity entity, List<Fact> shown, int withheld)
    {
        Terminal.Out.MarkupLine($"[bold]{Markup.Escape(entity.Name.In(Words.Language))}[/] [dim]{entity.Id} · {Codes.Of(entity.Kind)} · {Markup.Escape(entity.Segment)} · {entity.Country} · "
            + Markup.Escape(string.Join(", ", entity.Identifiers.Select(i => $"{i.Key} {i.Value}"))) + "[/]");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(Words.Say("fact", "事实"), Words.Say("held", "条数"), Glossary.Date.In(Words.Language), Glossary.Value.In(Words.Language), Glossary.Grade.In(Words.Language), Glossary.Source.In(Words.Language));
        // Flows stand one by one; a concept shows its last observation and how many there are.
        foreach (var group in shown.GroupBy(f => f is Observation o ? o.Concept : FactRows.Subject(f)))
        {
            var last = group.MaxBy(f => f.Date)!;
            var (when, value, unit) = FactRows.What(last);
            table.AddRow(Markup.Escape(group.Key), group.Count().ToString(System.Globalization.CultureInfo.InvariantCulture), when,
                Markup.Escape(AmountText(value, unit)), Glossary.Of(last.Grade).In(Words.Language), Markup.Escape(last.Provenance.Source.Publisher));
        }

        Terminal.Out.Write(table);
        if (withheld > 0) Terminal.Out.WriteLine(Words.Say($"{withheld} facts are licensed or confidential and are not shown", $"{withheld}条事实受许可或保密限制，不予显示"));
    }

    private static string AmountText(Amount value, Unit unit)
    {
        string One(decimal? end) => end is not { } number ? "" : unit.IsMoney ? NumberText.Money((double)number, unit, Words.Language) : NumberText.Significant((double)number);
        if (value.IsPoint) return One(value.Low);
        if (value.IsUnknown) return NumberText.None;
        return value.Low is null ? "≤ " + One(value.High) : value.High is null ? "≥ " + One(value.Low) : $"{One(value.Low)} – {One(value.High)}";
    }
}
