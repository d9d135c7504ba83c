using System.Text.Json;

namespace Froth.Data.Sources;

/// <summary>
/// The user's settings for sources: a contact for EDGAR, keys and tokens. An environment variable (<c>FROTH_FRED_KEY</c> for
/// <c>fred-key</c>) comes before the file.
/// </summary>
public sealed class SourceSettings
{
    private readonly IReadOnlyDictionary<string, string> _values;

    /// <summary>Settings from memory; for tests.</summary>
    public SourceSettings(IReadOnlyDictionary<string, string> values) => _values = values;

    /// <summary>No settings.</summary>
    public static SourceSettings None { get; } = new(new Dictionary<string, string>());

    /// <summary>Reads the environment and, where it exists, a JSON file of names and values.</summary>
    /// <exception cref="SourceNotConfiguredException">The file is not such a JSON object.</exception>
    public static SourceSettings Read(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            if (File.Exists(path))
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(path));
                foreach (var property in json.RootElement.EnumerateObject()) values[property.Name] = property.Value.GetString() ?? "";
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new SourceNotConfiguredException($"{path} is not a JSON object of names and texts ({fault.Message}). Correct it, for example {{\"contact\": \"Jane Doe jane@example.org\"}}.");
        }

        return new SourceSettings(values);
    }

    /// <summary>The value of a setting, or null.</summary>
    public string? Of(string name)
    {
        var variable = Environment.GetEnvironmentVariable(VariableOf(name));
        if (!string.IsNullOrWhiteSpace(variable)) return variable.Trim();
        return _values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    /// <summary>The value of a setting that a source cannot do without.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="why">Why the source needs it, as a clause after "because".</param>
    /// <exception cref="SourceNotConfiguredException">It is not set.</exception>
    public string Need(string name, string why) => Of(name) ?? throw new SourceNotConfiguredException(
        $"The setting '{name}' is missing, because {why}. Set it with 'froth sources set {name} VALUE', or in the environment as {VariableOf(name)}.");

    /// <summary>Name of the environment variable of a setting.</summary>
    public static string VariableOf(string name) => "FROTH_" + name.Replace('-', '_').ToUpperInvariant();
}
