using System.Globalization;
using System.Text;
using System.Text.Json;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Tushare;

/// <summary>Brings the items of one response into observations.</summary>
internal sealed class TushareRows(TushareApi api, IReadOnlyList<string> fields, SourceFile file, ParseSink sink)
{
    // Weights are told at month ends and published some days later; when is not told.
    private const int WeightsLag = 7;

    private readonly Dictionary<string, string> _best = new(StringComparer.Ordinal);

    private bool IsStatement => api.Kind is TushareKind.YearToDate or TushareKind.Balance;

    private DateOnly LastDay => file.FetchedAt == default ? sink.Today : DateOnly.FromDateTime(file.FetchedAt.UtcDateTime);

    public void Read(JsonElement items)
    {
        // A corrected row of one announcement has the update flag 1 and stands beside the row it corrects.
        if (IsStatement && fields.Contains("update_flag")) FindBest(items);
        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            sink.ThrowIfCancelled();
            var locator = $"/data/items/{index++}";
            var reason = item.ValueKind != JsonValueKind.Array || item.GetArrayLength() != fields.Count
                ? ("", $"the item is not a list of {fields.Count} values")
                : Tell(item, locator);
            if (reason is var (column, why)) sink.Refuse(locator, column, why, Encoding.UTF8.GetBytes(item.GetRawText()));
        }
    }

    private void FindBest(JsonElement items)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() != fields.Count) continue;
            var (key, flag) = (Key(item), Text(item, "update_flag"));
            if (!_best.TryGetValue(key, out var best) || string.CompareOrdinal(flag, best) > 0) _best[key] = flag;
        }
    }

    private (string Column, string Reason)? Tell(JsonElement item, string locator)
    {
        var code = Text(item, api.Kind == TushareKind.Weights ? "con_code" : "ts_code");
        if (!IsMainland(code)) return ("ts_code", $"'{code}' is not a code of Shanghai, Shenzhen or Beijing; the currency of others is not told");
        if (IsStatement && Text(item, "report_type") is not ("1" or "")) return ("report_type", $"report type {Text(item, "report_type")} is not the consolidated statement as announced (1)");
        if (_best.TryGetValue(Key(item), out var best) && Text(item, "update_flag") != best) return ("update_flag", "another row of the same announcement corrects this one");
        if (Dates(item, out var start, out var end, out var published, out var note) is { } wrong) return wrong;
        var dimension = api.Kind == TushareKind.Weights ? Text(item, "index_code") : "";
        var told = new List<(TushareField Field, decimal Value)>();
        foreach (var field in api.Values)
        {
            var text = Text(item, field.Field);
            if (text.Length == 0) continue; // null: not told, as for a multiple of a loss
            if (CellReading.Number(new TableCell(text), out var number) is { } reason) return (field.Field, reason);
            if (CellReading.Times(number, field.Factor) is not { } value) return (field.Field, $"{text} cannot be brought into whole units exactly, and is not rounded");
            told.Add((field, value));
        }

        var entity = sink.EntityOf("ticker", code, code);
        foreach (var (field, value) in told)
        {
            sink.Row("observations", locator,
                ("entity", entity), ("concept", field.Concept), ("dimension", dimension), ("start", start is { } s ? CellReading.Text(s) : null), ("end", CellReading.Text(end)),
                ("value", CellReading.Text(value)), ("unit", field.Unit), ("grade", IsStatement ? "filed" : "third-party"), ("published", CellReading.Text(published)),
                ("locator", $"{api.Name} {code} {field.Field}"), ("note", note));
        }

        return null;
    }

    private (string, string)? Dates(JsonElement item, out DateOnly? start, out DateOnly end, out DateOnly published, out string note)
    {
        (start, published, note) = (null, default, "");
        var endField = IsStatement ? "end_date" : "trade_date";
        if (Day(item, endField, out end) is { } bad) return (endField, bad);
        if (!IsStatement)
        {
            published = end;
            if (api.Kind != TushareKind.Weights) return null;
            published = end.AddDays(WeightsLag) is var assumed && assumed > LastDay ? LastDay : assumed;
            note = $"publication assumed {WeightsLag} days after the day of the weights";
            return null;
        }

        if (end != new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month)) || end.Month % 3 != 0) return ("end_date", $"{Text(item, "end_date")} is not the end of a quarter");
        var actual = Text(item, "f_ann_date").Length > 0 ? "f_ann_date" : "ann_date";
        if (Day(item, actual, out published) is { } unpublished) return (actual, unpublished);
        if (published < end) return (actual, $"announced on {Text(item, actual)}, before the period ended on {Text(item, "end_date")}");

        // Statements of the mainland run from 1 January: the second quarter is told as the first half.
        if (api.Kind == TushareKind.YearToDate) start = new DateOnly(end.Year, 1, 1);
        return null;
    }

    private string? Day(JsonElement item, string field, out DateOnly day) =>
        DateOnly.TryParseExact(Text(item, field), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? null : $"'{Text(item, field)}' is not a date of the form yyyyMMdd";

    private string Key(JsonElement item) => IsStatement ? $"{Text(item, "ts_code")} {Text(item, "end_date")} {Text(item, "f_ann_date")} {Text(item, "report_type")}" : "";

    private string Text(JsonElement item, string field)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i] == field) return JsonResponse.Text(item[i]);
        }

        return "";
    }

    private static bool IsMainland(string code) => code.Length == 9 && code[6] == '.' && code[..6].All(char.IsAsciiDigit) && code[7..] is "SH" or "SZ" or "BJ";
}
