using System.Diagnostics;
using System.Globalization;
using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Http;

/// <summary>Large downloads that go on where they stopped.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Half = 400_000;
    private static readonly byte[] First = Bytes(1);
    private static readonly byte[] Second = Bytes(2);
    private readonly FetchBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Fetch_BrokenOffAgainAndAgain_GoesOnEachTimeWithinOneFetch()
    {
        // More breaks than attempts: each brings the download further, so each counts as a new beginning.
        using var server = new LocalServer(a => Reply.File(a, First, "\"v1\"") is var whole && whole.Body.Length > 100_000 ? whole with { Body = whole.Body[..100_000], Length = whole.Body.Length } : whole);
        var result = await _bench.Fetch(Request(server));
        File.ReadAllBytes(result.Path).SequenceEqual(First).ShouldBeTrue();
        Starts(server).ShouldBe(Enumerable.Range(0, 10).Select(i => (long)i * 100_000));
        server.Log.Skip(1).ShouldAllBe(a => a["If-Range"] == "\"v1\"");
        server.Log.ShouldAllBe(a => a["Accept-Encoding"] == "identity");
        result.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(First)));
    }

    [Fact]
    public async Task Fetch_CancelledAndTakenUpByAnotherProcess_GoesOn()
    {
        await StopHalfway("\"v1\"");
        using var server = new LocalServer(a => Reply.File(a, First, "\"v1\""));
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(First).ShouldBeTrue();
        Starts(server).ShouldHaveSingleItem().ShouldBe(Half);
    }

    [Fact]
    public async Task Fetch_ProcessKilledAndAnotherTakesUp_GoesOn()
    {
        using var server = new LocalServer(a => a.Number == 1 ? Reply.File(a, First, "\"v1\"") with { Drip = TimeSpan.FromSeconds(60), DripBytes = Half } : Reply.File(a, First, "\"v1\""));
        var name = OperatingSystem.IsWindows() ? "Froth.StoreProbe.exe" : "Froth.StoreProbe";
        var program = AppContext.BaseDirectory.Replace("Froth.IntegrationTests", "Froth.StoreProbe", StringComparison.Ordinal) + name;
        using (var probe = Process.Start(program, ["fetch", _bench.WorkFolder, Request(server).Url.AbsoluteUri, _bench.Path("rate")]))
        {
            for (var wait = 0; wait < 3000 && !probe.HasExited && _bench.FilesAtWork.All(f => new FileInfo(f).Length < Half); wait++) await Task.Delay(10);
            probe.HasExited.ShouldBeFalse();
            probe.Kill();
            await probe.WaitForExitAsync();
        }

        File.ReadAllBytes((await _bench.Fetch(Request(server))).Path).SequenceEqual(First).ShouldBeTrue();
        Starts(server).ShouldBe([0, Half]);
    }

    [Fact]
    public async Task Fetch_FileChangedMeanwhile_StartsOver()
    {
        await StopHalfway("\"v1\"");
        using var server = new LocalServer(a => Reply.File(a, Second, "\"v2\""));
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(Second).ShouldBeTrue();
        server.Log.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fetch_FileChangedButServerSendsTheRangeAnyway_StartsOver()
    {
        await StopHalfway("\"v1\"");
        using var server = new LocalServer(a => a["Range"] is null ? Reply.File(a, Second, "\"v2\"") : new Reply
        {
            Status = 206, Body = Second[Half..], Headers = [("ETag", "\"v2\""), ("Content-Range", $"bytes {Half}-{Second.Length - 1}/{Second.Length}")],
        });
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(Second).ShouldBeTrue();
        server.Log.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("bytes 0-999999/1000000")]
    [InlineData("bytes 400000-999998/999999")]
    [InlineData("bytes 399999-999999/1000000")]
    public async Task Fetch_WrongPart_IsNotAppended(string range)
    {
        await StopHalfway("\"v1\"");
        using var server = new LocalServer(a => a["Range"] is null ? Reply.File(a, First, "\"v1\"") : new Reply { Status = 206, Body = First[Half..], Headers = [("ETag", "\"v1\""), ("Content-Range", range)] });
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(First).ShouldBeTrue();
        server.Log.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Fetch_ServerIgnoresRanges_StartsOver()
    {
        await StopHalfway("\"v1\"");
        using var server = new LocalServer(a => Reply.File(a, First, "\"v1\"", knowsRanges: false));
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(First).ShouldBeTrue();
        server.Log.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fetch_NothingMarksTheFile_StartsOver()
    {
        await StopHalfway(etag: null);
        using var server = new LocalServer(_ => new Reply { Body = First });
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(First).ShouldBeTrue();
        server.Log.ShouldHaveSingleItem()["Range"].ShouldBeNull();
    }

    [Fact]
    public async Task Fetch_WeakMark_IsNotTrustedForAPart()
    {
        await StopHalfway("W/\"v1\"");
        using var server = new LocalServer(_ => new Reply { Body = First });
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(First).ShouldBeTrue();
        server.Log.ShouldHaveSingleItem()["Range"].ShouldBeNull();
    }

    [Fact]
    public async Task Fetch_WholeButNeverIngested_IsNotDownloadedAgain()
    {
        using var server = new LocalServer(a => Reply.File(a, First, "\"v1\""));
        await _bench.Fetch(Request(server));
        var again = await _bench.Fetch(Request(server));
        (again.NotModified, again.Length, again.MediaType).ShouldBe((false, First.Length, "application/json"));
        File.ReadAllBytes(again.Path).SequenceEqual(First).ShouldBeTrue();
        again.BytesReceived.ShouldBe(0);
        again.Discard();
        _bench.FilesAtWork.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetch_PartLongerThanTheFile_StartsOver()
    {
        await StopHalfway("\"v1\"");
        var part = _bench.FilesAtWork.Single(f => f.EndsWith(".part", StringComparison.Ordinal));
        File.WriteAllBytes(part, new byte[First.Length + 5]);
        using var server = new LocalServer(a => Reply.File(a, First, "\"v1\""));
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(First).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"etag\":")]
    public async Task Fetch_TornNote_StartsOver(string torn)
    {
        await StopHalfway("\"v1\"");
        File.WriteAllText(_bench.FilesAtWork.Single(f => f.EndsWith(".json", StringComparison.Ordinal)), torn);
        using var server = new LocalServer(a => Reply.File(a, First, "\"v1\""));
        File.ReadAllBytes((await FetchAt(server)).Path).SequenceEqual(First).ShouldBeTrue();
    }

    private static byte[] Bytes(int seed)
    {
        var bytes = new byte[1_000_000];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static IEnumerable<long> Starts(LocalServer server) =>
        server.Log.Select(a => a["Range"] is { } range ? long.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture) : 0);

    // Another port would be another address; so the servers before and after a stop are told apart behind one name of a request.
    private SourceRequest Request(LocalServer server) => new(server.Url("/bulk.zip"), "bulk.zip") { IsResumable = true };

    private async Task<FetchResult> FetchAt(LocalServer server)
    {
        Rename(server);
        return await _bench.Fetch(Request(server));
    }

    // The port of a local server is part of its address, so what was begun at one server is put where a download from the other is sought.
    private void Rename(LocalServer server)
    {
        var target = Path.Combine(_bench.WorkFolder, HttpCache.KeyOf(Request(server), "") + ".part");
        var part = _bench.FilesAtWork.Single(f => f.EndsWith(".part", StringComparison.Ordinal));
        File.Move(part, target);
        if (File.Exists(part + ".json")) File.Move(part + ".json", target + ".json");
    }

    private async Task StopHalfway(string? etag)
    {
        using var stop = new CancellationTokenSource();
        var body = First[..Half];
        using var server = new LocalServer(_ => new Reply { Body = body, Length = First.Length, Headers = etag is null ? [] : [("ETag", etag)], ResetAfter = null, Drip = TimeSpan.FromSeconds(30), DripBytes = Half });
        var fetch = _bench.Fetch(Request(server), cancellation: stop.Token);
        for (var wait = 0; wait < 1000 && _bench.FilesAtWork.All(f => new FileInfo(f).Length < Half); wait++) await Task.Delay(10);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(fetch);
    }
}
