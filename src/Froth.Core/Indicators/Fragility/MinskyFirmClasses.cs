using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>Firms by Minsky class, with P and E side by side and the unknown as a class of its own.</summary>
public sealed class MinskyFirmClasses : Indicator
{
    private static readonly MinskyClass[] Classes = Enum.GetValues<MinskyClass>();

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "minsky-classes",
        Title = new("Firms that live on further finance (P and E)", "依赖续融资维持的企业占比（P 与 E）"),
        Meaning = new(
            "Share of the firms whose accounts decide it that cannot pay interest from cash flow, or have no debt and lose cash; with the number of firms of each Minsky class.",
            "在账目足以判定的企业中，现金流不足以付息者与无债务但现金净流出者之占比，并列出明斯基各类的家数。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Quarterly,
        Method = new(
            "Over twelve months: H cash before interest ≥ interest + principal due; S ≥ interest; P below interest; E nothing due and cash flows out; U when a term is not told. Value: firms in P or E / firms decided, from three on. Parts: count of each class, share of all firms, P and E apart. " +
            "Panel: share of draws in P or E when each figure is moved within its grade (audited and filed ±0, company and third party 5 %, press 15 %, less sure 40 %; one sigma of a log-normal; 5,000 draws); the remark names class, range over the lenses and share of draws. Coverage: firms decided / firms with accounts.",
            "按过去十二个月：H 付息前现金 ≥ 利息＋到期本金；S ≥ 利息；P 低于利息；E 无到期款项且现金净流出；某项未披露则为 U。数值 = P 或 E 的企业/可判定企业（至少三家）。分项：各类家数及占全部企业之比，P 与 E 分列。" +
            "面板：各数据在其等级误差内变动（审计与申报 ±0，公司与第三方 5%，媒体 15%，更不确定者 40%；对数正态一倍标准差；5,000 次抽样）时落入 P 或 E 的抽样占比；备注列明类别、各视角区间与抽样占比。覆盖率 = 可判定企业/有账目企业。"),
        Caveats = MinskyReadings.Caveats.Then(new(
            "Different readings of Minsky class the same firm differently: see its range. A share of draws tells how firmly the figures decide, not what will happen.",
            "对明斯基分类的不同解读会将同一企业归入不同类别，请见其区间。抽样占比说明数据判定的牢靠程度，并非对未来的预测。")),
        Citations =
        [
            MinskyReadings.Primary, MinskyReadings.Minsky,
            new("Froth methods, sections 1.3 and 1.7: lenses shown as a range; shares of draws"),
            new("Davis, L., de Souza, J. and Hernandez, G. (2019), Cambridge Journal of Economics 43(3), 541–583"),
        ],
        Bands = Bands.Rising(0.10, 0.25, 0.50, ThresholdStatus.Froth, "Froth's own: a tenth, a quarter and a half of the firms decided", 0.02),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => FirmPanel.Inputs;

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs) => FirmReadings.Arrange(inputs, Read, Share);

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("One of each, and one unknown", "各类一家，另有一家不详"),
            Working = "h: 400 ≥ 20 + 180, H. s: 100 ≥ 20 but < 200, S. p: −30 + 20 = −10 < 20, P. u tells no principal: U. P and E are 1 of 3 decided.",
            Facts =
            [
                .. MinskyReadings.Year("h", 380, 20, 180, 0), .. MinskyReadings.Year("s", 80, 20, 180, 0), .. MinskyReadings.Year("p", -30, 20, 180, 0),
                .. MinskyReadings.Year("u", 80, 20, 180, 0).Where(o => o.Concept != FirmConcepts.DebtDueYear1),
            ],
            Expected = 1 / 3.0,
        },
        new()
        {
            Title = new("Filed figures decide wholly", "申报数据完全判定"),
            Working = "Cash before interest −30 + 20 = −10 < 20: P. Filed figures are not moved, so the share of draws in P or E is exactly 1.",
            Facts = MinskyReadings.Year("p", -30, 20, 180, 0), Entity = "p", Expected = 1,
        },
    ];

    private static Reading Read(FirmQuarter quarter)
    {
        var service = quarter.Service(DebtServiceWindow.TwelveMonths);
        var (shares, range) = (ClassShares.Of(service), ClassRange.Of(LensReader.Read(service, quarter.Service(DebtServiceWindow.QuarterAnnualised))));
        var value = service.Why is null ? shares.Ponzi + shares.EquityDependent : double.NaN;
        var reading = FirmReadings.Of(quarter, value, service.Why, MinskyReadings.NothingDue, service.ServiceLineage, [.. Classes.Select(c => new Part(NameOf(c), shares.Of(c)))]);
        return service.Why is null ? reading with { Remark = RemarkOf(service.Class, shares).Then(RangeOf(range)) } : reading with { Remark = service.Why.Value.Then(RangeOf(range)) };
    }

    private static Reading Share(DateOnly day, IReadOnlyList<(FirmQuarter Quarter, Reading Reading)> firms)
    {
        var classes = firms.Select(f => f.Quarter.Service(DebtServiceWindow.TwelveMonths).Class).ToList();
        var counts = Classes.Select(c => classes.Count(k => k == c)).ToList();
        var decided = classes.Count(c => c != MinskyClass.Unknown);
        Part[] parts =
        [
            .. Classes.Select((c, i) => new Part(NameOf(c), counts[i]) { Unit = Unit.Count }),
            .. Classes.Select((c, i) => new Part(new($"{NameOf(c).English}, share of all firms", $"{NameOf(c).Chinese}，占全部企业"), (double)counts[i] / firms.Count)),
        ];
        var inTail = counts[(int)MinskyClass.Ponzi] + counts[(int)MinskyClass.EquityDependent];
        var reading = decided < FirmReadings.FewestFirms
            ? Reading.None(day, MissingReason.BelowCoverage, FirmReadings.TooFew(decided, firms.Count))
            : new Reading
            {
                Date = day, Value = (double)inTail / decided,
                Remark = new($"{inTail} of the {decided} firms decided; {firms.Count} have accounts.", $"可判定的 {decided} 家企业中有 {inTail} 家；有账目者共 {firms.Count} 家。"),
            };
        return reading with { Coverage = (double)decided / firms.Count, Lineage = FirmReadings.LineageOf(firms), Parts = parts };
    }

    private static Bilingual NameOf(MinskyClass value)
    {
        var (letter, name) = (MinskyClasses.LetterOf(value), MinskyClasses.NameOf(value));
        return new($"{letter} {name.English}", $"{letter} {name.Chinese}");
    }

    private static Bilingual RemarkOf(MinskyClass value, ClassShares shares)
    {
        var (name, percent) = (NameOf(value), Math.Round(100 * shares.Of(value)));
        return new($"{name.English}; {percent}% of draws.", $"{name.Chinese}；占抽样 {percent}%。");
    }

    private static Bilingual RangeOf(ClassRange range) => new(
        $"Range {range} over {range.Deciding} of {range.Lenses} lenses.", $"{range.Lenses} 个视角中 {range.Deciding} 个可判定，区间 {range}。");
}
