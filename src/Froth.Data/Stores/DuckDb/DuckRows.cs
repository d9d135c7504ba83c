using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Froth.Data.Stores.DuckDb;

/// <summary>The rows of a query, a chunk of columns at a time. Spans are valid until the next chunk.</summary>
internal sealed unsafe class DuckRows(DuckDBResult result) : IDisposable
{
    private readonly DuckDBResult _result = result;
    private DuckDBDataChunk? _chunk;

    /// <summary>Rows of the present chunk.</summary>
    public int Count { get; private set; }

    public bool NextChunk()
    {
        _chunk?.Dispose();
        _chunk = NativeMethods.Query.DuckDBFetchChunk(_result);
        Count = _chunk.IsInvalid ? 0 : (int)DataChunks.DuckDBDataChunkGetSize(_chunk);
        return Count > 0;
    }

    public ReadOnlySpan<int> Ints(int column) => new(Data(column), Count);

    public ReadOnlySpan<long> Longs(int column) => new(Data(column), Count);

    public ReadOnlySpan<double> Doubles(int column) => new(Data(column), Count);

    public ReadOnlySpan<byte> Bytes(int column) => new(Data(column), Count);

    /// <summary>Decimals of 19 to 38 digits, as scaled integers.</summary>
    public ReadOnlySpan<Int128> Scaled(int column) => new(Data(column), Count);

    /// <summary>The bits that say which rows are not null, or null when all are.</summary>
    public ulong* Validity(int column) => Vectors.DuckDBVectorGetValidity(Vector(column));

    public bool IsNull(int column, int row)
    {
        var validity = Validity(column);
        return IsNull(validity, row);
    }

    public static bool IsNull(ulong* validity, int row) => validity != null && (validity[row >> 6] >> (row & 63) & 1) == 0;

    public ReadOnlySpan<DuckText> Texts(int column) => new(Data(column), Count);

    /// <summary>Text of one cell; empty for null.</summary>
    public string Text(int column, int row) => IsNull(column, row) ? "" : Texts(column)[row].ToString();

    public void Dispose()
    {
        _chunk?.Dispose();
        _result.Close();
    }

    private IntPtr Vector(int column) => DataChunks.DuckDBDataChunkGetVector(_chunk!, column);

    private void* Data(int column) => Vectors.DuckDBVectorGetData(Vector(column));
}

/// <summary>DuckDB's string cell: up to twelve bytes stand in the cell itself, longer ones behind a pointer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal readonly unsafe struct DuckText
{
    [FieldOffset(0)] private readonly int _length;
    [FieldOffset(8)] private readonly byte* _pointer;

    public bool IsEmpty => _length == 0;

    public override string ToString()
    {
        if (_length == 0) return "";
        if (_length > 12) return Encoding.UTF8.GetString(_pointer, _length);
        fixed (DuckText* self = &this) return Encoding.UTF8.GetString((byte*)self + 4, _length);
    }
}
