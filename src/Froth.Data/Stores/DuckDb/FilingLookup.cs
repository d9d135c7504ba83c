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
    // Later reports tell the period again, as a comparative; none of them comes within half a year of it.
    private const int LongestDelayDays = 150;
    private DuckSession? _session;

    /// <summary>The filing with that number: from an index of filings or, failing that, from any fact of it.</summary>
    public KnownFiling? Find(Accession accession)
    {
        var id = Quoted(accession.ToString());
        return First($"select '', form, published from filings where replace(id, '-', '') = replace({id}, '-', '') and {RunScope.NotWithdrawn("filings")} order by published, no limit 1", accession)
            ?? First(string.Create(CultureInfo.InvariantCulture, $"select '', w.text, f.filed from filed_facts f join words w on w.no = f.form where f.accession = {accession.Number} limit 1"), accession);
    }

    /// <summary>The filing of a period: from an index of filings or, failing that, the first one of that form that tells a fact of it.</summary>
    public KnownFiling? Find(string entity, string form, DateOnly periodEnd) => First(
        string.Create(CultureInfo.InvariantCulture, $"""
            select id, form, published from filings where entity = {Quoted(entity)} and form = {Quoted(form)} and period = date '{periodEnd:yyyy-MM-dd}'
                and {RunScope.NotWithdrawn("filings")} order by published, no limit 1
            """), default) ?? First(
        string.Create(CultureInfo.InvariantCulture, $"""
            select lpad(f.accession::varchar, 18, '0'), w.text, f.filed from filed_facts f join words w on w.no = f.form join words e on e.no = f.entity
                where e.text = {Quoted(entity)} and w.text = {Quoted(form)} and f.ends = date '{periodEnd:yyyy-MM-dd}' and f.accession > 0
                and f.filed between f.ends and f.ends + {LongestDelayDays} and f.{RunScope.NotWithdrawn("filed_facts")} order by f.filed, f.accession limit 1
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
