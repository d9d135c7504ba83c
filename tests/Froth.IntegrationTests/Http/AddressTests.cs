using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Http;

/// <summary>Where the client may go, and where redirects may lead.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly FetchBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("23.203.32.170", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("2600:1408::1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("2002:7f00:1::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("ff02::1", false)]
    public void IsPublic_Address_IsToldFromThoseOfTheUsersOwnNetwork(string address, bool isPublic) =>
        AddressRules.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData("http://example.org/a", "its scheme is http")]
    [InlineData("ftp://example.org/a", "its scheme is ftp")]
    [InlineData("http://10.0.0.1/a", "its scheme is http")]
    [InlineData("https://10.0.0.1/a", "10.0.0.1 is not an address of the public internet")]
    [InlineData("https://169.254.169.254/latest/meta-data/", "169.254.169.254 is not an address")]
    [InlineData("https://2852039166/latest/meta-data/", "169.254.169.254 is not an address")]
    [InlineData("https://[::ffff:192.168.0.1]/a", "is not an address of the public internet")]
    [InlineData("https://user:word@example.org/a", "it bears a user name")]
    public async Task Fetch_ForbiddenAddress_IsNotAskedDirectlyNorByRedirect(string url, string why)
    {
        using var fetcher = _bench.NewFetcher((_, _) => throw new InvalidOperationException("asked"));
        (await Should.ThrowAsync<SourceUnavailableException>(fetcher.FetchAsync(new SourceRequest(new Uri(url), "a"), _bench.Context(), null, default))).Message.ShouldContain(why);
        using var server = new LocalServer(_ => Reply.Of(302, ("Location", url)));
        (await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")))).Message.ShouldContain(why);
        server.Log.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fetch_LoopbackOutsideTests_IsRefused()
    {
        using var server = new LocalServer(_ => Reply.Json("{}"));
        _bench.Limits = _bench.Limits with { AllowLoopbackHttp = false };
        await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")));
        await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(new Uri($"https://localhost:{server.Port}/"), "a")));
        server.Connections.ShouldBe(0);
    }

    [Theory]
    [InlineData("10.0.0.8")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Fetch_NameThatResolvesToAForbiddenAddress_IsRefusedWhereTheSocketIsOpened(string address)
    {
        _bench.Limits = _bench.Limits with { AllowLoopbackHttp = false };
        using var fetcher = _bench.NewFetcher((_, _) => Task.FromResult(new[] { IPAddress.Parse(address) }));
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(fetcher.FetchAsync(new SourceRequest(new Uri("https://rebound.example/a"), "a"), _bench.Context(), null, default));
        thrown.Message.ShouldContain("rebound.example was not asked");
        thrown.MayPass.ShouldBeFalse();
    }

    [Fact]
    public async Task Fetch_Redirects_AreFollowedFiveTimesAndNoMore()
    {
        using var server = new LocalServer(a => int.Parse(a.Target[1..]) is var n && n > 0 ? Reply.Of(n % 2 == 0 ? 301 : 307, ("Location", $"/{n - 1}")) : Reply.Json("{}"));
        (await _bench.Fetch(new SourceRequest(server.Url("/5"), "a"))).Url.ShouldBe(server.Url("/5").AbsoluteUri);
        server.Log.Count.ShouldBe(6);
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/6"), "a")));
        thrown.Message.ShouldContain("redirects more than 5 times");
        server.Log.Count.ShouldBe(12);
    }

    [Fact]
    public async Task Fetch_RedirectOfAPost_DoesNotSendTheTokenOn()
    {
        using var other = new LocalServer(_ => Reply.Json("{}"));
        using var server = new LocalServer(_ => Reply.Of(307, ("Location", other.Url("/a").AbsoluteUri)));
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a") { JsonBody = "{\"token\":\"hush\"}" }));
        thrown.ToString().ShouldNotContain("hush");
        other.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Fetch_RedirectToEdgarWithoutContact_StopsThere()
    {
        using var server = new LocalServer(_ => Reply.Of(302, ("Location", "https://www.sec.gov/a")));
        await Should.ThrowAsync<SourceNotConfiguredException>(_bench.Fetch(new SourceRequest(server.Url("/a"), "a")));
    }

    [Fact]
    public async Task Fetch_CertificateThatNobodyTrusts_IsRefusedBeforeAnythingIsSent()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var server = new LocalServer(_ => Reply.Json("{}"), async stream =>
        {
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(certificate);
            return tls;
        });
        var thrown = await Should.ThrowAsync<SourceUnavailableException>(_bench.Fetch(new SourceRequest(new Uri($"https://localhost:{server.Port}/a"), "a")));
        thrown.Message.ShouldContain("no trusted encrypted connection");
        server.Log.ShouldBeEmpty();
        server.Connections.ShouldBe(1);
    }
}
