using System.Text;
using System.Text.Json;

namespace Froth.Data.Sources;

/// <summary>The values given to a source's arguments. Kept with every snapshot, so that it can be parsed again the same way.</summary>
public sealed class SourceArguments
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Makes a set of arguments; names without values are left out.</summary>
    public SourceArguments(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (name, given) in values)
        {
            if (given.Count > 0) _values[name] = given;
        }
    }

    /// <summary>No arguments.</summary>
    public static SourceArguments None { get; } = new([]);

    /// <summary>All values by name, in the order of the names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> All => _values;

    /// <summary>The values of an argument; empty when it was not given.</summary>
    public IReadOnlyList<string> Of(string name) => _values.GetValueOrDefault(name) ?? [];

    /// <summary>The last value of an argument, or null when it was not given.</summary>
    public string? One(string name) => Of(name) is { Count: > 0 } values ? values[^1] : null;

    /// <summary>These arguments with one of them set.</summary>
    public SourceArguments With(string name, params IReadOnlyList<string> values) =>
        new(_values.Where(v => v.Key != name).Append(new KeyValuePair<string, IReadOnlyList<string>>(name, values)));

    /// <summary>One line of JSON, <c>{"cik":["1045810"]}</c>; the same for equal arguments.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, values) in _values)
            {
                json.WriteStartArray(name);
                foreach (var value in values) json.WriteStringValue(value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote; an empty text is no arguments.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static SourceArguments FromJson(string text)
    {
        if (string.IsNullOrEmpty(text)) return None;
        using var json = JsonDocument.Parse(text);
        return new SourceArguments(json.RootElement.EnumerateObject().Select(p =>
            new KeyValuePair<string, IReadOnlyList<string>>(p.Name, [.. p.Value.EnumerateArray().Select(v => v.GetString() ?? "")])));
    }
}
