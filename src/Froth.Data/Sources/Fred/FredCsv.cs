using System.Text;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Fred;

/// <summary>Reads <c>fredgraph.csv</c>: a date and one or several series, in their latest revision and without vintages.</summary>
internal static class FredCsv
{
    private static readonly string[] PriceWords = ["OPEN", "HIGH", "LOW", "CLOSE", "VOLUME", "ADJCLOSE", "ADJ_CLOSE", "PRICE", "VALUE"];

    public static bool IsHeader(IReadOnlyList<string> header) =>
        header.Count >= 2 && header[0] is "observation_date" or "DATE" && header.Skip(1).All(IsSeries);

    public static void Parse(SourceFile file, SourceArguments arguments, ParseSink sink)
    {
        var table = TableFile.Open(file, TableFile.Csv, IsHeader)
            ?? throw new SourceFormatException($"{file.Name} is not a CSV of FRED: its header must be observation_date and the ids of series.");
        var values = table.Header.Select(_ => new List<FredValue>()).ToList();
        foreach (var row in table.Rows) Read(row, values, sink);
        var rows = new FredRows(file, arguments, sink);
        var refused = new List<string>();
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i].Count == 0) continue;
            if (rows.Add(table.Header[i], values[i]) is not { } reason) continue;
            refused.Add(reason);
            sink.Refuse("line 1", table.Header[i], reason, Encoding.UTF8.GetBytes(table.Header[i]));
        }

        if (refused.Count > 0 && refused.Count == values.Count(v => v.Count > 0)) throw new SourceFormatException($"{file.Name}: {refused[0]}.");
    }

    private static void Read(TableRow row, List<List<FredValue>> values, ParseSink sink)
    {
        var date = default(DateOnly);
        if ((row.Problem ?? CellReading.Date(row[0], out date)) is { } reason)
        {
            sink.Refuse(row.Locator, row.Problem is null ? "observation_date" : "", reason, row.Raw());
            return;
        }

        for (var i = 1; i < values.Count; i++)
        {
            // FRED leaves the cell empty, or formerly wrote a point, where a series has no value on a day.
            if (row[i].Text is not ("" or ".")) values[i].Add(new FredValue(row.Locator, date, row[i].Text, null));
        }
    }

    private static bool IsSeries(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_') && !PriceWords.Contains(name);
}
