using System.Globalization;
using System.Text;
using Froth.Core.Filings;
using Froth.Data.Sources;

namespace Froth.Data.Ingest;

/// <summary>
/// The filings that parsers may ask for: those that this run told so far, and those of the store. The store is asked by the two
/// functions, which must be safe beside the thread that writes.
/// </summary>
internal sealed class KnownFilings(Func<Accession, KnownFiling?> held, Func<string, string, DateOnly, KnownFiling?> heldOfPeriod)
{
    private readonly Dictionary<Accession, KnownFiling?> _byNumber = [];
    private readonly Dictionary<(string Entity, string Form, DateOnly Period), KnownFiling?> _byPeriod = [];

    /// <summary>Takes note of a row of filings, all of whose cells are sound.</summary>
    public void Know(string id, string entity, string form, string published, string period)
    {
        if (!Accession.TryParse(Encoding.UTF8.GetBytes(id), out var accession)) return;
        var filing = new KnownFiling(accession, form, Day(published));
        _byNumber[accession] = filing;
        if (period.Length > 0) _byPeriod[(entity, form, Day(period))] = filing;
    }

    public KnownFiling? Find(Accession accession)
    {
        if (!_byNumber.TryGetValue(accession, out var filing)) _byNumber[accession] = filing = held(accession);
        return filing;
    }

    public KnownFiling? Find(string entity, string form, DateOnly periodEnd)
    {
        var key = (entity, form, periodEnd);
        if (!_byPeriod.TryGetValue(key, out var filing)) _byPeriod[key] = filing = heldOfPeriod(entity, form, periodEnd);
        return filing;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
