using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Firms;

namespace Froth.Core.Financing;

/// <summary>One thing a firm owes or may owe beside its balance sheet.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Amount">What is firmly told, in the firm's currency; null when the term is not told.</param>
/// <param name="Most">With ceilings; NaN when open or not told.</param>
public sealed record OffBalanceTerm(Bilingual Name, double? Amount, double Most);

/// <summary>
/// What stands beside a firm's balance sheet: debt of vehicles it vouches for, other guarantees, leases signed and not commenced, and
/// purchase obligations, against all of these and the debt on the balance sheet. A term that is not told stays unknown and never counts
/// as none, so the share is "at least". Source: Froth methods 3.6.
/// </summary>
public sealed record OffBalance
{
    /// <summary>The quarter read.</summary>
    public required FirmQuarter Quarter { get; init; }

    /// <summary>Debt on the balance sheet; null when unknown.</summary>
    public FirmFigure? Debt { get; init; }

    /// <summary>The four terms, in the order of the definition.</summary>
    public required IReadOnlyList<OffBalanceTerm> Terms { get; init; }

    /// <summary>Everything it rests on.</summary>
    public required IReadOnlyList<Fact> Lineage { get; init; }

    /// <summary>Why there is no share; null when there is one.</summary>
    public Bilingual? Why => Debt is null ? FirmDebt.WhyNoTotal(Quarter)
        : Told == 0 ? NoTerm : Debt.Value + Sum <= 0 ? NothingOwed : null;

    /// <summary>How many of the four terms are told.</summary>
    public int Told => Terms.Count(t => t.Amount is not null);

    /// <summary>What is told, in the firm's currency.</summary>
    public double Sum => Terms.Sum(t => t.Amount ?? 0);

    /// <summary>Share of the told terms in all that is owed: the least it can be; NaN when <see cref="Why"/> says so.</summary>
    public double Share => Why is null ? Sum / (Sum + Debt!.Value) : double.NaN;

    /// <summary>The most it can be; NaN (open) while any term is unknown or has no upper end.</summary>
    public double MostShare
    {
        get
        {
            var most = Terms.Sum(t => t.Most);
            return Why is null && !double.IsNaN(most) ? most / (most + Debt!.Value) : double.NaN;
        }
    }

    /// <summary>Reads a firm's accounts alone; guarantees are then unknown.</summary>
    public static OffBalance Of(FirmQuarter quarter) => Of(quarter, [], EntityBook.Empty);

    /// <summary>Reads a firm's accounts and the guarantees it was recorded to have given by the day from which the quarter is seen.</summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="flows">Recorded relations of any kind; only this firm's binding guarantees in its own currency are used.</param>
    /// <param name="entities">Who the receivers are: a guarantee for a vehicle stands for the vehicle's debt.</param>
    public static OffBalance Of(FirmQuarter quarter, IReadOnlyList<Flow> flows, EntityBook entities)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(entities);
        List<Flow> guarantees = [.. flows.Where(f => IsGuaranteeOf(f, quarter))];
        var debt = FirmDebt.Total(quarter);
        var leases = FirmDebt.Carried(quarter, FirmConcepts.LeasesNotCommenced);
        var purchases = FirmDebt.Carried(quarter, FirmConcepts.PurchaseObligations);
        return new OffBalance
        {
            Quarter = quarter, Debt = debt,
            Terms =
            [
                Guaranteed(new("Debt of vehicles it vouches for", "其担保的特殊目的载体债务"), guarantees.Where(f => IsForVehicle(f, entities))),
                Guaranteed(new("Other guarantees", "其他担保"), guarantees.Where(f => !IsForVehicle(f, entities))),
                Term(new("Leases signed and not commenced", "已签约未起租的租赁"), leases),
                Term(new("Purchase obligations", "采购义务"), purchases),
            ],
            Lineage = [.. new[] { debt, leases, purchases }.OfType<FirmFigure>().SelectMany(f => f.Lineage), .. guarantees],
        };
    }

    private static Bilingual NoTerm { get; } = new("None of the four terms beside the balance sheet is told.", "四项表外项目均未披露。");

    private static Bilingual NothingOwed { get; } = new("No debt and nothing beside the balance sheet is told.", "既无债务，也未披露任何表外金额。");

    // A guarantee counts even where the record leaves it out of totals of money raised: the loan that it covers is another firm's.
    private static bool IsGuaranteeOf(Flow flow, FirmQuarter quarter) =>
        flow.Kind == FlowKind.Guarantee && flow.From is [var only] && only == quarter.Firm && flow.Binding == Binding.Binding && flow.Grade < Grade.Unconfirmed
        && flow.Currency == quarter.Currency && !flow.Value.IsUnknown && flow.Date <= quarter.Known && flow.PublishedAt <= quarter.Known
        && !(flow.TermYears is { } years && flow.Date.AddDays((int)(years * 365.25)) < quarter.Known);

    private static bool IsForVehicle(Flow flow, EntityBook entities) => flow.To.Any(t => entities.Find(t)?.Kind == EntityKind.Vehicle);

    private static OffBalanceTerm Guaranteed(Bilingual name, IEnumerable<Flow> guarantees)
    {
        List<ToldMoney> told = [.. guarantees.Select(f => ToldMoney.Of(f, Amount.Point(1))).OfType<ToldMoney>()];
        if (told.Count == 0) return new OffBalanceTerm(name, null, double.NaN);
        var sum = ToldMoney.Sum(told);
        return new OffBalanceTerm(name, sum.Told, sum.High);
    }

    private static OffBalanceTerm Term(Bilingual name, FirmFigure? figure) => new(name, figure?.Value, figure?.Value ?? double.NaN);
}
