using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Froth.Data.Http;

/// <summary>Resolves the addresses of a host; another one than the system's only in tests.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellation);

/// <summary>Makes the connections of the client.</summary>
internal static class Connections
{
    /// <summary>
    /// A handler without redirects, cookies, proxies, credentials and decompression of its own: each would happen out of sight of the
    /// checks. The address is checked where the socket is opened, so a name that resolves differently a moment later helps nobody.
    /// </summary>
    public static SocketsHttpHandler Handler(FetchLimits limits, ResolveHost resolve) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        PreAuthenticate = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),

        // A contact may be written in any script.
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, limits, resolve, cancellation),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint target, FetchLimits limits, ResolveHost resolve, CancellationToken cancellation)
    {
        var resolved = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(target.Host, cancellation);
        var allowed = AddressRules.Allowed(target.Host, resolved, limits.AllowLoopbackHttp);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
