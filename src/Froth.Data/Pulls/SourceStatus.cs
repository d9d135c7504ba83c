using Froth.Data.Schedules;
using Froth.Data.Sources;

namespace Froth.Data.Pulls;

/// <summary>How it stands with one source.</summary>
public sealed record SourceStatus
{
    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The last pull, however it ended; null when there was none.</summary>
    public PullRecord? LastAttempt { get; init; }

    /// <summary>The last pull that completed; null when there was none. Facts of partial pulls are held too, but do not count as up to date.</summary>
    public PullRecord? LastGood { get; init; }

    /// <summary>Whether a pull is under way.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Whether the last attempt did not complete; its failures say why.</summary>
    public bool IsFailing => LastAttempt is { State: not PullState.Completed } && !IsRunning;

    /// <summary>Facts added and withdrawn by the last pull that changed anything, with the pull; null when none did.</summary>
    public PullRecord? LastChange { get; init; }

    /// <summary>Whether the source has a schedule or was ever pulled.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>Whether the data count as stale: the last good pull is longer ago than the source's own limit, or there was none though the source is configured.</summary>
    public bool IsStale { get; init; }

    /// <summary>Whole days since the last good pull; null when there was none.</summary>
    public int? Age { get; init; }

    /// <summary>When the next scheduled run is due (UTC); null without an enabled schedule. In the past for a run that was missed.</summary>
    public DateTimeOffset? NextRun { get; init; }

    /// <summary>How it stands with every source.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="pulls">The journal, as <see cref="PullLog.Read"/> gives it.</param>
    /// <param name="schedules">The schedules.</param>
    /// <param name="isRunning">Whether a source is being pulled now: <see cref="SourcePuller.IsRunning"/>.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<SourceStatus> Of(
        IReadOnlyList<SourceDescription> sources, IReadOnlyList<PullRecord> pulls, IReadOnlyList<ScheduleEntry> schedules, Func<string, bool> isRunning, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var bySource = pulls.ToLookup(p => p.Source, StringComparer.Ordinal);
        return [.. sources.Select(s => Of(s, [.. bySource[s.Id].OrderBy(p => p.Started)], [.. schedules.Where(e => e.Source == s.Id)], isRunning(s.Id), now))];
    }

    private static SourceStatus Of(SourceDescription source, List<PullRecord> pulls, List<ScheduleEntry> schedules, bool isRunning, DateTimeOffset now)
    {
        var good = pulls.FindLast(p => p.State == PullState.Completed);
        var age = good is null ? (TimeSpan?)null : now - (good.Ended ?? good.Started);
        var isConfigured = pulls.Count > 0 || schedules.Count > 0;
        var next = schedules.Where(e => e.IsEnabled).Select(e => e.NextRun()).Where(n => n is not null).ToList();
        return new SourceStatus
        {
            Source = source.Id,
            LastAttempt = pulls.LastOrDefault() is { State: PullState.Running } last && !isRunning ? last with { State = PullState.Stopped } : pulls.LastOrDefault(),
            LastGood = good,
            LastChange = pulls.FindLast(p => p.Added > 0 || p.Withdrawn > 0),
            IsRunning = isRunning,
            IsConfigured = isConfigured,
            IsStale = isConfigured && (age is not { } old || old > TimeSpan.FromDays(source.StaleAfterDays)),
            Age = age is { } span ? Math.Max(0, (int)span.TotalDays) : null,
            NextRun = next.Count == 0 ? null : next.Min(),
        };
    }
}
