using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Http;

/// <summary>Sound responses, and the headers of requests.</summary>
public sealed class FetcherTests : IDisposable
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"facts\":[" + string.Join(',', Enumerable.Range(0, 20_000)) + "]}");
    private readonly FetchBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    public async Task Fetch_AnyCoding_WritesTheDecodedBody(string coding)
    {
        var packed = coding switch
        {
            "gzip" => Reply.Gzip(Body),
            "br" => Reply.Packed(Body, s => new BrotliStream(s, CompressionLevel.Fastest)),
            "deflate" => Reply.Packed(Body, s => new ZLibStream(s, CompressionLevel.Fastest)),
            "bare deflate" => Reply.Packed(Body, s => new DeflateStream(s, CompressionLevel.Fastest)),
            _ => Body,
        };
        using var server = new LocalServer(_ => new Reply
        {
            Body = packed, Headers = [("ETag", "\"v1\""), ("Last-Modified", "Wed, 28 May 2025 20:00:00 GMT"), .. coding.Length > 0 ? new[] { ("Content-Encoding", coding.Split(' ')[^1]) } : []],
        });
        var result = await _bench.Fetch(new SourceRequest(server.Url("/facts.json?id=7"), "facts.json"));
        File.ReadAllBytes(result.Path).SequenceEqual(Body).ShouldBeTrue();
        (result.Length, result.NotModified, result.MediaType, result.ETag, result.LastModified).ShouldBe((Body.Length, false, "application/json", "\"v1\"", "Wed, 28 May 2025 20:00:00 GMT"));
        result.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Body)));
        result.Url.ShouldBe(server.Url("/facts.json?id=7").AbsoluteUri);
        result.FetchedAt.ShouldBe(_bench.Clock.GetUtcNow());
        result.BytesReceived.ShouldBe(packed.Length);
        result.Discard();
        _bench.FilesAtWork.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetch_UnknownCoding_IsRefused()
    {
        using var server = new LocalServer(_ => Reply.Json("{}", ("Content-Encoding", "zstd")));
        (await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")))).Message.ShouldContain("'zstd', which was not offered");
    }

    [Theory]
    [InlineData("Jane Doe jane@example.org", "(Jane Doe jane@example.org)")]
    [InlineData("Jane (Doe) \\ jane@example.org\r\nX-Evil: 1", "(Jane Doe  jane@example.orgX-Evil: 1)")]
    [InlineData("王小明 wang@example.org", "(王小明 wang@example.org)")]
    public async Task Fetch_Contact_StandsInTheUserAgentAsOneComment(string contact, string comment)
    {
        using var server = new LocalServer(_ => Reply.Json("{}"));
        _bench.Settings = new SourceSettings(new Dictionary<string, string> { ["contact"] = contact });
        await _bench.Fetch(new SourceRequest(server.Url("/a"), "a"));
        var asked = server.Log.ShouldHaveSingleItem();
        asked["User-Agent"].ShouldBe($"Froth/{Fetcher.Version} {comment}");
        asked["X-Evil"].ShouldBeNull();
        asked["Accept-Encoding"].ShouldBe("gzip, br, deflate");
        asked["Accept"].ShouldBe("application/json");
        asked["Cookie"].ShouldBeNull();
        asked["traceparent"].ShouldBeNull();
    }

    [Theory]
    [InlineData("https://data.sec.gov/submissions/CIK0001045810.json")]
    [InlineData("https://www.SEC.gov/Archives/x")]
    [InlineData("https://sec.gov/x")]
    public async Task Fetch_EdgarWithoutContact_SaysHowToSetItAndAsksNobody(string url)
    {
        var resolved = 0;
        using var fetcher = _bench.NewFetcher((_, _) => throw new InvalidOperationException($"{++resolved}"));
        var thrown = await Should.ThrowAsync<SourceNotConfiguredException>(fetcher.FetchAsync(new SourceRequest(new Uri(url), "x"), _bench.Context(), null, default));
        thrown.Message.ShouldContain("'contact' is missing, because the SEC");
        thrown.Message.ShouldContain("froth sources set contact");
        thrown.Message.ShouldContain("FROTH_CONTACT");
        resolved.ShouldBe(0);
    }

    [Fact]
    public async Task Fetch_CookieSet_IsNotSentBack()
    {
        using var server = new LocalServer(_ => Reply.Json("{}", ("Set-Cookie", "track=1; Path=/")));
        using var fetcher = _bench.NewFetcher();
        for (var i = 0; i < 2; i++) await fetcher.FetchAsync(new SourceRequest(server.Url($"/{i}"), "a"), _bench.Context(), null, default);
        server.Log.Count.ShouldBe(2);
        server.Log.ShouldAllBe(a => a["Cookie"] == null);
    }

    [Fact]
    public async Task Fetch_JsonBody_IsPostedAndNeverConditional()
    {
        using var server = new LocalServer(_ => Reply.Json("{\"code\":0}", ("ETag", "\"v1\"")));
        var request = new SourceRequest(server.Url("/api"), "api") { JsonBody = "{\"token\":\"t\"}" };
        for (var i = 0; i < 2; i++)
        {
            var result = await _bench.Fetch(request);
            _bench.Cache.Confirm(request, "", result, 0);
            result.NotModified.ShouldBeFalse();
        }

        server.Log.ShouldAllBe(a => a.Method == "POST" && a.Body == "{\"token\":\"t\"}" && a["If-None-Match"] == null);
    }

    [Fact]
    public async Task Fetch_SecretQuery_IsNeverTold()
    {
        using var server = new LocalServer(a => a.Target.StartsWith("/ok", StringComparison.Ordinal) ? Reply.Json("{}", ("ETag", "\"v1\"")) : Reply.Of(a.Target.Contains("gone", StringComparison.Ordinal) ? 404 : 503));
        var request = new SourceRequest(server.Url("/ok?api_key=hush"), "ok") { HasSecretQuery = true };
        var result = await _bench.Fetch(request);
        _bench.Cache.Confirm(request, "", result, 0);
        result.Url.ShouldBe(server.Url("/ok").AbsoluteUri);
        foreach (var target in new[] { "/gone?api_key=hush", "/down?api_key=hush" })
        {
            var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url(target), "x") { HasSecretQuery = true }));
            thrown.ToString().ShouldNotContain("hush");
            thrown.Message.ShouldContain(target.Split('?')[0]);
        }

        server.Log.ShouldAllBe(a => a.Target.EndsWith("hush", StringComparison.Ordinal));
        _bench.Progress.Notes.ShouldNotBeEmpty();
        _bench.Progress.All.ShouldAllBe(p => !p.ToString().Contains("hush", StringComparison.Ordinal));
        Directory.EnumerateFiles(_bench.Path("seen")).ShouldNotBeEmpty();
        foreach (var file in Directory.EnumerateFiles(_bench.Path(""), "*", SearchOption.AllDirectories)) (file + File.ReadAllText(file)).ShouldNotContain("hush");
    }

    [Fact]
    public async Task Fetch_ManyAtOnce_KeepsToFourAtAHostAndToItsRate()
    {
        using var server = new LocalServer(_ => Reply.Json("{}") with { Before = TimeSpan.FromMilliseconds(100) });
        _bench.Limits = _bench.Limits with { PerSecond = 50 };
        var fetcher = _bench.NewFetcher(TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => fetcher.FetchAsync(new SourceRequest(server.Url($"/{i}"), "a"), _bench.Context(), null, default)));
        server.Log.Count.ShouldBe(24);
        server.MostOpen.ShouldBeInRange(2, 4);
    }
}
