using System.Text;

namespace Froth.DefaultData;

/// <summary>
/// Accounts of firms whose filings are not recorded whole: figures read one by one in statements, releases and named pages, each row
/// with the page it was read on. The files lie beside this code because nothing else holds them.
/// </summary>
internal static class TypedBuilder
{
    const string Folder = "Typed.";

    /// <summary>Every typed row with the name of its file.</summary>
    public static IEnumerable<(string File, CsvRow Row)> Rows()
    {
        var assembly = typeof(TypedBuilder).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var file = name[Folder.Length..];
            foreach (var row in CsvTable.Parse(reader.ReadToEnd()).Rows) yield return (file, row);
        }
    }

    public static List<Observation> Build(SourceRegistry sources, EntityRegistry entities) =>
        ObservationFile.Separate([.. Rows().Select(r => Of(r.File, r.Row, sources, entities))], o => o.Locator.Split(':')[0].Replace(' ', '-'));

    static Observation Of(string file, CsvRow row, SourceRegistry sources, EntityRegistry entities)
    {
        if (!entities.Contains(row["entity"])) throw new InvalidDataException($"{file} row {row.Line}: unknown entity '{row["entity"]}'.");
        return new Observation
        {
            Entity = row["entity"], Concept = row["concept"], Dimension = row["dimension"],
            Start = row["start"].Length == 0 ? null : Dates.Parse(row["start"]), End = Dates.Parse(row["end"]),
            Value = Numbers.ParseOptional(row["value"]), Low = Numbers.ParseOptional(row["low"]), High = Numbers.ParseOptional(row["high"]),
            Unit = row["unit"], Grade = row["grade"], Published = Dates.Parse(row["published"]),
            Source = sources.OfTyped(row), Locator = $"{file} row {row.Line}: {row["locator"]}", Note = row["note"],
        };
    }
}
