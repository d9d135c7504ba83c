namespace Froth.Data.Sources;

/// <summary>
/// Facts of filings as columns, in the layout of the store's own chunks. Words (entity, tag, dimension, unit, form) are numbers given
/// by <see cref="ParseSink.Word"/>; days are counted from 1970-01-01; values are scaled by 10^18.
/// </summary>
internal sealed class FiledFactBatch
{
    /// <summary>Rows in a full batch: two chunks of the store.</summary>
    public const int Capacity = 4_096;

    /// <summary>Start of a fact about one day.</summary>
    public const int NoStart = int.MinValue;

    public readonly int[] Entity = new int[Capacity];
    public readonly int[] Tag = new int[Capacity];
    public readonly int[] Dimension = new int[Capacity];
    public readonly int[] Unit = new int[Capacity];
    public readonly int[] Start = new int[Capacity];
    public readonly int[] End = new int[Capacity];
    public readonly Int128[] Value = new Int128[Capacity];
    public readonly int[] Filed = new int[Capacity];
    public readonly long[] Accession = new long[Capacity];
    public readonly int[] Form = new int[Capacity];

    /// <summary>1 where the source rounds dates, else 0.</summary>
    public readonly byte[] Rounded = new byte[Capacity];

    /// <summary>The publication; 0 where the file itself is. Filled in by the store, not by parsers.</summary>
    public readonly int[] Source = new int[Capacity];

    public int Count { get; set; }

    public bool IsFull => Count == Capacity;
}
