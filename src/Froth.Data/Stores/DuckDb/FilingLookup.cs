using System.Globalization;
using System.Text;
using Froth.Core.Filings;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Data.Stores.DuckDb;

/// <summary>
/// Answers the parsing thread's questions for filings while the other thread writes: over a connection of its own, opened with the
/// first question.
/// </summary>
internal sealed class FilingLookup(DuckSession writer) : IDisposable
{
    private DuckSession? _session;

    /// <summary>The filing with that number: from an index of filings or, failing that, from any fact of it.</summary>
    public KnownFiling? Find(Accession accession)
    {
        var id = Quoted(accession.ToString());
        return First($"select '', form, published from filings where replace(id, '-', '') = replace({id}, '-', '') and {RunScope.NotWithdrawn("filings")} order by published, no limit 1", accession)
            ?? First(string.Create(CultureInfo.InvariantCulture, $"select '', w.text, f.filed from filed_facts f join words w on w.no = f.form where f.accession = {accession.Number} limit 1"), accession);
    }

    public KnownFiling? Find(string entity, string form, DateOnly periodEnd) => First(
        string.Create(CultureInfo.InvariantCulture, $"""
            select id, form, published from filings where entity = {Quoted(entity)} and form = {Quoted(form)} and period = date '{periodEnd:yyyy-MM-dd}'
                and {RunScope.NotWithdrawn("filings")} order by published, no limit 1
            """), default);

    public void Dispose() => _session?.Dispose();

    private KnownFiling? First(string sql, Accession accession)
    {
        _session ??= writer.Beside();
        using var rows = _session.Query(sql);
        if (!rows.NextChunk()) return null;
        if (rows.Text(0, 0) is { Length: > 0 } id && !Accession.TryParse(Encoding.UTF8.GetBytes(id), out accession)) return null;
        return new KnownFiling(accession, rows.Text(1, 0), Cells.Date(rows.Ints(2)[0]));
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
