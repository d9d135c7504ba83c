using System.Text.Json;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Mapped;

/// <summary>Reads a mapping from JSON and says exactly where it is wrong. The form is documented in docs/guide/mapping.md.</summary>
internal static class MappingJson
{
    private static readonly string[] EntityForms = ["entity-name", "entity-ticker", "entity-cik", "entity-lei", "entity-uscc"];

    /// <exception cref="SourceFormatException">The mapping is wrong; the message names the place.</exception>
    public static Mapping Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new SourceFormatException($"The mapping is not JSON: {fault.Message}", fault);
        }
    }

    private static Mapping Read(JsonElement root)
    {
        OnlyKnown(root, "$", "table", "columns", "skipRows", "delimiter", "sheet", "where");
        var name = TextOf(root, "table", "$") ?? throw Wrong("$.table", $"is missing; give one of {string.Join(", ", CsvShape.All.Select(s => s.Name))}");
        var shape = CsvShape.All.Find(s => s.Name == name) ?? throw Wrong("$.table", $"'{name}' is not a table; give one of {string.Join(", ", CsvShape.All.Select(s => s.Name))}");
        if (!root.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Object) throw Wrong("$.columns", "is missing or not an object");
        var mapped = columns.EnumerateObject().Select(c => ColumnOf(shape, c)).ToList();
        if (mapped.GroupBy(m => m.Target.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw Wrong($"$.columns.{twice.Key}", "stands twice");
        if (shape.Columns.FirstOrDefault(c => c.IsRequired && mapped.TrueForAll(m => m.Target.Name != c.Name)) is { } missing)
        {
            throw Wrong($"$.columns.{missing.Name}", $"is missing; {shape.Name} cannot do without it");
        }

        return new Mapping
        {
            Table = shape,
            Columns = mapped,
            SkipRows = WholeOf(root, "skipRows", "$", 0, 1_000),
            Delimiter = DelimiterOf(root),
            Sheet = TextOf(root, "sheet", "$"),
            Where = root.TryGetProperty("where", out var where) ? WhereOf(where) : [],
        };
    }

    private static MappedColumn ColumnOf(CsvShape shape, JsonProperty property)
    {
        var path = $"$.columns.{property.Name}";
        var told = property.Value;
        var index = shape.IndexOf(property.Name);
        if (index < 0) throw Wrong(path, $"is not a column of {shape.Name}; its columns are {string.Join(", ", shape.Columns.Select(c => c.Name))}");
        OnlyKnown(told, path, "column", "constant", "format", "scale", "decimalComma", "addDays", "map", "as");
        var mapped = new MappedColumn(shape.Columns[index])
        {
            Column = TextOf(told, "column", path),
            Constant = TextOf(told, "constant", path),
            Format = TextOf(told, "format", path),
            Scale = ScaleOf(told, path),
            HasDecimalComma = FlagOf(told, "decimalComma", path),
            AddDays = WholeOf(told, "addDays", path, 0, 3_660),
            Map = told.TryGetProperty("map", out var map) ? MapOf(map, $"{path}.map") : null,
            As = TextOf(told, "as", path),
        };
        Check(mapped, told, path);
        return mapped;
    }

    private static void Check(MappedColumn mapped, JsonElement told, string path)
    {
        if (mapped.Column is null == mapped.Constant is null) throw Wrong(path, "needs either \"column\" or \"constant\", and not both");
        if (mapped.Constant is not null && told.EnumerateObject().Count() > 1) throw Wrong(path, "is a constant, which is taken as it stands; nothing else may be said about it");
        if (!mapped.IsDate && Has("format", "addDays") is { } date) throw Wrong($"{path}.{date}", $"fits only dates, and {mapped.Target.Name} is none");
        if (!mapped.IsNumber && Has("scale", "decimalComma") is { } number) throw Wrong($"{path}.{number}", $"fits only numbers, and {mapped.Target.Name} is none");
        if (mapped.As is { } form && !EntityForms.Contains(form)) throw Wrong($"{path}.as", $"'{form}' is not known; give one of {string.Join(", ", EntityForms)}");
        if (mapped.As is not null && mapped.Target.Kind is not (CellKind.Entity or CellKind.Entities)) throw Wrong($"{path}.as", $"fits only entities, and {mapped.Target.Name} is none");

        string? Has(params string[] names) => Array.Find(names, n => told.TryGetProperty(n, out _));
    }

    private static List<(string, IReadOnlySet<string>)> WhereOf(JsonElement where)
    {
        if (where.ValueKind != JsonValueKind.Object) throw Wrong("$.where", "is not an object of columns and their values");
        return [.. where.EnumerateObject().Select(p => (p.Name, ValuesOf(p)))];
    }

    private static IReadOnlySet<string> ValuesOf(JsonProperty property)
    {
        var path = $"$.where.{property.Name}";
        if (property.Value.ValueKind == JsonValueKind.String) return new HashSet<string>(StringComparer.Ordinal) { property.Value.GetString()! };
        if (property.Value.ValueKind != JsonValueKind.Array || property.Value.GetArrayLength() == 0) throw Wrong(path, "is neither a text nor a list of texts");
        return property.Value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : throw Wrong(path, "holds something that is not text")).ToHashSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> MapOf(JsonElement map, string path)
    {
        if (map.ValueKind != JsonValueKind.Object) throw Wrong(path, "is not an object of words and what they become");
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in map.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String) throw Wrong($"{path}.{property.Name}", "is not text");
            words[property.Name] = property.Value.GetString()!;
        }

        return words;
    }

    private static char DelimiterOf(JsonElement root) => TextOf(root, "delimiter", "$") switch
    {
        null => ',',
        [var one] when one is ',' or ';' or '\t' or '|' => one,
        var other => throw Wrong("$.delimiter", $"'{other}' is not one of , ; | and the tab"),
    };

    private static decimal ScaleOf(JsonElement told, string path)
    {
        if (!told.TryGetProperty("scale", out var scale)) return 1m;
        return scale.ValueKind == JsonValueKind.Number && scale.TryGetDecimal(out var factor) && factor != 0 ? factor : throw Wrong($"{path}.scale", "is not a number other than 0");
    }

    private static bool FlagOf(JsonElement told, string name, string path) => told.TryGetProperty(name, out var flag)
        && (flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : throw Wrong($"{path}.{name}", "is neither true nor false"));

    private static int WholeOf(JsonElement told, string name, string path, int least, int most)
    {
        if (!told.TryGetProperty(name, out var number)) return 0;
        return number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) && value >= least && value <= most
            ? value
            : throw Wrong($"{path}.{name}", $"is not a whole number from {least} to {most}");
    }

    private static string? TextOf(JsonElement told, string name, string path)
    {
        if (!told.TryGetProperty(name, out var text)) return null;
        return text.ValueKind == JsonValueKind.String ? text.GetString() : throw Wrong($"{path}.{name}", "is not text");
    }

    private static void OnlyKnown(JsonElement element, string path, params string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Wrong(path, "is not an object");
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name)) throw Wrong($"{path}.{property.Name}", $"is not known; known are {string.Join(", ", names)}");
        }
    }

    private static SourceFormatException Wrong(string path, string what) => new($"The mapping is wrong: {path} {what}.");
}
