using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Indicators;

namespace Froth.Core.Financing;

/// <summary>How a lab's spending of a period was found, in the order of preference.</summary>
public enum SpendingBasis
{
    /// <summary>Told as a whole.</summary>
    Total,

    /// <summary>Revenue plus cash burned.</summary>
    RevenuePlusBurn,

    /// <summary>Revenue minus operating income: costs as booked, non-cash ones included.</summary>
    OperatingCosts,
}

/// <summary>A lab's spending of a period on one basis.</summary>
/// <param name="Basis">How it was found.</param>
/// <param name="Dollars">The amount, positive.</param>
/// <param name="Fact">The fact behind it, beside revenue.</param>
public sealed record LabSpending(SpendingBasis Basis, double Dollars, Observation Fact);

/// <summary>A lab's revenue and spending of one and the same period.</summary>
/// <param name="Lab">Entity id.</param>
/// <param name="Revenue">Revenue of the period.</param>
/// <param name="Spending">Spending on every basis known, the preferred first; at least one.</param>
public sealed record LabYear(string Lab, Observation Revenue, IReadOnlyList<LabSpending> Spending)
{
    /// <summary>Revenue over spending on the preferred basis.</summary>
    public double Cover => Revenue.Double / Spending[0].Dollars;

    /// <summary>The facts behind revenue and every basis.</summary>
    public IEnumerable<Fact> Facts => Spending.Select(s => (Fact)s.Fact).Prepend(Revenue);
}

/// <summary>
/// What is told about the accounts of private labs. Costs and losses are negative in the facts. Rows of one weak source stay out.
/// Only figures of the same lab and the same period are put together.
/// </summary>
public sealed class LabAccounts
{
    private static readonly Input RevenueInput = Input.Concept(Concepts.Revenue, Unit.UsDollar);
    private static readonly Input TotalSpendingInput = Input.Concept("total-spending", Unit.UsDollar);
    private static readonly Input OperatingIncomeInput = Input.Concept(Concepts.OperatingIncome, Unit.UsDollar);
    private static readonly Input CashBurnInput = Input.Concept("cash-burn", Unit.UsDollar);
    private static readonly Input MonthlyBurnInput = Input.Concept("cash-burn-monthly", Unit.UsDollar);
    private static readonly Input CashInput = Input.Concept("cash", Unit.UsDollar);
    private static readonly Input ComputeInput = Input.Concept("compute-spend-total", Unit.UsDollar);
    private static readonly Input TrainingInput = Input.Concept("compute-spend-training", Unit.UsDollar);
    private static readonly Input InferenceInput = Input.Concept("compute-spend-inference", Unit.UsDollar);
    private static readonly Input ServingCostInput = Input.Concept("inference-cost", Unit.UsDollar);

    private readonly InputSet _inputs;

    /// <summary>Opens the accounts.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public LabAccounts(InputSet inputs)
    {
        _inputs = inputs ?? throw new ArgumentNullException(nameof(inputs));
        Revenue = Read(RevenueInput);
        CashBurn = Read(CashBurnInput);
        MonthlyBurn = Read(MonthlyBurnInput);
        Cash = Read(CashInput);
        Compute = Read(ComputeInput);
        Training = Read(TrainingInput);
        Serving = [.. Read(ServingCostInput), .. Read(InferenceInput)];
        Years = [.. Revenue.Where(r => r.Double >= 0).Select(r => new LabYear(r.Entity, r, SpendingOf(r))).Where(y => y.Spending.Count > 0)];
    }

    /// <summary>What an indicator that opens the accounts must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } =
    [
        RevenueInput, TotalSpendingInput, OperatingIncomeInput, CashBurnInput, MonthlyBurnInput, CashInput,
        ComputeInput, TrainingInput, InferenceInput, ServingCostInput,
    ];

    /// <summary>Every lab known by a day, with or without accounts: those of the entity book, and those with a fact dated by then.</summary>
    public IReadOnlyList<string> LabsBy(DateOnly day) =>
        [.. _inputs.Entities.All.Where(e => e.Kind == EntityKind.Lab).Select(e => e.Id)
            .Concat(All.Where(o => o.Date <= day).Select(o => o.Entity)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Revenue over spans.</summary>
    public IReadOnlyList<Observation> Revenue { get; }

    /// <summary>Cash burned over spans; negative.</summary>
    public IReadOnlyList<Observation> CashBurn { get; }

    /// <summary>Cash burned in a month; negative.</summary>
    public IReadOnlyList<Observation> MonthlyBurn { get; }

    /// <summary>Cash and securities at a day.</summary>
    public IReadOnlyList<Observation> Cash { get; }

    /// <summary>All computing costs of a span; negative.</summary>
    public IReadOnlyList<Observation> Compute { get; }

    /// <summary>Computing costs of research and training; negative.</summary>
    public IReadOnlyList<Observation> Training { get; }

    /// <summary>Costs of serving models: as accounts tell them first, then as estimated; negative.</summary>
    public IReadOnlyList<Observation> Serving { get; }

    /// <summary>Periods with revenue and spending, by lab and period.</summary>
    public IReadOnlyList<LabYear> Years { get; }

    /// <summary>Every fact read that says something about a lab's spending or cash, and its revenue.</summary>
    public IEnumerable<Observation> All => Revenue.Concat(CashBurn).Concat(MonthlyBurn).Concat(Cash).Concat(Compute);

    /// <summary>The fact of a list that is about the same lab and period, or null.</summary>
    public static Observation? Same(IReadOnlyList<Observation> facts, Observation like) =>
        facts.FirstOrDefault(o => o.Entity == like.Entity && o.Period == like.Period);

    private List<LabSpending> SpendingOf(Observation revenue)
    {
        List<LabSpending> found = [];
        void Add(SpendingBasis basis, Input input, Func<double, double> spending)
        {
            if (Same(Read(input), revenue) is { } fact && spending(fact.Double) > 0) found.Add(new LabSpending(basis, spending(fact.Double), fact));
        }

        Add(SpendingBasis.Total, TotalSpendingInput, x => -x);
        Add(SpendingBasis.RevenuePlusBurn, CashBurnInput, x => revenue.Double - x);
        Add(SpendingBasis.OperatingCosts, OperatingIncomeInput, x => revenue.Double - x);
        return found;
    }

    // Listed firms file under the same concepts; a lab is what the entity book calls one, or what it does not know.
    private List<Observation> Read(Input input) => [.. _inputs.Latest(input).Where(o =>
        o.Grade != Grade.Unconfirmed && !double.IsNaN(o.Double) && (_inputs.Entities.Find(o.Entity)?.Kind is null or EntityKind.Lab))];
}
