using System.Globalization;
using System.Text;
using Froth.Core.Filings;
using Froth.Data.Ingest;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// Turns an index of filings into rows of <c>filings</c>, and describes a firm that was not known before. See <see cref="Submissions"/>
/// for the forms that are kept.
/// </summary>
internal sealed class SubmissionsParser(ParseSink sink)
{
    /// <summary>Reads the index of a firm.</summary>
    /// <param name="bytes">The response.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="prefix">What stands before the places of rows and refusals.</param>
    /// <param name="onlyIfKept">True to pass over a filer none of whose filings is kept: most filers are persons.</param>
    /// <exception cref="SourceFormatException">It is truncated, malformed, or its columns differ in length.</exception>
    public void ParseFirm(ResponseBytes bytes, string name, string prefix = "", bool onlyIfKept = false)
    {
        var found = Submissions.Read(bytes, name);
        if (onlyIfKept && found.Filings.Count == 0) return;
        var cik = found.Cik!.Value.ToString(CultureInfo.InvariantCulture);
        var isNew = !IsKnown(cik);
        var title = string.IsNullOrWhiteSpace(found.Name) ? $"CIK {cik}" : found.Name;
        var entity = sink.EntityOf("cik", cik, title);


        // A firm that somebody has described keeps that description.
        if (isNew && entity == $"cik-{cik}")
        {
            var aliases = found.FormerNames.Concat(found.Tickers.Skip(1)).Where(a => a != title && !a.Contains('|')).Distinct(StringComparer.Ordinal);
            sink.Row("entities", $"{prefix}/", ("id", entity), ("name", title), ("kind", "firm"), ("ticker", found.Tickers.FirstOrDefault()), ("cik", cik),
                ("lei", found.Lei), ("aliases", string.Join('|', aliases)));
        }

        Tell(found, entity, $"{prefix}/filings/recent");
    }

    /// <summary>Reads an overflow page, which does not say whose it is.</summary>
    /// <param name="bytes">The response.</param>
    /// <param name="name">Its name, from which the CIK is taken where the arguments do not tell it.</param>
    /// <param name="arguments">May tell one <c>cik</c>.</param>
    /// <param name="prefix">What stands before the places of rows and refusals.</param>
    /// <exception cref="SourceFormatException">It is truncated, malformed, its columns differ in length, or nothing tells its CIK.</exception>
    public void ParsePage(ResponseBytes bytes, string name, SourceArguments arguments, string prefix = "")
    {
        var found = Submissions.ReadPage(bytes, name);
        if (found.Filings.Count == 0 && prefix.Length > 0) return;
        var match = EdgarFormats.MemberName().Match(Path.GetFileName(name));
        var told = match.Success ? match.Groups["cik"].Value : arguments.Of("cik") is [var only] ? EdgarRequests.Cik(only) : null;
        if (told is null)
        {
            throw new SourceFormatException($"{name} is an overflow page of an index of filings, which does not say whose it is. Name the file as EDGAR does (CIK0001318605-submissions-001.json) or give --cik.");
        }

        var cik = told.TrimStart('0');
        Tell(found, sink.EntityOf("cik", cik, $"CIK {cik}"), prefix);
    }

    private bool IsKnown(string cik)
    {
        var entities = sink.Entities;
        return new[] { cik, cik.PadLeft(10, '0'), $"cik-{cik}" }.Any(spelling => entities.Resolve(spelling) is { } entity
            && (entity.Id == spelling || (entity.Identifiers.TryGetValue("cik", out var held) && held.TrimStart('0') == cik)));
    }

    private void Tell(Submissions found, string entity, string place)
    {
        foreach (var filing in found.Filings)
        {
            var locator = string.Create(CultureInfo.InvariantCulture, $"{place}/{filing.Row}");
            var problem = Problem(filing, out var column);
            if (problem is not null)
            {
                sink.Refuse(locator, column, problem, Encoding.UTF8.GetBytes($"{filing.Accession} {filing.Form} {filing.Filed} {filing.Report} {filing.Document}"));
                continue;
            }

            sink.Row("filings", locator, ("id", filing.Accession), ("entity", entity), ("form", filing.Form), ("published", filing.Filed), ("period", filing.Report),
                ("document", filing.Document), ("source", null));
        }
    }

    private string? Problem(IndexedFiling filing, out string column)
    {
        column = "accessionNumber";
        if (!Accession.TryParse(Encoding.UTF8.GetBytes(filing.Accession), out var accession) || accession.Number == 0) return $"'{filing.Accession}' is not the number of a filing";
        column = "filingDate";
        if (!Cells.TryDate(Encoding.UTF8.GetBytes(filing.Filed), out var day)) return $"'{filing.Filed}' is not a date (yyyy-MM-dd)";
        if (Cells.Date(day) > sink.Today) return $"it was filed on {filing.Filed}, after today ({sink.Today:yyyy-MM-dd})";
        column = "reportDate";
        return filing.Report.Length > 0 && !Cells.TryDate(Encoding.UTF8.GetBytes(filing.Report), out _) ? $"'{filing.Report}' is not a date (yyyy-MM-dd)" : null;
    }
}
