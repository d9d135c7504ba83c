using Froth.Core;
using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.Data.Pulls;

/// <summary>Counts what a pull does and tells how far it is.</summary>
internal sealed class PullTally(string source, TimeProvider clock, IProgress<PullProgress>? progress)
{
    private const int KeptFailures = 100;
    private readonly Lock _lock = new();
    private readonly long _began = clock.GetTimestamp();
    private readonly Dictionary<SourceRequest, long> _underWay = new(ReferenceEqualityComparer.Instance);
    private readonly List<PullFailure> _failures = [];
    private int _done;
    private int _failed;

    public int Known { get; private set; }

    public int NotModified { get; private set; }

    public int Landed { get; private set; }

    public long Bytes { get; private set; }

    public long Added { get; private set; }

    public long Withdrawn { get; private set; }

    public long Quarantined { get; private set; }

    public TimeSpan Elapsed => clock.GetElapsedTime(_began);

    public int Done => _done;

    /// <summary>The failures, the first hundred by name and the others as a number.</summary>
    public IReadOnlyList<PullFailure> Failures => _failures.Count <= KeptFailures ? _failures
        : [.. _failures.Take(KeptFailures), new PullFailure("others", $"{_failures.Count - KeptFailures} further responses failed.")];

    /// <summary>Tells of one request's bytes and waits.</summary>
    public IProgress<FetchProgress> Of(SourceRequest request) => new Teller(this, request);

    public void Learned() => Tell(() => Known++);

    public void Arrived(SourceRequest request, FetchResult result) => Tell(() =>
    {
        _underWay.Remove(request);
        _done++;
        Bytes += result.BytesReceived;
        if (result.NotModified) NotModified++;
    });

    public void Failed(SourceRequest request, PullFailure failure) => Tell(() =>
    {
        _underWay.Remove(request);
        _done++;
        _failed++;
        _failures.Add(failure);
    });

    /// <summary>A response that came, but could not be used.</summary>
    public void Refused(PullFailure failure) => Tell(() =>
    {
        _failed++;
        _failures.Add(failure);
    });

    /// <summary>Requests that are not made after all.</summary>
    public void LeftOut(int requests, PullFailure failure) => Tell(() =>
    {
        Known -= requests;
        _failures.Add(failure);
    });

    public void Ingested(int files, IngestOutcome outcome) => Tell(() =>
    {
        Landed += files;
        Added += outcome.Added;
        Withdrawn += outcome.Withdrawn;
        Quarantined += outcome.Quarantined;
    });

    private void Tell(Action change, Bilingual? note = null)
    {
        lock (_lock)
        {
            change();
            if (progress is null) return;
            var elapsed = Elapsed;
            var bytes = Bytes + _underWay.Values.Sum();
            TimeSpan? remaining = _done == 0 ? null : elapsed / _done * (Known - _done);
            progress.Report(new PullProgress(source, _done, Known, NotModified, _failed, bytes, elapsed > TimeSpan.Zero ? bytes / elapsed.TotalSeconds : 0, remaining, note));
        }
    }

    private sealed class Teller(PullTally tally, SourceRequest request) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => tally.Tell(() => tally._underWay[request] = value.BytesDone, value.Note);
    }
}
