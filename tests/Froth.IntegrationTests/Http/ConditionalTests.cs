using System.Text;
using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Http;

/// <summary>Responses that were ingested before.</summary>
public sealed class ConditionalTests : IDisposable
{
    private const string Date = "Wed, 28 May 2025 20:00:00 GMT";
    private readonly FetchBench _bench = new();
    private readonly LocalServer _server;
    private readonly SourceRequest _request;
    private string _body = "{\"a\":1}";
    private string _etag = "\"v1\"";

    public ConditionalTests()
    {
        _server = new LocalServer(a => a["If-None-Match"] == _etag ? Reply.Of(304, ("ETag", _etag)) : Reply.Json(_body, ("ETag", _etag), ("Last-Modified", Date)));
        _request = new SourceRequest(_server.Url("/a"), "a");
    }

    private Asked Last => _server.Log.Last();

    public void Dispose()
    {
        _server.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task Fetch_ConfirmedResponse_IsAskedForOnlyIfItChanged()
    {
        _bench.Cache.Confirm(_request, "", await _bench.Fetch(_request), 0);
        var again = await _bench.Fetch(_request);
        (again.NotModified, again.Path, again.Length).ShouldBe((true, "", 0));
        (Last["If-None-Match"], Last["If-Modified-Since"]).ShouldBe(("\"v1\"", Date));
        (_body, _etag) = ("{\"a\":2}", "\"v2\"");
        var changed = await _bench.Fetch(_request);
        changed.NotModified.ShouldBeFalse();
        File.ReadAllText(changed.Path).ShouldBe(_body);
    }

    [Fact]
    public async Task Fetch_ResponseThatWasNotConfirmed_IsFetchedWhole()
    {
        await _bench.Fetch(_request);
        (await _bench.Fetch(_request)).NotModified.ShouldBeFalse();
        Last["If-None-Match"].ShouldBeNull();
    }

    [Fact]
    public async Task Fetch_OtherScopeOrLostByTheStore_IsFetchedWhole()
    {
        var result = await _bench.Fetch(_request);
        _bench.Cache.Confirm(_request, "edgar {}", result, 0);
        (await _bench.Fetch(_request, _bench.Context("edgar {\"tag\":[\"Revenues\"]}"))).NotModified.ShouldBeFalse();
        (await _bench.Fetch(_request, _bench.Context("edgar {}", sha => sha != result.Sha256))).NotModified.ShouldBeFalse();
        (await _bench.Fetch(_request, _bench.Context("edgar {}", sha => sha == result.Sha256))).NotModified.ShouldBeTrue();
    }

    [Fact]
    public async Task Fetch_SameBytesUnderANewMark_CountAsNotModified()
    {
        _bench.Cache.Confirm(_request, "", await _bench.Fetch(_request), 0);
        _etag = "\"v2\"";
        var again = await _bench.Fetch(_request);
        again.NotModified.ShouldBeTrue();
        File.ReadAllText(again.Path).ShouldBe(_body);
        _bench.Cache.Confirm(_request, "", again, 0);
        await _bench.Fetch(_request);
        Last["If-None-Match"].ShouldBe("\"v2\"");
    }

    [Fact]
    public async Task Fetch_ResponseThatLedToOthers_KeepsItsBodyAndIsFetchedWholeWithoutIt()
    {
        _bench.Cache.Confirm(_request, "", await _bench.Fetch(_request), followed: 3);
        var again = await _bench.Fetch(_request);
        again.NotModified.ShouldBeTrue();
        File.ReadAllText(again.Path).ShouldBe(_body);
        again.Discard();
        File.WriteAllText(again.Path, "torn");
        (await _bench.Fetch(_request)).MediaType.ShouldBe("application/json");
        Last["If-None-Match"].ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"url\":\"x\",\"sha2")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Fetch_TornEntry_IsFetchedWhole(string torn)
    {
        _bench.Cache.Confirm(_request, "", await _bench.Fetch(_request), 0);
        foreach (var file in Directory.EnumerateFiles(_bench.Path("seen"))) File.WriteAllText(file, torn);
        (await _bench.Fetch(_request)).NotModified.ShouldBeFalse();
        Encoding.UTF8.GetByteCount(_body).ShouldBe((int)new FileInfo(_bench.FilesAtWork.Single()).Length);
    }

    [Fact]
    public async Task Fetch_NotModifiedThatNobodyAskedFor_IsRefused()
    {
        using var server = new LocalServer(_ => Reply.Of(304));
        (await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")))).Message.ShouldContain("answered 304");
    }
}
