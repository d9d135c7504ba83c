using System.Globalization;
using Froth.Core.Firms;
using Froth.Numerics;

namespace Froth.Core.Reports;

/// <summary>The words in which head and tail are told, wherever they are shown.</summary>
public static class HeadTailWords
{
    /// <summary>Titles and labels.</summary>
    public static readonly Bilingual
        Title = new("Head and tail by size", "按规模划分的头部与尾部"),
        Group = new("group", "组别"),
        Firms = new("firms", "公司数"),
        Classed = new("with a class", "有类别"),
        PriceEarnings = new("median P/E", "市盈率中位数"),
        LossMakers = new("loss-makers", "亏损"),
        Loss = new("loss", "亏损"),
        CashCover = new("median cash / debt due", "现金/到期债务中位数"),
        NothingDue = new("no debt due", "无到期债务"),
        Larger = new("larger half", "较大一半"),
        Smaller = new("smaller half", "较小一半"),
        NoDeciles = new("Fewer than 20 firms: no deciles.", "不足20家，不分十等份。"),
        Ranking = new("The firms by size", "按规模排序的公司"),
        Rank = new("Rank", "排名"),
        Size = new("Size", "规模"),
        LeftOut = new("Without a rank:", "未能排序："),
        Claims = new("The claim and its parts", "论断及其组成"),
        Claim = new("Claim", "论断"),
        Verdict = new("Verdict", "判定");

    /// <summary>How the table is read.</summary>
    public static readonly Bilingual HowToRead = new(
        "Firms by market value, else assets, in US dollars; the largest stand in the first group. Class cells tell the number of firms and the 90 % interval of their share among the firms with a class; U is in no share. P/E over twelve months, of earners alone; cash over debt due within a year; n is the number of firms behind a median.",
        "公司按市值（无市值者按总资产）折合美元排序，最大者在第一组。类别栏为公司数及其在有类别公司中占比的90%区间；U不计入占比。市盈率为滚动十二个月，仅限盈利公司；现金/到期债务以一年内到期债务计；n为中位数所含公司数。");

    /// <summary>When the claim counts as supported or contradicted.</summary>
    public static readonly Bilingual Rule = new(
        $"Supported when all three hold with their whole 90 % interval, contradicted when any fails with its whole interval; at least {HeadTailClaim.FewestFirms} firms with a class in a half.",
        $"三项的90%区间均完全成立为支持，任一项区间完全不成立为反驳；每半至少{HeadTailClaim.FewestFirms}家有类别。");

    /// <summary>The title with its day.</summary>
    public static Bilingual TitleOn(DateOnly day) => new(
        string.Create(CultureInfo.InvariantCulture, $"Head and tail on {day:yyyy-MM-dd}"), string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}头部与尾部"));

    /// <summary>A verdict in a word.</summary>
    public static Bilingual Of(HeadTailVerdict verdict) => verdict switch
    {
        HeadTailVerdict.Supported => new("supported", "支持"),
        HeadTailVerdict.Contradicted => new("contradicted", "反驳"),
        _ => new("not decided", "未能判定"),
    };

    /// <summary>What a firm's size is.</summary>
    public static Bilingual BasisOf(MigrationWeight basis) => basis switch
    {
        MigrationWeight.MarketCap => new("market value", "市值"),
        MigrationWeight.Assets => new("assets", "总资产"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Firms are not ranked by it."),
    };

    /// <summary>The whole claim with its verdict.</summary>
    public static Bilingual Answer(HeadAndTail head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var verdict = Of(head.Verdict);
        return new($"\"Leaders are hedge-financed, the tail is Ponzi-financed\": {verdict.English}", $"“头部为对冲型，尾部为庞氏型”：{verdict.Chinese}");
    }

    /// <summary>The number behind one part of the claim, with its interval and how many firms.</summary>
    public static string Figure(HeadTailClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return $"{NumberText.Percent(claim.Value)} ({NumberText.Percent(claim.Low)}–{NumberText.Percent(claim.High)}, n {claim.N})";
    }

    /// <summary>Firms of a class in a group, with the interval of their share; a dash where no firm has a class.</summary>
    public static string Share(SizeGroup group, MigrationState state)
    {
        ArgumentNullException.ThrowIfNull(group);
        var (low, high) = ShareInterval.Of(group.In(state), group.Classed);
        return group.Classed == 0 ? NumberText.None : $"{group.In(state)} ({NumberText.Rank(low)}–{NumberText.Rank(high)})";
    }

    /// <summary>A median with how many firms stand behind it.</summary>
    public static string Median(double value, int n) => n == 0 ? NumberText.None : string.Create(CultureInfo.InvariantCulture, $"{value:0.0}× (n {n})");
}
