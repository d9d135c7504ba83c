using System.Globalization;

namespace Froth.Core.Filings;

/// <summary>Puts a resolution into words.</summary>
internal static class ResolutionText
{
    public static Bilingual Of(Resolution r)
    {
        var others = string.Join(", ", r.Others.Select(o => Reading(o)).Distinct());
        var filing = $"{r.Fact.Form} {Day(r.Fact.Filed)}";
        return r.Choice switch
        {
            Choice.Only => new("The only tag told for this period.", "该期间仅披露此标签。"),
            Choice.NewestFiling => new($"The newest filing that speaks of this period ({filing}) tells it; before: {others}.", $"以最新述及该期间的申报（{filing}）为准；此前：{others}。"),
            Choice.Whole => new($"The same filing tells the parts {others}.", $"同一申报另披露其组成部分：{others}。"),
            Choice.WholeOfEarlierFiling => new($"Later filings tell only a part ({others}) and keep this tag for other periods.", $"其后申报仅披露部分（{others}），其他期间仍用此标签。"),
            Choice.BorneOut => new($"The filing also tells {others}; other filings of this period bear this value out.", $"该申报另有{others}；其他申报印证此值。"),
            Choice.Broadest => new($"The broadest of the tags told, and the largest; also told: {others}.", $"所披露标签中口径最宽且数值最大；另有：{others}。"),
            Choice.NothingNearer => new("No nearer tag is told for this period; the meaning may differ.", "该期间没有更贴切的标签，口径可能不同。"),
            Choice.Sum => Sum(r),
            Choice.SumOfMembers => new("No total is told; this is the sum over the members of an axis.", "未披露合计数，此为各成员之和。"),
            Choice.TwoValues => new($"One filing tells two values and nothing decides between them: {Reading(r.Fact)}, {others}.", $"同一申报给出两个数值，无从取舍：{Reading(r.Fact)}，{others}。"),
            Choice.Amended => new($"An amendment differs from the report: {Reading(r.Fact)}, {others}.", $"更正申报与原报告不一致：{Reading(r.Fact)}，{others}。"),
            Choice.UnknownOverlap when r.Others.Count == 0 => new("May cover only a part; the filer tells no total.", "可能只覆盖一部分，申报人未披露合计。"),
            Choice.UnknownOverlap => new($"Several measures whose overlap is not stated; never added: {Reading(r.Fact)}, {others}.", $"多种口径，重叠程度未说明，不可相加：{Reading(r.Fact)}，{others}。"),
            _ => throw new ArgumentOutOfRangeException(nameof(r), r.Choice, "Unmapped choice."),
        };
    }

    private static Bilingual Sum(Resolution r)
    {
        var terms = r.Joined(t => t.Concept);
        return r.Subtracted.Count > 0 ? new($"Not told itself; {terms}.", $"未直接披露，由{terms}得出。")
            : r.Missing.Length > 0
            ? new($"Sum of {terms}; {r.Missing} is not told for this day although the firm told it before.", $"{terms}之和；该日未披露{r.Missing}，而此前曾披露。")
            : r.Terms.Count > 1 ? new($"No total is told; sum of {terms}.", $"未披露合计数，为{terms}之和。")
            : r.Status == ResolutionStatus.Partial ? new($"Only {terms} is told; the rest is not known.", $"仅披露{terms}，其余未知。")
            : new($"Only {terms} is told; nothing else was outstanding when last told.", $"仅披露{terms}；其余部分最近一次披露为零或从未披露。");
    }

    private static string Reading(FiledFact fact) => string.Create(CultureInfo.InvariantCulture, $"{fact.Value} {fact.Tag} ({fact.Form} {Day(fact.Filed)})");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
