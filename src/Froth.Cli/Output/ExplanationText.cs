using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>An explanation for people: value, formula, inputs grouped by source, snapshots.</summary>
internal static class ExplanationText
{
    private const int FactsShown = 40;

    public static void Write(IAnsiConsole console, Explanation explanation, string dataVersion, Language language, bool all)
    {
        var (definition, reading) = (explanation.Definition, explanation.Reading);
        var entity = explanation.EntityName is { } name ? $" · {name.In(language)}" : "";
        console.MarkupLine($"[bold]{Escape(definition.Title.In(language) + entity)}[/]  [dim]{definition.Id} v{definition.Version}, "
            + $"{Escape(Glossary.AsOf.In(language))} {explanation.Vintage}, {Escape(Glossary.DataVersion.In(language))} {dataVersion}[/]");
        console.WriteLine();
        console.MarkupLine(ValueLine(explanation, language));
        if (reading.Remark is { } remark) console.MarkupLine("[dim]" + Escape(remark.In(language)) + "[/]");
        foreach (var part in reading.Parts) console.MarkupLine("  " + Escape(PartLine(part, definition, language)));
        console.WriteLine();
        Paragraph(console, Glossary.Meaning, definition.Meaning, language);
        Paragraph(console, Glossary.Method, definition.Method, language);
        Paragraph(console, Glossary.Caveats, definition.Caveats, language);
        foreach (var citation in definition.Citations) console.MarkupLine($"  [dim]{Escape(citation.Text)} {Escape(citation.Url)}[/]");
        console.WriteLine();
        Inputs(console, explanation, language, all);
        if (explanation.Entities.Count > 0)
            console.MarkupLine($"[dim]--entity: {Escape(string.Join(", ", explanation.Entities))}[/]");
    }

    private static string ValueLine(Explanation explanation, Language language)
    {
        var (definition, reading, signal) = (explanation.Definition, explanation.Reading, explanation.Signal);
        var value = reading.HasValue
            ? $"[bold]{Escape(NumberText.Value(reading.Value, definition, language))}[/]"
            : $"[bold]{Escape(Glossary.Of(reading.Missing ?? MissingReason.NoData).In(language))}[/]";
        var range = NumberText.Range(reading.Low, reading.High, definition, language);
        var band = signal.Band is { } b ? $"{Terminal.Mark(b)} {Glossary.Of(b).In(language)}" : NumberText.None;
        var coverage = double.IsNaN(reading.Coverage) ? "" : $" · {Glossary.Coverage.In(language)} {NumberText.Percent(reading.Coverage)}";
        // Money, shares and multiples already say what they are.
        var unit = reading.HasValue && definition.Display is (Display.Number or Display.Price) ? " " + Glossary.Of(definition.Unit).In(language) : "";
        return value + Escape($"{unit}{(range.Length > 0 ? $" ({range})" : "")} · {reading.Date:yyyy-MM-dd}"
            + $" · {Glossary.Percentile.In(language)} {NumberText.Rank(signal.Percentile)} (n={signal.Observations}) · {band}{coverage}");
    }

    private static string PartLine(Part part, Definition definition, Language language)
    {
        var (unit, display) = (part.Unit ?? definition.Unit, part.Unit is null ? definition.Display : DisplayOf(part.Unit.Value));
        var value = NumberText.Value(part.Value, display, unit, language);
        var range = double.IsNaN(part.Low) && double.IsNaN(part.High) ? ""
            : $" ({NumberText.Value(part.Low, display, unit, language)} – {NumberText.Value(part.High, display, unit, language)})";
        return $"{part.Name.In(language)}: {value}{range}";
    }

    private static Display DisplayOf(Unit unit) => unit.IsMoney ? Display.Money : Display.Number;

    private static void Inputs(IAnsiConsole console, Explanation explanation, Language language, bool all)
    {
        var shown = all ? explanation.Facts : [.. explanation.Facts.Take(FactsShown)];
        console.MarkupLine($"[bold]{Escape(Glossary.Sources.In(language))}[/] [dim]({explanation.Facts.Count})[/]");
        foreach (var group in shown.GroupBy(f => (f.Provenance.Source, f.Provenance.SnapshotId)))
        {
            var source = group.Key.Source;
            console.MarkupLine($"  {Escape(source.Publisher)}: {Escape(source.Title)} [dim]{source.Date:yyyy-MM-dd}[/]");
            if (source.Url.Length > 0) console.MarkupLine($"  [dim]{Escape(source.Url)}[/]");
            console.MarkupLine($"  [dim]{Escape(Glossary.Licence.In(language))}: {Escape(source.Licence)} · {Escape(Glossary.Snapshot.In(language))} sha256:{group.Key.SnapshotId}[/]");
            foreach (var fact in group) console.MarkupLine("    " + Escape(FactLine(fact, language)));
        }

        if (shown.Count < explanation.Facts.Count)
        {
            console.MarkupLine("[dim]" + Escape(language == Language.English
                ? $"… and {explanation.Facts.Count - shown.Count} earlier inputs; --all lists them"
                : $"……另有{explanation.Facts.Count - shown.Count}条较早输入；--all可全部列出") + "[/]");
        }

        if (explanation.Withheld > 0)
        {
            console.MarkupLine("[dim]" + Escape(language == Language.English
                ? $"{explanation.Withheld} inputs are licensed or confidential and are not shown"
                : $"{explanation.Withheld}条输入受许可或保密限制，不予显示") + "[/]");
        }
    }

    private static string FactLine(Fact fact, Language language)
    {
        var (when, value, unit) = FactRows.What(fact);
        var note = fact.Remark.In(language) is { Length: > 0 } remark ? $" — {remark}" : "";
        return $"{FactRows.Subject(fact)} · {when} · {value} {unit.Code} · {Glossary.Of(fact.Grade).In(language)} · "
            + $"{Glossary.Published.In(language)} {fact.PublishedAt:yyyy-MM-dd} · {fact.Place}{note}";
    }

    private static void Paragraph(IAnsiConsole console, Bilingual title, Bilingual text, Language language)
    {
        console.MarkupLine($"[bold]{Escape(title.In(language))}[/]  {Escape(text.In(language))}");
    }

    private static string Escape(string text) => Markup.Escape(text);
}
