using System.Text;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Data.Sources;
using Froth.Data.Sources.Tables;
using MiniExcelLibs;
using Parquet.Schema;
using Parquet.Serialization;

namespace Froth.IntegrationTests.Sources.Tables;

/// <summary>A folder of its own for one test, with short ways to write files of every kind into it.</summary>
public sealed class TableFolder : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    private readonly string _path = Directory.CreateTempSubdirectory("froth-tables-").FullName;

    public string Path(string name) => System.IO.Path.Combine(_path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    /// <summary>A workbook with one sheet for each list of rows; a row is a list of cells.</summary>
    public string Workbook(string name, params (string Sheet, object?[][] Rows)[] sheets)
    {
        var told = sheets.ToDictionary(s => s.Sheet, s => (object)s.Rows.Skip(1).Select(r =>
            s.Rows[0].Zip(r).ToDictionary(p => (string)p.First!, p => p.Second)).ToList());
        MiniExcel.SaveAs(Path(name), told);
        return Path(name);
    }

    /// <summary>A Parquet file of flat columns that may all be empty.</summary>
    public async Task<string> Parquet(string name, ParquetSchema schema, params IDictionary<string, object?>[] rows)
    {
        await using var stream = File.Create(Path(name));
        await ParquetSerializer.SerializeUntypedAsync(rows, schema, stream);
        return Path(name);
    }

    /// <summary>The entities of the default data.</summary>
    public static IReadOnlyList<Entity> Known()
    {
        var table = CsvTable.OfText(File.ReadAllText(Repository.Path("data", "entities.csv")), "entities.csv");
        return [.. table.Rows.Select(r => new NamedRow(table, r)).Select(r => new Entity
        {
            Id = r["id"], Name = new Bilingual(r["name"], r["name_zh"]), Kind = Codes.TryParse<EntityKind>(r["kind"], out var kind) ? kind : throw new InvalidDataException(r["kind"]),
            Aliases = r["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries),
        })];
    }

    public static SourceArguments Arguments(params (string Name, string Value)[] told) =>
        new(told.GroupBy(t => t.Name).Select(g => new KeyValuePair<string, IReadOnlyList<string>>(g.Key, [.. g.Select(t => t.Value)])));

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
