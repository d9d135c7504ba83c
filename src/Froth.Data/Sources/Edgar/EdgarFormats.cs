using System.Text.RegularExpressions;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>The formats of EDGAR, told apart by content: a name proves nothing.</summary>
internal static partial class EdgarFormats
{
    public const string CompanyFacts = "companyfacts";
    public const string CompanyConcept = "companyconcept";
    public const string Frames = "frames";
    public const string Submissions = "submissions";
    public const string SubmissionsPage = "submissions-page";
    public const string CompanyTickers = "company-tickers";
    public const string StatementSets = "fsds";
    public const string Bulk = "bulk";
    public const string Instance = "xbrl-instance";
    public const string FormD = "form-d";

    /// <summary>The format of a file, or null when it is none of these.</summary>
    public static string? Of(SourceFile file)
    {
        var head = file.Head;
        return head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) ? OfZip(file) : OfJson(head);
    }

    /// <summary>The format of JSON that begins so; the head may break off anywhere.</summary>
    public static unsafe string? OfJson(ReadOnlySpan<byte> head)
    {
        var bytes = new ResponseBytes();
        bytes.Load(head);
        var keys = new Dictionary<string, JsonKind>(StringComparer.Ordinal);
        fixed (byte* start = bytes.Padded)
        {
            var json = new JsonScanner(start, bytes.Length, "");
            try
            {
                if (!json.TryTake((byte)'{')) return null;
                var isFirst = true;
                while (json.NextMember(ref isFirst, out var key))
                {
                    var name = key.Text(100) ?? "";
                    // The kind is noted before the value is read, because the head may end inside of it.
                    keys[name] = json.Peek() switch { (byte)'{' => JsonKind.Object, (byte)'[' => JsonKind.Array, _ => JsonKind.String };
                    if (keys.Count == 1 && IsTicker(name, json)) return CompanyTickers;
                    json.Value();
                }
            }
            catch (SourceFormatException)
            {
                // The keys seen so far decide; what is wrong further on is for the parser to say.
            }
        }

        return OfKeys(keys);
    }

    private static string? OfKeys(Dictionary<string, JsonKind> keys)
    {
        bool Has(string key) => keys.ContainsKey(key);
        if (keys.GetValueOrDefault("facts") == JsonKind.Object) return CompanyFacts;
        if (keys.GetValueOrDefault("accessionNumber") == JsonKind.Array) return SubmissionsPage;
        if (keys.GetValueOrDefault("filings") == JsonKind.Object) return Submissions;
        if (Has("taxonomy") && Has("tag")) return Has("ccp") || Has("uom") || keys.GetValueOrDefault("data") == JsonKind.Array ? Frames : Has("cik") || Has("units") ? CompanyConcept : null;
        if (!Has("cik")) return null;
        if (Has("entityType") || Has("sic")) return Submissions;
        return Has("entityName") ? CompanyFacts : null;
    }

    // {"0":{"cik_str":320193,"ticker":"AAPL","title":"Apple Inc."},…
    private static bool IsTicker(string name, JsonScanner json)
    {
        if (name.Length == 0 || !name.All(char.IsAsciiDigit) || !json.TryTake((byte)'{')) return false;
        var isFirst = true;
        return json.NextMember(ref isFirst, out var key) && (key.Is("cik_str"u8) || key.Is("ticker"u8) || key.Is("title"u8));
    }

    private static string? OfZip(SourceFile file)
    {
        try
        {
            using var stream = file.Open();
            using var archive = InflationLimits.EveryFiler.Open(stream, file.Name);
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var member in archive.Entries.Take(100))
            {
                if (MemberName().IsMatch(member.Name)) return Bulk;
                names.Add(member.Name);
            }

            return names.Contains("sub.txt") && names.Contains("num.txt") ? StatementSets : null;
        }
        catch (SourceFormatException)
        {
            return OfBrokenZip(file.Head);
        }
    }

    // A zip that was cut off has no directory; its first member still tells what it was to be, so that the parser can say what is wrong.
    private static string? OfBrokenZip(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30) return null;
        var length = head[26] | head[27] << 8;
        var name = System.Text.Encoding.ASCII.GetString(head.Slice(30, Math.Min(length, head.Length - 30)));
        return MemberName().IsMatch(name) ? Bulk : name is "sub.txt" or "num.txt" or "tag.txt" or "pre.txt" or "readme.htm" ? StatementSets : null;
    }

    /// <summary>Name of a member of a bulk zip: <c>CIK0000320193.json</c> or <c>CIK0000320193-submissions-001.json</c>.</summary>
    [GeneratedRegex(@"^CIK(?<cik>\d{10})(-submissions-\d{3})?\.json$", RegexOptions.CultureInvariant)]
    public static partial Regex MemberName();
}
