using System.Globalization;
using Froth.Numerics;
using Froth.Numerics.Dating;

namespace Froth.Core.Bubbles;

/// <summary>The words of the recursive tests.</summary>
public static class PsyWords
{
    /// <summary>A null's name.</summary>
    public static Bilingual Of(PsyNull kind) => kind == PsyNull.MonteCarlo ? new("Monte Carlo", "蒙特卡洛") : new("wild bootstrap", "野自助法");

    /// <summary>Why a window has no statistic.</summary>
    public static Bilingual Of(WindowStatus status) => status switch
    {
        WindowStatus.Computed => new("computed", "已计算"),
        WindowStatus.TooShort => new("too few rows", "行数不足"),
        WindowStatus.ConstantLevel => new("the level does not vary", "序列为常数"),
        WindowStatus.CollinearLags => new("the lagged differences do not vary or explain each other", "滞后差分为常数或完全共线"),
        _ => new("an exactly straight or exponential stretch leaves no error", "恰为直线或指数，回归无误差"),
    };

    /// <summary>An episode's sign.</summary>
    public static Bilingual Of(EpisodeSign sign) => sign switch
    {
        EpisodeSign.Positive => new("exuberance", "上涨"),
        EpisodeSign.Negative => new("collapse or recovery", "下跌或恢复"),
        _ => new("unknown", "未知"),
    };

    /// <summary>A statistic's name.</summary>
    public static string Of(PsyStatistic statistic) => statistic switch { PsyStatistic.Adf => "ADF", PsyStatistic.Sadf => "SADF", _ => "GSADF" };

    /// <summary>What the GSADF says under a null, in a sentence.</summary>
    public static Bilingual Verdict(PsyNullResult result, double level)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (test, kind) = (result[PsyStatistic.Gsadf], Of(result.Null));
        var p = test.PValue.ToString("0.####", CultureInfo.InvariantCulture);
        var size = Percent(1 - (test.RejectsAt ?? level));
        return test.RejectsAt is not null && test.Rejects(level)
            ? new($"By {kind.English}, GSADF rejects a random walk without explosive stretches at {size} (p = {p}).", $"按{kind.Chinese}，GSADF在{size}水平拒绝“无爆炸性阶段”的原假设（p = {p}）。")
            : new($"By {kind.English}, GSADF does not reject at {Percent(1 - level)} (p = {p}).", $"按{kind.Chinese}，GSADF在{Percent(1 - level)}水平不拒绝原假设（p = {p}）。");
    }

    /// <summary>A share as a percentage, such as 5 %.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
