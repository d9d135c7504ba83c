using Froth.Core.Indicators;

namespace Froth.Core.Financing;

/// <summary>What the indicators of announced financing share: how a sum becomes a reading, and the rules in words.</summary>
public static class FinancingReadings
{
    /// <summary>The rules by which rows are chosen and added, said once for every indicator that uses them.</summary>
    public static Bilingual Rules { get; } = new(
        "Rows: equity and debt of the recorded deals that count once, are better than unconfirmed and bind the parties; warrants (no cash is raised), guarantees, " +
        "leases and purchases are not financing. Letters of intent and deals of unknown standing are never added. Value = points and lower ends, what is firmly told; " +
        "low = the same with points that are only ceilings at zero; high = with upper ends and ceilings, open when one is not told. Other currencies are converted with a rate " +
        "dated within 60 days, else left out and counted in the coverage (share of rows with an amount in dollars). Months start in January 2025: the record of " +
        "earlier deals is thin. A window is read only when at least four signed deals with an amount are recorded for every three months of it: with fewer, the reading would be the size of one deal and a thin record would look like a collapse (four is Froth's own choice).",
        "口径：已收录交易中的股权与债务融资，要求不重复计算、可信度高于“未证实”且已签约；认股权证（当下不筹集现金）、担保、租赁和采购不算融资。意向书及约束力不明的交易一律不并入。" +
        "中间值 = 明确金额与区间下限之和，即确有把握的部分；下限 = 仅属上限的数字按零计；上限 = 计入区间上限与“最高”金额，若有一笔未披露上限则上限开放。" +
        "非美元金额按前后 60 天内的汇率折算，否则不计入，并反映在覆盖率中（有美元金额的笔数占比）。更早的交易收录稀疏，故自 2025 年 1 月起计算。窗口内每三个月平均至少收录四笔有金额的已签约交易才给出读数：笔数不足时，读数只是单笔交易的大小，收录稀疏会被误读为骤降（四笔为 Froth 自定）。");

    /// <summary>What could mislead in every one of them.</summary>
    public static Bilingual Caveats { get; } = new(
        "The deal list is a sample of large, reported deals, not a census: a fall may be a gap in the record. Deals are dated by announcement; money may be paid over years. " +
        "A vehicle is a receiver of its own, although a large firm stands behind it.",
        "交易清单是见诸报道的大额交易样本，并非全量统计：数值下降可能只是收录不全。交易按公布日计，资金可能分多年支付。特殊目的载体单独作为融资方，尽管背后往往是大公司。");

    /// <summary>Days after which a reading over three or six months no longer counts as current: those of a quarterly one.</summary>
    public const int StaleAfterDays = 185;

    /// <summary>The document that fixes these definitions.</summary>
    public static Citation Methods { get; } =
        new("Froth methods, section 3.1: growth by value and count, with a version without the five largest receivers and a bootstrap over deals");

    /// <summary>One reading for each rolling window of whole months, or the reason why there is no window.</summary>
    /// <param name="inputs">Inputs that declare <see cref="FinancingBook.Inputs"/>.</param>
    /// <param name="months">Length of the window.</param>
    /// <param name="fewestReceivers">Windows with fewer receivers are not read.</param>
    /// <param name="read">From a window to its reading.</param>
    public static IndicatorResult OfWindows(InputSet inputs, int months, int fewestReceivers, Func<FinancingWindow, Reading> read)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var readings = new FinancingBook(inputs).RollingMonths(months).Where(w => w.ByRecipient().Count >= fewestReceivers).Select(read).ToList();
        if (readings.Count > 0) return IndicatorResult.Of(readings);
        var receivers = fewestReceivers > 1 ? new Bilingual($" of at least {fewestReceivers} receivers", $"且不少于 {fewestReceivers} 个融资方的") : new("", "的");
        return IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.InsufficientHistory, new(
            $"No window of {months} months since January 2025 holds four signed deals with an amount a quarter{receivers.English}.",
            $"2025 年 1 月以来没有任何 {months} 个月的窗口每季含有四笔有金额{receivers.Chinese}已签约交易。"));
    }

    /// <summary>A sum of signed money as a reading dated by the window's end; a reason when nothing signed was recorded.</summary>
    public static Reading OfSum(FinancingWindow window, ToldMoney sum, IReadOnlyList<Part> parts)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.Signed.Count == 0) return NothingSigned(window);
        return new Reading
        {
            Date = window.Last, Value = sum.Told, Low = sum.Low, High = sum.High, Coverage = window.Coverage, Parts = parts,
            Lineage = window.SignedFacts, Remark = window.LeftOutRemark(),
        };
    }

    /// <summary>No number, because silence in the record is no evidence of zero.</summary>
    public static Reading NothingSigned(FinancingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return Reading.None(window.Last, MissingReason.NoData, new(
            $"No signed financing with an amount in dollars is recorded from {window.First:yyyy-MM-dd} to {window.Last:yyyy-MM-dd}.",
            $"{window.First:yyyy-MM-dd} 至 {window.Last:yyyy-MM-dd} 期间没有收录到可折算为美元的已签约融资。")) with { Coverage = window.Coverage };
    }

    /// <summary>A named sum.</summary>
    public static Part PartOf(Bilingual name, ToldMoney money) => new(name, money.Told, money.Low, money.High);
}
