using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Froth.Core.Filings;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar;

/// <summary>The rows of <c>num.txt</c> as facts.</summary>
internal sealed class StatementNumbers
{
    private const int RowsAtOnce = 16_384;
    private const int LongestQuarters = 400;

    private readonly ParseSink _sink;
    private readonly FactWriter _writer;
    private readonly Dictionary<long, StatementSets.FilingWords> _filings;
    private readonly TabRows _rows;
    private readonly int _adsh, _tag, _version, _ddate, _qtrs, _uom, _value, _coreg, _segments;
    private readonly WordMemory _tags;
    private readonly WordMemory _units;
    private readonly WordMemory _dimensions;
    private readonly (ulong Date, int Quarters, int Start, int End)[] _periods = new (ulong, int, int, int)[256];
    private readonly int _none;
    private long _nil;

    public StatementNumbers(ParseSink sink, FactWriter writer, Dictionary<long, StatementSets.FilingWords> filings, TabRows rows)
    {
        (_sink, _writer, _filings, _rows) = (sink, writer, filings, rows);
        (_adsh, _tag, _version, _ddate) = (rows.Need("adsh"), rows.Need("tag"), rows.Need("version"), rows.Need("ddate"));
        (_qtrs, _uom, _value) = (rows.Need("qtrs"), rows.Need("uom"), rows.Need("value"));
        (_coreg, _segments) = (rows.Find("coreg"), rows.Find("segments"));
        _none = sink.Word([]);
        _tags = new WordMemory(TagWord);
        _units = new WordMemory(text => text.Length > 0 && Utf8.IsValid(text) ? sink.Word(text) : -1);
        _dimensions = new WordMemory(DimensionWord);
    }

    /// <summary>Reads some rows; false at the end of the table.</summary>
    public bool ReadSome()
    {
        for (var i = 0; i < RowsAtOnce; i++)
        {
            if (!_rows.Next())
            {
                if (_nil > 0) _sink.Refuse("num.txt", "value", $"{_nil} rows have no value (their filers left the fact blank, which is not zero)", default);
                return false;
            }

            if (!_rows.IsWhole) Refuse("", "the row has more or fewer fields than the header");
            else if (_rows.Field(_value).Length == 0) _nil++;
            else ReadRow();
        }

        return true;
    }

    private void ReadRow()
    {
        if (!TryAccession(out var accession) || !_filings.TryGetValue(accession, out var filing))
        {
            Refuse("adsh", "sub.txt tells no usable filing with this number");
            return;
        }

        if (!TryPeriod(out var start, out var end)) return;
        var problem = ReadValue(out var value);
        if (problem is not null)
        {
            Refuse("value", problem);
            return;
        }

        var tag = _tags.Of(_version == _tag + 1 ? _rows.Fields(_tag, _version) : Joined(_tag, _version));
        var unit = _units.Of(_rows.Field(_uom));
        var dimension = Dimension();
        if (tag < 0) Refuse("tag", "the tag is empty or not readable text");
        else if (unit < 0) Refuse("uom", "the unit is empty or not readable text");
        else if (dimension < 0) Refuse("segments", "the segments are not readable text");
        else _writer.AddRounded(new FactWords(filing.Entity, tag, dimension, unit), start, end, value, filing.Filed, accession, filing.Form);
    }

    private unsafe bool TryAccession(out long accession)
    {
        accession = 0;
        if (_rows.Field(_adsh).Length == 20) return FactLine.TryAccession(_rows.Place(_adsh), out accession);
        if (!Accession.TryParse(_rows.Field(_adsh), out var parsed)) return false;
        accession = parsed.Number;
        return true;
    }

    // EDGAR pads with four decimals, which stay within eighteen digits for all but a few; those take the exact way for long numbers.
    private unsafe string? ReadValue(out Int128 value)
    {
        var text = _rows.Field(_value);
        var place = _rows.Place(_value);
        return FactLine.Number(place, out value) == place + text.Length ? null : DecimalText.Read(text, out value);
    }

    // A table repeats a few hundred periods, so the last ones are remembered by their bytes.
    private bool TryPeriod(out int start, out int end)
    {
        (start, end) = (0, 0);
        var day = _rows.Field(_ddate);
        var text = _rows.Field(_qtrs);
        var quarters = Quarters(text);
        if (quarters is < 0 or > LongestQuarters) return Refuse("qtrs", $"'{Cells.Show(text)}' is not a number of quarters from 0 to {LongestQuarters}");
        if (day.Length != 8) return Refuse("ddate", $"'{Cells.Show(day)}' is not a date (yyyyMMdd)");
        var key = BinaryPrimitives.ReadUInt64LittleEndian(day);
        ref var held = ref _periods[(int)(WordTable.Mix(key + (ulong)quarters) >> 56)];
        if (held.Date != key || held.Quarters != quarters)
        {
            if (!StatementSets.TryDay(day, out var date)) return Refuse("ddate", $"'{Cells.Show(day)}' is not a date (yyyyMMdd)");
            if (!TryStart(date, quarters, out var first)) return Refuse("ddate", "the period lies outside of the calendar");
            held = (key, quarters, first, Cells.Days(date));
        }

        (start, end) = (held.Start, held.End);
        return true;
    }

    private static int Quarters(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 3) return -1;
        var quarters = 0;
        foreach (var letter in text)
        {
            var digit = (uint)(letter - '0');
            if (digit > 9) return -1;
            quarters = quarters * 10 + (int)digit;
        }

        return quarters;
    }

    // The first day of the month after the end, less three months a quarter.
    private static bool TryStart(DateOnly end, int quarters, out int start)
    {
        start = FiledFactBatch.NoStart;
        if (quarters == 0) return true;
        var month = end.Year * 12 + end.Month - 1 + 1 - 3 * quarters;
        if (month < 12) return false;
        start = Cells.Days(new DateOnly(month / 12, month % 12 + 1, 1));
        return true;
    }

    // The two columns stand side by side in all tables so far, and then nothing is copied.
    private int Dimension()
    {
        if (_coreg < 0 && _segments < 0) return _none;
        var (first, second) = (Math.Min(_coreg, _segments), Math.Max(_coreg, _segments));
        if (first < 0) return _rows.Field(second).Length == 0 ? _none : _dimensions.Of(_rows.Field(second));
        var text = second == first + 1 ? _rows.Fields(first, second) : Joined(first, second);
        return text.Length == 1 ? _none : _dimensions.Of(text);
    }

    private byte[] Joined(int first, int second) => [.. _rows.Field(first), (byte)'\t', .. _rows.Field(second)];

    // 'Tag<tab>us-gaap/2009' is us-gaap:Tag; a version that is the filing's own number marks the filer's own tag.
    private int TagWord(ReadOnlySpan<byte> text)
    {
        var cut = text.IndexOf((byte)'\t');
        var tag = text[..cut];
        var version = text[(cut + 1)..];
        if (tag.Length == 0 || !Utf8.IsValid(text)) return -1;
        var slash = version.IndexOf((byte)'/');
        ReadOnlySpan<byte> taxonomy = slash > 0 ? version[..slash] : "custom"u8;
        return _sink.Word([.. taxonomy, (byte)':', .. tag]);
    }

    private int DimensionWord(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text)) return -1;
        var cells = Encoding.UTF8.GetString(text).Split('\t');
        var (coreg, segments) = cells.Length == 1 ? (_coreg < 0 ? "" : cells[0], _coreg < 0 ? cells[0] : "")
            : _coreg < _segments ? (cells[0], cells[1]) : (cells[1], cells[0]);
        var pairs = segments.Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (coreg.Length > 0) pairs.Add($"coreg={coreg}");
        pairs.Sort(StringComparer.Ordinal);
        return _sink.Word(Encoding.UTF8.GetBytes(string.Join(';', pairs)));
    }

    private bool Refuse(string column, string reason)
    {
        _sink.Refuse($"num.txt:{_rows.Line}", column, reason, _rows.Raw);
        return false;
    }
}
