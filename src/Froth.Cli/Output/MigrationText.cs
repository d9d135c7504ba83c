using System.Globalization;
using Froth.Cli.Commands;
using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>Prints migration matrices as a table or as CSV; JSON has a writer of its own.</summary>
internal static class MigrationText
{
    /// <summary>Steps over which the shares are also told: a year of quarters.</summary>
    public const int Steps = 4;

    public static void Write(OutputFormat format, DateOnly asOf, MigrationTable pooled, MigrationTable latest)
    {
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) MigrationJson.Write(stream, asOf, pooled, latest, Words.Language);
                break;
            case OutputFormat.Csv:
                Console.Out.Write(CsvText.Row("as_of", "table", "horizon", "weight", "from", "to", "n", "row_n", "row_effective_n", "share", "low", "high", "refused"));
                foreach (var (name, table) in new[] { ("pooled", pooled), ("latest-year", latest) }) Csv(asOf, name, table);
                break;
            default:
                Terminal.Out.MarkupLine($"[bold]{Markup.Escape(Words.Say("Moves between Minsky classes", "明斯基类别间的迁移"))}[/] [dim]{Markup.Escape(Heading(asOf, pooled))}[/]");
                Table(Words.Say("All steps so far", "迄今全部"), pooled);
                Table(Words.Say("The last year", "最近一年"), latest);
                Summaries(pooled);
                Changes(pooled);
                break;
        }
    }

    private static void Csv(DateOnly asOf, string name, MigrationTable table)
    {
        foreach (var row in table.Matrix.Rows)
        {
            foreach (var cell in row.Cells)
            {
                Console.Out.Write(CsvText.Row(CsvText.Date(asOf), name, Text(table.Horizon), Codes.Of(table.Weight), Letter(row.From), Letter(cell.To), Text(cell.Count), Text(row.Count),
                    CsvText.Number(row.Effective), CsvText.Number(cell.Share), CsvText.Number(cell.Low), CsvText.Number(cell.High), row.Why?.In(Words.Language)));
            }
        }
    }

    private static string Heading(DateOnly asOf, MigrationTable table) => string.Join(" · ",
        Words.Say($"as of {CsvText.Date(asOf)}", $"截至{CsvText.Date(asOf)}"), Words.Say($"steps of {table.Horizon} quarter(s)", $"每步{table.Horizon}个季度"),
        Words.Say($"weight: {Codes.Of(table.Weight)}", $"权重：{Codes.Of(table.Weight)}"), Words.Say("90 % intervals", "90%区间"));

    private static void Table(string title, MigrationTable migration)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(title)) };
        table.AddColumns(Words.Say("from", "起"), "n");
        foreach (var state in MigrationStates.All) table.AddColumn(new TableColumn(Markup.Escape($"{Letter(state)}\n{MigrationStates.NameOf(state).In(Words.Language)}")) { Alignment = Justify.Right });
        table.AddColumn(Words.Say("remark", "备注"));
        foreach (var row in migration.Matrix.Rows)
        {
            table.AddRow([Markup.Escape($"{Letter(row.From)} {MigrationStates.NameOf(row.From).In(Words.Language)}"), Text(row.Count),
                .. row.Cells.Select(c => Markup.Escape(CellText(c))), Markup.Escape(row.Why?.In(Words.Language) ?? "")]);
        }

        Terminal.Out.Write(table);
        var left = migration.LeftOut.Select(m => m.Firm).Distinct().Order(StringComparer.Ordinal).ToList();
        if (left.Count > 0)
        {
            Terminal.Out.WriteLine(Words.Say($"! Left out, size unknown or not in {migration.Currency?.Code ?? "any currency"}: {migration.LeftOut.Count} moves of ", $"! 规模未知或非{migration.Currency?.Code}计价而未计入：{migration.LeftOut.Count}次迁移，")
                + string.Join(Words.Say(", ", "、"), left));
        }
    }

    private static string CellText(MigrationCell cell) => double.IsNaN(cell.Share) ? Text(cell.Count)
        : $"{cell.Count}\n{NumberText.Percent(cell.Share)}\n{NumberText.Rank(cell.Low)}–{NumberText.Rank(cell.High)}";

    private static void Summaries(MigrationTable table)
    {
        var (matrix, none) = (table.Matrix, NumberText.None);
        var (low, high) = matrix.DownRatioRange;
        Terminal.Out.WriteLine(Words.Say($"Moves down {matrix.Down}, up {matrix.Up}; ratio ", $"下移{matrix.Down}次，上移{matrix.Up}次；比值")
            + (double.IsNaN(matrix.DownRatio) ? none + Words.Say(" (n too small)", "（样本过小）") : $"{Number(matrix.DownRatio)} ({Number(low)}–{Number(high)})"));
        var kept = string.Join(' ', matrix.Kept.Select(r => Letter(r.From)));
        (low, high) = matrix.MobilityRange;
        Terminal.Out.WriteLine(Words.Say("Shorrocks mobility ", "Shorrocks流动性") + (double.IsNaN(matrix.Mobility)
            ? none + Words.Say(" (fewer than two classes with 10 moves)", "（满10次迁移的类别不足两个）")
            : $"{Number(matrix.Mobility)} ({Number(low)}–{Number(high)})" + Words.Say($" over {kept}", $"，计入{kept}")));
        if (table.Latest is { } shares)
        {
            Terminal.Out.WriteLine(Words.Say($"On {CsvText.Date(shares.Day)}, {shares.Firms} firms weighed, {shares.Unknown} of class U: ", $"{CsvText.Date(shares.Day)}计入{shares.Firms}家，另有U类{shares.Unknown}家：")
                + string.Join(", ", MigrationStates.Classes.Select(c => $"{Letter(c)} {NumberText.Percent(shares.Shares[(int)c])}")) + $"; P+E {NumberText.Percent(shares.PonziAndEquity)}");
        }

        if (matrix.After(Steps) is { } after)
        {
            foreach (var row in matrix.Kept)
                Terminal.Out.WriteLine(Words.Say($"After {Steps} steps from {Letter(row.From)}: ", $"自{Letter(row.From)}经{Steps}步：")
                    + string.Join(", ", MigrationStates.All.Where(s => after[(int)row.From, (int)s] > 0).Select(s => $"{Letter(s)} {NumberText.Percent(after[(int)row.From, (int)s])}")));
        }
        else if (matrix.Kept.Count > 0)
        {
            Terminal.Out.WriteLine(Words.Say($"After {Steps} steps: not told, because a class with moves enough leads to one without.", $"经{Steps}步：不给出，因样本足够的类别通向样本不足的类别。"));
        }

        Terminal.Out.WriteLine(Words.Say(
            "Steps do not overlap: overlapping years would count one change several times. The same firms recur, so intervals are still rather too narrow.",
            "各步互不重叠：年度重叠会将同一变动重复计数。同一批公司反复出现，区间仍偏窄。"));
    }

    private static void Changes(MigrationTable migration)
    {
        var changes = migration.Moves.Where(m => m.IsChange).ToList();
        if (changes.Count == 0) return;
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(Words.Say("The moves", "逐次迁移"))) };
        table.AddColumns(Words.Say("firm", "公司"), Words.Say("move", "迁移"), Words.Say("between", "期间"), Words.Say("accounts to", "账目截至"), Words.Say("remark", "备注"));
        foreach (var move in changes)
        {
            table.AddRow(Markup.Escape(move.Firm), $"{Letter(move.From.State)} → {Letter(move.To.State)}", $"{CsvText.Date(move.From.Day)} → {CsvText.Date(move.To.Day)}",
                $"{CsvText.Date(move.From.QuarterEnd)} → {(move.To.QuarterEnd is { } end ? CsvText.Date(end) : NumberText.None)}", Markup.Escape(move.To.Why?.In(Words.Language) ?? ""));
        }

        Terminal.Out.Write(table);
    }

    private static string Letter(MigrationState state) => MigrationStates.LetterOf(state);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "∞";
}
