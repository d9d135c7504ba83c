using Froth.Core;
using Froth.Core.Data;

namespace Froth.Data.Sources.Tushare;

/// <summary>
/// Statements, multiples and index weights of mainland Chinese shares from Tushare. The shapes come from its documentation and were
/// never seen live.
/// </summary>
public sealed class TushareSource : ISource
{
    private const string Word = "tushare-";

    /// <inheritdoc />
    public SourceDescription Description { get; } = new()
    {
        Id = "tushare",
        Title = new Bilingual("Tushare: mainland Chinese shares", "Tushare：A股数据"),
        Summary = new Bilingual(
            "Statements since 1 January, static and trailing multiples, and index weights. There is no 'dynamic' P/E here: that word means two things, and Tushare gives neither.",
            "自1月1日起累计的财务报表、静态与TTM估值倍数及指数权重。此处没有“动态市盈率”：该词有两种含义，Tushare均不提供。"),
        Publisher = "Tushare",
        Url = "https://tushare.pro/",
        Licence = "for registered users of Tushare",
        Access = AccessClass.Licensed,
        Arguments =
        [
            new("codes", new("Codes such as 688256.SH; for index_weight those of indices.", "代码，例如688256.SH；index_weight用指数代码。"), IsMany: true),
            new("apis", new("Interfaces; all but index_weight where not given.", "接口；默认除index_weight外全部。"), IsMany: true, Allowed: [.. TushareApi.All.Select(a => a.Name)]),
            new("from", new("First day, yyyy-MM-dd: of announcement for statements, else of trading.", "起始日，yyyy-MM-dd：报表按公告日，其余按交易日。")),
            new("to", new("Last day, yyyy-MM-dd.", "截止日，yyyy-MM-dd。")),
        ],
        NeededSettings = ["tushare-token"],
        SuggestedSchedule = "0 12 * * 1-5",
        StaleAfterDays = 10,
        IsUnseen = true,
    };

    /// <inheritdoc />
    /// <exception cref="ArgumentException">No code was given, or an argument is malformed.</exception>
    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => TushareRequests.Of(arguments, settings);

    /// <inheritdoc />
    public IReadOnlyList<SourceRequest> Following(SourceRequest request, SourceFile response, SourceArguments arguments) =>
        TushareRequests.Next(request, response) is { } next ? [next] : [];

    /// <inheritdoc />
    public string? Recognise(SourceFile file)
    {
        var head = file.Head.TrimStart(" \t\r\n"u8);
        if (!head.StartsWith("{"u8) || head.IndexOf("\"code\""u8) < 0 || head.IndexOf("\"msg\""u8) < 0) return null;
        return head.IndexOf("\"request_id\""u8) >= 0 || (head.IndexOf("\"fields\""u8) >= 0 && head.IndexOf("\"items\""u8) >= 0) ? Word + "json" : null;
    }

    /// <inheritdoc />
    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        using var json = TushareResponse.Open(file, out var fields, out var items);
        if (items.GetArrayLength() == 0) return;
        var api = TushareApi.Of(fields) ?? throw new SourceFormatException(
            $"{file.Name}: no known interface of Tushare has the fields {string.Join(", ", fields.Take(12))}. Known are {string.Join("; ", TushareApi.All.Select(a => $"{a.Name} ({string.Join(", ", a.Fields)})"))}.");
        new TushareRows(api, fields, file, sink).Read(items);
    }
}
