using System.Text;

namespace Froth.DefaultData;

/// <summary>
/// Accounts of firms whose filings are not recorded whole: figures read one by one in statements, releases and named pages, each row
/// with the page it was read on. The files lie beside this code because nothing else holds them.
/// </summary>
internal static class TypedBuilder
{
    const string Folder = "Typed.";

    // Month in which the fiscal year ends, where that is not December.
    static readonly Dictionary<string, int> YearEnds = new(StringComparer.Ordinal)
    {
        ["alibaba"] = 3, ["apple"] = 9, ["applied-digital"] = 5, ["broadcom"] = 10, ["iren"] = 6, ["micron"] = 8, ["microsoft"] = 6, ["nvidia"] = 1, ["oracle"] = 5,
    };

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
        ObservationFile.Separate([.. WithSums(Rows().Select(r => Of(r.File, r.Row, sources, entities))).GroupBy(o => o.Fact).SelectMany(WithoutRetellings)],
            o => o.Locator.Split(':')[0].Replace(' ', '-'));

    // Some balance sheets tell current debt in two lines and never their sum.
    static IEnumerable<Observation> WithSums(IEnumerable<Observation> rows)
    {
        List<Observation> all = [.. rows];
        foreach (var lines in all.Where(o => o.Concept == "debt-current" && o.Dimension.Length > 0).GroupBy(o => (o.Entity, o.End)))
        {
            if (lines.Count() != 2 || all.Exists(o => o.Concept == "debt-current" && o.Dimension.Length == 0 && (o.Entity, o.End) == lines.Key)) continue;
            var first = lines.MaxBy(o => (Rank(o.Grade), o.Published))!;
            yield return first with
            {
                Dimension = "", Value = lines.Sum(o => o.Value), Locator = string.Join(" and ", lines.Select(o => o.Locator)),
                Note = $"sum of two lines: {string.Join(", ", lines.Select(o => o.Dimension))}",
            };
        }

        foreach (var row in all) yield return row;
    }

    // What a less sure page tells again, rounded, after a surer one is no revision.
    static IEnumerable<Observation> WithoutRetellings(IEnumerable<Observation> ofOneFact)
    {
        if (ofOneFact.First().Concept == "market-cap") return [OfMarketValue([.. ofOneFact])];
        List<Observation> kept = [];
        foreach (var row in ofOneFact.OrderBy(o => o.Published).ThenBy(o => Rank(o.Grade)).ThenBy(o => o.Locator, StringComparer.Ordinal))
            if (!kept.Exists(k => k.Unit == row.Unit && Rank(k.Grade) <= Rank(row.Grade) && IsNear(k.Value, row.Value))) kept.Add(row);
        return kept;
    }

    // A market value can be known on its day, whenever the page was written. Vendors count shares differently: two values of one day are
    // a range, and none of them is picked.
    static Observation OfMarketValue(List<Observation> told)
    {
        var values = told.Select(o => o.Value).OfType<decimal>().Order().ToList();
        var first = told.MinBy(o => (Rank(o.Grade), o.Published, o.Locator))!;
        first = first with { Published = first.End, Note = ObservationFile.JoinNotes(first.Note, $"value of the day; the page is of {Dates.Format(first.Published)}") };
        return values.Count == 0 || IsNear(values[0], values[^1]) ? first
            : first with { Value = null, Low = values[0], High = values[^1], Locator = string.Join(" and ", told.Select(o => o.Locator).Distinct()) };
    }

    static bool IsNear(decimal? told, decimal? again) => told is { } a && again is { } b && Math.Abs(a - b) <= 0.005m * Math.Abs(a);

    static int Rank(string grade) => Array.IndexOf([Grades.Filed, Grades.ThirdParty, Grades.Company, Grades.Press, Grades.Unconfirmed, Grades.Estimated], grade);

    static Observation Of(string file, CsvRow row, SourceRegistry sources, EntityRegistry entities)
    {
        if (!entities.Contains(row["entity"])) throw new InvalidDataException($"{file} row {row.Line}: unknown entity '{row["entity"]}'.");
        return new Observation
        {
            Entity = row["entity"], Concept = row["concept"], Dimension = DimensionOf(row),
            Start = row["start"].Length == 0 ? null : Dates.Parse(row["start"]), End = Dates.Parse(row["end"]),
            Value = Numbers.ParseOptional(row["value"]), Low = Numbers.ParseOptional(row["low"]), High = Numbers.ParseOptional(row["high"]),
            Unit = row["unit"], Grade = row["grade"], Published = Dates.Parse(row["published"]),
            Source = sources.OfTyped(row), Locator = $"{file} row {row.Line}: {row["locator"]}", Note = row["note"],
        };
    }

    // Twelve months that are no fiscal year stand apart: taken for a year they would move the firm's calendar.
    static string DimensionOf(CsvRow row)
    {
        if (row["dimension"].Length > 0 || row["start"].Length == 0) return row["dimension"];
        var (start, end) = (Dates.Parse(row["start"]), Dates.Parse(row["end"]));
        var isYear = end.DayNumber - start.DayNumber is >= 330 and < 420;
        return isYear && end.AddDays(-10).Month != YearEnds.GetValueOrDefault(row["entity"], 12) ? "ttm" : "";
    }
}
