using Froth.Core;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Spectre.Console;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.Cli.Output;

/// <summary>The monitor as a table for people, pillar by pillar.</summary>
internal static class MonitorTable
{
    public static void Write(IAnsiConsole console, Monitor monitor, Language language)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false, ShowRowSeparators = false };
        table.AddColumn(Head(Glossary.Indicator, language));
        table.AddColumn(Head(Glossary.Value, language).RightAligned());
        table.AddColumn(Head(Glossary.Percentile, language).RightAligned().NoWrap());
        table.AddColumn(Head(Glossary.BandWord, language).NoWrap());
        table.AddColumn(Head(Glossary.Coverage, language).RightAligned().NoWrap());
        table.AddColumn(Head(Glossary.AsOf, language).NoWrap());
        table.AddColumn(Head(Glossary.Change, language).RightAligned());
        table.AddColumn(Head(Glossary.Why, language));
        foreach (var pillar in monitor.ByPillar)
        {
            table.AddEmptyRow();
            table.AddRow($"[bold underline]{Markup.Escape(Pillars.NameOf(pillar.Key).In(language))}[/]");
            foreach (var row in pillar) table.AddRow(Cells(row, language));
        }

        console.Write(table);
    }

    private static TableColumn Head(Bilingual text, Language language) => new($"[dim]{Markup.Escape(text.In(language))}[/]");

    private static string[] Cells(MonitorRow row, Language language) =>
    [
        Title(row, language), Value(row, language), NumberText.Rank(row.Percentile), BandCell(row, language),
        NumberText.Percent(row.Latest?.Coverage ?? double.NaN), Age(row, language), Escape(NumberText.Delta(row.Change.Delta, row.Definition, language)),
        $"[dim]{Escape((row.Reason is { } reason && row.Status != ReadingStatus.Current ? reason : row.Change.Why).In(language))}[/]",
    ];

    private static string Title(MonitorRow row, Language language)
    {
        var entity = row.Entity is { } name ? $" · {name.In(language)}" : "";
        return $"{Escape(row.Definition.Title.In(language) + entity)}\n[dim]{row.Definition.Id}[/]";
    }

    private static string Value(MonitorRow row, Language language)
    {
        if (row.Latest is not { HasValue: true } latest) return $"[dim]{Escape(Glossary.Of(row.Status).In(language))}[/]";
        var unit = row.Definition.Display is Display.Number or Display.Price ? "\n[dim]" + Escape(Glossary.Of(row.Definition.Unit).In(language)) + "[/]" : "";
        var range = NumberText.Range(latest.Low, latest.High, row.Definition, language);
        var value = Escape(NumberText.Value(latest.Value, row.Definition, language));
        return (row.Status == ReadingStatus.Current ? $"[bold]{value}[/]" : value) + (range.Length > 0 ? $"\n[dim]{Escape(range)}[/]" : "") + unit;
    }

    private static string BandCell(MonitorRow row, Language language)
    {
        var state = row.Status == ReadingStatus.Current ? "" : $"[dim]{Terminal.Mark(row.Status)} {Escape(Glossary.Of(row.Status).In(language))}[/]";
        if (row.Band is not { } band) return state.Length > 0 ? state : NumberText.None;
        var text = $"[{Terminal.Colour(band)}]{Terminal.Mark(band)} {Escape(Glossary.Of(band).In(language))}[/]";
        return state.Length > 0 ? text + "\n" + state : text;
    }

    private static string Age(MonitorRow row, Language language) => row.Latest is { } latest
        ? $"{latest.Date:yyyy-MM-dd}\n[dim]{row.AgeDays} {(language == Language.English ? "days" : "天")}[/]"
        : NumberText.None;

    private static string Escape(string text) => Markup.Escape(text);
}
