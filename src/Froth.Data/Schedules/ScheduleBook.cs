using System.Text.Json;
using System.Text.Json.Serialization;
using Froth.Data.Pulls;
using Froth.Data.Sources;

namespace Froth.Data.Schedules;

/// <summary>The book of schedules cannot be read; it was left untouched, and the message says what to do.</summary>
public sealed class ScheduleBookException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The schedules of a store: one JSON file beside it, which is replaced as a whole under a lock, so that several processes may change
/// it and none reads it half written.
/// </summary>
/// <param name="storePath">Path of the store's file.</param>
/// <param name="clock">The clock; null for the system's.</param>
public sealed class ScheduleBook(string storePath, TimeProvider? clock = null)
{
    private readonly string _path = new PullPlaces(storePath).Schedules;
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>All entries, by id.</summary>
    /// <exception cref="ScheduleBookException">The file is damaged.</exception>
    public IReadOnlyList<ScheduleEntry> Entries()
    {
        try
        {
            if (!File.Exists(_path)) return [];
            var entries = JsonSerializer.Deserialize(File.ReadAllBytes(_path), ScheduleJson.Default.ListScheduleEntry) ?? [];
            foreach (var entry in entries) CronText.Check(entry.Cron);
            return entries;
        }
        catch (Exception fault) when (fault is JsonException or CronTextException)
        {
            throw new ScheduleBookException($"{_path} cannot be read: {fault.Message} It was left untouched. Correct it by hand, or move it away and enter the schedules again.", fault);
        }
    }

    /// <summary>Enters a schedule.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="arguments">What each run asks for.</param>
    /// <param name="cron">When: five fields of cron, in UTC.</param>
    /// <exception cref="CronTextException">The expression is wrong.</exception>
    public ScheduleEntry Add(string source, SourceArguments arguments, string cron)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(arguments);
        CronText.Check(cron);
        ScheduleEntry? added = null;
        Change(entries =>
        {
            var id = source;
            for (var number = 2; entries.Exists(e => e.Id == id); number++) id = $"{source}-{number}";
            added = new ScheduleEntry { Id = id, Source = source, Values = arguments.All, Cron = cron, Created = _clock.GetUtcNow() };
            entries.Add(added);
            return true;
        });
        return added!;
    }

    /// <summary>Strikes a schedule out; false when there is none with that id.</summary>
    public bool Remove(string id) => Change(entries => entries.RemoveAll(e => e.Id == id) > 0);

    /// <summary>Lets a schedule run or rest; false when there is none with that id. What it missed at rest it does not make up for.</summary>
    public bool Enable(string id, bool isEnabled) =>
        Update(id, e => e.IsEnabled == isEnabled ? e : e with { IsEnabled = isEnabled, Created = isEnabled ? _clock.GetUtcNow() : e.Created, LastStarted = isEnabled ? null : e.LastStarted });

    /// <summary>
    /// Claims a run: notes its start, provided that the entry is still as it was when it was found due. Of several processes that find the
    /// same run due, exactly one is told true.
    /// </summary>
    public bool TryStart(ScheduleEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Update(entry.Id, e => e.IsEnabled && e.LastStarted == entry.LastStarted && e.Created == entry.Created && e.Cron == entry.Cron ? e with { LastStarted = now } : null);
    }

    /// <summary>Takes a start back, because the run did not take place: it is due again.</summary>
    public bool Unstart(ScheduleEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Update(entry.Id, e => e with { LastStarted = entry.LastStarted });
    }

    /// <summary>Notes that a run completed.</summary>
    public bool Complete(string id, DateTimeOffset now) => Update(id, e => e with { LastCompleted = now });

    private bool Update(string id, Func<ScheduleEntry, ScheduleEntry?> update) => Change(entries =>
    {
        var index = entries.FindIndex(e => e.Id == id);
        if (index < 0 || update(entries[index]) is not { } updated) return false;
        entries[index] = updated;
        return true;
    });

    private bool Change(Func<List<ScheduleEntry>, bool> change)
    {
        using var held = FileLock.Take(_path + ".lock", "change schedules", _clock.GetUtcNow());
        var entries = Entries().ToList();
        if (!change(entries)) return false;
        var temporary = $"{_path}.{Guid.NewGuid():n}.tmp";
        try
        {
            List<ScheduleEntry> sorted = [.. entries.OrderBy(e => e.Id, StringComparer.Ordinal)];
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(JsonSerializer.SerializeToUtf8Bytes(sorted, ScheduleJson.Default.ListScheduleEntry));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, _path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<ScheduleEntry>))]
internal sealed partial class ScheduleJson : JsonSerializerContext;
