using Froth.Core;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Deals;

/// <summary>
/// Deals and funding rounds from a user's own CSV, XLSX or Parquet file. Deals become flows; rounds become observations of the money
/// raised and of the value it set. Announced, closed and "up to" are different amounts and stay apart.
/// </summary>
public sealed class DealsSource : ISource
{
    private const string DealsWord = "deals";
    private const string RoundsWord = "rounds";

    private static readonly string[] DealColumns = ["id", "date_announced", "from_party", "to_party", "kind", "currency", "counts_in_total"];
    private static readonly string[] RoundColumns = ["id", "company", "date", "amount", "post_money_valuation", "currency"];

    /// <inheritdoc />
    public SourceDescription Description { get; } = new()
    {
        Id = "deals",
        Title = new Bilingual("Deals and funding rounds", "交易与融资轮次"),
        Summary = new Bilingual(
            "Deals or funding rounds from your own file. Exports of commercial databases (Crunchbase and the like) are licensed: leave the access at licensed.",
            "来自自有文件的交易或融资轮次。商业数据库（如Crunchbase）的导出受许可限制：请保持access为licensed。"),
        Publisher = "user's own file",
        Url = "",
        Licence = "the user's own",
        Access = AccessClass.Licensed,
        Arguments =
        [
            new("access", new("Who may see the rows; licensed where not given.", "可见范围；默认licensed。"), Allowed: ["public", "licensed", "confidential"]),
            new("prefix", new("Put before every id, so that it cannot meet the id of another file's deal.", "加在每个编号之前，以免与其他文件的交易编号相同。")),
            new("parties", new("CSV file with the parties of each deal as single names: deal_id, side (from or to), party.", "按单个名称列出各交易参与方的CSV文件：deal_id、side（from或to）、party。")),
            new(DealParties.ContentArgument, new("Content of that file; the program fills it in, so that a kept file can be parsed again.", "该文件的内容；由程序填入，以便重新解析已保存的文件。")),
        ],
        CanFetch = false,
    };

    /// <inheritdoc />
    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => [];

    /// <inheritdoc />
    public string? Recognise(SourceFile file) => TableFile.Recognise(file, DealsWord, IsDeals) ?? TableFile.Recognise(file, RoundsWord, IsRounds);

    /// <inheritdoc />
    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        var isDeals = format.StartsWith(DealsWord, StringComparison.Ordinal);
        var table = TableFile.Open(file, format, isDeals ? IsDeals : IsRounds) ?? throw new SourceFormatException(
            $"{file.Name} has no table of {(isDeals ? DealsWord : RoundsWord)}. Its header must name {string.Join(", ", isDeals ? DealColumns : RoundColumns)}; for other columns write a mapping (froth ingest mapped).");
        var sources = new SourceRows(sink, file, SourceRows.AccessOf(arguments, Description.Access), Description.Licence);
        var prefix = arguments.One("prefix") ?? "";
        var deals = new DealReading(sink, sources, DealParties.Of(arguments, sink), prefix);
        var rounds = new RoundReading(sink, sources, prefix);
        foreach (var row in table.Rows)
        {
            sink.ThrowIfCancelled();
            if (row.Problem is { } problem) sink.Refuse(row.Locator, "", problem, row.Raw());
            else if ((isDeals ? deals.Read(new NamedRow(table, row)) : rounds.Read(new NamedRow(table, row))) is var (column, reason)) sink.Refuse(row.Locator, column, reason, row.Raw());
        }
    }

    private static bool IsDeals(IReadOnlyList<string> header) => DealColumns.All(c => header.Contains(c, StringComparer.OrdinalIgnoreCase));

    private static bool IsRounds(IReadOnlyList<string> header) => RoundColumns.All(c => header.Contains(c, StringComparer.OrdinalIgnoreCase));
}
