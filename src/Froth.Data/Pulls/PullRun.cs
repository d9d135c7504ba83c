using Froth.Data.Http;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Data.Pulls;

/// <summary>
/// One pull. Requests are under way side by side, but responses are taken in strictly in the order of their requests, so that the same
/// responses always land in the same order.
/// </summary>
internal sealed class PullRun(
    ISource source, SourceArguments arguments, SourceSettings settings, Func<IReadOnlyList<PulledFile>, IngestOutcome> ingest,
    Fetcher fetcher, PullPlaces places, PullOptions options, PullTally tally)
{
    private readonly HttpCache _cache = new(places.Seen);
    private readonly string _folder = places.Work(source.Description.Id);
    private readonly Queue<SourceRequest> _waiting = new();
    private readonly Queue<(SourceRequest Request, Task<FetchResult> Task)> _underWay = new();
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<Arrival> _batch = [];
    private int _failedInRow;
    private int _tooMany;

    public async Task RunAsync(CancellationToken cancellation)
    {
        RemoveLeftovers();
        foreach (var request in source.Requests(arguments, settings)) Ask(request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            while (Start(stop.Token))
            {
                var (request, task) = _underWay.Dequeue();
                await TakeInAsync(request, task);
                if (_failedInRow >= options.FailuresInRow) LeaveRest();
                if (_batch.Count >= options.BatchFiles || _batch.Sum(a => a.Result.Length) >= options.BatchBytes) await LandAsync(cancellation);
            }

            await LandAsync(cancellation);
        }
        finally
        {
            // Whatever is still under way must be over before the lock of the source is given back.
            await stop.CancelAsync();
            foreach (var (_, task) in _underWay) await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            RemoveLeftovers();
        }

        if (_tooMany > 0) tally.LeftOut(0, new PullFailure("further requests", $"{_tooMany} were not made, because one pull makes at most {options.MaximumRequests:N0}. Ask for less at a time."));
    }

    // True while there is a response to wait for.
    private bool Start(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        while (_underWay.Count < options.Concurrency && _waiting.TryDequeue(out var request))
        {
            var context = new FetchContext { Folder = _folder, Settings = settings, Cache = _cache, Scope = Scope(request), IsHeld = options.IsHeld };
            _underWay.Enqueue((request, fetcher.FetchAsync(request, context, tally.Of(request), cancellation)));
        }

        return _underWay.Count > 0;
    }

    private void Ask(SourceRequest request)
    {
        if (!_asked.Add($"{request.Url.AbsoluteUri}\n{request.JsonBody}")) return;
        if (_asked.Count > options.MaximumRequests)
        {
            _tooMany++;
            return;
        }

        _waiting.Enqueue(request);
        tally.Learned();
    }

    private async Task TakeInAsync(SourceRequest request, Task<FetchResult> task)
    {
        FetchResult? result = null;
        try
        {
            result = await task;
            _failedInRow = 0;
            var followed = result.Path.Length > 0 ? source.Following(request, FileOf(request, result), arguments) : [];
            foreach (var next in followed) Ask(next);
            tally.Arrived(request, result);
            var arrival = new Arrival(request, result, followed.Count);
            if (result.NotModified) Confirm(arrival);
            else _batch.Add(arrival);
        }
        catch (SourceUnavailableException fault)
        {
            if (fault.MayPass) _failedInRow++;
            tally.Failed(request, new PullFailure(request.Name, fault.Message));
        }
        catch (SourceFormatException fault)
        {
            result?.Discard();
            tally.Failed(request, new PullFailure(request.Name, fault.Message));
        }
    }

    private void LeaveRest()
    {
        if (_waiting.Count == 0) return;
        tally.LeftOut(_waiting.Count, new PullFailure("further requests",
            $"{_waiting.Count} were not made after {_failedInRow} failures in a row: the host or the connection is down. The next pull makes them."));
        _waiting.Clear();
    }

    private async Task LandAsync(CancellationToken cancellation)
    {
        if (_batch.Count == 0) return;
        var batch = _batch.ToArray();
        _batch.Clear();
        cancellation.ThrowIfCancellationRequested();
        await Task.Run(() => Land(batch), CancellationToken.None);
    }

    // A file that is refused as a whole makes the ingest of its batch throw, and then nothing of the batch has landed; so the others get
    // another chance one by one.
    private void Land(IReadOnlyList<Arrival> batch)
    {
        try
        {
            var outcome = ingest([.. batch.Select(FileFor)]);
            var refused = outcome.Refused.Select(r => r.What).ToHashSet(StringComparer.Ordinal);
            foreach (var failure in outcome.Refused) tally.Refused(failure);
            var landed = batch.Where(a => !refused.Contains(a.Request.Name)).ToList();
            tally.Ingested(landed.Count, outcome);
            foreach (var arrival in landed) Confirm(arrival);
            foreach (var arrival in batch) arrival.Result.Discard();
        }
        catch (Exception fault) when (fault is SourceFormatException or IngestRejectedException)
        {
            if (batch.Count > 1)
            {
                foreach (var arrival in batch) Land([arrival]);
                return;
            }

            tally.Refused(new PullFailure(batch[0].Request.Name, fault.Message));
            batch[0].Result.Discard();
        }
    }

    private void Confirm(Arrival arrival)
    {
        _cache.Confirm(arrival.Request, Scope(arrival.Request), arrival.Result, arrival.Followed);
        arrival.Result.Discard();
    }

    private string Scope(SourceRequest request) => $"{source.Description.Id} {(request.Arguments ?? arguments).ToJson()}";

    private PulledFile FileFor(Arrival arrival)
    {
        var (request, result) = (arrival.Request, arrival.Result);
        return new PulledFile(result.Path, request.Name, result.Url, result.FetchedAt, request.Arguments ?? arguments, result.Sha256, result.Length);
    }

    private static SourceFile FileOf(SourceRequest request, FetchResult result) => new()
    {
        Name = request.Name, BytesPath = result.Path, Length = result.Length, Sha256 = result.Sha256, Url = result.Url, FetchedAt = result.FetchedAt,
    };

    // Bodies that nobody ingested are fetched again; half-done large downloads stay, until it is plain that nobody goes on with them.
    private void RemoveLeftovers()
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles())
        {
            if (file.Extension == ".body" || file.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-30)) file.Delete();
        }
    }
}
