using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Shorrocks' mobility of firms between Minsky classes from one quarter end to the next.</summary>
public sealed class ClassMobility : Indicator
{
    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "class-mobility",
        Title = new("Minsky classes: mobility between quarters", "明斯基类别：季度间流动性"),
        Meaning = new(
            "How readily firms leave their financing class within a quarter: 0 when none does, 1 when the next class does not depend on the present one.",
            "公司在一个季度内离开其融资类别的难易：无人离开为0，下一类别与当前类别无关为1。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Number, Frequency = Frequency.Quarterly,
        Method = new(
            "Classes and moves as in class-migration-down-ratio. P_ij = moves from i to j / all moves from i, exits and the end of data among them. M = (K − Σ P_ii) / (K − 1) over the K classes with at least 10 moves; the others are refused and named. Fewer than two such classes: no value. " +
            "Range: every P_ii at the ends of its 90 % interval under a Dirichlet prior of 1/8 for each of the 8 states, all at once, so wider than 90 %. Parts: P_ii, and moves in each row.",
            "类别与迁移同class-migration-down-ratio。P_ij＝由i至j的迁移数÷由i出发的全部迁移数，退出与数据中断计入分母。M＝(K−ΣP_ii)/(K−1)，仅计出发迁移不少于10次的K个类别，其余拒绝并列名；不足两个类别则不给值。" +
            "区间：8个状态各取1/8的狄利克雷先验，将各P_ii同时取其90%区间端点，故宽于90%。分项为P_ii及各行迁移数。"),
        Caveats = MigrationReadings.Caveats,
        Citations =
        [
            MigrationReadings.Methods, MigrationReadings.Duration,
            new("Shorrocks, A. F. (1978), The Measurement of Mobility, Econometrica 46(5), 1013–1024 (not read in the source)"),
        ],
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
            Title = new("Ten firms start in H and ten in S", "十家起于H，十家起于S"),
            Working = "Interest 1 and principal 10 are due a year. Of ten firms in H (cash 19 + 1) one falls to S (8 + 1 < 11): P_HH = 9/10. Of ten in S three climb to H: P_SS = 7/10. M = (2 − 0.9 − 0.7) / (2 − 1) = 0.4.",
            Facts =
            [
                .. Enumerable.Range(0, 10).SelectMany(i => MigrationExample.Firm($"h{i}", 19, i < 1 ? 8 : 19)),
                .. Enumerable.Range(0, 10).SelectMany(i => MigrationExample.Firm($"s{i}", 8, i < 3 ? 19 : 8)),
            ],
            Expected = 0.4,
        },
    ];

    private static Reading Read(DateOnly day, MigrationMatrix all, MigrationMatrix year)
    {
        List<Part> parts = [.. all.Kept.Select(r => r.Cell(r.From)).Select(c => new Part(new($"Stays {Letter(c.To)}", $"留在{Letter(c.To)}"), c.Share, Math.Min(c.Share, c.Low), Math.Max(c.Share, c.High)))];
        parts.AddRange(all.Rows.Select(r => MigrationReadings.Count(new($"Moves from {Letter(r.From)}", $"由{Letter(r.From)}出发的迁移数"), r.Count)));
        var refused = string.Join(' ', all.Rows.Where(r => r.IsRefused).Select(r => Letter(r.From)));
        if (double.IsNaN(all.Mobility))
        {
            return MigrationReadings.TooFew(day, new(
                $"n too small: two classes with 10 moves are needed; fewer start from {refused}.", $"样本过小：须有两个类别各满10次迁移；{refused}不足。")) with { Parts = parts };
        }

        var (low, high) = all.MobilityRange;
        return new Reading
        {
            Date = day, Value = all.Mobility, Low = low, High = high, Parts = parts,
            Remark = refused.Length == 0 ? null : new($"Without {refused}: fewer than 10 moves.", $"不含{refused}：迁移不足10次。"),
        };
    }

    private static string Letter(MigrationState state) => MigrationStates.LetterOf(state);
}
