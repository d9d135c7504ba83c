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
        Version = 2,
        Title = new("AI labs that live on outside money", "依赖外部资金维生的 AI 实验室占比"),
        Meaning = new(
            "Share of the labs whose accounts tell it that do not cover all their cost from revenue, with the number of labs of each financing type.",
            "在账目足以判断的实验室中，收入不足以覆盖全部成本者的占比，并列出各融资类型的家数。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Monthly,
        Method = new(
            "At each month end at which a fact came or lapsed, from accounts whose period ended at most 18 months before and all signed, confirmed financing. Value: labs with revenue below all cost / labs for which that is known; revenue below running or computing cost, or a cash burn, also decides it. " +
            "Types: revenue covers all cost: H* when revenue and money at hand also cover 24 months of commitments, S* when they do not or it is not known. Revenue below all cost: E with recorded equity and no recorded debt (Minsky's last class needs debt). With debt: S* when revenue covers running cost, or when financing of 12 months is at most computing cost and cash lasts 12 months; " +
            "S* also when a recurring revenue is told, cash lasts 12 months and no round is needed for what falls due within them (neither rule of the methods holds: the safer type); else P*. Those further inputs count against the lab when unknown. Whether revenue covers all cost, whether debt exists, and whether revenue covers running cost must be known, or both answers must give the same type; else U. " +
            "A range of told figures answers only where both ends agree; the remark of each lab gives the types that the unknown leaves open. Coverage: labs decided / all known labs. Panel: 1 lives on outside money, 0 does not. Vendor-financed: a recorded supplier also holds shares.",
            "在事实有新增或失效的每个月末，依据期末不早于18个月的账目与全部已确认的签约融资判定。数值＝收入低于全部成本的实验室/可判定的实验室；收入低于运行成本或算力成本，或存在现金消耗，亦可判定。" +
            "类型：收入覆盖全部成本者，若收入与现有资金亦覆盖24个月承诺为H*，不能覆盖或未知为S*。收入低于全部成本者：有股权融资记录而无债务记录为E（明斯基的最后一类须有债务）；有债务者，收入覆盖运行成本，或12个月融资不超过算力成本且现金可用12个月，为S*；" +
            "披露经常性收入、现金可用12个月且到期承诺无须新一轮融资者亦为S*（两条规则均不成立，取较安全者）；其余为P*。上述附加条件未知时按不利于实验室处理。收入是否覆盖全部成本、有无债务、是否覆盖运行成本三项须已知，或两种答案所得类型相同；否则为U。" +
            "披露为区间者，两端答案一致才算已知；各实验室备注列出未知项尚容许的类型。覆盖率＝可判定者/全部已知实验室。面板：1表示依赖外部资金，0表示不依赖。供应商融资：有记录的供应商同时持有其股权。"),
        Caveats = new(
            "Few labs tell anything, so the share rests on a handful; the count of U is the real finding. A debt that is not recorded, not signed, told by one weak source or owed by a vehicle makes an E of an S* or P*. Commitments are hardly ever told in full and undrawn credit is not read, so H* is out of reach for most. A lab inside a larger firm can be paid for by it.",
            "披露者寥寥，占比仅基于少数几家；U的家数才是关键。未收录、未签约、仅有单一弱来源或由特殊目的载体承担的债务会使S*或P*显示为E。承诺极少完整披露，未提取授信亦未读入，故多数实验室无从达到H*。隶属大公司的实验室可由母公司供养。"),
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
                new Part(new("Vendor-financed", "供应商融资"), labs.Count(l => l.Position.Vendors?.IsVendorFinanced == true)) { Unit = Unit.Count },
            ],
            Remark = new($"{decided.Count} of {labs.Count} known labs can be judged.", $"{labs.Count} 家已知实验室中有 {decided.Count} 家可判定。"),
        };
    }

    private static Reading OfLab(DateOnly day, LabPosition position, IReadOnlyList<Fact> facts)
    {
        var remark = RemarkOn(position);
        return position.LivesOnOutsideMoney is { } lives
            ? new Reading { Date = day, Value = lives ? 1 : 0, Remark = remark, Lineage = facts }
            : Reading.None(day, MissingReason.NotIdentified, remark, facts);
    }

    private static Bilingual RemarkOn(LabPosition position)
    {
        var (name, range) = (NameOf(position.Classify()), position.Range());
        if (range.Count > 1)
        {
            var letters = range.Select(t => NameOf(t).English.Split(' ')[0]).ToList();
            name = new($"{name.English}; open: {string.Join(", ", letters)}", $"{name.Chinese}；尚有可能：{string.Join("、", letters)}");
        }

        return position.Vendors is { IsVendorFinanced: true } vendors
            ? new($"{name.English}; vendor-financed by {string.Join(", ", vendors.Ties.Select(t => t.Supplier))}", $"{name.Chinese}；供应商融资：{string.Join("、", vendors.Ties.Select(t => t.Supplier))}") : name;
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
