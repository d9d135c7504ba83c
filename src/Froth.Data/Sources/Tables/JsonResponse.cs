using System.Text.Json;

namespace Froth.Data.Sources.Tables;

/// <summary>Opens responses in JSON and reads texts out of them; whatever is not sound JSON makes the response unusable as a whole.</summary>
internal static class JsonResponse
{
    /// <exception cref="SourceFormatException">The response is truncated or not JSON.</exception>
    public static JsonDocument Open(SourceFile file)
    {
        try
        {
            using var stream = file.Open();
            return JsonDocument.Parse(stream);
        }
        catch (JsonException fault)
        {
            throw new SourceFormatException($"{file.Name} is not whole JSON ({fault.Message}); it is truncated or an error page. Fetch it again.", fault);
        }
    }

    /// <summary>A property as text: a string without its quotes, a number as it stands, and nothing for null or no such property.</summary>
    public static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Text(value) : "";

    /// <summary>A value as text: a string without its quotes, a number as it stands, and nothing for null.</summary>
    /// <exception cref="SourceFormatException">The string is not Unicode text.</exception>
    public static string Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Null => "",
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException fault)
        {
            throw new SourceFormatException($"The response holds text that is not Unicode ({fault.Message}); it is damaged. Fetch it again.", fault);
        }
    }
}
