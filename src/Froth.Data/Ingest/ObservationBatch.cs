namespace Froth.Data.Ingest;

/// <summary>Observations of one file as columns, in the layout of the store's own chunks. Reused from batch to batch.</summary>
internal sealed class ObservationBatch
{
    /// <summary>Rows in a full batch: two chunks of the store, so that a batch stays in a core's own cache while it is filled and copied.</summary>
    public const int Capacity = 4_096;

    /// <summary>Start of an observation about one day.</summary>
    public const int NoStart = int.MinValue;

    public readonly int[] Concept = new int[Capacity];
    public readonly int[] Entity = new int[Capacity];
    public readonly int[] Dimension = new int[Capacity];
    public readonly int[] Unit = new int[Capacity];
    public readonly int[] Start = new int[Capacity];
    public readonly int[] End = new int[Capacity];
    public readonly Int128[] Value = new Int128[Capacity];
    public readonly Int128[] Low = new Int128[Capacity];
    public readonly Int128[] High = new Int128[Capacity];
    public readonly Told[] Told = new Told[Capacity];
    public readonly byte[] Grade = new byte[Capacity];
    public readonly int[] Published = new int[Capacity];
    public readonly int[] Source = new int[Capacity];
    public readonly int[] Line = new int[Capacity];
    public readonly (int Start, int Length)[] Locator = new (int, int)[Capacity];
    public readonly (int Start, int Length)[] Note = new (int, int)[Capacity];

    private byte[] _text = new byte[1 << 16];
    private int _textUsed;

    public int Count { get; set; }

    public bool IsFull => Count == Capacity;

    public ReadOnlySpan<byte> Text((int Start, int Length) at) => _text.AsSpan(at.Start, at.Length);

    public (int Start, int Length) Keep(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return default;
        if (_textUsed + text.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _textUsed + text.Length));
        text.CopyTo(_text.AsSpan(_textUsed));
        _textUsed += text.Length;
        return (_textUsed - text.Length, text.Length);
    }

    public void Clear()
    {
        Count = 0;
        _textUsed = 0;
    }
}

/// <summary>Which of the three numbers of a row were told.</summary>
[Flags]
internal enum Told : byte
{
    Nothing = 0,
    Value = 1,
    Low = 2,
    High = 4,
}
