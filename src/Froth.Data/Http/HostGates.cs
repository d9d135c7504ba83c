using System.Collections.Concurrent;

namespace Froth.Data.Http;

/// <summary>The gates of all hosts that were asked so far.</summary>
internal sealed class HostGates(FetchLimits limits, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, HostGate> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a host belongs to EDGAR, whose operator counts the requests to all of them together and wants a contact.</summary>
    public static bool IsEdgar(string host) =>
        host.Equals("sec.gov", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".sec.gov", StringComparison.OrdinalIgnoreCase);

    /// <summary>The gate of a host.</summary>
    public HostGate Of(Uri url) => IsEdgar(url.IdnHost)
        ? _gates.GetOrAdd("sec.gov", name => Make(name, limits.EdgarPerSecond))
        : _gates.GetOrAdd(url.IdnHost, name => Make(name, limits.PerSecond));

    public void Dispose()
    {
        foreach (var gate in _gates.Values) gate.Dispose();
    }

    private HostGate Make(string name, int perSecond)
    {
        var file = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
        return new HostGate(Path.Combine(limits.SlotFolder, file + ".slot"), perSecond, limits.ConcurrencyPerHost, limits.LongestRetryAfter, clock);
    }
}
