using System.Text;
using System.Text.Json;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Fred;

/// <summary>
/// Reads <c>fred/series/observations</c>. Every value has the days between which it was the latest one; the first of them is the day
/// on which it was published.
/// </summary>
internal static class FredJson
{
    public static void Parse(SourceFile file, SourceArguments arguments, ParseSink sink)
    {
        using var json = JsonResponse.Open(file);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("observations", out var observations) || observations.ValueKind != JsonValueKind.Array)
        {
            throw new SourceFormatException($"{file.Name} is not a page of FRED observations{ErrorOf(root)}. Ask for fred/series/observations with file_type=json.");
        }

        if (arguments.Of("series") is not [var series])
        {
            throw new SourceFormatException($"{file.Name}: FRED's JSON does not name its series. Give it with --series, exactly one for one file.");
        }

        if (JsonResponse.Text(root, "units") is not ("lin" or ""))
        {
            throw new SourceFormatException($"{file.Name} holds {series} as changes (units={JsonResponse.Text(root, "units")}) and not as levels. Ask for it again with units=lin.");
        }

        var values = new List<FredValue>();
        var index = 0;
        var continues = ContinuesFrom(root, arguments);
        foreach (var observation in observations.EnumerateArray()) Read(observation, $"/observations/{index++}", continues, values, sink);
        if (values.Count > 0 && new FredRows(file, arguments, sink).Add(series, values) is { } reason) throw new SourceFormatException($"{file.Name}: {reason}.");
    }

    /// <summary>The offset of the next page, or null when this is the last one.</summary>
    public static int? NextOffset(SourceFile file)
    {
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(file.Head, isFinalBlock: false, default);
        try
        {
            var name = "";
            while (reader.Read() && reader.TokenType != JsonTokenType.StartArray)
            {
                if (reader.TokenType == JsonTokenType.PropertyName) name = reader.GetString()!;
                else if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)) told[name] = number;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        var next = (long)told.GetValueOrDefault("offset") + told.GetValueOrDefault("limit");
        return told.GetValueOrDefault("limit") > 0 && told.GetValueOrDefault("count") > next ? (int)next : null;
    }

    // FRED answers for at most 2,000 vintages, so a long history comes in windows. A value that was the latest one when a window opens
    // is dated by that opening, although an earlier window has told it with its true day.
    private static DateOnly? ContinuesFrom(JsonElement root, SourceArguments arguments) =>
        arguments.One(FredRequests.ContinuedWindow) is not null && CellReading.Date(new TableCell(JsonResponse.Text(root, "realtime_start")), out var start) is null ? start : null;

    private static void Read(JsonElement observation, string locator, DateOnly? continues, List<FredValue> values, ParseSink sink)
    {
        var (date, published) = (default(DateOnly), default(DateOnly));
        if (observation.ValueKind != JsonValueKind.Object)
        {
            sink.Refuse(locator, "", "the observation is not an object", Encoding.UTF8.GetBytes(observation.GetRawText()));
            return;
        }

        var value = JsonResponse.Text(observation, "value");
        if (value is ".") return;
        var reason = CellReading.Date(new TableCell(JsonResponse.Text(observation, "date")), out date) is { } bad ? ("date", bad)
            : CellReading.Date(new TableCell(JsonResponse.Text(observation, "realtime_start")), out published) is { } unpublished ? ("realtime_start", unpublished)
            : (ValueTuple<string, string>?)null;
        if (reason is { } told) sink.Refuse(locator, told.Item1, told.Item2, Encoding.UTF8.GetBytes(observation.GetRawText()));
        else if (published != continues) values.Add(new FredValue(locator, date, value, published));
    }

    private static string ErrorOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && JsonResponse.Text(root, "error_message") is { Length: > 0 } message ? $" but an error: {message}" : "";
}
