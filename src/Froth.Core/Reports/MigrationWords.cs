using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Reports;

/// <summary>The words in which moves between classes are told, wherever they are shown.</summary>
public static class MigrationWords
{
    /// <summary>Titles and labels.</summary>
    public static readonly Bilingual
        Title = new("Moves between Minsky classes", "明斯基类别间的迁移"),
        AllSteps = new("All steps so far", "迄今全部"),
        LastYear = new("The last year", "最近一年"),
        Moves = new("The moves", "逐次迁移"),
        From = new("from", "起"),
        Remark = new("remark", "备注"),
        Firm = new("firm", "公司"),
        Move = new("move", "迁移"),
        Between = new("between", "期间"),
        Accounts = new("accounts to", "账目截至"),
        To = new("Class or exit moved to", "迁至类别或退出状态"),
        Classes = new("Class", "类别"),
        Exits = new("Exit", "退出");

    /// <summary>How a matrix is read.</summary>
    public static readonly Bilingual HowToRead = new(
        "Each row tells where firms of a class stood one step later: count, share of the row, and the 90 % interval of that share. Exits are kept as states of their own, and no data (U) never passes for a class. A row with fewer than ten moves shows its counts and no share.",
        "每行表示某一类别的公司在一步之后所处的状态：次数、占该行的比例及其90%区间。退出单列为状态，无数据（U）不计入任何类别。不足10次迁移的行只列次数，不给出比例。");

    /// <summary>Why intervals are too narrow.</summary>
    public static readonly Bilingual Overlap = new(
        "Steps do not overlap: overlapping years would count one change several times. The same firms recur, so intervals are still rather too narrow.",
        "各步互不重叠：年度重叠会将同一变动重复计数。同一批公司反复出现，区间仍偏窄。");

    /// <summary>What stands over the matrices: the day, the step, the weight.</summary>
    public static IReadOnlyList<Bilingual> Heading(MigrationPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (day, table) = (Day(page.AsOf), page.Pooled);
        return [new($"as of {day}", $"截至{day}"), new($"steps of {table.Horizon} quarter(s)", $"每步{table.Horizon}个季度"),
            new($"weight: {Codes.Of(table.Weight)}", $"权重：{WeightOf(table.Weight)}"), new("90 % intervals", "90%区间")];
    }

    /// <summary>How many moves were counted, of how many firms, and between which days.</summary>
    public static Bilingual Sample(MigrationPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var moves = page.Pooled.Moves;
        if (moves.Count == 0) return new("No firm has a class at both ends of a step.", "没有公司在一步的两端均可分类。");
        var (english, chinese) = page.Pooled.Horizon == 1 ? ("firm-quarters", "个公司季度") : ("firm-years", "个公司年度");
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{moves.Count:#,0} {english} of {page.Firms} firms, {Day(moves[0].From.Day)} to {Day(moves[^1].To.Day)}; the last year {page.Latest.Moves.Count:#,0}."),
            string.Create(CultureInfo.InvariantCulture, $"{page.Firms}家公司共{moves.Count:#,0}{chinese}，{Day(moves[0].From.Day)}至{Day(moves[^1].To.Day)}；最近一年{page.Latest.Moves.Count:#,0}个。"));
    }

    /// <summary>A state with its letter.</summary>
    public static Bilingual StateOf(MigrationState state)
    {
        var (letter, name) = (MigrationStates.LetterOf(state), MigrationStates.NameOf(state));
        return new($"{letter} {name.English}", $"{letter} {name.Chinese}");
    }

    /// <summary>The interval of a cell's share; empty in a refused row.</summary>
    public static string Interval(MigrationCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return double.IsNaN(cell.Share) ? "" : $"{NumberText.Rank(cell.Low)}–{NumberText.Rank(cell.High)}";
    }

    /// <summary>Moves that could not be weighed; null when there are none.</summary>
    public static Bilingual? LeftOut(MigrationTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.LeftOut.Count == 0) return null;
        var firms = table.LeftOut.Select(m => m.Firm).Distinct().Order(StringComparer.Ordinal).ToList();
        return new(
            $"Left out, size unknown or not in {table.Currency?.Code ?? "any currency"}: {table.LeftOut.Count} moves of {string.Join(", ", firms)}",
            $"规模未知或非{table.Currency?.Code}计价而未计入：{table.LeftOut.Count}次迁移，{string.Join("、", firms)}");
    }

    /// <summary>What sums a table up: moves down and up, mobility, the classes today, the shares after some steps.</summary>
    public static IEnumerable<Bilingual> Summaries(MigrationTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        yield return Ratio(table.Matrix);
        yield return Mobility(table.Matrix);
        if (table.Latest is { } shares) yield return Today(shares);
        foreach (var line in After(table.Matrix)) yield return line;
        yield return Overlap;
    }

    private static string WeightOf(MigrationWeight weight) => weight switch
    {
        MigrationWeight.Count => "公司数",
        MigrationWeight.Assets => "总资产",
        MigrationWeight.MarketCap => "市值",
        MigrationWeight.Debt => "债务",
        _ => throw new ArgumentOutOfRangeException(nameof(weight), weight, "Unnamed weight."),
    };

    private static Bilingual Ratio(MigrationMatrix matrix)
    {
        var value = double.IsNaN(matrix.DownRatio) ? new Bilingual(NumberText.None + " (n too small)", NumberText.None + "（样本过小）") : Bilingual.Same(Range(matrix.DownRatio, matrix.DownRatioRange));
        return new($"Moves down {matrix.Down}, up {matrix.Up}; ratio {value.English}", $"下移{matrix.Down}次，上移{matrix.Up}次；比值{value.Chinese}");
    }

    private static Bilingual Mobility(MigrationMatrix matrix)
    {
        if (double.IsNaN(matrix.Mobility))
            return new($"Shorrocks mobility {NumberText.None} (fewer than two classes with 10 moves)", $"Shorrocks流动性{NumberText.None}（满10次迁移的类别不足两个）");
        var (range, kept) = (Range(matrix.Mobility, matrix.MobilityRange), string.Join(' ', matrix.Kept.Select(r => MigrationStates.LetterOf(r.From))));
        return new($"Shorrocks mobility {range} over {kept}", $"Shorrocks流动性{range}，计入{kept}");
    }

    private static Bilingual Today(StateShares shares)
    {
        var classes = string.Join(", ", MigrationStates.Classes.Select(c => $"{MigrationStates.LetterOf(c)} {NumberText.Percent(shares.Shares[(int)c])}")) + $"; P+E {NumberText.Percent(shares.PonziAndEquity)}";
        return new($"On {Day(shares.Day)}, {shares.Firms} firms weighed, {shares.Unknown} of class U: {classes}", $"{Day(shares.Day)}计入{shares.Firms}家，另有U类{shares.Unknown}家：{classes}");
    }

    private static IEnumerable<Bilingual> After(MigrationMatrix matrix)
    {
        const int steps = MigrationPage.Steps;
        if (matrix.After(steps) is not { } after)
        {
            if (matrix.Kept.Count > 0)
                yield return new($"After {steps} steps: not told, because a class with moves enough leads to one without.", $"经{steps}步：不给出，因样本足够的类别通向样本不足的类别。");
            yield break;
        }

        foreach (var row in matrix.Kept)
        {
            var (from, shares) = (MigrationStates.LetterOf(row.From), string.Join(", ", MigrationStates.All.Where(s => after[(int)row.From, (int)s] > 0).Select(s => $"{MigrationStates.LetterOf(s)} {NumberText.Percent(after[(int)row.From, (int)s])}")));
            yield return new($"After {steps} steps from {from}: {shares}", $"自{from}经{steps}步：{shares}");
        }
    }

    private static string Range(double value, (double Low, double High) range) => $"{Number(value)} ({Number(range.Low)}–{Number(range.High)})";

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "∞";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
