using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Reports;

/// <summary>State of an indicator's latest reading. Each looks different from the others and from zero wherever it is shown.</summary>
public enum ReadingStatus
{
    /// <summary>A value that is recent enough, with enough history to rank it.</summary>
    Current,

    /// <summary>A value whose newest input is too old to speak of today.</summary>
    Stale,

    /// <summary>A value with too few comparable observations for a percentile or band.</summary>
    ShortHistory,

    /// <summary>Inputs exist but do not support a number; the reason says why.</summary>
    NotEstimable,

    /// <summary>No input at this vintage.</summary>
    Missing,
}

/// <summary>Why a value differs from that of the month before.</summary>
public enum ChangeCause
{
    /// <summary>Same value.</summary>
    Unchanged,

    /// <summary>The latest reading describes a later day.</summary>
    NewReading,

    /// <summary>Same day, other value: facts were published or revised since.</summary>
    Revision,

    /// <summary>There was no value a month ago.</summary>
    FirstReading,

    /// <summary>There was a value a month ago and there is none now.</summary>
    Lost,
}

/// <summary>The step from the vintage one month earlier.</summary>
/// <param name="Previous">Latest value at the earlier vintage; NaN when there was none.</param>
/// <param name="Delta">Value now minus value then; NaN when either is missing.</param>
/// <param name="Cause">Kind of reason.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="NewFacts">Facts behind the present value that were not yet published at the earlier vintage.</param>
public sealed record Change(double Previous, double Delta, ChangeCause Cause, Bilingual Why, IReadOnlyList<Fact> NewFacts)
{
    /// <summary>Band at the earlier vintage; null where none was given then.</summary>
    public Band? PreviousBand { get; init; }
}

/// <summary>One indicator in the monitor.</summary>
public sealed record MonitorRow
{
    /// <summary>The indicator's definition.</summary>
    public required Definition Definition { get; init; }

    /// <summary>Everything computed at the vintage.</summary>
    public required IndicatorResult Result { get; init; }

    /// <summary>Last reading of the headline series, or null when there is none at all.</summary>
    public required Reading? Latest { get; init; }

    /// <summary>Name of the headline's entity; null when the headline is the sector.</summary>
    public Bilingual? Entity { get; init; }

    /// <summary>State of the latest reading.</summary>
    public required ReadingStatus Status { get; init; }

    /// <summary>Expanding percentile, 0 to 1; NaN when not given.</summary>
    public required double Percentile { get; init; }

    /// <summary>Band; null when not given.</summary>
    public required Band? Band { get; init; }

    /// <summary>Number of comparable observations.</summary>
    public required int Observations { get; init; }

    /// <summary>Days between the reading's date and the as-of day; null when there is no reading.</summary>
    public required int? AgeDays { get; init; }

    /// <summary>The step from a month earlier.</summary>
    public required Change Change { get; init; }

    /// <summary>Why there is no value, no band, or no current value; null when nothing is missing.</summary>
    public required Bilingual? Reason { get; init; }
}

/// <summary>All indicators at one vintage: what tables, JSON, pages and the report render.</summary>
public sealed record Monitor
{
    /// <summary>The point of view.</summary>
    public required Vintage Vintage { get; init; }

    /// <summary>Version of the data, from their content.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Rows by pillar, then id.</summary>
    public required IReadOnlyList<MonitorRow> Rows { get; init; }

    /// <summary>Firms with accounts and how they are financed, by id; empty where the facts hold none.</summary>
    public IReadOnlyList<FirmRow> Firms { get; init; } = [];

    /// <summary>Moves of firms between classes by single quarters; null where no firm has accounts.</summary>
    public MigrationPage? Migration { get; init; }

    /// <summary>Firms by size on the as-of day; null where no firm has accounts.</summary>
    public HeadAndTail? HeadAndTail { get; init; }

    /// <summary>The United States beside China; null where the facts know no entity of one of them.</summary>
    public CountryComparison? Countries { get; init; }

    /// <summary>Rows without a value, each with its reason.</summary>
    public IEnumerable<MonitorRow> Missing => Rows.Where(r => r.Latest is not { HasValue: true });

    /// <summary>Rows by pillar, in the order of the closed list.</summary>
    public IEnumerable<IGrouping<Pillar, MonitorRow>> ByPillar => Rows.GroupBy(r => r.Definition.Pillar).OrderBy(g => g.Key);
}
