using System.Text;
using Froth.Core;
using Froth.Data.Sources.Edgar.Xml;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// The filings of firms in the United States: facts as filed, indexes of filings, quarterly Financial Statement Data Sets, and the bulk
/// zips of all of these.
/// </summary>
internal sealed class EdgarSource : ISource
{
    /// <inheritdoc />
    public SourceDescription Description { get; } = new()
    {
        Id = "edgar",
        Title = new Bilingual("SEC EDGAR: filed facts and filings", "美国证监会 EDGAR：申报事实与申报文件"),
        Summary = new Bilingual(
            "Every number that firms filed as XBRL, with the filing that told it, and the index of their filings. Tags differ between firms and over time, and later filings restate earlier periods; nothing is decided here. Financial Statement Data Sets round dates to month ends.",
            "企业以 XBRL 申报的每个数字及其所在申报文件，以及申报文件索引。各企业、各时期所用标签不同，后续申报会重述以前期间；此处不作取舍。财务报表数据集的日期四舍五入到月末。"),
        Publisher = "U.S. Securities and Exchange Commission",
        Url = "https://www.sec.gov/search-filings/edgar-application-programming-interfaces",
        Licence = "public domain",
        Arguments =
        [
            new("cik", new Bilingual("CIK of a firm, with or without leading zeros. For a bulk file: only these firms.", "企业的 CIK，前导零可有可无。用于批量文件时：仅限这些企业。"), IsMany: true),
            new("tickers", new Bilingual("Ticker of a firm, such as NVDA; looked up in SEC's list.", "企业的股票代码，例如 NVDA；在证监会名单中查找。"), IsMany: true),
            new("frames", new Bilingual("One tag of all filers about one calendar period: TAG/UNIT/PERIOD, such as Revenues/USD/CY2023.", "某一标签、某一日历期间的全部申报企业：标签/单位/期间，例如 Revenues/USD/CY2023。"), IsMany: true),
            new("with-instances", new Bilingual("Also fetch the XBRL instances of the newest annual and the three newest quarterly reports, which alone tell dimensions.", "同时获取最新一份年报和最近三份季报的 XBRL 实例文件；只有其中含有维度信息。"), Allowed: ["yes", "no"]),
            new("bulk", new Bilingual("For ingest only: path of companyfacts.zip, submissions.zip or a Financial Statement Data Set.", "仅用于导入：companyfacts.zip、submissions.zip 或财务报表数据集的路径。")),
            new("accession", new Bilingual("For a lone XBRL instance: number of its filing.", "用于单个 XBRL 实例文件：其申报编号。")),
            new("filed", new Bilingual("For a lone XBRL instance: the day on which it was filed (yyyy-MM-dd).", "用于单个 XBRL 实例文件：申报日期（yyyy-MM-dd）。")),
        ],
        NeededSettings = ["contact"],
        SuggestedSchedule = "0 7 * * *",
    };

    /// <inheritdoc />
    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings)
    {
        settings.Need("contact", "EDGAR requires a contact in the User-Agent of every request");
        var firms = arguments.Of("cik").Select(EdgarRequests.Cik).Distinct(StringComparer.Ordinal).SelectMany(EdgarRequests.OfFirm);
        var tickers = arguments.Of("tickers").Count > 0 ? [EdgarRequests.Tickers] : Array.Empty<SourceRequest>();
        var requests = firms.Concat(tickers).Concat(arguments.Of("frames").Distinct(StringComparer.Ordinal).Select(EdgarRequests.Frame)).ToList();
        return requests.Count > 0 ? requests : throw new ArgumentException("EDGAR needs to know whose facts to fetch: give --cik, --tickers or --frames.", nameof(arguments));
    }

    /// <inheritdoc />
    public IReadOnlyList<SourceRequest> Following(SourceRequest request, SourceFile response, SourceArguments arguments)
    {
        switch (EdgarFormats.Of(response))
        {
            case EdgarFormats.Submissions:
                var found = Submissions.Read(ResponseBytes.Of(response), response.Name);
                return [.. EdgarRequests.After(found, arguments, arguments.One("with-instances") == "yes")];
            case EdgarFormats.CompanyTickers:
                var asked = arguments.Of("cik").Select(EdgarRequests.Cik).ToHashSet(StringComparer.Ordinal);
                return [.. CompanyTickers.Read(ResponseBytes.Of(response), response.Name, arguments.Of("tickers")).Values.Distinct()
                    .Select(cik => cik.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)).Where(cik => !asked.Contains(cik))
                    .Order(StringComparer.Ordinal).SelectMany(EdgarRequests.OfFirm)];
            default:
                return [];
        }
    }

    /// <inheritdoc />
    public string? Recognise(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (XbrlInstance.IsOne(file.Head)) return EdgarFormats.Instance;
        return FormD.IsOne(file.Head) ? EdgarFormats.FormD : EdgarFormats.Of(file);
    }

    /// <inheritdoc />
    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        var writer = new FactWriter(sink);
        switch (format)
        {
            case EdgarFormats.Instance:
                XbrlInstance.Parse(file, arguments, sink);
                break;
            case EdgarFormats.FormD:
                FormD.Parse(file, arguments, sink);
                break;
            case EdgarFormats.CompanyFacts:
                new FactsParser(sink, writer).ParseFirm(ResponseBytes.Of(file), file.Name);
                break;
            case EdgarFormats.CompanyConcept:
                new FactsParser(sink, writer).ParseConcept(ResponseBytes.Of(file), file.Name);
                break;
            case EdgarFormats.Frames:
                new FramesParser(sink, writer).Parse(ResponseBytes.Of(file), file);
                break;
            case EdgarFormats.Submissions:
                new SubmissionsParser(sink).ParseFirm(ResponseBytes.Of(file), file.Name);
                break;
            case EdgarFormats.SubmissionsPage:
                new SubmissionsParser(sink).ParsePage(ResponseBytes.Of(file), file.Name, arguments);
                break;
            case EdgarFormats.CompanyTickers:
                ParseTickers(file, arguments, sink);
                break;
            case EdgarFormats.StatementSets:
                new StatementSets(sink, writer).Parse(file);
                break;
            case EdgarFormats.Bulk:
                new BulkArchive(sink, writer).Parse(file, arguments);
                break;
            default:
                throw new ArgumentException($"EDGAR has no format '{format}'.", nameof(format));
        }

        writer.Finish();
    }

    private static void ParseTickers(SourceFile file, SourceArguments arguments, ParseSink sink)
    {
        var found = CompanyTickers.Read(ResponseBytes.Of(file), file.Name, arguments.Of("tickers"));
        foreach (var ticker in arguments.Of("tickers").Where(t => !found.ContainsKey(CompanyTickers.Canonical(t))))
        {
            sink.Refuse("/", "ticker", $"SEC's list has no ticker '{ticker}'; give the firm's --cik instead", Encoding.UTF8.GetBytes(ticker));
        }
    }
}
