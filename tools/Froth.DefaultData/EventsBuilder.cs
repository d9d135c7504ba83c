namespace Froth.DefaultData;

/// <summary>Policy dates and episodes of financial history.</summary>
internal static class EventsBuilder
{
    public static CsvFile Build(InputFolder inputs, SourceRegistry sources)
    {
        var file = new CsvFile("events.csv", "id,date,category,what,value,unit,published,source");
        var rows = inputs.Facts("events.csv").Rows.OrderBy(r => r["date"], StringComparer.Ordinal).ThenBy(r => r["event_id"], StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (value, unit) = row["unit"] == "text" ? ("", "") : Amount(row);
            file.Add(SectorConcepts.Kebab(row["event_id"]), row["date"], SectorConcepts.Kebab(row["category"]), row["what"], value, unit,
                Dates.Format(PublishedOf(row)), sources.OfRow(row));
        }
        return file;
    }

    static (string Value, string Unit) Amount(CsvRow row)
    {
        var (value, unit) = Numbers.Scale(row["value"], row["unit"]);
        return (Numbers.Format(value), unit);
    }

    // A duty written into law is known before it applies; anything else is known when it has happened.
    static DateOnly PublishedOf(CsvRow row)
    {
        var (date, source) = (Dates.Parse(row["date"]), Dates.Parse(row["source_date"]));
        return row["category"].EndsWith("_policy", StringComparison.Ordinal) ? source : Dates.Later(date, source);
    }
}
