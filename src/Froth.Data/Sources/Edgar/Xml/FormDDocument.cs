using System.Xml;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>
/// The fields of a Form D that are asked for, by their path below the root. Everything about persons (executives, promoters, sales
/// agents, signatories) is passed over unread: personal data are not needed and not held, not even in memory.
/// </summary>
internal sealed class FormDDocument
{
    private const int LongestField = 512;
    private const int MostFields = 4_096;

    private static readonly string[] Personal = ["relatedPersonsList", "offeringData/salesCompensationList"];

    private static readonly HashSet<string> Wanted = new(
        [
            "submissionType", "testOrLive", "primaryIssuer/cik", "primaryIssuer/entityName", "issuerList/issuer/cik", "issuerList/issuer/entityName",
            "offeringData/industryGroup/industryGroupType", "offeringData/industryGroup/investmentFundInfo/investmentFundType",
            "offeringData/typesOfSecuritiesOffered/isPooledInvestmentFundType", "offeringData/typeOfFiling/newOrAmendment/isAmendment",
            "offeringData/typeOfFiling/newOrAmendment/previousAccessionNumber", "offeringData/typeOfFiling/dateOfFirstSale/value",
            "offeringData/minimumInvestmentAccepted", "offeringData/offeringSalesAmounts/totalOfferingAmount", "offeringData/offeringSalesAmounts/totalAmountSold",
            "offeringData/offeringSalesAmounts/totalRemaining", "offeringData/investors/totalNumberAlreadyInvested",
            "offeringData/signatureBlock/signature/signatureDate",
        ],
        StringComparer.Ordinal);

    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.Ordinal);

    private FormDDocument()
    {
    }

    /// <summary>
    /// Former names of the primary issuer. The issuer's own list and EDGAR's are joined; the name stands in <c>value</c> or, in the
    /// same version of the schema, in <c>previousName</c>; and a list without any says "None".
    /// </summary>
    public List<string> FormerNames { get; } = [];

    /// <summary>Reads a whole form.</summary>
    /// <exception cref="SourceFormatException">It is none, or it is broken.</exception>
    public static FormDDocument Read(XmlScan scan)
    {
        scan.Root("edgarSubmission", null, "a Form D");
        var document = new FormDDocument();
        var path = new List<string>();
        var fields = 0;
        while (scan.Read())
        {
            if (scan.Reader.NodeType != XmlNodeType.Element) continue;
            var above = scan.Reader.Depth - 1;
            path.RemoveRange(above, path.Count - above);
            path.Add(scan.Reader.LocalName.Length > 64 ? "" : scan.Reader.LocalName);
            var place = string.Join('/', path);
            if (Personal.Contains(place)) scan.Skip();
            else if (Wanted.Contains(place) || IsFormerName(place))
            {
                if (++fields > MostFields) throw scan.Broken("it tells more fields than a form can have");
                document.Keep(place, scan.Text(LongestField, out _, out _));
            }
        }

        return document;
    }

    /// <summary>All that was told at a path; empty where nothing was.</summary>
    public IReadOnlyList<string> All(string path) => _fields.TryGetValue(path, out var told) ? told : [];

    /// <summary>What was told first at a path; empty where nothing was.</summary>
    public string One(string path) => All(path) is { Count: > 0 } told ? told[0] : "";

    private static bool IsFormerName(string place) =>
        place is "primaryIssuer/issuerPreviousNameList/value" or "primaryIssuer/issuerPreviousNameList/previousName"
            or "primaryIssuer/edgarPreviousNameList/value" or "primaryIssuer/edgarPreviousNameList/previousName";

    private void Keep(string place, string text)
    {
        if (text.Length == 0) return;
        if (!IsFormerName(place))
        {
            if (!_fields.TryGetValue(place, out var told)) _fields[place] = told = [];
            told.Add(text);
        }
        else if (!text.Equals("None", StringComparison.OrdinalIgnoreCase) && !FormerNames.Contains(text)) FormerNames.Add(text);
    }
}
