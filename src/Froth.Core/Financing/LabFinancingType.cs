namespace Froth.Core.Financing;

/// <summary>Minsky's classes carried over to private labs (methods 1.4, starred there), and what stands beside them.</summary>
public enum LabFinancingType
{
    /// <summary>H*: revenue covers all cost, and revenue and money at hand cover two years of commitments.</summary>
    Hedge,

    /// <summary>S*: revenue covers running cost but not training or commitments, or nothing shows that it cannot go on for a year.</summary>
    Speculative,

    /// <summary>P*: revenue does not even cover running cost, and cash or recurring revenue is lacking or not known.</summary>
    Ponzi,

    /// <summary>E: cost above revenue with equity alone. No debt payment can be missed, but it lives only on further rounds.</summary>
    EquityDependent,

    /// <summary>U: what is known does not decide. Never counted as one of the others.</summary>
    Unknown,
}

/// <summary>
/// The decision table of labs. Three questions decide, and each is yes, no or unknown (null): does revenue cover all cost (ρ_all ≥ 1); is
/// debt recorded; does revenue cover running cost (ρ_run ≥ 1). The others only qualify, and an unknown one counts against the lab.
/// <code>
/// ρ_all ≥ 1   debt   ρ_run ≥ 1   further                                                        type
/// yes         any    any         ρ_commit(24) ≥ 1                                               H*
/// yes         any    any         ρ_commit(24) below 1 or unknown                                S*
/// no          no     any         none                                                           E
/// no          yes    yes         none                                                           S*
/// no          yes    any         φ_F ≤ 1 and runway ≥ 12 months, both known                     S*
/// no          yes    no          recurring revenue told, runway ≥ 12, no round needed: all known  S* (neither rule of methods 1.4 holds: the safer)
/// no          yes    no          otherwise                                                      P*
/// </code>
/// With a deciding answer unknown the type is that on which both answers agree; where they do not, U. Each known answer that is worse can
/// only give the same type or a less safe one; P* and E are equally unsafe.
/// </summary>
public readonly record struct LabAnswers
{
    /// <summary>Whether revenue covers all cost; null when not known.</summary>
    public bool? CoversCost { get; init; }

    /// <summary>Whether debt is recorded; null when no financing is.</summary>
    public bool? HasDebt { get; init; }

    /// <summary>Whether revenue covers running cost; null when not known.</summary>
    public bool? CoversRunning { get; init; }

    /// <summary>Whether revenue and money at hand cover what falls due within 24 months; null when not known.</summary>
    public bool? CoversCommitments { get; init; }

    /// <summary>Whether financing of twelve months is at most computing cost; null when not known.</summary>
    public bool? FinancingWithinCompute { get; init; }

    /// <summary>Whether cash lasts twelve months; null when not known.</summary>
    public bool? HasYearOfCash { get; init; }

    /// <summary>Whether a recurring revenue is told. Silence is no.</summary>
    public bool TellsRecurringRevenue { get; init; }

    /// <summary>Whether what falls due within twelve months is paid without a further round; null when not known.</summary>
    public bool? NeedsNoRound { get; init; }

    /// <summary>The type by the table.</summary>
    public LabFinancingType Classify()
    {
        // Running cost is a part of all cost, so who does not cover it does not cover all, and the reverse.
        if (CoversCost != false && CoversRunning == false) return (this with { CoversCost = false }).Classify();
        if (CoversCost is null) return Agreed((this with { CoversCost = true, CoversRunning = true }).Classify(), (this with { CoversCost = false }).Classify());
        if (CoversCost.Value) return CoversCommitments == true ? LabFinancingType.Hedge : LabFinancingType.Speculative;
        if (HasDebt is null) return Agreed((this with { HasDebt = true }).Classify(), (this with { HasDebt = false }).Classify());
        if (!HasDebt.Value) return LabFinancingType.EquityDependent;
        if (FinancingWithinCompute == true && HasYearOfCash == true) return LabFinancingType.Speculative;
        var isSafeForAYear = TellsRecurringRevenue && HasYearOfCash == true && NeedsNoRound == true;
        if (CoversRunning is null) return Agreed(LabFinancingType.Speculative, isSafeForAYear ? LabFinancingType.Speculative : LabFinancingType.Ponzi);
        return CoversRunning.Value || isSafeForAYear ? LabFinancingType.Speculative : LabFinancingType.Ponzi;
    }

    /// <summary>Every type that some answer to the unknown questions gives, the safest first: the class range. Never U and never empty.</summary>
    public IReadOnlyList<LabFinancingType> Range()
    {
        SortedSet<LabFinancingType> found = [];
        foreach (var full in Completed()) found.Add(full.Classify());
        return [.. found];
    }

    private static LabFinancingType Agreed(LabFinancingType one, LabFinancingType other) => one == other ? one : LabFinancingType.Unknown;

    // One unknown question after the other, answered both ways; who covers all cost covers running cost too.
    private IEnumerable<LabAnswers> Completed() => this switch
    {
        { CoversCost: null } => Either(this with { CoversCost = true, CoversRunning = CoversRunning ?? true }, this with { CoversCost = false }),
        { CoversRunning: null } => Either(this with { CoversRunning = true }, this with { CoversRunning = CoversCost }),
        { HasDebt: null } => Either(this with { HasDebt = true }, this with { HasDebt = false }),
        { CoversCommitments: null } => Either(this with { CoversCommitments = true }, this with { CoversCommitments = false }),
        { FinancingWithinCompute: null } => Either(this with { FinancingWithinCompute = true }, this with { FinancingWithinCompute = false }),
        { HasYearOfCash: null } => Either(this with { HasYearOfCash = true }, this with { HasYearOfCash = false }),
        { NeedsNoRound: null } => Either(this with { NeedsNoRound = true }, this with { NeedsNoRound = false }),
        _ => [this],
    };

    private static IEnumerable<LabAnswers> Either(LabAnswers one, LabAnswers other) => one.Completed().Concat(other.Completed());
}
