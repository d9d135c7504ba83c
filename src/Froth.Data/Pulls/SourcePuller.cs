using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.Data.Pulls;

/// <summary>
/// Brings a source up to date: makes its requests and the further ones that the responses lead to, hands over what came for ingest while
/// the rest still comes, and writes the journal. A pull that was stopped or killed goes on the next time: what was ingested is not
/// fetched again, and a large download continues where it stopped.
/// </summary>
/// <param name="storePath">Path of the store's file; everything that pulls keep lies beside it.</param>
/// <param name="fetcher">The client.</param>
/// <param name="clock">The clock; null for the system's.</param>
public sealed class SourcePuller(string storePath, Fetcher fetcher, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly PullPlaces _places = new(storePath);
    private readonly PullLog _log = new(storePath);

    /// <summary>Pulls a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="arguments">What is asked for.</param>
    /// <param name="settings">The user's settings.</param>
    /// <param name="ingest">
    /// Ingests files and says what became of them; called with one batch at a time, in the order of the requests. When it throws
    /// <see cref="SourceFormatException"/> or an <see cref="Ingest.IngestRejectedException"/>, nothing of the batch may have landed, and the files
    /// are handed over again one by one. Any other exception ends the pull.
    /// </param>
    /// <param name="options">How; null for the usual way.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What the journal has of it: <see cref="PullState.Completed"/> or <see cref="PullState.Partial"/>.</returns>
    /// <exception cref="SourceBusyException">The source is being pulled already.</exception>
    /// <exception cref="SourceNotConfiguredException">A setting is missing, or the source only reads files; nothing was asked.</exception>
    /// <exception cref="SourceUnavailableException">Every request failed.</exception>
    public async Task<PullRecord> PullAsync(
        ISource source, SourceArguments arguments, SourceSettings settings, Func<IReadOnlyList<PulledFile>, IngestOutcome> ingest, PullOptions? options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(ingest);
        options ??= new PullOptions();
        var id = source.Description.Id;
        if (!source.Description.CanFetch) throw new SourceNotConfiguredException($"The source '{id}' cannot be pulled: it only reads files that you supply. Get them from {source.Description.Url} and ingest them with 'froth ingest {id} FILE'.");
        using var held = Take(id);
        var record = new PullRecord
        {
            Id = Guid.CreateVersion7(_clock.GetUtcNow()).ToString("n"), Source = id, Arguments = arguments.All,
            Started = _clock.GetUtcNow(), State = PullState.Running, CodeVersion = Fetcher.Version,
        };
        _log.Append(record);
        var tally = new PullTally(id, _clock, options.Progress);
        try
        {
            await new PullRun(source, arguments, settings, ingest, fetcher, _places, options, tally).RunAsync(cancellation);
            if (tally is { Landed: 0, NotModified: 0, Failures.Count: > 0 }) throw AllFailed(id, tally);
        }
        catch (Exception fault)
        {
            var isStop = fault is OperationCanceledException && cancellation.IsCancellationRequested;
            Close(record, tally, isStop ? PullState.Stopped : PullState.Failed, isStop || tally.Failures.Count > 0 ? null : new PullFailure(id, fault.Message));
            throw;
        }

        return Close(record, tally, tally.Failures.Count == 0 ? PullState.Completed : PullState.Partial, null);
    }

    /// <summary>Whether a source is being pulled now, by any process.</summary>
    public static bool IsRunning(string storePath, string source)
    {
        var path = new PullPlaces(storePath).Lock(source);
        if (!File.Exists(path)) return false;
        using var free = FileLock.TryTake(path, "look", DateTimeOffset.UtcNow);
        return free is null;
    }

    private FileLock Take(string id)
    {
        var path = _places.Lock(id);

        // Whoever looks whether a pull is under way holds the lock for a moment.
        return FileLock.TryTake(path, $"pull {id}", _clock.GetUtcNow(), TimeSpan.FromMilliseconds(250)) ?? throw new SourceBusyException(
            $"The source '{id}' is being pulled by {FileLock.HolderOf(path)}. Wait until that pull ends, or end that process, and try again.");
    }

    private PullRecord Close(PullRecord record, PullTally tally, PullState state, PullFailure? failure)
    {
        var closed = record with
        {
            Ended = _clock.GetUtcNow(), State = state, Requests = tally.Done, NotModified = tally.NotModified, Bytes = tally.Bytes, Added = tally.Added,
            Withdrawn = tally.Withdrawn, Quarantined = tally.Quarantined, Failures = failure is null ? tally.Failures : [.. tally.Failures, failure],
        };
        _log.Append(closed);
        return closed;
    }

    private static SourceUnavailableException AllFailed(string id, PullTally tally) => new(
        $"Nothing could be got from the source '{id}'. {tally.Failures[0].Reason}{(tally.Failures.Count > 1 ? $" ({tally.Failures.Count - 1} further failures stand in the journal of pulls.)" : "")}")
    {
        MayPass = true,
    };
}
