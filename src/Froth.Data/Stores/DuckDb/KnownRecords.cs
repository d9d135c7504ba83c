using Froth.Core.Entities;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>What the parsers of a run need to know of the store: its words, and the newest row of each entity and source.</summary>
internal sealed record KnownRecords(WordTable Words, IReadOnlyList<Entity> Entities, IReadOnlyList<string> Sources)
{
    public static KnownRecords Read(DuckSession session)
    {
        var words = new WordTable();
        using (var rows = session.Query("select text from words order by no"))
        {
            while (rows.NextChunk())
            {
                for (var i = 0; i < rows.Count; i++) words.Add(rows.Text(0, i));
            }
        }

        var entities = HeldRecords.Read(session, CsvShape.Entities, "true").GroupBy(h => h.Row["id"], StringComparer.Ordinal).Select(g => ParseContext.EntityOf(g.Last().Row));
        var sources = HeldRecords.Read(session, CsvShape.Sources, "true").Select(h => h.Row["id"]);
        return new KnownRecords(words, [.. entities], [.. sources]);
    }
}
