using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Tushare;

/// <summary>The requests to Tushare: one POST for a code and an interface, with the token in its body.</summary>
internal static class TushareRequests
{
    private static readonly Uri Address = new("https://api.tushare.pro");

    public static IReadOnlyList<SourceRequest> Of(SourceArguments arguments, SourceSettings settings)
    {
        var (codes, apis) = (arguments.Of("codes"), arguments.Of("apis"));
        if (codes.Count == 0) throw new ArgumentException("Give the codes with --codes, such as --codes 688256.SH,000938.SZ.", nameof(arguments));
        if (apis.Count == 0) apis = ["income", "balancesheet", "cashflow", "daily_basic"];
        if (apis.Contains("index_weight") && apis.Count > 1) throw new ArgumentException("index_weight takes codes of indices and the other interfaces codes of shares; fetch them apart.", nameof(arguments));
        var token = settings.Need("tushare-token", "Tushare answers only to its registered users (https://tushare.pro)");
        return [.. codes.SelectMany(c => apis.Select(a => Request(c.ToUpperInvariant(), Known(a), token, arguments)))];
    }

    /// <summary>The request for the items after those of a response, when it says that there are more; else null.</summary>
    public static SourceRequest? Next(SourceRequest request, SourceFile response)
    {
        var items = TushareResponse.Count(response, out var hasMore);
        if (!hasMore || items == 0 || request.JsonBody is null) return null;
        var body = JsonNode.Parse(request.JsonBody)!.AsObject();
        var parameters = body["params"]!.AsObject();
        var offset = items + (parameters["offset"] is { } told ? int.Parse(told.GetValue<string>(), CultureInfo.InvariantCulture) : 0);
        parameters["offset"] = offset.ToString(CultureInfo.InvariantCulture);
        return request with { JsonBody = body.ToJsonString(), Name = $"{request.Name.Split('+')[0].Replace(".json", "", StringComparison.Ordinal)}+{offset}.json" };
    }

    private static TushareApi Known(string name) => TushareApi.Find(name)
        ?? throw new ArgumentException($"'{name}' is not an interface that is read; known: {string.Join(", ", TushareApi.All.Select(a => a.Name))}.", nameof(name));

    private static SourceRequest Request(string code, TushareApi api, string token, SourceArguments arguments)
    {
        if (code.Length is 0 or > 16 || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '.')) throw new ArgumentException($"'{code}' is not a code of Tushare, such as 688256.SH.", nameof(code));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("api_name", api.Name);
            json.WriteString("token", token);
            json.WriteStartObject("params");
            json.WriteString(api.Kind == TushareKind.Weights ? "index_code" : "ts_code", code);
            if (arguments.One("from") is { } from) json.WriteString("start_date", Day(from, "from"));
            if (arguments.One("to") is { } to) json.WriteString("end_date", Day(to, "to"));
            if (api.Kind is TushareKind.YearToDate or TushareKind.Balance) json.WriteString("report_type", "1");
            json.WriteEndObject();
            json.WriteString("fields", string.Join(',', api.Fields));
            json.WriteEndObject();
        }

        return new SourceRequest(Address, $"tushare-{api.Name}-{code}.json")
        {
            JsonBody = Encoding.UTF8.GetString(buffer.ToArray()),
            MaximumBytes = 64L << 20,
            Arguments = arguments.With("codes", code).With("apis", api.Name),
        };
    }

    private static string Day(string text, string argument) => CellReading.Date(new TableCell(text), out var day) is { } reason
        ? throw new ArgumentException($"{argument}: {reason}.", argument)
        : day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
