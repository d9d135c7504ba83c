using Froth.Data.Sources;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Copies batches of filed facts into the engine's chunks, column by column, in the order of the table.</summary>
internal static class FiledFactColumns
{
    public static void Append(DuckAppender appender, FiledFactBatch batch, int run, int snapshot, long firstNumber)
    {
        for (var from = 0; from < batch.Count; from += DuckAppender.ChunkRows)
        {
            var rows = Math.Min(DuckAppender.ChunkRows, batch.Count - from);
            var numbers = appender.Column<long>(0)[..rows];
            for (var i = 0; i < rows; i++) numbers[i] = firstNumber + from + i;
            appender.Column<int>(1)[..rows].Fill(run);
            Copy(batch.Entity, 2);
            Copy(batch.Tag, 3);
            Copy(batch.Dimension, 4);
            Copy(batch.Unit, 5);
            Copy(batch.Start, 6);
            Copy(batch.End, 7);
            Copy(batch.Value, 8);
            Copy(batch.Filed, 9);
            Copy(batch.Accession, 10);
            Copy(batch.Form, 11);
            Copy(batch.Rounded, 12);
            appender.Column<int>(13)[..rows].Fill(snapshot);
            Copy(batch.Source, 14);
            var starts = batch.Start.AsSpan(from, rows);
            for (var i = 0; i < rows; i++)
            {
                if (starts[i] == FiledFactBatch.NoStart) appender.SetNull(6, i);
            }

            appender.Flush(rows);

            void Copy<T>(T[] column, int at) where T : unmanaged => column.AsSpan(from, rows).CopyTo(appender.Column<T>(at));
        }
    }
}
