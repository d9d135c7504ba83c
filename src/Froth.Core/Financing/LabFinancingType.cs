namespace Froth.Core.Financing;

/// <summary>Minsky's classes carried over to private labs (methods 1.4, starred there), and what stands beside them.</summary>
public enum LabFinancingType
{
    /// <summary>H*: revenue covers all cost, and revenue and money at hand cover two years of commitments.</summary>
    Hedge,

    /// <summary>S*: revenue covers running cost but not training, or financing covers at most computing with a year of cash.</summary>
    Speculative,

    /// <summary>P*: revenue does not even cover running cost and cash or recurring revenue is lacking.</summary>
    Ponzi,

    /// <summary>E: cost above revenue with equity alone. No debt payment can be missed, but it lives only on further rounds.</summary>
    EquityDependent,

    /// <summary>U: what is known does not decide. Never counted as one of the others.</summary>
    Unknown,
}

/// <summary>What is known about a lab on a day. NaN and null mean unknown and never decide anything.</summary>
public sealed record LabPosition
{
    /// <summary>Highest value that revenue over all cost can have.</summary>
    public double CoverAtMost { get; init; } = double.NaN;

    /// <summary>Lowest value that revenue over all cost can have.</summary>
    public double CoverAtLeast { get; init; } = double.NaN;

    /// <summary>Highest value that revenue over running cost can have.</summary>
    public double RunningCoverAtMost { get; init; } = double.NaN;

    /// <summary>Lowest value that revenue over running cost can have.</summary>
    public double RunningCoverAtLeast { get; init; } = double.NaN;

    /// <summary>Revenue and money at hand over what falls due within 24 months.</summary>
    public double CommitmentCover { get; init; } = double.NaN;

    /// <summary>External financing of twelve months over computing cost, at its highest.</summary>
    public double FinancingToComputeAtMost { get; init; } = double.NaN;

    /// <summary>Months of cash.</summary>
    public double RunwayMonths { get; init; } = double.NaN;

    /// <summary>True when a signed debt is recorded, false when signed equity is and no debt, null when no financing is recorded.</summary>
    public bool? HasDebt { get; init; }

    /// <summary>Whether revenue is below all cost; null when it is not known.</summary>
    public bool? LivesOnOutsideMoney => CoverAtMost < 1 ? true : CoverAtLeast >= 1 ? false : null;

    /// <summary>The class that what is known decides. Ties go to the safer class.</summary>
    public LabFinancingType Classify()
    {
        if (LivesOnOutsideMoney is not { } livesOnOutsideMoney) return LabFinancingType.Unknown;
        if (!livesOnOutsideMoney) return CommitmentCover >= 1 ? LabFinancingType.Hedge : LabFinancingType.Unknown;
        // Minsky's last class needs debt (methods 12.5): a lab without any stands beside it.
        if (HasDebt == false) return LabFinancingType.EquityDependent;
        if (RunningCoverAtLeast >= 1 || (FinancingToComputeAtMost <= 1 && RunwayMonths >= 12)) return LabFinancingType.Speculative;
        return HasDebt == true && RunningCoverAtMost < 1 && RunwayMonths < 12 ? LabFinancingType.Ponzi : LabFinancingType.Unknown;
    }
}
