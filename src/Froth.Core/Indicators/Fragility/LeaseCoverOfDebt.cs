using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.Fragility;

/// <summary>How much of the life of a vehicle's debt its lease covers.</summary>
public sealed class LeaseCoverOfDebt : Indicator
{
    private static readonly Input Lease = Input.Concept(FirmConcepts.LeaseInitialYears, Unit.Years);
    private static readonly Input Debt = Input.Concept(FirmConcepts.DebtFinalMaturityYears, Unit.Years);

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "lease-cover",
        Title = new("Lease cover of vehicles' debt", "特殊目的载体债务的租约覆盖"),
        Meaning = new(
            "How much of the time for which a vehicle owes money its tenant is bound to pay. The rest hangs on renewals, or on a guarantee of the residual value.",
            "载体负债期内，承租方受约束必须付租的时间占比。其余部分取决于续租或残值担保。"),
        Pillar = Pillar.Fragility, Unit = Unit.Ratio, Display = Display.Percent, Frequency = Frequency.Irregular, StaleAfterDays = 730,
        Method = new(
            "Years of the first, non-cancellable lease term / years until the debt is due in full, on each day on which a term became known. Headline: the lowest among vehicles of which both are told; panel: each vehicle, or the lowest of those that one firm tells.",
            "首个不可撤销租期年数/债务全部到期年数，以条款公布之日计。总值：两项均已披露的载体中最低者；面板：各载体，或同一企业所披露载体中最低者。"),
        Caveats = new(
            "Not the life of chips against a bond: such bonds often pay for shell, power and cooling, which last. Where the years of debt are counted from the sale of the notes and the lease begins years later, the cover is a little higher from its start on. A guarantee of the residual value can stand in for a renewal and is not in the figure. Few vehicles tell both terms.",
            "这不是芯片寿命与债券期限之比：此类债券多用于厂房、电力与冷却等长寿命资产。若债务年数自发行日起算而租约数年后才起租，则自起租日计的覆盖略高。残值担保可替代续租，未计入数值。同时披露两项条款的载体很少。"),
        Citations = [new("Froth methods, section 3.5: maturity mismatch, refinancing inside the life of assets and lease cover")],
        Bands = Bands.FallingBelow(0.8, 0.5, 0.25, ThresholdStatus.Froth, "Froth's own: at 1 the lease lasts as long as the debt"),
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs => [Lease, Debt];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        List<Observation> told = [.. inputs.Revisions(Lease), .. inputs.Revisions(Debt)];
        var panel = told.GroupBy(o => o.Entity, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ReadingSeries(g.Key, Readings([.. g], isNamed: false))).Where(s => s.Readings.Count > 0).ToList();
        var headline = Readings(told, isNamed: true);
        return headline.Count > 0
            ? new IndicatorResult(new ReadingSeries(null, headline), panel)
            : IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new(
                "No vehicle tells both its lease and its debt.", "没有载体同时披露租期与债务期限。"));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("A data centre leased for four years and financed for twenty", "租期四年、融资二十年的数据中心"),
            Working = "First lease term 4 years; the notes are due about 20 years after completion. 4 / 20 = 0.2: a fifth of the debt's life is covered.",
            Facts = [ExampleFacts.At("vehicle", FirmConcepts.LeaseInitialYears, "2025-10-30", 4, Unit.Years), ExampleFacts.At("vehicle", FirmConcepts.DebtFinalMaturityYears, "2025-10-30", 20, Unit.Years)],
            Expected = 0.2, ExpectedLow = 0.2, ExpectedHigh = 0.2,
        },
    ];

    private static List<Reading> Readings(List<Observation> told, bool isNamed)
    {
        List<Reading> readings = [];
        foreach (var day in told.Select(KnownOn).Distinct().Order())
        {
            List<Observation> newest = [.. told.Where(o => KnownOn(o) <= day).GroupBy(o => (o.Entity, o.Concept, o.Dimension))
                .Select(g => g.MaxBy(o => (o.Date, o.PublishedAt, o.RecordedAt))!)];
            var covers = LeaseCover.All(newest.Where(o => o.Concept == FirmConcepts.LeaseInitialYears), newest.Where(o => o.Concept == FirmConcepts.DebtFinalMaturityYears));
            if (covers.Where(c => !double.IsNaN(c.Value)).MinBy(c => c.Value) is not { } lowest) continue;
            var name = lowest.Deal.Length == 0 ? lowest.Entity : $"{lowest.Entity} {lowest.Deal}";
            readings.Add(new Reading
            {
                Date = day, Value = lowest.Value, Low = lowest.Low, High = lowest.High, Lineage = lowest.Lineage,
                Remark = isNamed ? new Bilingual($"Lowest of {covers.Count}: {name}.", $"{covers.Count} 个载体中最低：{name}。") : null,
                Parts =
                [
                    new(new("First lease term", "首个租期"), (double?)lowest.LeaseYears.Central ?? double.NaN) { Unit = Unit.Years },
                    new(new("Years of debt", "债务年数"), (double?)lowest.DebtYears.Central ?? double.NaN) { Unit = Unit.Years },
                ],
            });
        }

        return readings;
    }

    private static DateOnly KnownOn(Observation told) => told.PublishedAt > told.Date ? told.PublishedAt : told.Date;
}
