using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Copies batches of observations into the engine's chunks, column by column, in the order of the table.</summary>
internal static class ObservationColumns
{
    public static void Append(DuckAppender appender, ObservationBatch batch, int run, int snapshot, long firstNumber)
    {
        for (var from = 0; from < batch.Count; from += DuckAppender.ChunkRows)
        {
            var rows = Math.Min(DuckAppender.ChunkRows, batch.Count - from);
            Keys(appender, batch, from, rows);
            Values(appender, batch, from, rows);
            Numbering(appender.Column<long>(0)[..rows], firstNumber + from);
            appender.Column<int>(1)[..rows].Fill(run);
            appender.Column<int>(14)[..rows].Fill(snapshot);
            Texts(appender, 16, batch, batch.Locator.AsSpan(from, rows));
            Texts(appender, 17, batch, batch.Note.AsSpan(from, rows));
            appender.Flush(rows);
        }
    }

    private static void Keys(DuckAppender appender, ObservationBatch batch, int from, int rows)
    {
        Copy(batch.Concept, 2);
        Copy(batch.Entity, 3);
        Copy(batch.Dimension, 4);
        Copy(batch.Unit, 5);
        Copy(batch.Start, 6);
        Copy(batch.End, 7);
        Copy(batch.Grade, 11);
        Copy(batch.Published, 12);
        Copy(batch.Source, 13);
        Copy(batch.Line, 15);
        for (var i = 0; i < rows; i++)
        {
            if (batch.Start[from + i] == ObservationBatch.NoStart) appender.SetNull(6, i);
        }

        void Copy<T>(T[] column, int at) where T : unmanaged => column.AsSpan(from, rows).CopyTo(appender.Column<T>(at));
    }

    private static void Values(DuckAppender appender, ObservationBatch batch, int from, int rows)
    {
        batch.Value.AsSpan(from, rows).CopyTo(appender.Column<Int128>(8));
        batch.Low.AsSpan(from, rows).CopyTo(appender.Column<Int128>(9));
        batch.High.AsSpan(from, rows).CopyTo(appender.Column<Int128>(10));
        for (var i = 0; i < rows; i++)
        {
            var told = batch.Told[from + i];
            if ((told & Told.Value) == 0) appender.SetNull(8, i);
            if ((told & Told.Low) == 0) appender.SetNull(9, i);
            if ((told & Told.High) == 0) appender.SetNull(10, i);
        }
    }

    private static void Numbering(Span<long> column, long first)
    {
        for (var i = 0; i < column.Length; i++) column[i] = first + i;
    }

    // Sixteen zero bytes are the engine's empty string, so only cells with text need a call.
    private static void Texts(DuckAppender appender, int column, ObservationBatch batch, ReadOnlySpan<(int Start, int Length)> cells)
    {
        appender.Column<Int128>(column)[..cells.Length].Clear();
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length > 0) appender.SetText(column, i, batch.Text(cells[i]));
        }
    }
}
