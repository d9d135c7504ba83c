using System.Text.Json.Serialization;
using Froth.Data.Sources;

namespace Froth.Data.Schedules;

/// <summary>One pull that is to be made again and again.</summary>
public sealed record ScheduleEntry
{
    /// <summary>Its id, unique within the book: the source, and a number where a source has several.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The arguments, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>When: five fields of cron, in UTC.</summary>
    public required string Cron { get; init; }

    /// <summary>When it was entered (UTC). Occurrences before that do not count.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When its last run began (UTC); null before the first.</summary>
    public DateTimeOffset? LastStarted { get; init; }

    /// <summary>When its last good run ended (UTC); null before the first.</summary>
    public DateTimeOffset? LastCompleted { get; init; }

    /// <summary>Whether it runs at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The arguments.</summary>
    [JsonIgnore]
    public SourceArguments Arguments => new(Values);

    /// <summary>The first occurrence after the last start, or after the entry; in the past for a run that was missed. Null when it never occurs again.</summary>
    public DateTimeOffset? NextRun() => CronText.Parse(Cron).GetNextOccurrence(LastStarted ?? Created, TimeZoneInfo.Utc);

    /// <summary>
    /// The entries that are due: enabled, with an occurrence after their last start and not after now. However many occurrences were
    /// missed, an entry is due once, for a start moves it past all of them.
    /// </summary>
    /// <returns>The longest overdue first; entries due since the same moment by id.</returns>
    public static IReadOnlyList<ScheduleEntry> Due(IEnumerable<ScheduleEntry> entries, DateTimeOffset now) =>
        [.. entries.Where(e => e.IsEnabled).Select(e => (Entry: e, At: e.NextRun())).Where(e => e.At <= now)
            .OrderBy(e => e.At).ThenBy(e => e.Entry.Id, StringComparer.Ordinal).Select(e => e.Entry)];
}
