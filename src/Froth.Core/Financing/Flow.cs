using Froth.Core.Data;

namespace Froth.Core.Financing;

/// <summary>What kind of money or supply relation a flow is.</summary>
public enum FlowKind
{
    /// <summary>Shares bought.</summary>
    EquityInvestment,

    /// <summary>Right to shares.</summary>
    Warrant,

    /// <summary>Loan from banks, funds or firms.</summary>
    DebtLoan,

    /// <summary>Bonds and notes.</summary>
    DebtBond,

    /// <summary>Asset-backed securities.</summary>
    Abs,

    /// <summary>Financing of a special-purpose vehicle.</summary>
    Spv,

    /// <summary>Guarantee or backstop: contingent.</summary>
    Guarantee,

    /// <summary>Purchase of chips.</summary>
    ChipSupply,

    /// <summary>Commitment to buy.</summary>
    PurchaseCommitment,

    /// <summary>Rent of computing capacity.</summary>
    ComputeLease,

    /// <summary>Share of revenue.</summary>
    RevenueShare,
}

/// <summary>The layer of the money network a flow belongs to. Amounts of different layers are never added.</summary>
public enum FlowLayer
{
    /// <summary>Ownership.</summary>
    Equity,

    /// <summary>Borrowed money.</summary>
    Debt,

    /// <summary>Contingent promises.</summary>
    Guarantee,

    /// <summary>Goods, chiefly chips.</summary>
    Goods,

    /// <summary>Computing capacity.</summary>
    Compute,

    /// <summary>Revenue.</summary>
    Revenue,
}

/// <summary>How far a flow has come. Amounts of different stages are never added.</summary>
public enum FlowStage
{
    /// <summary>Told, not binding or not known to be: plans, talks, letters of intent.</summary>
    Announced,

    /// <summary>Bound by contract.</summary>
    Signed,

    /// <summary>Money moved.</summary>
    Paid,
}

/// <summary>Whether the parties are bound.</summary>
public enum Binding
{
    /// <summary>A contract.</summary>
    Binding,

    /// <summary>Letter of intent, plan or talks.</summary>
    LetterOfIntent,

    /// <summary>Nobody says.</summary>
    Unknown,
}

/// <summary>How well the day of a flow is known.</summary>
public enum DatePrecision
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>On that day or before.</summary>
    NotLaterThan,

    /// <summary>A balance on that day: the money moved at some time before it.</summary>
    AsOf,

    /// <summary>Told without a way to check it.</summary>
    Unverified,
}

/// <summary>The one mapping from kinds to layers and roles.</summary>
public static class FlowKinds
{
    /// <summary>The layer of a kind.</summary>
    public static FlowLayer LayerOf(FlowKind kind) => kind switch
    {
        FlowKind.EquityInvestment or FlowKind.Warrant => FlowLayer.Equity,
        FlowKind.DebtLoan or FlowKind.DebtBond or FlowKind.Abs or FlowKind.Spv => FlowLayer.Debt,
        FlowKind.Guarantee => FlowLayer.Guarantee,
        FlowKind.ChipSupply or FlowKind.PurchaseCommitment => FlowLayer.Goods,
        FlowKind.ComputeLease => FlowLayer.Compute,
        FlowKind.RevenueShare => FlowLayer.Revenue,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unmapped flow kind."),
    };

    /// <summary>True for external financing: equity and debt. Guarantees, purchases and leases are not money raised.</summary>
    public static bool IsFinancing(FlowKind kind) => LayerOf(kind) is FlowLayer.Equity or FlowLayer.Debt;
}

/// <summary>
/// A dated, directed money relation. <see cref="From"/> pays, owes, invests, guarantees or issues the warrant; <see cref="To"/>
/// gets. Lease: user to owner. Chip supply: buyer to seller. Debt: lender to borrower.
/// </summary>
public sealed record Flow : Fact
{
    /// <summary>Stable id of the relation; a later fact of the same id is an amendment.</summary>
    public required string Id { get; init; }

    /// <summary>Ids of the paying side.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Ids of the receiving side.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The paying side as the source names it.</summary>
    public required string FromName { get; init; }

    /// <summary>The receiving side as the source names it.</summary>
    public required string ToName { get; init; }

    /// <summary>What it is.</summary>
    public required FlowKind Kind { get; init; }

    /// <summary>Day of announcement, or the day the source is sure of.</summary>
    public required DateOnly Announced { get; init; }

    /// <summary>How well that day is known.</summary>
    public DatePrecision DatePrecision { get; init; }

    /// <summary>Amount in whole units of <see cref="Currency"/>; ends the source does not tell are open.</summary>
    public required Amount Value { get; init; }

    /// <summary>Currency of the amount.</summary>
    public required Unit Currency { get; init; }

    /// <summary>True for "up to": the upper end is a ceiling.</summary>
    public bool IsUpTo { get; init; }

    /// <summary>Whether the parties are bound.</summary>
    public Binding Binding { get; init; } = Binding.Unknown;

    /// <summary>False when the same money stands in another row, or the row is a plan, a balance, a valuation or a swap.</summary>
    public bool CountsInTotal { get; init; } = true;

    /// <summary>Term in years, or null.</summary>
    public double? TermYears { get; init; }

    /// <summary>Layer in the money network.</summary>
    public FlowLayer Layer => FlowKinds.LayerOf(Kind);

    /// <summary>Stage: signed when binding, else announced.</summary>
    public FlowStage Stage => Binding == Binding.Binding ? FlowStage.Signed : FlowStage.Announced;

    /// <summary>True when the row may enter headline totals: counted, and better than unconfirmed.</summary>
    public bool IsHeadline => CountsInTotal && Grade < Grade.Unconfirmed;

    /// <inheritdoc />
    public override string Key => Id;

    /// <inheritdoc />
    public override DateOnly Date => Announced;
}
