using Froth.Core;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Prices;

/// <summary>
/// Daily prices from a user's own file. Whether prices are adjusted for splits and dividends cannot be seen in them, so the user says
/// it, unless the file has both kinds.
/// </summary>
public sealed class PricesSource : ISource
{
    private const string Word = "prices";

    /// <inheritdoc />
    public SourceDescription Description { get; } = new()
    {
        Id = "prices",
        Title = new Bilingual("Daily prices", "每日价格"),
        Summary = new Bilingual(
            "A file of daily prices of one share or index. State whether they are adjusted: many files that say only 'close' are.",
            "单只股票或指数的每日价格文件。须说明是否复权：许多只写“收盘价”的文件其实已复权。"),
        Publisher = "user's own file",
        Url = "",
        Licence = "the user's own",
        Access = AccessClass.Licensed,
        Arguments =
        [
            new("entity", new("Whose prices they are: id, name or ticker of a known entity.", "价格所属实体：已知实体的代码、名称或股票代码。")),
            new("ticker", new("Ticker of the share; an unknown one is registered.", "股票代码；未知者将被登记。")),
            new("adjusted", new("Whether the closing prices are adjusted for splits and dividends.", "收盘价是否已复权。"), Allowed: ["yes", "no", "both"]),
            new("currency", new("Currency of the prices; USD for shares where not given, and an index level for markets.", "价格货币；股票默认USD，市场默认指数点位。")),
            new("date-format", new("Form of the dates where they are not year-month-day, such as MM/dd/yyyy.", "日期格式（非年-月-日时），例如MM/dd/yyyy。")),
            new("access", new("Who may see them; licensed where not given.", "可见范围；默认licensed。"), Allowed: ["public", "licensed", "confidential"]),
        ],
        CanFetch = false,
    };

    /// <inheritdoc />
    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => [];

    /// <inheritdoc />
    public string? Recognise(SourceFile file) =>
        TableFile.FormatOf(file) == TableFile.Csv ? TableFile.Recognise(file, Word, h => PriceColumns.Find(h) is not null) : null;

    /// <inheritdoc />
    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        var table = TableFile.Open(file, format, h => PriceColumns.Find(h) is not null)
            ?? throw new SourceFormatException($"{file.Name} is not a file of daily prices. Its header must name date, close and at least one of open, high, low, volume, in any order.");
        new PriceReading(file, table, arguments, sink).Read(Description);
    }
}
