using System.Text.Json;
using DuckDB.NET.Data;

namespace Froth.Bench;

/// <summary>Other ways to read companyfacts, as one would write them without much thought.</summary>
internal static class ParsePeers
{
    private struct Fact
    {
        public string? Start;
        public string? End;
        public decimal Value;
        public string? Accession;
        public string? Form;
        public string? Filed;
    }

    /// <summary>Every token by Utf8JsonReader, every fact a struct of strings. Facts found.</summary>
    public static long NaiveReader(byte[] file)
    {
        var facts = new List<Fact>();
        var reader = new Utf8JsonReader(file);
        var fact = default(Fact);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject) fact = default;
            else if (reader.TokenType == JsonTokenType.EndObject && fact.Accession is not null)
            {
                facts.Add(fact);
                fact = default;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName) ReadProperty(ref reader, ref fact);
        }

        return facts.Count;
    }

    public static void Document(byte[] file)
    {
        using var document = JsonDocument.Parse(file);
        if (document.RootElement.GetProperty("facts").ValueKind != JsonValueKind.Object) throw new InvalidOperationException("The file has no facts.");
    }

    private static void ReadProperty(ref Utf8JsonReader reader, ref Fact fact)
    {
        if (reader.ValueTextEquals("start")) fact.Start = Text(ref reader);
        else if (reader.ValueTextEquals("end")) fact.End = Text(ref reader);
        else if (reader.ValueTextEquals("accn")) fact.Accession = Text(ref reader);
        else if (reader.ValueTextEquals("form")) fact.Form = Text(ref reader);
        else if (reader.ValueTextEquals("filed")) fact.Filed = Text(ref reader);
        else if (reader.ValueTextEquals("val"))
        {
            reader.Read();
            fact.Value = reader.GetDecimal();
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    /// <summary>DuckDB in memory, with the types of the file told to it.</summary>
    public sealed class Duck : IDisposable
    {
        private const string Facts = "STRUCT(start DATE, \"end\" DATE, val DOUBLE, accn VARCHAR, form VARCHAR, filed DATE)[]";

        private readonly string _folder = Directory.CreateTempSubdirectory("froth-bench-").FullName;
        private readonly DuckDBConnection _connection = new("DataSource=:memory:");

        public Duck(List<byte[]> files)
        {
            for (var i = 0; i < files.Count; i++) File.WriteAllBytes(Path.Combine(_folder, $"{i}.json"), files[i]);
            _connection.Open();
            using var command = _connection.CreateCommand();
            command.CommandText = "SET threads = 1";
            command.ExecuteNonQuery();
        }

        /// <summary>Facts found; a sum over the values makes sure that they were read.</summary>
        public long Count()
        {
            using var command = _connection.CreateCommand();
            command.CommandText = $"""
                WITH told AS (SELECT cik, unnest(map_entries(facts), recursive := false) AS taxonomy FROM read_json('{_folder}/*.json',
                    maximum_object_size = 67108864, columns = {"{"}cik: 'BIGINT', entityName: 'VARCHAR', facts: 'MAP(VARCHAR, MAP(VARCHAR, STRUCT(label VARCHAR, units MAP(VARCHAR, {Facts}))))'{"}"})),
                tags AS (SELECT cik, taxonomy.key AS taxonomy, unnest(map_entries(taxonomy.value)) AS tag FROM told),
                units AS (SELECT cik, taxonomy, tag.key AS tag, unnest(map_entries(tag.value.units)) AS unit FROM tags),
                facts AS (SELECT cik, taxonomy, tag, unit.key AS unit, unnest(unit.value, recursive := true) FROM units)
                SELECT count(*), sum(val), min(filed), min(accn), max("end") FROM facts
                """;
            using var reader = command.ExecuteReader();
            reader.Read();
            return reader.GetInt64(0);
        }

        public void Dispose()
        {
            _connection.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
