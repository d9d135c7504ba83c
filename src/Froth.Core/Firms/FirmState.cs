using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>Where one firm stood on one day, from what had been published by then.</summary>
public sealed record FirmState
{
    /// <summary>Entity id.</summary>
    public required string Firm { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The state.</summary>
    public required MigrationState State { get; init; }

    /// <summary>Why there is no class; null when there is one.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>The twelve months that were read; null when no quarter was young enough.</summary>
    public DebtService? Service { get; init; }

    /// <summary>The exit, or null.</summary>
    public Observation? Exit { get; init; }

    /// <summary>End of the quarter that was read; null when none was.</summary>
    public DateOnly? QuarterEnd => Service?.Quarter.End;

    /// <summary>The facts that decide the state.</summary>
    public IReadOnlyList<Fact> Facts => Exit is not null ? [Exit]
        : Service is null ? []
        : [.. new[] { Service.CashFlow, Service.Interest, Service.Principal }.OfType<FirmFigure>().SelectMany(f => f.Lineage).Distinct((IEqualityComparer<Observation>)ReferenceEqualityComparer.Instance)];
}

/// <summary>One firm from one snapshot to a later one.</summary>
/// <param name="From">The firm at the earlier day; a class.</param>
/// <param name="To">The firm at the later day.</param>
public sealed record MigrationMove(FirmState From, FirmState To)
{
    /// <summary>Entity id.</summary>
    public string Firm => From.Firm;

    /// <summary>True when the state changed.</summary>
    public bool IsChange => From.State != To.State;

    /// <summary>1 down, −1 up, 0 neither.</summary>
    public int Direction => MigrationStates.Direction(From.State, To.State);

    /// <summary>The facts that decide both states.</summary>
    public IEnumerable<Fact> Facts => From.Facts.Concat(To.Facts);
}
