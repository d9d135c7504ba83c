using Froth.Core;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Spectre.Console;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.Cli.Output;

/// <summary>The monitor as a table for people, pillar by pillar.</summary>
internal static class MonitorTable
{
    /// <summary>From this many columns on, reason and coverage stand in columns of their own; below, under name and date.</summary>
    private const int WideFrom = 140;

    private const int Gap = 1;
    private const int NarrowestName = 16;
    private const int WideNameWidth = 42;

    // What the longest cells need. Narrow tables say rank and band in one cell.
    private const int ValueWidth = 19;
    private const int RankWidth = 5;
    private const int BandWidth = 13;
    private const int RankAndBandWidth = 15;
    private const int CoverageWidth = 8;
    private const int AsOfWidth = 10;
    private const int ChangeWidth = 10;

    public static void Write(IAnsiConsole console, Monitor monitor, Language language)
    {
        var wide = console.Profile.Width >= WideFrom;
        var table = Columns(console.Profile.Width, wide, language);
        foreach (var pillar in monitor.ByPillar)
        {
            table.AddEmptyRow();
            table.AddRow($"[bold underline]{Markup.Escape(Pillars.NameOf(pillar.Key).In(language))}[/]");
            foreach (var row in pillar) table.AddRow(Cells(row, language, wide));
        }

        console.Write(table);
    }

    private static Table Columns(int width, bool wide, Language language)
    {
        int[] others = wide
            ? [ValueWidth, RankWidth, BandWidth, CoverageWidth, AsOfWidth, ChangeWidth]
            : [ValueWidth, RankAndBandWidth, AsOfWidth, ChangeWidth];
        var columns = others.Length + (wide ? 2 : 1);
        var rest = width - others.Sum() - (columns + 1) * Gap;
        var table = new Table { Border = TableBorder.Simple, Expand = false, ShowRowSeparators = false };
        table.AddColumn(Head(Glossary.Indicator, wide ? WideNameWidth : Math.Max(NarrowestName, rest), language));
        table.AddColumn(Head(Glossary.Value, ValueWidth, language).RightAligned());
        if (wide) table.AddColumn(Head(Glossary.PercentileShort, RankWidth, language).RightAligned());
        table.AddColumn(Head(Glossary.BandWord, wide ? BandWidth : RankAndBandWidth, language));
        if (wide) table.AddColumn(Head(Glossary.Coverage, CoverageWidth, language).RightAligned());
        table.AddColumn(Head(Glossary.AsOf, AsOfWidth, language));
        table.AddColumn(Head(Glossary.ChangeShort, ChangeWidth, language).RightAligned());
        if (wide) table.AddColumn(Head(Glossary.Why, rest - WideNameWidth, language));
        return table;
    }

    private static TableColumn Head(Bilingual text, int width, Language language) =>
        new TableColumn($"[dim]{Markup.Escape(text.In(language))}[/]").Width(width).Padding(0, Gap);

    private static string[] Cells(MonitorRow row, Language language, bool wide)
    {
        var why = (row.Reason is { } reason && row.Status != ReadingStatus.Current ? reason : row.Change.Why).In(language);
        var coverage = NumberText.Percent(row.Latest?.Coverage ?? double.NaN);
        var (title, value, rank, band) = (Title(row, language), Value(row, language), NumberText.Rank(row.Percentile), BandCell(row, language));
        var (age, change) = (Age(row, language), Escape(NumberText.Delta(row.Change.Delta, row.Definition, language)));
        if (wide) return [title, value, rank, band, coverage, age, change, Dim(why)];
        // Where the age says it is stale, or nothing happened, the reason would only repeat the line.
        var silent = row.Status == ReadingStatus.Stale || (row.Status == ReadingStatus.Current && row.Change.Cause == ChangeCause.Unchanged);
        var covered = coverage == NumberText.None ? "" : "\n" + Dim($"{Glossary.CoverageShort.In(language)} {coverage.Replace(".0%", "%", StringComparison.Ordinal)}");
        var ranked = double.IsNaN(row.Percentile) ? "" : rank + " ";
        return [silent ? title : title + "\n" + Dim(why), value, ranked + band, age + covered, change];
    }

    private static string Dim(string text) => $"[dim]{Escape(text)}[/]";

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
