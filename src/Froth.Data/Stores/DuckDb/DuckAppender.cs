using System.Text;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Appends to one table by chunks of columns, without a call for every cell.</summary>
internal sealed unsafe class DuckAppender : IDisposable
{
    /// <summary>Rows in a chunk: the engine's vector size.</summary>
    public const int ChunkRows = 2048;

    private readonly DuckDBAppender _appender;
    private readonly DuckDBDataChunk _chunk;
    private readonly IntPtr[] _vectors;
    private readonly IntPtr[] _validity;
    private int _row;

    public DuckAppender(DuckSession session, string table)
    {
        Check(Appender.DuckDBAppenderCreate(session.Connection, null!, table, out _appender), table);
        var types = new DuckDBLogicalType[(int)Appender.DuckDBAppenderColumnCount(_appender)];
        for (var i = 0; i < types.Length; i++) types[i] = Appender.DuckDBAppenderColumnType(_appender, (ulong)i);
        _chunk = DataChunks.DuckDBCreateDataChunk([.. types.Select(t => t.DangerousGetHandle())], (ulong)types.Length);
        foreach (var type in types) type.Dispose();
        _vectors = new IntPtr[types.Length];
        _validity = new IntPtr[types.Length];
        Reset();
    }

    public Span<T> Column<T>(int column) where T : unmanaged => new(Vectors.DuckDBVectorGetData(_vectors[column]), ChunkRows);

    public void SetNull(int column, int row)
    {
        if (_validity[column] == 0)
        {
            Vectors.DuckDBVectorEnsureValidityWritable(_vectors[column]);
            _validity[column] = (IntPtr)Vectors.DuckDBVectorGetValidity(_vectors[column]);
        }

        ((ulong*)_validity[column])[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Puts UTF-8 that is known to be valid.</summary>
    public void SetText(int column, int row, ReadOnlySpan<byte> text)
    {
        fixed (byte* start = text) Vectors.DuckDBUnsafeVectorAssignStringElementLength(_vectors[column], (ulong)row, start, text.Length);
    }

    /// <summary>Hands the first <paramref name="rows"/> rows of the chunk to the engine and begins a new chunk.</summary>
    public void Flush(int rows)
    {
        if (rows > 0)
        {
            DataChunks.DuckDBDataChunkSetSize(_chunk, (ulong)rows);
            Check(Appender.DuckDBAppendDataChunk(_appender, _chunk), "chunk");
        }

        Reset();
    }

    /// <summary>Appends one row of plain values: int, long, double, string or null. For small tables.</summary>
    public void AppendRow(params ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            switch (cells[i])
            {
                case null: SetNull(i, _row); break;
                case int number: Column<int>(i)[_row] = number; break;
                case long number: Column<long>(i)[_row] = number; break;
                case Int128 scaled: Column<Int128>(i)[_row] = scaled; break;
                case double number: Column<double>(i)[_row] = number; break;
                case string text: SetText(i, _row, Encoding.UTF8.GetBytes(text)); break;
                default: throw new ArgumentException($"Cell {i} has type {cells[i]!.GetType()}.", nameof(cells));
            }
        }

        if (++_row < ChunkRows) return;
        Flush(_row);
        _row = 0;
    }

    /// <summary>Hands over what is left. Without this call nothing of the last chunk lands.</summary>
    public void Complete()
    {
        Flush(_row);
        _row = 0;
        Check(Appender.DuckDBAppenderFlush(_appender), "flush");
    }

    public void Dispose()
    {
        _chunk.Dispose();
        _appender.Dispose();
    }

    private void Reset()
    {
        DataChunks.DuckDBDataChunkReset(_chunk);
        Array.Clear(_validity);
        for (var i = 0; i < _vectors.Length; i++) _vectors[i] = DataChunks.DuckDBDataChunkGetVector(_chunk, i);
    }

    private void Check(DuckDBState state, string what)
    {
        if (state.IsSuccess()) return;
        using var error = Appender.DuckDBAppenderErrorData(_appender);
        throw new DuckFault($"Appending ({what}) failed: {error.Message}");
    }
}
