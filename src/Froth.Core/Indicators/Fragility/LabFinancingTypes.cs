using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Time;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Private labs by type of financing: number and share, with the unknown as a class of its own.</summary>
public sealed class LabFinancingTypes : Indicator
{
    private static readonly LabFinancingType[] Types = Enum.GetValues<LabFinancingType>();

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "lab-financing-types",
        Title = new("AI labs that live on outside money", "依赖外部资金维生的 AI 实验室占比"),
        Meaning = new(
            "Share of the labs whose accounts tell it that do not cover all their cost from revenue, with the number of labs of each financing type.",
            "在账目足以判断的实验室中，收入不足以覆盖全部成本者的占比，并列出各融资类型的家数。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Monthly,
        Method = new(
            "At each month end at which an account came or lapsed, from accounts whose period ended at most 18 months before and all signed, confirmed financing. Value: labs with revenue below all cost / labs for which that is known. Revenue below computing " +
            "cost alone, or a cash burn, also decides it. Parts: H* revenue covers all cost and two years of commitments; S* covers running cost, or financing at most covers computing with 12 months of cash; " +
            "P* does not cover running cost, has debt and under 12 months; E cost above revenue with recorded equity and no recorded debt (Minsky's last class needs debt); U not decided by what is known. " +
            "Unknown inputs give U, never a class. Coverage: labs decided / all known labs. Panel: 1 lives on outside money, 0 does not; the remark names the type.",
            "在账目有新增或失效的每个月末，依据期末不早于 18 个月的账目与全部已确认的签约融资判定。数值 = 收入低于全部成本的实验室/可判定的实验室。收入低于算力成本本身，或存在现金消耗，亦可判定。分项：H* 收入覆盖全部成本及两年承诺；" +
            "S* 覆盖运行成本，或融资至多覆盖算力成本且现金可用 12 个月；P* 不足以覆盖运行成本、有债务且跑道不足 12 个月；E 成本高于收入，仅有股权融资记录而无债务记录（明斯基的最后一类须有债务）；U 信息不足以判定。" +
            "输入未知即为 U，绝不归入其他类别。覆盖率 = 可判定者/全部已知实验室。面板：1 表示依赖外部资金，0 表示不依赖；备注列明类型。"),
        Caveats = new(
            "Few labs tell anything, so the share rests on a handful; the count of U is the real finding. A debt that is not recorded makes an E of an S* or P*. A lab inside a larger firm can be paid for by it.",
            "披露者寥寥，占比仅基于少数几家；U 的家数才是关键。未被收录的债务会使 S* 或 P* 显示为 E。隶属大公司的实验室可由母公司供养。"),
        Citations = [LabSources.Methods, LabSources.Minsky],
        Bands = Bands.None(new(
            "A share of a handful of labs that hardly ever changes cannot be ranked against its own past.",
            "样本仅少数几家且很少变动，与自身历史比较没有意义。")),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => LabPositions.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        var positions = new LabPositions(inputs);
        if (positions.First is not { } first) return Nothing(inputs);
        List<Reading> sector = [];
        var panel = positions.LabsBy(inputs.Vintage.AsOf).ToDictionary(l => l, _ => new List<Reading>(), StringComparer.Ordinal);
        foreach (var day in CalendarEnds.Months(first, inputs.Vintage.AsOf))
        {
            var known = positions.LabsBy(day).Select(lab => (Lab: lab, Known: positions.On(lab, day))).ToList();
            if (known.All(k => k.Known.Position.LivesOnOutsideMoney is null)) continue;
            var share = Share(day, [.. known.Select(k => k.Known)]);
            // A month in which no account came or lapsed is no new observation.
            if (sector.Count == 0 || !share.Lineage.SequenceEqual(sector[^1].Lineage)) sector.Add(share);
            foreach (var (lab, (position, facts)) in known.Where(k => k.Known.Facts.Count > 0)) panel[lab].Add(OfLab(day, position, facts));
        }

        return sector.Count == 0 ? Nothing(inputs) : new IndicatorResult(new ReadingSeries(null, sector),
            [.. panel.Where(p => p.Value.Count > 0).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new ReadingSeries(p.Key, p.Value))]);
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("One lab burns, one earns, one is silent", "一家亏、一家盈、一家沉默"),
            Working = "a: 13 / 34 = 0.38 < 1. b: 30 / 20 = 1.5 ≥ 1. c tells only its cash: not decided. 1 of 2 decided = 0.5.",
            Facts =
            [
                ExampleFacts.Over("a", Concepts.Revenue, "2025-01-01", "2025-12-31", 13e9, Unit.UsDollar),
                ExampleFacts.Over("a", "total-spending", "2025-01-01", "2025-12-31", -34e9, Unit.UsDollar),
                ExampleFacts.Over("b", Concepts.Revenue, "2025-01-01", "2025-12-31", 30e9, Unit.UsDollar),
                ExampleFacts.Over("b", "total-spending", "2025-01-01", "2025-12-31", -20e9, Unit.UsDollar),
                ExampleFacts.At("c", "cash", "2025-12-31", 5e9, Unit.UsDollar),
            ],
            Expected = 0.5,
        },
    ];

    private static IndicatorResult Nothing(InputSet inputs) => IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
        "No lab's accounts decide whether revenue covers cost.", "没有实验室的账目足以判断收入能否覆盖成本。"));

    private static Reading Share(DateOnly day, IReadOnlyList<(LabPosition Position, IReadOnlyList<Fact> Facts)> labs)
    {
        var decided = labs.Where(l => l.Position.LivesOnOutsideMoney is not null).ToList();
        var counts = Types.Select(t => labs.Count(l => l.Position.Classify() == t)).ToList();
        return new Reading
        {
            Date = day, Value = (double)decided.Count(l => l.Position.LivesOnOutsideMoney == true) / decided.Count,
            Coverage = (double)decided.Count / labs.Count,
            Lineage = [.. decided.SelectMany(l => l.Facts).Distinct()],
            Parts =
            [
                .. Types.Select((t, i) => new Part(NameOf(t), counts[i]) { Unit = Unit.Count }),
                .. Types.Select((t, i) => new Part(ShareNameOf(t), (double)counts[i] / labs.Count)),
            ],
            Remark = new($"{decided.Count} of {labs.Count} known labs can be judged.", $"{labs.Count} 家已知实验室中有 {decided.Count} 家可判定。"),
        };
    }

    private static Reading OfLab(DateOnly day, LabPosition position, IReadOnlyList<Fact> facts)
    {
        var name = NameOf(position.Classify());
        return position.LivesOnOutsideMoney is { } lives
            ? new Reading { Date = day, Value = lives ? 1 : 0, Remark = name, Lineage = facts }
            : Reading.None(day, MissingReason.NotIdentified, name, facts);
    }

    private static Bilingual NameOf(LabFinancingType type) => type switch
    {
        LabFinancingType.Hedge => new("H* hedge", "H* 对冲型"),
        LabFinancingType.Speculative => new("S* speculative", "S* 投机型"),
        LabFinancingType.Ponzi => new("P* Ponzi", "P* 庞氏型"),
        LabFinancingType.EquityDependent => new("E equity-dependent", "E 依赖股权型"),
        _ => new("U unknown", "U 不详"),
    };

    private static Bilingual ShareNameOf(LabFinancingType type) =>
        new($"{NameOf(type).English}, share of all labs", $"{NameOf(type).Chinese}，占全部实验室");
}
