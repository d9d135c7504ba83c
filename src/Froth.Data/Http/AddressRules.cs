using System.Net;
using System.Net.Sockets;
using Froth.Data.Sources;

namespace Froth.Data.Http;

/// <summary>
/// Which addresses may be asked. A response can name further addresses and a host can redirect, so without these rules a hostile answer
/// could make the program ask the user's own network, or the metadata service of a cloud machine.
/// </summary>
internal static class AddressRules
{
    // Everything that is not the public internet, by the registries of special-purpose addresses of IANA.
    private static readonly IPNetwork[] Closed = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    }.Select(n => IPNetwork.Parse(n))];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] ClosedWithin = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address belongs to the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return !Closed.Any(n => n.Contains(address));

        // In networks that only speak IPv6, a public IPv4 host appears under the translator's prefix.
        if (Translated.Contains(address)) return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return GlobalUnicast.Contains(address) && !ClosedWithin.Any(n => n.Contains(address));
    }

    /// <summary>Checks what an address says by itself, before any name is resolved.</summary>
    /// <exception cref="SourceUnavailableException">It may not be asked.</exception>
    public static void Check(Uri url, bool allowLoopback)
    {
        if (!url.IsAbsoluteUri) throw Refused("an address without a host", "it is not absolute");
        if (url.UserInfo.Length > 0) throw Refused(url.Host, "it bears a user name");
        var isOwn = allowLoopback && url.IsLoopback;
        if (url.Scheme != Uri.UriSchemeHttps && !(isOwn && url.Scheme == Uri.UriSchemeHttp)) throw Refused(url.Host, $"its scheme is {url.Scheme}, and only https is encrypted");
        if (IPAddress.TryParse(url.IdnHost, out var literal)) CheckAddress(url.Host, literal, allowLoopback);
    }

    /// <summary>The addresses of a host that may be asked.</summary>
    /// <exception cref="SourceUnavailableException">There is none.</exception>
    public static IPAddress[] Allowed(string host, IPAddress[] resolved, bool allowLoopback)
    {
        var allowed = Array.FindAll(resolved, a => IsPublic(a) || (allowLoopback && IPAddress.IsLoopback(a)));
        if (allowed.Length == 0 && resolved.Length > 0) CheckAddress(host, resolved[0], allowLoopback);
        return allowed;
    }

    private static void CheckAddress(string host, IPAddress address, bool allowLoopback)
    {
        if (IsPublic(address) || (allowLoopback && IPAddress.IsLoopback(address))) return;
        throw Refused(host, $"{address} is not an address of the public internet");
    }

    private static SourceUnavailableException Refused(string host, string why) => new(
        $"{host} was not asked: {why}. Neither a source nor a redirect may lead there. If your own network gives public hosts such an address, switch that off for this program.");
}
