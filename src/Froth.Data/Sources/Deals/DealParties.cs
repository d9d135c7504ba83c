using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Deals;

/// <summary>One side of a deal.</summary>
/// <param name="Ids">Ids of the parties that are known, joined by <c>|</c>.</param>
/// <param name="Names">All parties as told, joined by <c>|</c>.</param>
internal readonly record struct DealSide(string Ids, string Names);

/// <summary>
/// Finds who a side of a deal is. A file of parties tells single names; without one the text of the side is taken whole where it
/// names somebody known, else cut at commas and "and". A party that nobody knows keeps its name and has no id.
/// </summary>
internal sealed class DealParties
{
    /// <summary>Argument that bears the content of the file of parties.</summary>
    public const string ContentArgument = "parties-csv";

    // Such words stand for further parties that the source does not name.
    private static readonly HashSet<string> NobodyInParticular = new(StringComparer.OrdinalIgnoreCase) { "others", "other investors", "co-investors" };

    private readonly ILookup<string, string> _told;
    private readonly ParseSink _sink;

    private DealParties(ParseSink sink, ILookup<string, string> told) => (_sink, _told) = (sink, told);

    /// <exception cref="SourceFormatException">The file of parties lacks a column, or was named but not read.</exception>
    public static DealParties Of(SourceArguments arguments, ParseSink sink)
    {
        if (arguments.One(ContentArgument) is not { } text)
        {
            if (arguments.One("parties") is { } path) throw new SourceFormatException($"The file of parties '{path}' was named, but its content did not come with it ({ContentArgument}).");
            return new DealParties(sink, Array.Empty<string>().ToLookup(k => k));
        }

        var table = CsvTable.OfText(text, "the file of parties");
        foreach (var column in (string[])["deal_id", "side", "party"])
        {
            if (table.IndexOf(column) < 0) throw new SourceFormatException($"The file of parties has no column '{column}'; it needs deal_id, side and party.");
        }

        var rows = table.Rows.Where(r => r.Problem is null).Select(r => new NamedRow(table, r));
        return new DealParties(sink, rows.ToLookup(r => $"{r["deal_id"]} {r["side"].ToLowerInvariant()}", r => r["party"], StringComparer.Ordinal));
    }

    /// <param name="id">Id of the deal, as in its file.</param>
    /// <param name="side"><c>from</c> or <c>to</c>.</param>
    /// <param name="text">The side as the deal itself tells it.</param>
    /// <param name="locator">Place of the deal.</param>
    public DealSide Of(string id, string side, string text, string locator)
    {
        var names = _told[$"{id} {side}"].Where(n => n.Length > 0).ToList();
        if (names.Count == 0) names = Cut(text);
        var ids = names.Where(n => !NobodyInParticular.Contains(n)).Select(n => _sink.EntityNamed(n, locator)).OfType<string>().Distinct(StringComparer.Ordinal);
        return new DealSide(string.Join('|', ids), string.Join('|', names));
    }

    private List<string> Cut(string text)
    {
        if (text.Length == 0 || _sink.Entities.Resolve(text) is not null) return text.Length == 0 ? [] : [text];
        string[] cuts = text.Contains('|', StringComparison.Ordinal) ? ["|"] : [", ", " and "];
        return [.. text.Split(cuts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
