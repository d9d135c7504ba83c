using System.IO.Compression;
using System.Text;
using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Http;

/// <summary>Hosts that throttle, break off, fall silent, lie, and send something else.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"facts\":[" + string.Join(',', Enumerable.Range(0, 50_000)) + "]}");
    private readonly FetchBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(403)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Fetch_PassingStatus_WaitsAndTriesAgain(int status)
    {
        using var server = new LocalServer(a => a.Number <= 2 ? Reply.Of(status) : new Reply { Body = Body });
        var began = _bench.Clock.GetUtcNow();
        var result = await _bench.Fetch(new SourceRequest(server.Url("/a"), "a"));
        File.ReadAllBytes(result.Path).SequenceEqual(Body).ShouldBeTrue();
        server.Log.Count.ShouldBe(3);
        (_bench.Clock.GetUtcNow() - began).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(300));
        _bench.Progress.Notes.Count().ShouldBe(2);
        _bench.Progress.Notes.ShouldAllBe(n => n.StartsWith($"127.0.0.1 answered {status} (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("0", 0)]
    [InlineData("86400", 600)]
    [InlineData("Sat, 31 Jan 2026 12:03:00 GMT", 180)]
    [InlineData("Sat, 31 Jan 2026 11:00:00 GMT", 0)]
    public async Task Fetch_RetryAfter_IsHonouredCappedAndTold(string header, int seconds)
    {
        using var server = new LocalServer(a => a.Number == 1 ? Reply.Of(429, ("Retry-After", header)) : Reply.Json("{}"));
        var began = _bench.Clock.GetUtcNow();
        await _bench.Fetch(new SourceRequest(server.Url("/a"), "a"));
        server.Log.Count.ShouldBe(2);
        (_bench.Clock.GetUtcNow() - began).TotalSeconds.ShouldBeInRange(seconds, seconds + 1);
        _bench.Progress.Notes.ShouldHaveSingleItem().ShouldEndWith($"attempt 2 follows in {seconds} s.");
        _bench.Progress.All.Find(p => p.Note is not null).Note!.Value.Chinese.ShouldContain("返回429");
    }

    [Fact]
    public async Task Fetch_HostAsksForPause_HoldsTheOtherRequestsToo()
    {
        using var server = new LocalServer(a => a.Number == 1 ? Reply.Of(429, ("Retry-After", "300")) : Reply.Json("{}"));
        var fetcher = _bench.NewFetcher();
        var began = _bench.Clock.GetUtcNow();
        var gate = new TaskCompletionSource();
        var first = fetcher.FetchAsync(new SourceRequest(server.Url("/a"), "a"), _bench.Context(), new Then(() => gate.TrySetResult()), default);
        await gate.Task;
        await fetcher.FetchAsync(new SourceRequest(server.Url("/b"), "b"), _bench.Context(), null, default);
        (_bench.Clock.GetUtcNow() - began).TotalSeconds.ShouldBeGreaterThanOrEqualTo(300);
        await first;
    }

    [Fact]
    public async Task Fetch_FaultThatStays_GivesUpAndSaysWhatWhereWhyAndWhatToDo()
    {
        using var server = new LocalServer(_ => Reply.Of(503));
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/facts.json"), "a")));
        server.Log.Count.ShouldBe(4);
        thrown.Message.ShouldContain($"127.0.0.1:{server.Port}/facts.json answered 503 (");
        thrown.Message.ShouldContain("4 attempts within ");
        thrown.Message.ShouldContain("untouched");
        thrown.Message.ShouldContain("try again later");
        thrown.MayPass.ShouldBeTrue();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Fetch_LastingStatus_IsNotAskedAgain(int status)
    {
        using var server = new LocalServer(_ => Reply.Of(status));
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")));
        server.Log.Count.ShouldBe(1);
        thrown.Message.ShouldContain($"answered {status}");
        thrown.MayPass.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task Fetch_ResetInTheBody_StartsOverAndDoublesNothing(int after)
    {
        using var server = new LocalServer(a => new Reply { Body = Body, ResetAfter = a.Number <= 3 ? after : null });
        var result = await _bench.Fetch(new SourceRequest(server.Url("/a"), "a"));
        File.ReadAllBytes(result.Path).SequenceEqual(Body).ShouldBeTrue();
        server.Log.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Fetch_LengthAnnouncedTooLong_IsNotTakenForWhole()
    {
        using var server = new LocalServer(a => new Reply { Body = Body, Length = Body.Length + (a.Number == 1 ? 10 : 0) });
        File.ReadAllBytes((await _bench.Fetch(new SourceRequest(server.Url("/a"), "a"))).Path).SequenceEqual(Body).ShouldBeTrue();
        server.Log.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Fetch_CompressedBodyCutOffAtItsEnd_IsNotTakenForWhole(string coding)
    {
        // Without a length, only the coding itself can tell that something is missing.
        var packed = coding switch
        {
            "gzip" => Reply.Gzip(Body),
            "br" => Reply.Packed(Body, s => new BrotliStream(s, CompressionLevel.Fastest)),
            _ => Reply.Packed(Body, s => new ZLibStream(s, CompressionLevel.Fastest)),
        };
        using var server = new LocalServer(a => new Reply { Body = a.Number == 1 ? packed[..^200] : packed, Length = -1, Headers = [("Content-Encoding", coding)] });
        File.ReadAllBytes((await _bench.Fetch(new SourceRequest(server.Url("/a"), "a"))).Path).SequenceEqual(Body).ShouldBeTrue();
        server.Log.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Fetch_CompressedBodyDamaged_GivesUp()
    {
        var packed = Reply.Gzip(Body);
        packed.AsSpan(100, 50).Fill(0xFF);
        using var server = new LocalServer(_ => new Reply { Body = packed, Headers = [("Content-Encoding", "gzip")] });
        (await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")))).Message.ShouldContain("damaged or cut off");
    }

    [Fact]
    public async Task Fetch_Bomb_IsRefusedByItsRatio()
    {
        var bomb = Reply.Gzip(new byte[64 << 20]);
        using var server = new LocalServer(_ => new Reply { Body = bomb, Headers = [("Content-Encoding", "gzip")] });
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")));
        thrown.Message.ShouldContain("swells to more than 200 times");
        server.Log.Count.ShouldBe(1);
        _bench.FilesAtWork.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetch_DecodedBodyTooLong_IsRefused()
    {
        using var server = new LocalServer(_ => new Reply { Body = Reply.Gzip(Body), Headers = [("Content-Encoding", "gzip")] });
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a") { MaximumBytes = Body.Length - 1 }));
        thrown.Message.ShouldContain($"more than {Body.Length - 1:N0} bytes");
        _bench.FilesAtWork.ShouldBeEmpty();
        await _bench.Fetch(new SourceRequest(server.Url("/a"), "a") { MaximumBytes = Body.Length });
    }

    [Fact]
    public async Task Fetch_AnnouncedLengthTooLong_IsRefusedWithoutReading()
    {
        using var server = new LocalServer(_ => new Reply { Body = Body, Length = 1L << 40 });
        (await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")))).Message.ShouldContain("1,099,511,627,776 bytes");
        server.Log.Count.ShouldBe(1);
        _bench.FilesAtWork.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain", "{}", "text/plain; expected was application/json")]
    [InlineData("text/html; charset=utf-8", "<html>", "text/html; expected was application/json")]
    [InlineData(null, "{}", "a body without a media type")]
    [InlineData("application/json", "<!DOCTYPE html><title>Down</title>", "an HTML error page with status 200")]
    [InlineData("application/json; charset=utf-8", "\uFEFF \r\n<HTML><body>Down", "an HTML error page with status 200")]
    public async Task Fetch_SomethingElse_IsRefusedAndLeavesNothing(string? mediaType, string body, string why)
    {
        using var server = new LocalServer(_ => new Reply { Body = Encoding.UTF8.GetBytes(body), MediaType = mediaType });
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")));
        thrown.Message.ShouldContain(why);
        server.Log.Count.ShouldBe(1);
        _bench.FilesAtWork.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetch_HtmlWhereHtmlIsExpected_IsTaken()
    {
        using var server = new LocalServer(_ => new Reply { Body = "<!DOCTYPE html><p>report"u8.ToArray(), MediaType = "text/html" });
        (await _bench.Fetch(new SourceRequest(server.Url("/a"), "a") { MediaTypes = ["text/html"] })).Length.ShouldBe(24);
    }

    [Fact]
    public async Task Fetch_BodyThatDrips_IsGivenUp()
    {
        _bench.Limits = _bench.Limits with { IdleTimeout = TimeSpan.FromMilliseconds(400), MaximumAttempts = 1 };
        using var server = new LocalServer(_ => new Reply { Body = Body, Drip = TimeSpan.FromMilliseconds(20) });
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.NewFetcher(TimeProvider.System).FetchAsync(new SourceRequest(server.Url("/a"), "a"), _bench.Context(), null, default));
        thrown.Message.ShouldContain("sent less than 1 KiB within 0.4 s");
        thrown.MayPass.ShouldBeTrue();
    }

    [Fact]
    public async Task Fetch_HostThatStaysSilent_IsGivenUp()
    {
        _bench.Limits = _bench.Limits with { HeaderTimeout = TimeSpan.FromMilliseconds(300), MaximumAttempts = 1 };
        using var server = new LocalServer(_ => Reply.Json("{}") with { Before = TimeSpan.FromSeconds(30) });
        (await Should.ThrowAsync<SourceUnavailableException>(_bench.NewFetcher(TimeProvider.System).FetchAsync(new SourceRequest(server.Url("/a"), "a"), _bench.Context(), null, default)))
            .Message.ShouldContain("did not answer within 0.3 s");
    }

    [Fact]
    public async Task Fetch_NobodyListens_GivesUpAfterAllAttempts()
    {
        Uri url;
        using (var server = new LocalServer(_ => Reply.Json("{}"))) url = server.Url("/a");
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(url, "a")));
        thrown.Message.ShouldContain("could not be reached");
        thrown.Message.ShouldContain("4 attempts");
    }

    [Fact]
    public async Task Fetch_Cancelled_StopsAtOnceWhileItWaits()
    {
        using var stop = new CancellationTokenSource();
        using var server = new LocalServer(_ =>
        {
            stop.Cancel();
            return Reply.Of(503);
        });
        await Should.ThrowAsync<OperationCanceledException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a"), cancellation: stop.Token));
        server.Log.Count.ShouldBe(1);
    }

    private sealed class Then(Action action) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => action();
    }
}
