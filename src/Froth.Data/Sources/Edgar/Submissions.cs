using System.Globalization;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>One filing in an index of filings.</summary>
internal readonly record struct IndexedFiling(int Row, string Accession, string Form, string Filed, string Report, string Document, bool IsInline);

/// <summary>
/// The index of a firm's filings: columns of equal length. Only forms that carry financial data or offerings become rows (annual,
/// quarterly and current reports, registrations, prospectuses, proxy statements, Form D, and amendments of these); the ownership
/// forms that make up most of an index would be noise.
/// </summary>
internal sealed class Submissions
{
    private const int MostMembers = 1_000;
    private const int MostFilings = 1_000_000;

    private static readonly string[] Columns = ["accessionNumber", "filingDate", "form", "primaryDocument", "reportDate", "isInlineXBRL"];

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "10-K", "10-KT", "10-K405", "10-KSB", "10-Q", "10-QT", "10-QSB", "20-F", "40-F", "6-K", "8-K", "8-K12B", "S-1", "S-1MEF", "F-1", "F-1MEF", "DEF 14A", "D",
    };

    /// <summary>CIK as told in the response; null on an overflow page, which tells none.</summary>
    public long? Cik { get; private set; }

    public string? Name { get; private set; }

    public List<string> Tickers { get; private set; } = [];

    public List<string> FormerNames { get; private set; } = [];

    public string? Lei { get; private set; }

    /// <summary>Names of the further pages.</summary>
    public List<string> Pages { get; } = [];

    /// <summary>The filings whose form is kept, as they stand.</summary>
    public List<IndexedFiling> Filings { get; } = [];

    /// <summary>Filings of all forms.</summary>
    public int Total { get; private set; }

    /// <summary>True for a form that carries financial data or an offering.</summary>
    public static bool IsKept(string form)
    {
        var plain = form.EndsWith("/A", StringComparison.Ordinal) ? form[..^2] : form;
        return Kept.Contains(plain) || plain.StartsWith("424B", StringComparison.Ordinal);
    }

    /// <summary>Reads a whole index with its firm.</summary>
    /// <exception cref="SourceFormatException">It is truncated, malformed, or its columns differ in length.</exception>
    public static unsafe Submissions Read(ResponseBytes bytes, string name)
    {
        fixed (byte* start = bytes.Padded)
        {
            var json = new JsonScanner(start, bytes.Length, name);
            var found = new Submissions();
            var top = Members(ref json, "the response");
            json.TakeEnd();
            found.Cik = FactsParser.Cik(top.GetValueOrDefault("cik")) ?? throw json.WrongShape("'cik' is missing or not a number of up to ten digits");
            found.Name = top.GetValueOrDefault("name").Text();
            found.Lei = top.GetValueOrDefault("lei").Text();
            found.Tickers = Texts(ref json, top.GetValueOrDefault("tickers"), "");
            found.FormerNames = Texts(ref json, top.GetValueOrDefault("formerNames"), "name");
            var filings = MembersOf(ref json, top.GetValueOrDefault("filings"), "'filings'");
            found.Pages.AddRange(Texts(ref json, filings.GetValueOrDefault("files"), "name"));
            found.ReadColumns(ref json, MembersOf(ref json, filings.GetValueOrDefault("recent"), "'filings.recent'"));
            return found;
        }
    }

    /// <summary>Reads an overflow page.</summary>
    /// <exception cref="SourceFormatException">It is truncated, malformed, or its columns differ in length.</exception>
    public static unsafe Submissions ReadPage(ResponseBytes bytes, string name)
    {
        fixed (byte* start = bytes.Padded)
        {
            var json = new JsonScanner(start, bytes.Length, name);
            var found = new Submissions();
            var columns = Members(ref json, "the response");
            json.TakeEnd();
            found.ReadColumns(ref json, columns);
            return found;
        }
    }

    private static unsafe Dictionary<string, JsonToken> MembersOf(ref JsonScanner json, JsonToken token, string what)
    {
        if (token.Kind != JsonKind.Object) throw json.WrongShape($"{what} is not an object");
        json.At = token.Start;
        return Members(ref json, what);
    }

    private static Dictionary<string, JsonToken> Members(ref JsonScanner json, string what)
    {
        var members = new Dictionary<string, JsonToken>(StringComparer.Ordinal);
        json.TakeObject(what);
        var isFirst = true;
        while (json.NextMember(ref isFirst, out var key))
        {
            members[key.Text() ?? ""] = json.Value();
            if (members.Count > MostMembers) throw json.WrongShape($"{what} has more than {MostMembers:N0} members");
        }

        return members;
    }

    // Texts of an array, or those under a key of its objects; what is neither is passed over, for none of it is a fact.
    private static unsafe List<string> Texts(ref JsonScanner json, JsonToken array, string key)
    {
        var texts = new List<string>();
        if (array.Kind != JsonKind.Array) return texts;
        json.At = array.Start;
        json.Take((byte)'[');
        var isFirst = true;
        while (json.NextElement(ref isFirst) && texts.Count < MostMembers)
        {
            var text = key.Length > 0 && json.Peek() == '{' ? Members(ref json, "").GetValueOrDefault(key).Text() : json.Value().Text();
            if (!string.IsNullOrWhiteSpace(text)) texts.Add(text);
        }

        return texts;
    }

    private void ReadColumns(ref JsonScanner json, Dictionary<string, JsonToken> told)
    {
        foreach (var needed in Columns[..4])
        {
            if (told.GetValueOrDefault(needed).Kind != JsonKind.Array) throw json.WrongShape($"the column '{needed}' is missing or not an array");
        }

        var cells = new Dictionary<string, List<JsonToken>>(StringComparer.Ordinal);
        Total = ReadColumn(ref json, told[Columns[0]], null);
        foreach (var (column, values) in told.Where(c => c.Value.Kind == JsonKind.Array))
        {
            var kept = Columns.Contains(column) ? cells[column] = [] : null;
            var length = ReadColumn(ref json, values, kept);
            if (length != Total) throw Unequal(ref json, column, length, Total);
        }

        for (var row = 0; row < Total; row++)
        {
            string Cell(string column) => cells.TryGetValue(column, out var values) ? values[row].Text() ?? "" : "";
            var form = Cell("form");
            if (!IsKept(form)) continue;
            var isInline = !cells.TryGetValue("isInlineXBRL", out var flags) || flags[row].Raw.SequenceEqual("1"u8);
            Filings.Add(new IndexedFiling(row, Cell("accessionNumber"), form, Cell("filingDate"), Cell("reportDate"), Cell("primaryDocument"), isInline));
        }
    }

    private static SourceFormatException Unequal(ref JsonScanner json, string column, int length, int wanted) => json.WrongShape(
        string.Create(CultureInfo.InvariantCulture, $"the column '{column}' has {length} entries and 'accessionNumber' has {wanted}, so its rows cannot be told"));

    // Only the columns that are used are kept; of the others the length is proof enough that rows are whole.
    private static unsafe int ReadColumn(ref JsonScanner json, JsonToken column, List<JsonToken>? kept)
    {
        var length = 0;
        json.At = column.Start;
        json.Take((byte)'[');
        var isFirst = true;
        while (json.NextElement(ref isFirst))
        {
            var cell = json.Value();
            kept?.Add(cell);
            if (++length > MostFilings) throw json.WrongShape($"a column has more than {MostFilings:N0} entries");
        }

        return length;
    }
}
