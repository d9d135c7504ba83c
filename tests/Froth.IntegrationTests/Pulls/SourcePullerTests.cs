using System.Collections.Concurrent;
using Froth.Core;
using Froth.Data.Pulls;
using Froth.Data.Sources;
using Froth.IntegrationTests.Http;

namespace Froth.IntegrationTests.Pulls;

/// <summary>Pulls end to end: nothing lost, nothing doubled.</summary>
public sealed class SourcePullerTests : IDisposable
{
    private readonly PullBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Pull_ResponsesThatLeadToMore_IngestsEachOnceInTheOrderOfRequests()
    {
        _bench.Answer = a => a.Target switch
        {
            "/a" => PullBench.Sound("/a", a, "/a1", "/b", "/a1") with { Before = TimeSpan.FromMilliseconds(80) },
            "/a1" => PullBench.Sound("/a1", a, "/a", "/a11"),
            _ => PullBench.Sound(a.Target, a),
        };
        var result = await _bench.Pull(_bench.Source("/a", "/b", "/a"));
        _bench.Ingested.ShouldBe(["/a", "/b", "/a1", "/a11"]);
        (result.State, result.Requests, result.NotModified, result.Added, result.Quarantined).ShouldBe((PullState.Completed, 4, 0, 40, 1));
        result.Bytes.ShouldBe(_bench.Server.Log.Sum(a => _bench.Answer(a).Body.Length));
        _bench.FilesAtWork().ShouldBeEmpty();
    }

    [Fact]
    public async Task Pull_Again_IngestsOnlyWhatChangedAndStillAsksForWhatFollows()
    {
        var changed = "";
        _bench.Answer = a => a.Target == "/index" ? PullBench.Sound("/index", a, "/1", "/2", "/3")
            : a.Target == changed ? Reply.File(a, "{\"new\":true}"u8.ToArray(), "\"new\"") : PullBench.Sound(a.Target, a);
        await _bench.Pull(_bench.Source("/index"));
        (await _bench.Pull(_bench.Source("/index"))).NotModified.ShouldBe(4);
        changed = "/2";
        var result = await _bench.Pull(_bench.Source("/index"));
        (result.Requests, result.NotModified, result.State).ShouldBe((4, 3, PullState.Completed));
        _bench.Ingested.ShouldBe(["/index", "/1", "/2", "/3", "/2"]);
    }

    [Fact]
    public async Task Pull_OtherArguments_IngestsTheSameResponseAgain()
    {
        await _bench.Pull(_bench.Source("/a"), arguments: SourceArguments.None.With("tag", "Revenues"));
        await _bench.Pull(_bench.Source("/a"), arguments: SourceArguments.None.With("tag", "Assets"));
        await _bench.Pull(_bench.Source("/a"), arguments: SourceArguments.None.With("tag", "Assets"));
        _bench.Ingested.ShouldBe(["/a", "/a"]);
    }

    [Fact]
    public async Task Pull_Long_LandsInBatchesAndToldAsItGoes()
    {
        var told = new ConcurrentQueue<PullProgress>();
        _bench.Options = new PullOptions { BatchFiles = 4, Progress = new Teller(told.Enqueue) };
        await _bench.Pull(_bench.Source([.. Names(10)]));
        _bench.Batches.ShouldBe([4, 4, 2]);
        _bench.Ingested.ShouldBe(Names(10));
        var last = told.Last();
        (last.Source, last.Done, last.Known, last.Failed, last.Remaining).ShouldBe(("scripted", 10, 10, 0, TimeSpan.Zero));
        told.Select(p => p.Done).ShouldBe(told.Select(p => p.Done).Order());
        told.ShouldContain(p => p.Done > 0 && p.Done < 10 && p.Remaining > TimeSpan.Zero && p.BytesPerSecond > 0);
    }

    [Fact]
    public async Task Pull_BatchOfManyBytes_LandsEarly()
    {
        _bench.Options = new PullOptions { BatchBytes = 1 };
        await _bench.Pull(_bench.Source([.. Names(3)]));
        _bench.Batches.ShouldBe([1, 1, 1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(17)]
    public async Task Pull_StoppedAndTakenUpAgain_LosesAndDoublesNothing(int after)
    {
        var names = Names(20).ToList();
        _bench.Options = new PullOptions { BatchFiles = 3 };
        _bench.Answer = a => a.Target == "/index" ? PullBench.Sound("/index", a, [.. names]) : PullBench.Sound(a.Target, a);
        using (var stop = new CancellationTokenSource())
        {
            await Should.ThrowAsync<OperationCanceledException>(_bench.Pull(_bench.Source("/index"), files =>
            {
                var outcome = _bench.Ingest(files);
                if (_bench.Ingested.Count >= after) stop.Cancel();
                return outcome;
            }, stop.Token));
        }

        _bench.Log.Read().Single().State.ShouldBe(PullState.Stopped);
        var before = _bench.Ingested.Count;
        before.ShouldBeInRange(after, after + 3);
        var result = await _bench.Pull(_bench.Source("/index"));
        result.NotModified.ShouldBe(before);
        _bench.Ingested.ShouldBe(["/index", .. names]);
        _bench.Log.Read().Select(r => r.State).ShouldBe([PullState.Stopped, PullState.Completed]);
    }

    [Fact]
    public async Task Pull_IngestFails_IsNotTakenForDone()
    {
        await Should.ThrowAsync<IOException>(_bench.Pull(_bench.Source("/a", "/b"), _ => throw new IOException("disk full")));
        var record = _bench.Log.Read().Single();
        (record.State, record.Failures.Single().Reason).ShouldBe((PullState.Failed, "disk full"));
        _bench.FilesAtWork().ShouldBeEmpty();
        await _bench.Pull(_bench.Source("/a", "/b"));
        _bench.Ingested.ShouldBe(["/a", "/b"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Pull_HostFullOfFaults_LosesAndDoublesNothing(int seed)
    {
        // Every address answers up to three times with a fault of its own and then soundly; the client has four attempts.
        var random = new Random(seed);
        var faults = Names(40).ToDictionary(n => n, _ => new ConcurrentQueue<int>(Enumerable.Range(0, random.Next(0, 4)).Select(_ => random.Next(7))));
        _bench.Answer = a => !faults[a.Target].TryDequeue(out var fault) ? PullBench.Sound(a.Target, a) : fault switch
        {
            0 => Reply.Of(429),
            1 => Reply.Of(429, ("Retry-After", "7")),
            2 => Reply.Of(403),
            3 => Reply.Of(503, ("Retry-After", "Sat, 31 Jan 2026 12:00:20 GMT")),
            4 => PullBench.Sound(a.Target, a) with { ResetAfter = 10 },
            5 => PullBench.Sound(a.Target, a) with { ResetAfter = 0 },
            _ => PullBench.Sound(a.Target, a) with { Length = 5_000 },
        };
        var result = await _bench.Pull(_bench.Source([.. faults.Keys]));
        (result.State, result.Failures.Count).ShouldBe((PullState.Completed, 0));
        _bench.Ingested.ShouldBe(faults.Keys);
        faults.Values.ShouldAllBe(q => q.IsEmpty);
    }

    [Fact]
    public async Task Pull_SomeFail_TheOthersLandAndTheNextPullTriesThemAgain()
    {
        var isDown = true;
        _bench.Answer = a => a.Target == "/2" && isDown ? Reply.Of(503) : a.Target == "/4" && isDown ? Reply.Json("no json") : PullBench.Sound(a.Target, a);
        var result = await _bench.Pull(_bench.Source([.. Names(5)]));
        (result.State, result.Requests).ShouldBe((PullState.Partial, 5));
        result.Failures.Select(f => f.What).ShouldBe(["/2", "/4"]);
        result.Failures[0].Reason.ShouldContain("answered 503");
        result.Failures[1].Reason.ShouldBe("/4 is not JSON.");
        _bench.Ingested.ShouldBe(["/1", "/3", "/5"]);
        isDown = false;
        (await _bench.Pull(_bench.Source([.. Names(5)]))).NotModified.ShouldBe(3);
        _bench.Ingested.ShouldBe(["/1", "/3", "/5", "/2", "/4"]);
    }

    [Fact]
    public async Task Pull_AllFail_ThrowsAndIsInTheJournal()
    {
        _bench.Answer = _ => Reply.Of(404);
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Pull(_bench.Source("/a", "/b")));
        thrown.Message.ShouldContain("Nothing could be got from the source 'scripted'");
        thrown.Message.ShouldContain("answered 404");
        var record = _bench.Log.Read().Single();
        (record.State, record.Failures.Count, record.Ended is not null).ShouldBe((PullState.Failed, 2, true));
    }

    [Fact]
    public async Task Pull_HostDown_DoesNotTryEverything()
    {
        _bench.Options = new PullOptions { FailuresInRow = 3, Concurrency = 2 };
        _bench.Answer = a => a.Target == "/1" ? PullBench.Sound(a.Target, a) : Reply.Of(503);
        var result = await _bench.Pull(_bench.Source([.. Names(500)]));
        result.State.ShouldBe(PullState.Partial);
        _bench.Server.Log.Select(a => a.Target).Distinct().Count().ShouldBeInRange(4, 6);
        result.Failures.ShouldContain(f => f.Reason.Contains("failures in a row", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pull_ManyAnswersThatWillNotChange_AreAllAskedFor()
    {
        _bench.Answer = a => a.Target == "/30" ? PullBench.Sound(a.Target, a) : Reply.Of(404);
        var result = await _bench.Pull(_bench.Source([.. Names(30)]));
        _bench.Ingested.ShouldBe(["/30"]);
        result.Failures.Count.ShouldBe(29);
    }

    [Fact]
    public async Task Pull_MoreRequestsThanAllowed_SaysHowManyWereLeftOut()
    {
        _bench.Options = new PullOptions { MaximumRequests = 4 };
        var result = await _bench.Pull(_bench.Source([.. Names(7)]));
        _bench.Ingested.Count.ShouldBe(4);
        (result.State, result.Failures.Single().Reason).ShouldBe((PullState.Partial, "3 were not made, because one pull makes at most 4. Ask for less at a time."));
    }

    [Fact]
    public async Task Pull_FileRefusedByTheIngest_IsFetchedAgainNextTime()
    {
        var result = await _bench.Pull(_bench.Source([.. Names(3)]), files => _bench.Ingest(files) with { Refused = [new PullFailure("/2", "Not what it should be.")] });
        (result.State, result.Failures.Single().What).ShouldBe((PullState.Partial, "/2"));
        await _bench.Pull(_bench.Source([.. Names(3)]));
        _bench.Ingested.ShouldBe(["/1", "/2", "/3", "/2"]);
    }

    [Fact]
    public async Task Pull_BatchThatThrows_IsHandedOverOneByOne()
    {
        var result = await _bench.Pull(_bench.Source([.. Names(3)]), files => files.Any(f => f.Name == "/2") ? throw new SourceFormatException("/2 is cut off.") : _bench.Ingest(files));
        _bench.Ingested.ShouldBe(["/1", "/3"]);
        (result.State, result.Added, result.Failures.Single()).ShouldBe((PullState.Partial, 20, new PullFailure("/2", "/2 is cut off.")));
        (await _bench.Pull(_bench.Source([.. Names(3)]))).NotModified.ShouldBe(2);
        _bench.Ingested.ShouldBe(["/1", "/3", "/2"]);
    }

    [Fact]
    public async Task Pull_SourceThatIsBeingPulled_IsRefusedAndNamesTheHolder()
    {
        PullBench other = _bench;
        var busy = "";
        await _bench.Pull(_bench.Source("/a"), files =>
        {
            SourcePuller.IsRunning(_bench.StorePath, "scripted").ShouldBeTrue();
            busy = Should.Throw<SourceBusyException>(() => other.Pull(other.Source("/a")).GetAwaiter().GetResult()).Message;
            return _bench.Ingest(files);
        });
        busy.ShouldContain($"process {Environment.ProcessId} (pull scripted, since 2026-01-31");
        SourcePuller.IsRunning(_bench.StorePath, "scripted").ShouldBeFalse();
        _bench.Ingested.ShouldBe(["/a"]);
    }

    [Fact]
    public async Task Pull_LockLeftByADeadProcess_IsTakenOver()
    {
        Directory.CreateDirectory(_bench.StorePath + ".http");
        File.WriteAllText(_bench.StorePath + ".http/scripted.lock", "");
        File.WriteAllText(_bench.StorePath + ".http/scripted.lock.holder", "process 1 (pull scripted, since 2020-01-01 00:00:00 UTC)");
        SourcePuller.IsRunning(_bench.StorePath, "scripted").ShouldBeFalse();
        (await _bench.Pull(_bench.Source("/a"))).State.ShouldBe(PullState.Completed);
    }

    [Fact]
    public async Task Pull_StoreLostAResponse_FetchesItAgain()
    {
        await _bench.Pull(_bench.Source("/a", "/b"));
        _bench.Options = new PullOptions { IsHeld = _ => false };
        (await _bench.Pull(_bench.Source("/a", "/b"))).NotModified.ShouldBe(0);
        _bench.Ingested.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Pull_SourceThatOnlyReadsFiles_SaysSo()
    {
        var source = new ScriptedSource(_bench.Server.Url, "/a") { Description = _bench.Source().Description with { CanFetch = false } };
        (await Should.ThrowAsync<SourceNotConfiguredException>(_bench.Pull(source))).Message.ShouldContain("only reads files");
    }

    [Fact]
    public async Task Pull_Secret_StandsInNoFileOfThePull()
    {
        _bench.Answer = a => a.Target.StartsWith("/a", StringComparison.Ordinal) ? PullBench.Sound("/a", a, "/c?key=hush") : Reply.Of(404);
        var source = new ScriptedSource(_bench.Server.Url, "/a?key=hush", "/b?key=hush") { HasSecretQuery = true };
        List<PulledFile> files = [];
        var result = await _bench.Pull(source, f =>
        {
            files.AddRange(f);
            return new IngestOutcome();
        });
        files.Single().Url.ShouldEndWith("/a");
        result.Failures.ShouldAllBe(f => !f.Reason.Contains("hush", StringComparison.Ordinal));
        result.Failures.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Pull_LargeDownloadStopped_GoesOnWhereItStopped()
    {
        var body = new byte[600_000];
        new Random(3).NextBytes(body);
        body = [.. "{\"x\":\""u8, .. Convert.ToHexString(body).Select(c => (byte)c), .. "\"}"u8];
        using var stop = new CancellationTokenSource();
        _bench.Answer = a => a.Number == 1 ? Reply.File(a, body, "\"v1\"") with { Drip = TimeSpan.FromSeconds(20), DripBytes = 500_000 } : Reply.File(a, body, "\"v1\"");
        var source = new ScriptedSource(_bench.Server.Url, "/bulk") { IsResumable = true };
        var pull = _bench.Pull(source, cancellation: stop.Token);
        for (var wait = 0; wait < 1000 && _bench.FilesAtWork().All(f => new FileInfo(f).Length < 500_000); wait++) await Task.Delay(10);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(pull);
        await _bench.Pull(source);
        _bench.Server.Log.Last()["Range"].ShouldBe("bytes=500000-");
        _bench.Ingested.ShouldBe(["/bulk"]);
        _bench.FilesAtWork().ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(int count) => Enumerable.Range(1, count).Select(i => $"/{i}");

    private sealed class Teller(Action<PullProgress> tell) : IProgress<PullProgress>
    {
        public void Report(PullProgress value) => tell(value);
    }
}
