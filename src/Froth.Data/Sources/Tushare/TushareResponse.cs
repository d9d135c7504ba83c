using System.Text.Json;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Tushare;

/// <summary>Opens a response: a code, a message, and a table as a list of fields and a list of rows.</summary>
internal static class TushareResponse
{
    /// <exception cref="SourceFormatException">The response is not whole, or tells a failure.</exception>
    public static JsonDocument Open(SourceFile file, out IReadOnlyList<string> fields, out JsonElement items)
    {
        var json = JsonResponse.Open(file);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("code", out var code) || code.ValueKind != JsonValueKind.Number || !code.TryGetInt32(out var number))
        {
            throw new SourceFormatException($"{file.Name} is not a response of Tushare: it has no code.");
        }

        if (number != 0)
        {
            throw new SourceFormatException($"{file.Name}: Tushare refused with code {number}: {JsonResponse.Text(root, "msg")}. Code 2002 means that the token lacks the points for this interface; see https://tushare.pro/document/1?doc_id=108.");
        }

        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("fields", out var names) || names.ValueKind != JsonValueKind.Array || names.EnumerateArray().Any(n => n.ValueKind != JsonValueKind.String)
            || !data.TryGetProperty("items", out items) || items.ValueKind != JsonValueKind.Array)
        {
            throw new SourceFormatException($"{file.Name}: the response of Tushare has no data.fields and data.items.");
        }

        fields = [.. names.EnumerateArray().Select(n => JsonResponse.Text(n))];
        return json;
    }

    /// <summary>Number of items, and whether there are more than these; 0 for a response that tells none.</summary>
    public static int Count(SourceFile file, out bool hasMore)
    {
        hasMore = false;
        try
        {
            using var json = Open(file, out _, out var items);
            hasMore = json.RootElement.GetProperty("data").TryGetProperty("has_more", out var more) && more.ValueKind == JsonValueKind.True;
            return items.GetArrayLength();
        }
        catch (SourceFormatException)
        {
            return 0;
        }
    }
}
