using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Moves of firms to a less safe class for each move to a safer one.</summary>
public sealed class ClassMigrationDownRatio : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "class-migration-down-ratio",
        Title = new("Minsky classes: moves down for each move up", "明斯基类别：下移与上移之比"),
        Meaning = new(
            "Above 1, firms have slid towards fragile financing more often than they have climbed out of it.",
            "大于1表示公司滑向脆弱融资的次数多于走出脆弱融资的次数。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Multiple, Frequency = Frequency.Quarterly,
        Method = new(
            "At each calendar quarter end every firm's class on twelve months of accounts published by then and at most 275 days old. Moves from one quarter end to the next, all those that have ended so far: moves down (H to S, P or E; S to P or E; any class to default) / moves up. " +
            "P and E stand side by side; a move between them, a purchase, a listing and the end of data (U) are neither. Fewer than 10 moves up and down: no ratio. Range: odds of the 90 % Wilson interval of the share of moves down. Parts: numbers of moves, also of the last four quarters.",
            "每个日历季末，以截至当日已公布、期末不早于275天的滚动十二个月账目判定各公司类别。统计迄今相邻季末之间的全部迁移：下移次数（H→S、P或E；S→P或E；任一类别→违约）÷上移次数。" +
            "P与E并列，二者互移以及被收购、上市、数据中断（U）均不计入。上下移合计不足10次则不给比值。区间为下移占比90% Wilson区间对应的比值。分项为迁移次数，并列最近四个季度。"),
        Caveats = MigrationReadings.Caveats,
        Citations = [MigrationReadings.Methods, MigrationReadings.Duration],
        Bands = MigrationReadings.NoBands,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => ClassMigration.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => MigrationReadings.Of(inputs, Read);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Eight down, four up", "八次下移，四次上移"),
            Working = "Twelve firms, each with debt of 10 due and interest of 1 a year. Four go from cash of 9 (8 + 1 interest: S) to 19 (H): up. Eight go from 19 (H) to 9 (S): down. 8 / 4 = 2. Wilson at 90 % for 8 of 12: 0.43149 to 0.84051, as odds 0.75899 to 5.27017.",
            Facts = [.. Enumerable.Range(0, 12).SelectMany(i => MigrationExample.Firm($"f{i:00}", i < 4 ? 8 : 19, i < 4 ? 19 : 8))],
            Expected = 2, ExpectedLow = 0.75899, ExpectedHigh = 5.27017, Tolerance = 1e-5,
        },
    ];

    private static Reading Read(DateOnly day, MigrationMatrix all, MigrationMatrix year)
    {
        Part[] parts =
        [
            MigrationReadings.Count(new("Moves down", "下移次数"), all.Down), MigrationReadings.Count(new("Moves up", "上移次数"), all.Up),
            MigrationReadings.Count(new("Moves down, last four quarters", "最近四季下移次数"), year.Down), MigrationReadings.Count(new("Moves up, last four quarters", "最近四季上移次数"), year.Up),
            MigrationReadings.Count(new("Quarters of firms in a class", "有类别的公司季度数"), all.Rows.Sum(r => r.Count)),
        ];
        if (double.IsNaN(all.DownRatio))
        {
            return MigrationReadings.TooFew(day, new(
                $"n too small: {all.Down} moves down and {all.Up} up; 10 in all and one up are needed.", $"样本过小：下移{all.Down}次、上移{all.Up}次；合计须满10次且至少一次上移。")) with { Parts = parts };
        }

        var (low, high) = all.DownRatioRange;
        return new Reading { Date = day, Value = all.DownRatio, Low = low, High = high, Parts = parts };
    }
}
