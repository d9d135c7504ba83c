using System.Globalization;
using System.Text;
using System.Xml;
using Froth.Core.Filings;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>
/// Form D: the notice of an offering that is exempt from registration, in which private firms and funds tell what they want to sell and
/// have sold. The amounts are self-reported and unaudited, so they are graded as the company's own word although they are filed.
/// </summary>
internal static class FormD
{
    private const long MostCharacters = 16L << 20;
    private const int LongestNote = 1_500;
    private const string Advice = "Fetch primary_doc.xml of the filing from EDGAR again; if it stays so, do not use it.";
    private const string Sales = "offeringData/offeringSalesAmounts/";

    private static readonly (string Path, string Concept, string Unit)[] Figures =
    [
        (Sales + "totalOfferingAmount", "offering-amount", "USD"),
        (Sales + "totalAmountSold", "offering-sold", "USD"),
        (Sales + "totalRemaining", "offering-remaining", "USD"),
        ("offeringData/minimumInvestmentAccepted", "offering-minimum-investment", "USD"),
        ("offeringData/investors/totalNumberAlreadyInvested", "offering-investors", "count"),
    ];

    /// <summary>True when a file that begins like this is a Form D or an amendment of one, by its root element and type.</summary>
    public static bool IsOne(ReadOnlySpan<byte> head)
    {
        if (!XmlScan.MayBegin(head)) return false;
        try
        {
            using var scan = XmlScan.Open(new MemoryStream(head.ToArray()), "", "", MostCharacters);
            scan.Root("edgarSubmission", null, "");
            while (scan.Read())
            {
                if (scan.Reader.NodeType == XmlNodeType.Element && scan.Reader is { Depth: 1, LocalName: "submissionType" })
                    return scan.Text(16, out _, out _) is "D" or "D/A";
            }
        }
        catch (SourceFormatException)
        {
            // Nothing that can be read up to its type is a Form D.
        }

        return false;
    }

    /// <summary>
    /// Reads a form whole. The figures are those at the date of the first sale, or, where that is yet to come, of the signature: by that
    /// date an offering is known again in its amendments, whose later figures then count as revisions. Publication is the argument
    /// <c>filed</c>, else the latest signature.
    /// </summary>
    /// <param name="file">The form.</param>
    /// <param name="arguments"><c>accession</c> and <c>filed</c>, where known.</param>
    /// <param name="sink">Gets the rows.</param>
    /// <exception cref="SourceFormatException">It is no Form D, a test filing, broken or hostile; nothing of it landed.</exception>
    /// <exception cref="ArgumentException">An argument cannot be read.</exception>
    public static void Parse(SourceFile file, SourceArguments arguments, ParseSink sink)
    {
        using var bytes = file.Open();
        Parse(new BufferedStream(bytes, 1 << 14), file.Name, arguments, sink);
    }

    /// <summary>Reads a form from a stream, which stays open.</summary>
    public static void Parse(Stream bytes, string name, SourceArguments arguments, ParseSink sink)
    {
        using var scan = XmlScan.Open(bytes, name, Advice, MostCharacters);
        var form = FormDDocument.Read(scan);
        if (form.One("submissionType") is not ("D" or "D/A")) throw scan.Broken("it is a submission of another type than D and D/A");
        if (form.One("testOrLive").Equals("TEST", StringComparison.OrdinalIgnoreCase)) throw scan.Broken("it is a test filing, of which the figures mean nothing");
        if (form.One("primaryIssuer/cik") is not { Length: > 0 and <= 10 } cik || !cik.All(char.IsAsciiDigit) || cik.All(c => c == '0'))
            throw scan.Broken("it names no issuer by a CIK of one to ten digits");
        if (!Dates(form, arguments, sink, out var end, out var published)) return;

        var dimension = Dimension(form, arguments);
        var note = Note(form);
        var entity = sink.EntityOf("cik", cik, form.One("primaryIssuer/entityName") is { Length: > 0 } told ? told : cik);
        foreach (var (path, concept, unit) in Figures)
        {
            if (Figure(form, path, sink) is not { } value) continue;
            sink.Row("observations", "/edgarSubmission/" + path, ("entity", entity), ("concept", concept), ("dimension", dimension), ("end", end), ("value", value),
                ("unit", unit), ("grade", "company"), ("published", published), ("note", note));
        }
    }

    private static bool Dates(FormDDocument form, SourceArguments arguments, ParseSink sink, out string end, out string published)
    {
        const string Signature = "offeringData/signatureBlock/signature/signatureDate";
        const string FirstSale = "offeringData/typeOfFiling/dateOfFirstSale/value";
        // The latest signature completes the form; yyyy-MM-dd sorts as the days do.
        var signed = form.All(Signature).Where(IsDay).Max(StringComparer.Ordinal);
        published = XbrlFiling.DayOf(arguments, sink.Today)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? signed ?? "";
        var sale = form.One(FirstSale);
        end = sale.Length > 0 ? sale : signed ?? published;
        if (sale.Length > 0 && !IsDay(sale)) return Refuse(sink, FirstSale, "end", "the date of the first sale is not a date", sale);
        return published.Length > 0 || Refuse(sink, Signature, "published", "no signature bears a date and no day of filing was given", form.One(Signature));
    }

    // An amendment tells anew about the offering of the form that it amends.
    private static string Dimension(FormDDocument form, SourceArguments arguments)
    {
        if (arguments.One("accession") is not { } text) return "form-d";
        if (!Accession.TryParse(Encoding.UTF8.GetBytes(text), out var accession))
            throw new ArgumentException($"'{text}' is not the number of a filing; write it as EDGAR does, such as 0001544190-23-000002.", nameof(arguments));
        var previous = form.One("offeringData/typeOfFiling/newOrAmendment/previousAccessionNumber");
        return Accession.TryParse(Encoding.UTF8.GetBytes(previous), out var amended) ? amended.ToString() : accession.ToString();
    }

    private static string? Figure(FormDDocument form, string path, ParseSink sink)
    {
        var told = form.All(path);
        // "Indefinite" is an answer that the form offers, and no number; the note tells it.
        if (told.Count == 0 || told.All(IsIndefinite)) return null;
        var text = Encoding.UTF8.GetBytes(told[0]);
        var reason = told.Distinct(StringComparer.Ordinal).Count() > 1
            ? "it is told twice, differently"
            : DecimalText.Read(text, out var value) ?? (value < 0 ? "it is negative" : null);
        if (reason is null) return told[0];
        Refuse(sink, path, "value", reason, string.Join(' ', told));
        return null;
    }

    private static string Note(FormDDocument form)
    {
        var note = new List<string> { "Form D: self-reported and unaudited." };
        var isPooled = form.One("offeringData/industryGroup/industryGroupType") == "Pooled Investment Fund"
            || form.One("offeringData/typesOfSecuritiesOffered/isPooledInvestmentFundType") is "true" or "1";
        var kind = form.One("offeringData/industryGroup/investmentFundInfo/investmentFundType");
        if (isPooled) note.Add($"Pooled investment fund{(kind.Length > 0 ? $" ({kind})" : "")}.");
        foreach (var (path, concept, _) in Figures)
        {
            if (form.All(path).Any(IsIndefinite)) note.Add($"{concept} is indefinite.");
        }

        var previous = form.One("offeringData/typeOfFiling/newOrAmendment/previousAccessionNumber");
        if (form.One("submissionType") == "D/A") note.Add($"Amendment{(previous.Length > 0 ? " of " + previous : "")}.");
        if (form.All("issuerList/issuer/entityName") is { Count: > 0 } others) note.Add($"Joint offering with {string.Join("; ", others)}.");
        // Former names stay in the note: as aliases, a name that anyone may write into a form would lead others' facts to this firm.
        if (form.FormerNames.Count > 0) note.Add($"Former names: {string.Join("; ", form.FormerNames)}.");
        var text = string.Join(' ', note);
        return text.Length > LongestNote ? text[..LongestNote] + "…" : text;
    }

    private static bool IsIndefinite(string text) => text.Equals("Indefinite", StringComparison.OrdinalIgnoreCase);

    private static bool IsDay(string text) => Cells.TryDate(Encoding.UTF8.GetBytes(text), out _);

    private static bool Refuse(ParseSink sink, string path, string column, string reason, string raw)
    {
        sink.Refuse("/edgarSubmission/" + path, column, reason, Encoding.UTF8.GetBytes(raw));
        return false;
    }
}
