using System.Globalization;
using System.Text.Json;
using Froth.Cli.Commands;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>Prints a firm's figures.</summary>
internal static class FirmFactsText
{
    public static void Write(OutputFormat format, Entity entity, FirmFacts firm, IReadOnlyList<FirmFact> shown)
    {
        var allowed = shown.Where(f => f.Lineage.All(o => AccessGate.Allow(o, Exit.Export))).ToList();
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) JsonText.Write(stream, json => Json(json, entity, firm, allowed, shown.Count - allowed.Count));
                break;
            case OutputFormat.Csv:
                Csv(entity, firm, allowed);
                break;
            default:
                Table(entity, firm, allowed);
                break;
        }
    }

    private static void Json(Utf8JsonWriter json, Entity entity, FirmFacts firm, IReadOnlyList<FirmFact> facts, int withheld)
    {
        json.WriteStartObject();
        json.WriteString("schema", "froth.firm-facts/1");
        json.WriteString("entity", entity.Id);
        json.WriteString("name", entity.Name.In(Words.Language));
        json.Date("asOf", firm.AsOf);
        json.WriteStartArray("facts");
        foreach (var fact in facts) Json(json, fact);
        json.WriteEndArray();
        json.WriteNumber("withheld", withheld);
        json.WriteStartArray("splits");
        foreach (var split in firm.Splits)
        {
            json.WriteStartObject();
            json.WriteNumber("ratio", split.Ratio);
            json.Date("firstRestated", split.FirstRestated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in firm.Checks.Where(c => !c.Holds))
        {
            json.WriteStartObject();
            json.WriteString("check", check.Id);
            json.WriteString("concept", check.Concept);
            json.Date("end", check.End);
            json.WriteNumber("difference", check.Difference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("checksThatHold", firm.Checks.Count(c => c.Holds));
        json.WriteEndObject();
    }

    private static void Json(Utf8JsonWriter json, FirmFact fact)
    {
        json.WriteStartObject();
        json.WriteString("concept", fact.Concept);
        if (fact.Dimension.Length > 0) json.WriteString("dimension", fact.Dimension);
        json.WriteString("basis", Codes.Of(fact.Basis));
        json.Date("start", fact.Period.Start);
        json.Date("end", fact.Period.End);
        json.Decimal("value", fact.Value);
        json.Text("unit", UnitOf(fact));
        json.Text("tag", fact.Tag.Length > 0 ? fact.Tag : null);
        json.Text("accession", fact.Accession.Number > 0 ? fact.Accession.ToString() : null);
        json.Text("form", fact.Form.Length > 0 ? fact.Form : null);
        json.Date("filed", fact.Filed);
        json.WriteBoolean("derived", fact.IsDerived);
        json.WriteString("status", Codes.Of(fact.Status));
        json.WriteString("note", fact.Note.In(Words.Language));
        if (fact.Lineage.Count > 0) json.WriteString("snapshot", fact.Lineage[^1].Provenance.SnapshotId);
        json.WriteEndObject();
    }

    private static void Csv(Entity entity, FirmFacts firm, IReadOnlyList<FirmFact> facts)
    {
        Console.Out.Write(CsvText.Row("entity", "as_of", "concept", "dimension", "basis", "start", "end", "value", "unit", "tag", "accession", "form", "filed", "derived", "status", "note", "licence"));
        foreach (var f in facts)
        {
            Console.Out.Write(CsvText.Row(entity.Id, CsvText.Date(firm.AsOf), f.Concept, f.Dimension, Codes.Of(f.Basis), CsvText.Date(f.Period.Start), CsvText.Date(f.Period.End),
                f.Value?.ToString(CultureInfo.InvariantCulture), UnitOf(f), f.Tag, f.Accession.ToString(), f.Form, CsvText.Date(f.Filed), f.IsDerived ? "true" : "false",
                Codes.Of(f.Status), f.Note.In(Words.Language), f.Lineage.Count > 0 ? f.Lineage[^1].Provenance.Source.Licence : ""));
        }
    }

    private static void Table(Entity entity, FirmFacts firm, IReadOnlyList<FirmFact> facts)
    {
        Terminal.Out.MarkupLine($"[bold]{Markup.Escape(entity.Name.In(Words.Language))}[/] [dim]{entity.Id} · {Words.Say("as of", "截至")} {CsvText.Date(firm.AsOf)}[/]");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(Words.Say("concept", "概念"), Words.Say("basis", "口径"), Words.Say("period", "期间"));
        table.AddColumn(new TableColumn(Glossary.Value.In(Words.Language)) { Alignment = Justify.Right });
        table.AddColumns(Words.Say("status", "状态"), Words.Say("tag", "标签"), Words.Say("filing", "申报"));
        var last = ("", "", Basis.Instant);
        foreach (var fact in facts.Where(f => f.Status != FirmFactStatus.Unknown))
        {
            var group = (fact.Concept, fact.Dimension, fact.Basis);
            var title = ConceptMap.Shipped.Find(fact.Concept)!.Title.In(Words.Language) + (fact.Dimension.Length > 0 ? $" · {fact.Dimension}" : "");
            table.AddRow(Markup.Escape(group == last ? "" : title), group == last ? "" : BasisText(fact.Basis), fact.Period.ToString(), Markup.Escape(ValueText(fact)),
                StatusText(fact), Markup.Escape(fact.Tag.Replace("us-gaap:", "", StringComparison.Ordinal)),
                Markup.Escape($"{fact.Accession} {fact.Form} {CsvText.Date(fact.Filed)}"));
            last = group;
        }

        Terminal.Out.Write(table);
        Foot(firm, facts);
    }

    private static void Foot(FirmFacts firm, IReadOnlyList<FirmFact> facts)
    {
        var missing = facts.Where(f => f.Status == FirmFactStatus.Unknown).ToLookup(f => f.Lineage.Count > 0);
        foreach (var unknown in missing[true])
            Terminal.Out.WriteLine($"? {ConceptMap.Shipped.Find(unknown.Concept)!.Title.In(Words.Language)}: {unknown.Note.In(Words.Language)}");
        var never = missing[false].Select(f => ConceptMap.Shipped.Find(f.Concept)!.Title.In(Words.Language)).ToList();
        if (never.Count > 0) Terminal.Out.WriteLine(Words.Say("? Never told: ", "? 从未披露：") + string.Join(Words.Say(", ", "、"), never));
        foreach (var check in firm.Checks.Where(c => !c.Holds).Take(5))
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"! {check.Id} {check.Concept} {check.End:yyyy-MM-dd}: {check.Difference}"));
        var splits = string.Join(", ", firm.Splits.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Ratio}:1 ({s.FirstRestated:yyyy-MM-dd})")));
        if (splits.Length > 0) Terminal.Out.WriteLine(Words.Say($"Splits, by the first filing on the new basis: {splits}. Values are as filed; --split-adjusted brings them to one basis.", $"拆股（以首份采用新口径的申报为准）：{splits}。数值为申报原值；用--split-adjusted换算为同一口径。"));
    }

    private static string ValueText(FirmFact fact) => fact.Value is not { } value ? NumberText.None
        : fact.Unit is { IsMoney: true } money ? NumberText.Money((double)value, money, Words.Language)
        : ConceptMap.Shipped.Find(fact.Concept)!.Measure == ConceptMeasure.Shares ? NumberText.Count((double)value, Words.Language)
        : value.ToString(CultureInfo.InvariantCulture);

    private static string? UnitOf(FirmFact fact) => ConceptMap.Shipped.Find(fact.Concept)!.Measure == ConceptMeasure.Shares && fact.Unit is not null ? "shares" : fact.Unit?.Code;

    private static string BasisText(Basis basis) => basis switch
    {
        Basis.Instant => Words.Say("at day", "时点"),
        Basis.Quarter => Words.Say("quarter", "季度"),
        Basis.Ttm => "TTM",
        _ => Words.Say("year", "年度"),
    };

    private static string StatusText(FirmFact fact)
    {
        Bilingual word = fact.Status switch
        {
            FirmFactStatus.Reported => new("reported", "披露"),
            FirmFactStatus.Derived => new("derived", "推算"),
            FirmFactStatus.Substitute => new("substitute", "替代口径"),
            FirmFactStatus.Partial => new("partial", "部分"),
            FirmFactStatus.Disputed => new("DISPUTED", "有争议"),
            FirmFactStatus.Stale => new("stale", "过时"),
            _ => new("unknown", "未知"),
        };
        return word.In(Words.Language);
    }
}
