using System.Globalization;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>
/// Sentences of the report that carry numbers. Numbers are bound to the language here, word order differs, and no sentence is glued
/// together from translated scraps.
/// </summary>
public sealed class ReportSentences(Language language)
{
    private bool Chinese => language == Language.SimplifiedChinese;

    /// <summary>A date as ISO 8601: the same in both languages and sortable.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Headline of the as-of banner.</summary>
    public string AsOf(DateOnly asOf) => Chinese ? $"截至{asOf.Year}年{asOf.Month}月{asOf.Day}日" : $"As of {asOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";

    /// <summary>What the as-of day means.</summary>
    public string AsOfMeaning(DateOnly asOf) => Chinese
        ? $"仅使用{Day(asOf)}当日及之前已公开的信息。"
        : $"Only what the world could know by {Day(asOf)} is used.";

    /// <summary>Notice that the report looks back.</summary>
    public string NotToday(DateOnly asOf, DateOnly generated) => Chinese
        ? $"注意：本报告生成于{Day(generated)}，所示并非当日状况，而是回溯至{Day(asOf)}的所知。"
        : $"Not today: generated on {Day(generated)}, this report shows what could be known on {Day(asOf)}.";

    /// <summary>Age of a reading.</summary>
    public string Age(int? days) => days is not { } n ? NumberText.None : Chinese ? $"{n}天" : n == 1 ? "1 day" : $"{n} days";

    /// <summary>How many readings changed.</summary>
    public string ChangedCount(int changed, int all, int bands) => Chinese
        ? $"{all}项指标中{changed}项读数与一个月前不同，其中{bands}项等级变动。"
        : $"{changed} of {all} readings differ from a month earlier; {bands} changed band.";

    /// <summary>How many facts stand behind the readings.</summary>
    public string FactCount(int facts, int sure) => Chinese
        ? $"最新读数依据{facts:N0}条事实，其中{NumberText.Percent(Share(sure, facts))}经审计或见于监管申报。"
        : $"{facts:N0} facts stand behind the latest readings; {NumberText.Percent(Share(sure, facts))} of them are audited or filed.";

    /// <summary>How many indicators have a current value in a band.</summary>
    public string CurrentCount(int current, int all) => Chinese
        ? $"{all}项指标中{current}项数值为当前值且历史足以定位。"
        : $"{current} of {all} indicators have a current value with enough history to rank it.";

    /// <summary>Number of facts from one source.</summary>
    public string Facts(int count) => Chinese ? $"{count}条事实" : count == 1 ? "1 fact" : $"{count} facts";

    /// <summary>Note that a list goes on.</summary>
    public string AndMore(int count) => Chinese ? $"另有{count}项，见下文。" : count == 1 ? "One more below." : $"{count} more below.";

    /// <summary>The condition of a turn.</summary>
    public string TurnAt(Turn turn, Definition definition)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var value = NumberText.Value(turn.Value, definition, language);
        return (turn.Above ? turn.Inclusive ? "≥ " : "> " : turn.Inclusive ? "≤ " : "< ") + value;
    }

    /// <summary>A cut as it stands in the table of thresholds.</summary>
    public string Cut(Threshold threshold, Definition definition)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        ArgumentNullException.ThrowIfNull(definition);
        var sign = definition.Bands.Falling ? "≤ " : "≥ ";
        return definition.Bands.OnPercentile
            ? sign + NumberText.Rank(threshold.From) + (Chinese ? "" : " ") + Glossary.OwnHistory.In(language)
            : sign + NumberText.Value(threshold.From, definition, language);
    }

    /// <summary>Basis of a cut. Froth's own percentile convention is told in the reader's language; references stay as printed.</summary>
    public string Basis(Threshold threshold, Bands bands)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        ArgumentNullException.ThrowIfNull(bands);
        return Chinese && bands.OnPercentile && threshold.Status == ThresholdStatus.Froth
            ? "本项目惯例：指标自身历史分布最外侧的30%、15%与5%"
            : threshold.Citation;
    }

    /// <summary>Rule for going down a band.</summary>
    public string Hysteresis(Definition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var bands = definition.Bands;
        var margin = bands.OnPercentile
            ? (bands.Hysteresis * 100).ToString("0.#", CultureInfo.InvariantCulture) + (Chinese ? "个百分点" : " percentage points")
            : NumberText.Value(bands.Hysteresis, definition, language);
        return Chinese ? $"升级即时生效；降级须越过阈值{margin}，以免在临界处反复。" : $"Going up takes effect at once; going down needs the reading to clear the cut by {margin}.";
    }

    /// <summary>Why there are fewer rows than facts, and how to see all.</summary>
    public string Omitted(int shown, int total, int omitted, string id) => omitted == 0
        ? (Chinese ? $"共{total:N0}条事实。" : $"{total:N0} {(total == 1 ? "fact" : "facts")} in all.")
        : Chinese
            ? $"共{total:N0}条事实，此处列出所述日期最近的{shown}条，略去较早的{omitted:N0}条；全部事实见命令：froth explain {id}"
            : $"{total:N0} facts in all; the {shown} that describe the latest days are listed and {omitted:N0} earlier ones left out. See all with: froth explain {id}";

    /// <summary>Note on facts that may not be shown.</summary>
    public string WithheldFacts(Withheld withheld)
    {
        ArgumentNullException.ThrowIfNull(withheld);
        var access = Glossary.Of(withheld.Access).In(language);
        var licence = withheld.Licence.Length > 0 ? withheld.Licence : access;
        return Chinese ? $"另有{withheld.Count}条事实{access}，不予列示（许可：{licence}）。" : $"{withheld.Count} further {(withheld.Count == 1 ? "fact is" : "facts are")} {access} and not shown (licence: {licence}).";
    }

    /// <summary>Text summary of a panel, for those who cannot see it.</summary>
    public string PanelSummary(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var definition = spec.Row.Definition;
        var valued = spec.Row.Result.Headline.Readings.Where(r => r.HasValue).ToList();
        string Text(double value) => NumberText.Value(value, definition, language);
        var (first, last) = (valued[0], valued[^1]);
        var (low, high) = (first, first);
        foreach (var reading in valued)
        {
            if (reading.Value < low.Value) low = reading;
            if (reading.Value > high.Value) high = reading;
        }

        var band = spec.Row.Band is { } b ? Glossary.Of(b).In(language) : Glossary.Of(spec.Row.Status).In(language);
        var (title, unit) = (definition.Title.In(language), Glossary.Of(definition.Unit).In(language));
        return Chinese
            ? $"{title}（{unit}）：{Day(first.Date)}至{Day(last.Date)}共{valued.Count:N0}个读数；最低{Text(low.Value)}（{Day(low.Date)}），最高{Text(high.Value)}（{Day(high.Date)}），最新{Text(last.Value)}，{band}。"
            : $"{title} ({unit}): {valued.Count:N0} {(valued.Count == 1 ? "reading" : "readings")} from {Day(first.Date)} to {Day(last.Date)}; lowest {Text(low.Value)} on {Day(low.Date)}, highest {Text(high.Value)} on {Day(high.Date)}, latest {Text(last.Value)}, {band}.";
    }

    /// <summary>Title of a pillar's figure.</summary>
    public string FigureTitle(int number, Bilingual pillar, DateOnly asOf) => Chinese
        ? $"图{number}　{pillar.Chinese}，截至{Day(asOf)}。"
        : $"Figure {number}. {pillar.English}, to {Day(asOf)}.";

    /// <summary>What a figure shows, in words: what is grave, what is old, what is not drawn.</summary>
    public string FigureSummary(IReadOnlyList<MonitorRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        string Named(MonitorRow row) => row.Definition.Title.In(language);
        string Valued(MonitorRow row) => Chinese ? $"{Named(row)}（{NumberText.Value(row.Latest!.Value, row.Definition, language)}）" : $"{Named(row)} ({NumberText.Value(row.Latest!.Value, row.Definition, language)})";
        var sentences = new List<string>();
        void Add(Bilingual what, IEnumerable<string> names)
        {
            var list = string.Join(Chinese ? "、" : ", ", names);
            if (list.Length > 0) sentences.Add(Chinese ? $"{what.Chinese}：{list}。" : $"{char.ToUpperInvariant(what.English[0])}{what.English[1..]}: {list}.");
        }

        foreach (var band in new[] { Band.Alarm, Band.Elevated, Band.Watch }) Add(Glossary.Of(band), rows.Where(r => r.Band == band).Select(Valued));
        Add(Glossary.Of(ReadingStatus.Stale), rows.Where(r => r.Status == ReadingStatus.Stale).Select(Named));
        Add(Glossary.NotShown, rows.Where(r => r.Latest is not { HasValue: true }).Select(Named));
        return string.Join(Chinese ? "" : " ", sentences);
    }

    /// <summary>Note that other entities are left out of a panel.</summary>
    public string ContextLeftOut() => Chinese ? "其他主体数值悬殊，未绘入图中，见下方列表。" : "Other entities differ too much in size to be drawn here; they are listed below.";

    /// <summary>The count behind a rank.</summary>
    public string RankedAmong(int observations) => Chinese ? $"{observations:N0}个观测" : $"of {observations:N0}";

    private static double Share(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;
}
