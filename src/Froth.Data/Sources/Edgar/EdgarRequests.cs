using System.Text.RegularExpressions;

namespace Froth.Data.Sources.Edgar;

/// <summary>Addresses of EDGAR.</summary>
internal static partial class EdgarRequests
{
    private const string Data = "https://data.sec.gov";

    /// <summary>The list of tickers.</summary>
    public static SourceRequest Tickers { get; } = new(new Uri("https://www.sec.gov/files/company_tickers.json"), "company_tickers.json");

    /// <summary>A CIK with its ten digits, from 320193, 0000320193 or CIK0000320193.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static string Cik(string given)
    {
        var digits = given.Trim();
        if (digits.StartsWith("CIK", StringComparison.OrdinalIgnoreCase)) digits = digits[3..];
        return digits.Length is > 0 and <= 10 && digits.All(char.IsAsciiDigit) && digits.Any(d => d != '0')
            ? digits.PadLeft(10, '0')
            : throw new ArgumentException($"'{given}' is not a CIK. Write its digits, such as 320193, 0000320193 or CIK0000320193.", nameof(given));
    }

    /// <summary>
    /// The index of a firm's filings and all of its facts. The index comes first, so that a firm that is new here is described by it and
    /// not only named by its facts.
    /// </summary>
    public static IEnumerable<SourceRequest> OfFirm(string cik)
    {
        yield return new SourceRequest(new Uri($"{Data}/submissions/CIK{cik}.json"), $"submissions-CIK{cik}.json");
        yield return new SourceRequest(new Uri($"{Data}/api/xbrl/companyfacts/CIK{cik}.json"), $"companyfacts-CIK{cik}.json");
    }

    /// <summary>A frame, from TAG/UNIT/PERIOD or TAXONOMY/TAG/UNIT/PERIOD.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static SourceRequest Frame(string given)
    {
        var parts = given.Trim().Split('/');
        if (parts.Length == 3) parts = ["us-gaap", .. parts];
        if (parts.Length != 4 || !parts.All(p => Part().IsMatch(p)) || !Calendar().IsMatch(parts[3]))
        {
            throw new ArgumentException($"'{given}' is not a frame. Write TAG/UNIT/PERIOD, such as Revenues/USD/CY2023, AccountsPayableCurrent/USD/CY2023Q4I or EarningsPerShareBasic/USD-per-shares/CY2023Q1.", nameof(given));
        }

        return new SourceRequest(new Uri($"{Data}/api/xbrl/frames/{string.Join('/', parts)}.json"), $"frames-{string.Join('-', parts)}.json");
    }

    /// <summary>What an index of filings leads to: its further pages and, where asked for, the newest instances.</summary>
    /// <exception cref="SourceFormatException">The index is unusable, or names a page in a way that EDGAR does not.</exception>
    public static IEnumerable<SourceRequest> After(Submissions found, SourceArguments arguments, bool withInstances)
    {
        var cik = Cik(found.Cik!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var page in found.Pages)
        {
            if (EdgarFormats.MemberName().Match(page) is not { Success: true } match || match.Groups["cik"].Value != cik)
            {
                throw new SourceFormatException($"The index of filings of CIK {cik} names the further page '{Ingest.Cells.Show(System.Text.Encoding.UTF8.GetBytes(page))}', which is not one of its own. Fetch it again.");
            }

            yield return new SourceRequest(new Uri($"{Data}/submissions/{page}"), page) { Arguments = arguments.With("cik", cik) };
        }

        if (!withInstances) yield break;
        var inline = found.Filings.Where(f => f.IsInline).OrderByDescending(f => f.Filed, StringComparer.Ordinal).ToList();
        foreach (var filing in inline.Where(f => f.Form is "10-K" or "20-F" or "40-F").Take(1).Concat(inline.Where(f => f.Form == "10-Q").Take(3)))
        {
            if (Instance(filing, cik) is { } request) yield return request;
        }
    }

    private static SourceRequest? Instance(IndexedFiling filing, string cik)
    {
        if (!Document().IsMatch(filing.Document) || !AccessionText().IsMatch(filing.Accession)) return null;
        var name = filing.Document[..^".htm".Length] + "_htm.xml";
        var address = new Uri($"https://www.sec.gov/Archives/edgar/data/{cik.TrimStart('0')}/{filing.Accession.Replace("-", "", StringComparison.Ordinal)}/{name}");
        return new SourceRequest(address, name)
        {
            MediaTypes = ["application/xml", "text/xml"],
            Arguments = SourceArguments.None.With("accession", filing.Accession).With("filed", filing.Filed).With("cik", cik),
        };
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^CY\d{4}(Q[1-4]I?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}\.htm$", RegexOptions.CultureInvariant)]
    private static partial Regex Document();

    [GeneratedRegex(@"^\d{10}-\d{2}-\d{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex AccessionText();
}
