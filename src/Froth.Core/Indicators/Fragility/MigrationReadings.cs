using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>What the two readings of migration share: a reading a quarter from all moves that had ended by then.</summary>
internal static class MigrationReadings
{
    public static Citation Methods { get; } = new("Froth methods, section 1.5: migration between classes, cohort estimator with exits kept");

    public static Citation Duration { get; } = new(
        "Lando, D. and Skødeberg, T. (2002), Analyzing rating transitions and rating drift with continuous observations, Journal of Banking & Finance 26: on cohort and duration estimators (not read in the source)");

    public static Bilingual Caveats { get; } = new(
        "Firms are few, and the same firms stand in one quarter after another, so moves are less independent than the intervals take them to be. The class rests on twelve months, three quarters of which stay from one snapshot to the next; it moves slowly. The data hold firms that are of note today, so firms that failed early are missing.",
        "公司数量少，且同一批公司逐季重复出现，迁移的独立性低于区间所假定。分类基于滚动十二个月，相邻两期有三个季度重叠，故变动缓慢。样本为当今受关注的公司，早期失败者缺失，存在幸存者偏差。");

    public static Bands NoBands { get; } = Bands.None(new(
        "Each reading holds all earlier moves, so its own past is no yardstick.", "每个读数均包含此前全部迁移，与自身历史比较没有意义。"));

    /// <param name="inputs">Inputs that declare <see cref="ClassMigration.Inputs"/>.</param>
    /// <param name="read">From the day, all moves by then, and those of the last four quarters.</param>
    public static IndicatorResult Of(InputSet inputs, Func<DateOnly, MigrationMatrix, MigrationMatrix, Reading> read)
    {
        List<Reading> readings = [.. MigrationPath.Of(inputs).Days.Select(d => read(d.Day, d.All, d.Year) with { Lineage = d.Facts })];
        return readings.Count > 0 ? IndicatorResult.Of(readings) : IndicatorResult.None(
            inputs.Vintage.AsOf, MissingReason.NoData, new("No firm has a class at two quarter ends in a row.", "没有公司在相邻两个季末均可分类。"));
    }

    public static Reading TooFew(DateOnly day, Bilingual why) => Reading.None(day, MissingReason.InsufficientHistory, why);

    public static Part Count(Bilingual name, int value) => new(name, value) { Unit = Unit.Count };
}
