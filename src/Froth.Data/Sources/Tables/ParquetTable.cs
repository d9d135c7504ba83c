using System.Globalization;
using System.Numerics;
using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace Froth.Data.Sources.Tables;

/// <summary>Reads a Parquet file of flat columns as a table, one row group at a time.</summary>
internal static class ParquetTable
{
    private const long MostRows = 20_000_000;
    private const long MostInflatedBytes = 1L << 30;

    private static readonly HashSet<Type> Readable =
    [
        typeof(string), typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(BigInteger), typeof(DateTime), typeof(DateOnly), typeof(ReadOnlyMemory<char>),
    ];

    /// <exception cref="SourceFormatException">The file is malformed, has nested columns, or is too large.</exception>
    public static Table Open(SourceFile file)
    {
        var (header, groups) = Guarded(file, async () =>
        {
            using var stream = file.Open();
            await using var reader = await ParquetReader.CreateAsync(stream).ConfigureAwait(false);
            var names = reader.Schema.Fields.Select(f => Flat(file, f)).ToList();
            Check(file, reader);
            return (names, reader.RowGroupCount);
        });
        return new Table(header, Rows(file, header, groups));
    }

    private static void Check(SourceFile file, ParquetReader reader)
    {
        var rows = 0L;
        var bytes = 0L;
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            rows += group.RowCount;
            bytes += group.RowGroup.TotalByteSize;
        }

        if (rows is < 0 or > MostRows || bytes is < 0 or > MostInflatedBytes)
        {
            throw new SourceFormatException($"{file.Name} claims {rows:N0} rows and {bytes:N0} bytes; at most {MostRows:N0} rows and {MostInflatedBytes:N0} bytes are read. Split the file.");
        }
    }

    private static string Flat(SourceFile file, Field field) => field is DataField { IsArray: false } column && Readable.Contains(column.ClrType)
        ? field.Name
        : throw new SourceFormatException($"{file.Name}: the column '{field.Name}' is nested or binary; only flat columns of text, numbers, dates and truth values are read. Leave it out or flatten it.");

    private static IEnumerable<TableRow> Rows(SourceFile file, List<string> header, int groups)
    {
        var number = 0;
        for (var i = 0; i < groups; i++)
        {
            var group = Guarded(file, async () =>
            {
                using var stream = file.Open();
                return (await ParquetSerializer.DeserializeUntypedAsync(stream, rowGroupIndex: i).ConfigureAwait(false)).Data;
            });
            foreach (var row in group) yield return new TableRow($"row {++number}", [.. header.Select(h => CellOf(row.TryGetValue(h, out var value) ? value : null))]);
        }
    }

    private static T Guarded<T>(SourceFile file, Func<Task<T>> read)
    {
        try
        {
            return Task.Run(read).GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is not (SourceFormatException or OutOfMemoryException))
        {
            throw new SourceFormatException($"{file.Name} is not a sound Parquet file ({fault.Message}); it is truncated or damaged. Export it again.", fault);
        }
    }

    private static TableCell CellOf(object? value) => value switch
    {
        null => TableCell.Empty,
        string text => new TableCell(text.Trim()),
        ReadOnlyMemory<char> text => new TableCell(text.ToString().Trim()),
        bool flag => new TableCell(flag ? "true" : "false"),
        DateTime date => new TableCell(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellForm.Date),
        DateOnly date => new TableCell(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellForm.Date),
        double number => new TableCell(number.ToString("R", CultureInfo.InvariantCulture), CellForm.Number),
        float number => new TableCell(number.ToString("R", CultureInfo.InvariantCulture), CellForm.Number),
        IFormattable other => new TableCell(other.ToString(null, CultureInfo.InvariantCulture), CellForm.Number),
        _ => new TableCell(value.ToString() ?? ""),
    };
}
