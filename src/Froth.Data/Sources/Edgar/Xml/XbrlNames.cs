using System.Xml;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>
/// The words for names in an instance. Prefixes are the writer's own choice and the years stand in the namespaces, so the standard
/// taxonomies get the one prefix by which the SEC's own data call them, whatever the document calls them and whatever its year.
/// </summary>
internal static class XbrlNames
{
    public const string Instance = "http://www.xbrl.org/2003/instance";
    public const string Link = "http://www.xbrl.org/2003/linkbase";
    public const string Dimensions = "http://xbrl.org/2006/xbrldi";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Currencies = "http://www.xbrl.org/2003/iso4217";

    /// <summary>Most characters of a name; longer ones are refused with what bears them.</summary>
    public const int Longest = 512;

    private static readonly string[] StandardHosts = ["fasb.org", "xbrl.sec.gov", "xbrl.us"];

    // A firm that bound one of these to a namespace of its own would speak with the voice of the taxonomy.
    private static readonly HashSet<string> Reserved = new(
        ["us-gaap", "dei", "ecd", "srt", "cyd", "ffd", "invest", "ifrs-full", "country", "currency", "exch", "naics", "sic", "stpr", "iso4217", "xbrli", "utr"],
        StringComparer.Ordinal);

    /// <summary>The prefix for a namespace.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="told">The document's own prefix for it, kept for the firms' own namespaces.</param>
    public static string Prefix(string space, string told)
    {
        if (space == Instance) return "xbrli";
        if (space == Currencies) return "iso4217";
        var host = Host(space, out var path);
        if (host == "xbrl.ifrs.org" && path.EndsWith("/ifrs-full", StringComparison.Ordinal)) return "ifrs-full";
        var first = path.Split('/', 2)[0];
        if (StandardHosts.Contains(host) && first.Length > 0 && path.Length > first.Length) return first;
        if (host == "www.xbrl.org" && path.EndsWith("/utr", StringComparison.Ordinal)) return "utr";
        var own = told.Length > 0 ? told : host.Length > 0 ? host : "unnamed";
        return Reserved.Contains(own) ? "custom-" + own : own;
    }

    /// <summary>A qualified name in text or an attribute, such as <c>us-gaap:CustomerAMember</c>; null when its prefix is not declared.</summary>
    public static string? Qualified(XmlReader reader, string name)
    {
        var (prefix, local) = Split(name);
        if (local.Length is 0 or > Longest || local.AsSpan().ContainsAny(";= \t\r\n:")) return null;
        return reader.LookupNamespace(prefix) is { Length: > 0 } space ? $"{Prefix(space, prefix)}:{local}" : null;
    }

    /// <summary>
    /// A unit as the SEC's own data spell it: without any prefix, the firms' own units (<c>aapl:Customer</c>) included. A firm's unit
    /// that would then read as a currency or as another standard unit keeps its prefix.
    /// </summary>
    public static string? Measure(XmlReader reader, string name)
    {
        if (Qualified(reader, name) is not { } word) return null;
        var (prefix, local) = Split(word);
        if (prefix is "iso4217" or "xbrli" or "utr") return local;
        var isTaken = local is "shares" or "pure" or "Year" || (local.Length == 3 && local.All(char.IsAsciiLetterUpper));
        return isTaken ? word : local;
    }

    private static (string Prefix, string Local) Split(string name) =>
        name.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? (name[..colon], name[(colon + 1)..]) : ("", name);

    private static string Host(string space, out string path)
    {
        path = "";
        var scheme = space.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return "";
        var rest = space[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return rest;
        path = rest[(slash + 1)..];
        return rest[..slash];
    }
}
