namespace Froth.DefaultData;

/// <summary>Deals as directed relations between entities.</summary>
internal static class FlowsBuilder
{
    // The sum is a balance of the day that the filing covers, although the deal itself was announced earlier.
    static readonly HashSet<string> AmountIsLaterBalance = new(StringComparer.Ordinal) { "D0001", "D0003" };

    // The announcement date is the end of the reported quarter, which nobody outside knew before the report.
    static readonly HashSet<string> KnownWithTheReport = new(StringComparer.Ordinal) { "D0145", "D0146", "D0155" };

    public static CsvFile Build(InputFolder inputs, SourceRegistry sources, EntityRegistry entities)
    {
        var file = new CsvFile("flows.csv", "id,from,to,from_name,to_name,kind,announced,date_precision,low,high,currency,up_to,binding,"
            + "counts_in_total,term_years,grade,published,source,locator,what");
        var parties = inputs.Facts("deal_parties.csv").Rows.ToLookup(p => $"{p["deal_id"]} {p["side"]}", p => p["party"], StringComparer.Ordinal);
        foreach (var row in inputs.Facts("deals.csv").Rows.OrderBy(r => r["id"], StringComparer.Ordinal))
        {
            var id = row["id"];
            var (from, to) = (parties[id + " from"].ToList(), parties[id + " to"].ToList());
            if (from.Count == 0 || to.Count == 0) throw new InvalidDataException($"{id} lacks a party.");
            file.Add(id, Ids(from, entities), Ids(to, entities), string.Join('|', from), string.Join('|', to),
                SectorConcepts.Kebab(row["kind"]), row["date_announced"], SectorConcepts.Kebab(row["date_precision"]),
                Numbers.Format(Numbers.ParseOptional(row["amount_low"])), Numbers.Format(Numbers.ParseOptional(row["amount_high"])),
                row["currency"], row["is_up_to"], Binding(row), row["counts_in_total"], row["term_years"], Grades.OfDeal(row),
                Dates.Format(PublishedOf(row)), sources.OfRow(row), "deals " + id, row["what"]);
        }
        return file;
    }

    static string Ids(IEnumerable<string> names, EntityRegistry entities) => string.Join('|', names.Select(entities.Find));

    static string Binding(CsvRow row) => row["is_binding"] switch
    {
        "true" => "binding",
        "false" => "letter-of-intent",
        "unknown" => "unknown",
        var other => throw new InvalidDataException($"Unknown is_binding '{other}'."),
    };

    static DateOnly PublishedOf(CsvRow row)
    {
        var (announced, source) = (Dates.Parse(row["date_announced"]), Dates.Parse(row["source_date"]));
        if (AmountIsLaterBalance.Contains(row["id"])) return Publication.Statutory(source).Date;
        if (KnownWithTheReport.Contains(row["id"])) return source;
        if (row["date_precision"] == "day") return announced;
        var periodEndOnly = Publication.IsFiling(row) && Dates.IsMonthEnd(source) && row["source_date_basis"] == "in the address"
            || Publication.IsFiling(row) && source == announced;
        return periodEndOnly ? Publication.Statutory(Dates.Later(announced, source)).Date : Dates.Later(announced, source);
    }
}
