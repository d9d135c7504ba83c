namespace Froth.DefaultData;

/// <summary>Dated numbers of the sector.</summary>
internal static class SectorBuilder
{
    public static List<Observation> Build(InputFolder inputs, SourceRegistry sources)
    {
        var rows = inputs.Facts("indicators.csv").Rows.Where(r => r["unit"] != "text" && r["value"].Length > 0);
        return ObservationFile.Separate([.. rows.Select(r => Of(r, sources))], o => o.Locator.Split(' ')[2]);
    }

    static Observation Of(CsvRow row, SourceRegistry sources)
    {
        var (id, end) = (row["indicator_id"], Dates.Parse(row["date"]));
        var (entity, concept) = SectorConcepts.Of(id);
        var (value, unit) = Numbers.Scale(row["value"], row["unit"]);
        var reckoned = SectorConcepts.IsReckoned(id, row["date"]);
        var published = Publication.Of(row, end, reckoned);
        return new Observation
        {
            Entity = entity, Concept = concept, Start = SectorConcepts.StartOf(id, end), End = end, Value = value, Unit = unit,
            Grade = reckoned ? Grades.Estimated : Grades.Of(row, row["what"]), Published = published.Date,
            Source = sources.OfRow(row, row["licence_note"]), Locator = $"indicators.csv row {id} {row["date"]}",
            Note = ObservationFile.JoinNotes(row["what"], published.Note),
        };
    }
}
