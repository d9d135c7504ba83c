using Froth.Core;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Fred;

/// <summary>
/// FRED and ALFRED of the Federal Reserve Bank of St. Louis. Without a key it gives the latest revision with an assumed day of
/// publication; with a key every vintage with its true one.
/// </summary>
public sealed class FredSource : ISource
{
    private const string JsonFormat = "fred-observations-json";
    private const string CsvFormat = "fred-csv";

    /// <inheritdoc />
    public SourceDescription Description { get; } = new()
    {
        Id = "fred",
        Title = new Bilingual("FRED and ALFRED economic series", "FRED与ALFRED经济数据"),
        Summary = new Bilingual(
            "Interest rates, spreads, prices and output by series id. Without vintages the values are the latest revision, and their day of publication is assumed, where in doubt the later.",
            "按序列代码提供利率、利差、价格和产出数据。不取历史版本时为最新修订值，发布日为推定，有疑问时取较晚者。"),
        Publisher = "Federal Reserve Bank of St. Louis",
        Url = "https://fred.stlouisfed.org/",
        Licence = "public domain, except series that are marked as copyrighted",
        Arguments =
        [
            new("series", new("Ids of the series, such as DGS10.", "序列代码，例如DGS10。"), IsMany: true),
            new("vintages", new("Whether to fetch every revision with its day of publication; needs the setting fred-key.", "是否获取每次修订及其发布日；需要设置fred-key。"), Allowed: ["yes", "no"]),
            new("from", new("First date of the values, yyyy-MM-dd.", "数据起始日期，yyyy-MM-dd。")),
            new("unit", new("Unit of a series that is not built in: SERIES=percent, SERIES=index, SERIES=USD*1000000000.", "未内置序列的单位：SERIES=percent、SERIES=index、SERIES=USD*1000000000。"), IsMany: true),
            new("frequency", new("Frequency, where the dates do not show it.", "频率（日期无法判断时）。"), Allowed: ["daily", "weekly", "monthly", "quarterly", "annual"]),
        ],
        SuggestedSchedule = "0 12 * * 1-5",
        StaleAfterDays = 10,
    };

    /// <inheritdoc />
    /// <exception cref="ArgumentException">No series was given, or an id or date is malformed.</exception>
    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => FredRequests.Of(arguments, settings);

    /// <inheritdoc />
    public IReadOnlyList<SourceRequest> Following(SourceRequest request, SourceFile response, SourceArguments arguments) =>
        Recognise(response) == JsonFormat && FredJson.NextOffset(response) is { } offset ? [FredRequests.Next(request, offset)] : [];

    /// <inheritdoc />
    public string? Recognise(SourceFile file)
    {
        var head = file.Head.TrimStart(" \t\r\n"u8);
        if (head.StartsWith("{"u8))
        {
            return head.IndexOf("\"observations\""u8) >= 0 && head.IndexOf("\"realtime_start\""u8) >= 0 && head.IndexOf("\"observation_start\""u8) >= 0 ? JsonFormat : null;
        }

        return TableFile.FormatOf(file) == TableFile.Csv && TableFile.Recognise(file, "fred", FredCsv.IsHeader) is not null ? CsvFormat : null;
    }

    /// <inheritdoc />
    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        if (format == JsonFormat) FredJson.Parse(file, arguments, sink);
        else FredCsv.Parse(file, arguments, sink);
    }
}
