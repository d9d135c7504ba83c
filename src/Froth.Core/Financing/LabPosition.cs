namespace Froth.Core.Financing;

/// <summary>What is known about a lab on a day. NaN and null mean unknown; an unknown never makes it look safer.</summary>
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

    /// <summary>Cash less what is burned and falls due within twelve months, in dollars; below zero a further round is needed.</summary>
    public double LeftAfterYear { get; init; } = double.NaN;

    /// <summary>Suppliers that are also shareholders; null when nothing else is known of the lab.</summary>
    public VendorFinancing? Vendors { get; init; }

    /// <summary>True when a recurring revenue is told: an annualised run rate.</summary>
    public bool TellsRecurringRevenue { get; init; }

    /// <summary>True when a signed debt is recorded, false when signed equity is and no debt, null when no financing is recorded.</summary>
    public bool? HasDebt { get; init; }

    /// <summary>Whether revenue is below all cost; null when it is not known.</summary>
    public bool? LivesOnOutsideMoney => Answers.CoversCost is { } covers ? !covers : null;

    /// <summary>The questions of the decision table, answered where both ends of what is told give the same answer.</summary>
    public LabAnswers Answers => new()
    {
        CoversCost = CoverAtMost < 1 || RunningCoverAtMost < 1 ? false : CoverAtLeast >= 1 ? true : null,
        CoversRunning = RunningCoverAtMost < 1 ? false : RunningCoverAtLeast >= 1 || CoverAtLeast >= 1 ? true : null,
        HasDebt = HasDebt,
        CoversCommitments = Answer(CommitmentCover, 1),
        FinancingWithinCompute = double.IsNaN(FinancingToComputeAtMost) ? null : FinancingToComputeAtMost <= 1,
        HasYearOfCash = Answer(RunwayMonths, 12),
        TellsRecurringRevenue = TellsRecurringRevenue,
        NeedsNoRound = RunwayMonths < 12 ? false : Answer(LeftAfterYear, 0),
    };

    /// <summary>The type by the decision table of <see cref="LabAnswers"/>. Ties go to the safer type.</summary>
    public LabFinancingType Classify() => Answers.Classify();

    /// <summary>Every type that what is unknown leaves open, the safest first.</summary>
    public IReadOnlyList<LabFinancingType> Range() => Answers.Range();

    private static bool? Answer(double value, double bar) => double.IsNaN(value) ? null : value >= bar;
}
