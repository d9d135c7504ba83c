using Froth.Core.Entities;

namespace Froth.Core.Financing;

/// <summary>Who lends, or on what paper.</summary>
public enum DebtKind
{
    /// <summary>Loans of banks.</summary>
    Bank,

    /// <summary>Bonds and notes.</summary>
    Bond,

    /// <summary>Notes that can be turned into shares.</summary>
    Convertible,

    /// <summary>Asset-backed securities.</summary>
    Abs,

    /// <summary>Loans of funds.</summary>
    PrivateCredit,

    /// <summary>Credit of those who sell the equipment.</summary>
    VendorCredit,

    /// <summary>Debt of special-purpose vehicles.</summary>
    Spv,

    /// <summary>Not told.</summary>
    Unknown,
}

/// <summary>Names of the kinds, and how a flow gets its kind.</summary>
public static class DebtKinds
{
    /// <summary>All kinds in the order of the list.</summary>
    public static IReadOnlyList<DebtKind> All { get; } = Enum.GetValues<DebtKind>();

    /// <summary>
    /// True for kinds outside banks and public paper, where neither a supervisor nor a market price looks on. <see cref="DebtKind.Unknown"/> is
    /// none of them.
    /// </summary>
    public static bool IsShadow(DebtKind kind) => kind is DebtKind.PrivateCredit or DebtKind.VendorCredit or DebtKind.Spv or DebtKind.Abs;

    /// <summary>Name of a kind.</summary>
    public static Bilingual NameOf(DebtKind kind) => kind switch
    {
        DebtKind.Bank => new("Bank loans", "银行贷款"),
        DebtKind.Bond => new("Bonds and notes", "债券与票据"),
        DebtKind.Convertible => new("Convertible notes", "可转换债券"),
        DebtKind.Abs => new("Asset-backed securities", "资产支持证券"),
        DebtKind.PrivateCredit => new("Private credit", "私募信贷"),
        DebtKind.VendorCredit => new("Vendor credit", "供应商信贷"),
        DebtKind.Spv => new("Debt of vehicles", "特殊目的载体债务"),
        DebtKind.Unknown => new("Kind not told", "类别未披露"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unnamed kind of debt."),
    };

    /// <summary>
    /// The kind of a recorded debt. A loan has the kind of its lenders when all are of one: banks, funds, or makers and sellers of chips; a
    /// lender of another trade, or lenders of several kinds, leave it unknown. A bond is convertible when the record says so.
    /// </summary>
    /// <param name="flow">A flow of the debt layer.</param>
    /// <param name="entities">Who the lenders are.</param>
    /// <exception cref="ArgumentException">The flow is no debt.</exception>
    public static DebtKind Of(Flow flow, EntityBook entities)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(entities);
        return flow.Kind switch
        {
            FlowKind.DebtBond => flow.Note.Contains("convertible", StringComparison.OrdinalIgnoreCase) ? DebtKind.Convertible : DebtKind.Bond,
            FlowKind.Abs => DebtKind.Abs,
            FlowKind.Spv => DebtKind.Spv,
            FlowKind.DebtLoan => flow.From.Select(l => LenderOf(entities.Find(l))).Distinct().ToList() is [var only] ? only : DebtKind.Unknown,
            _ => throw new ArgumentException($"{flow.Id} is {flow.Kind}, no debt.", nameof(flow)),
        };
    }

    private static DebtKind LenderOf(Entity? lender) => lender switch
    {
        { Segment: "bank" } => DebtKind.Bank,
        { Kind: EntityKind.Fund } => DebtKind.PrivateCredit,
        { Segment: "chips" } => DebtKind.VendorCredit,
        _ => DebtKind.Unknown,
    };
}
