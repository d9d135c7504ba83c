using System.Security.Cryptography;
using System.Text;

namespace Froth.DefaultData;

internal sealed record Source(
    string Id, string Publisher, string Title, string Url, string Date, string DateBasis, string Licence, string Access);

/// <summary>One entry per distinct source. Ids are hashes of content, so adding a source never renumbers the others.</summary>
internal sealed class SourceRegistry
{
    const string Default = "fact with source";
    readonly SortedDictionary<string, Source> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _idByUrl = new(StringComparer.Ordinal);

    public bool Contains(string id) => _byId.ContainsKey(id);

    /// <summary>The source of one row of the sourced facts.</summary>
    public string OfRow(CsvRow row, string licenceNote = "")
    {
        var plausible = Dates.Plausible(row["source_date"]) is not null;
        return Add(row["source_publisher"], row["source_title"], row["source_url"],
            plausible ? row["source_date"] : row["period_end"], plausible ? row["source_date_basis"] : $"source says {row["source_date"]}, a slip; end of the period",
            LicenceOf(row["source_publisher"], row["source_url"], licenceNote));
    }

    /// <summary>The page on which a typed figure was read.</summary>
    public string OfTyped(CsvRow row) =>
        Add(row["publisher"], row["title"], row["url"], row["date"], "date of the page read", LicenceOf(row["publisher"], row["url"], ""));

    public string Add(string publisher, string title, string url, string date, string basis, string licence)
    {
        var key = string.Join('\n', publisher, title, url, date);
        var id = "s" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10];
        var access = licence.StartsWith("single cited point", StringComparison.Ordinal) ? "licensed" : "public";
        var source = new Source(id, publisher, title, url, date, basis, licence, access);
        // The stricter class wins where two rows of one source disagree.
        if (!_byId.TryGetValue(id, out var known) || (known.Access == "public" && access == "licensed")) _byId[id] = source;
        _idByUrl.TryAdd(url, id);
        return id;
    }

    /// <summary>An entity's page: an already known source at that address, else a new one that claims no more than the address.</summary>
    public string OfPage(string url) =>
        url.Length == 0 ? ""
        : _idByUrl.TryGetValue(url, out var id) ? id
        : Add(new Uri(url).Host, "(title not recorded)", url, "", "not recorded", LicenceOf("", url, ""));

    static string LicenceOf(string publisher, string url, string note)
    {
        if (note.StartsWith("Silicon Data", StringComparison.Ordinal) || publisher == "Silicon Data")
            return "single cited point; not for republication as a series";
        if (publisher.StartsWith("Epoch AI", StringComparison.Ordinal) || url.StartsWith("https://epoch.ai/", StringComparison.Ordinal))
            return "CC BY 4.0 (Epoch AI)";
        if (publisher.Contains("(SEC)", StringComparison.Ordinal) || url.Contains("sec.gov/", StringComparison.Ordinal))
            return "public domain (US SEC filing)";
        return note.StartsWith("No licence file", StringComparison.Ordinal)
            ? Default + "; the repository has no licence file, so single prices only" : Default;
    }

    public CsvFile ToCsv()
    {
        var file = new CsvFile("sources.csv", "id,publisher,title,url,date,date_basis,licence,access");
        foreach (var s in _byId.Values)
            file.Add(s.Id, s.Publisher, s.Title, s.Url, s.Date, s.DateBasis, s.Licence, s.Access);
        return file;
    }
}
