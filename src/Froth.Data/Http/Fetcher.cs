using System.Net;
using System.Reflection;
using Froth.Data.Sources;

namespace Froth.Data.Http;

/// <summary>
/// The one way to the network. It downloads a response into a file: over TLS, only from public addresses, within the rate that a host
/// allows, again and again where a fault may pass, and never more than was asked for.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;
    private readonly HostGates _gates;
    private readonly FetchLimits _limits;
    private readonly TimeProvider _clock;

    /// <summary>Makes a client; one for the whole program is enough, and its limits then hold for all sources together.</summary>
    /// <param name="limits">Its limits; null for the usual ones.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    public Fetcher(FetchLimits? limits = null, TimeProvider? clock = null)
        : this(limits, clock, (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation))
    {
    }

    internal Fetcher(FetchLimits? limits, TimeProvider? clock, ResolveHost resolve)
    {
        _limits = limits ?? new FetchLimits();
        _clock = clock ?? TimeProvider.System;
        _handler = Connections.Handler(_limits, resolve);
        _client = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        _gates = new HostGates(_limits, _clock);
    }

    /// <summary>Version of the program, as hosts are told.</summary>
    internal static string Version { get; } =
        (typeof(Fetcher).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown").Split('+')[0];

    /// <summary>Fetches a response into the folder of the context.</summary>
    /// <param name="request">What to ask.</param>
    /// <param name="context">For whom, and where to put it.</param>
    /// <param name="progress">Told about bytes and about waits; may be null.</param>
    /// <param name="cancellation">Stops it; a resumable download goes on from there another time.</param>
    /// <exception cref="SourceNotConfiguredException">The host wants a contact and there is none; nothing was sent.</exception>
    /// <exception cref="SourceUnavailableException">It could not be had; the message says what, where, why, and what to do.</exception>
    public Task<FetchResult> FetchAsync(SourceRequest request, FetchContext context, IProgress<FetchProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var exchange = new Exchange(_client, _gates, _limits, _clock, request, context.Settings);
        return new FetchRun(exchange, _gates, _limits, _clock, request, context, progress).RunAsync(cancellation);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
        _gates.Dispose();
    }
}
