using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Froth.Cli.Output;

/// <summary>Writes JSON without reflection, which keeps start-up short. NaN becomes null: a missing number is never a zero.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document to a stream, with a line end.</summary>
    public static void Write(Stream stream, Action<Utf8JsonWriter> content)
    {
        using (var writer = new Utf8JsonWriter(stream, Options)) content(writer);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes a table as <c>{schema, rows:[{…}]}</c>; cells that are whole numbers become numbers.</summary>
    public static void WriteRows(Stream stream, string schema, string[] header, IEnumerable<string[]> rows) => Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", schema);
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < header.Length; i++)
            {
                if (long.TryParse(row[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && row[i].Length < 16) json.WriteNumber(header[i], number);
                else json.WriteString(header[i], row[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static void Number(this Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value)) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }

    public static void Date(this Utf8JsonWriter writer, string name, DateOnly? value)
    {
        if (value is { } day) writer.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else writer.WriteNull(name);
    }

    public static void Decimal(this Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null) writer.WriteNull(name);
        else writer.WriteString(name, value);
    }
}
