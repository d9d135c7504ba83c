using System.Globalization;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Sources.Tables;

/// <summary>A file written for one test, and what its parse told.</summary>
public sealed class TestFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("froth-").FullName;

    public TestFile(string name, string text) => File.WriteAllText(Path = System.IO.Path.Combine(_folder, name), text);

    public TestFile(string name, byte[] bytes) => File.WriteAllBytes(Path = System.IO.Path.Combine(_folder, name), bytes);

    public static DateOnly Today { get; } = new(2026, 11, 23);

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Parses with the entities of the default data, by the format that the source recognises.</summary>
    public RecordingSink Parse(ISource source, params (string Name, string Value)[] arguments) => Parse(source, Path, arguments);

    public static RecordingSink Parse(ISource source, string path, params (string Name, string Value)[] arguments) =>
        RecordingSink.Parse(source, path, Today, new SourceArguments(arguments.Select(a => new KeyValuePair<string, IReadOnlyList<string>>(a.Name, [a.Value]))), DefaultEntities.All);

    /// <summary>Parses with a format given, whether or not the source recognises the file.</summary>
    public RecordingSink ParseAs(ISource source, string format, params (string Name, string Value)[] arguments)
    {
        var sink = new RecordingSink(Today, DefaultEntities.All);
        source.Parse(SourceFile.At(Path), format, new SourceArguments(arguments.Select(a => new KeyValuePair<string, IReadOnlyList<string>>(a.Name, [a.Value]))), sink);
        return sink;
    }

    /// <summary>
    /// The rows that the canonical table would refuse: formulas, bad dates, inexact numbers, unknown units, a day of publication in the
    /// future, and two values of one key and publication. What the parser tells must have none.
    /// </summary>
    public static List<string> Unusable(RecordingSink sink)
    {
        var faults = new List<string>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in sink.Rows.Where(r => r.Table == "observations"))
        {
            if (Fault(row) is { } fault) faults.Add($"{row.Locator}: {fault}");
            var key = string.Join('|', ((string[])["entity", "concept", "dimension", "start", "end", "unit", "published"]).Select(c => row[c]));
            var value = $"{row["value"]} {row["low"]} {row["high"]}";
            if (!seen.TryAdd(key, value) && seen[key] != value) faults.Add($"{row.Locator}: {key} is {seen[key]} and {value}");
        }

        return faults;
    }

    private static string? Fault(TestRow row)
    {
        foreach (var column in (string[])["entity", "concept", "dimension", "unit", "source", "note", "locator"])
        {
            if (Cells.IsFormula(System.Text.Encoding.UTF8.GetBytes(row[column]))) return $"{column} '{row[column]}' is a formula";
            if (row[column].Any(char.IsControl)) return $"{column} holds a control character";
        }

        if (!Froth.Core.Data.Unit.TryParse(row["unit"], out _)) return $"unknown unit {row["unit"]}";
        if (row["value"].Length + row["low"].Length + row["high"].Length == 0) return "no value";
        foreach (var column in (string[])["value", "low", "high"])
        {
            if (row[column].Length > 0 && DecimalText.Read(System.Text.Encoding.UTF8.GetBytes(row[column]), out _) is { } reason) return reason;
        }

        if (!Cells.TryDate(System.Text.Encoding.UTF8.GetBytes(row["end"]), out _)) return $"bad end {row["end"]}";
        if (!DateOnly.TryParseExact(row["published"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published) || published > Today) return $"bad published {row["published"]}";
        return row["entity"].Length == 0 || row["concept"].Length == 0 || row["source"].Length == 0 ? "an empty cell" : null;
    }
}
