using System.Text.Unicode;
using Froth.Core.Filings;
using Froth.Data.Ingest;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// The general path: one fact in any valid JSON, and the only place that refuses one. Fiscal year and period and the frame describe
/// the filing or name a calendar, not the fact, and are not kept.
/// </summary>
internal sealed class FactObject(ParseSink sink, FactWriter writer)
{
    private const int LongestForm = 40;
    private readonly int _today = Cells.Days(sink.Today);

    /// <summary>Reads the fact that comes next and adds or refuses it.</summary>
    /// <param name="json">Stands before the fact.</param>
    /// <param name="place">Its place, for a refusal.</param>
    public unsafe void Read(ref JsonScanner json, in FactPlace place)
    {
        if (json.Peek() != '{')
        {
            Refuse(place, "", "this is not a fact but a bare value", json.Value().Raw);
            return;
        }

        var begin = json.At;
        JsonToken start = default, end = default, value = default, accession = default, form = default, filed = default;
        json.Take((byte)'{');
        var isFirst = true;
        while (json.NextMember(ref isFirst, out var key))
        {
            var told = json.Value();
            switch (key.Bytes)
            {
                case var k when k.SequenceEqual("start"u8): start = told; break;
                case var k when k.SequenceEqual("end"u8): end = told; break;
                case var k when k.SequenceEqual("val"u8): value = told; break;
                case var k when k.SequenceEqual("accn"u8): accession = told; break;
                case var k when k.SequenceEqual("form"u8): form = told; break;
                case var k when k.SequenceEqual("filed"u8): filed = told; break;
            }
        }

        var raw = new ReadOnlySpan<byte>(begin, (int)(json.At - begin));
        if (!TryPeriod(place, start, end, raw, out var startDay, out var endDay)
            || !TryValue(place, value, raw, out var number)
            || !TryAccession(place, accession, raw, out var filing)
            || !TryForm(place, form, raw, out var formWord)
            || !TryFiled(place, filed, raw, out var filedDay)) return;
        writer.Add(startDay, endDay, number, filedDay, filing.Number, formWord);
    }

    /// <summary>Reads the days that a fact covers, or refuses it.</summary>
    public bool TryPeriod(in FactPlace place, JsonToken start, JsonToken end, ReadOnlySpan<byte> raw, out int startDay, out int endDay)
    {
        startDay = FiledFactBatch.NoStart;
        endDay = 0;
        if (start.Kind is not (JsonKind.None or JsonKind.Null) && !TryDay(place, "start", start, raw, out startDay)) return false;
        if (!TryDay(place, "end", end, raw, out endDay)) return false;
        return startDay <= endDay || Refuse(place, "start", $"the period starts on {start.Text()} and ends before that, on {end.Text()}", raw);
    }

    /// <summary>Reads the number, exactly, or refuses the fact.</summary>
    public bool TryValue(in FactPlace place, JsonToken value, ReadOnlySpan<byte> raw, out Int128 number)
    {
        number = 0;
        var problem = value.Kind switch
        {
            JsonKind.None => "the value is missing",
            JsonKind.Null => "the value is null, which is no number and not zero",
            JsonKind.Number => DecimalText.Read(value.Raw, out number),
            _ => $"the value {Cells.Show(value.Raw)} is not a number",
        };
        return problem is null || Refuse(place, "val", problem, raw);
    }

    /// <summary>Reads the number of the filing, or refuses the fact.</summary>
    public bool TryAccession(in FactPlace place, JsonToken accession, ReadOnlySpan<byte> raw, out Accession filing)
    {
        filing = default;
        if (accession.Kind == JsonKind.None) return Refuse(place, "accn", "the number of the filing is missing", raw);
        return accession.IsString && Accession.TryParse(accession.Bytes, out filing) && filing.Number != 0
            || Refuse(place, "accn", $"'{Cells.Show(accession.Raw)}' is not the number of a filing, such as 0001045810-24-000029", raw);
    }

    private bool TryForm(in FactPlace place, JsonToken form, ReadOnlySpan<byte> raw, out int word)
    {
        word = 0;
        if (form.Kind == JsonKind.None) return Refuse(place, "form", "the form of the filing is missing", raw);
        var text = form.IsString ? form.Bytes : default;
        if (text.Length is 0 or > LongestForm || !Utf8.IsValid(text) || text.ContainsAnyInRange((byte)0, (byte)31))
        {
            return Refuse(place, "form", $"'{Cells.Show(form.Raw)}' is not a form, such as 10-K", raw);
        }

        word = sink.Word(text);
        return true;
    }

    private bool TryFiled(in FactPlace place, JsonToken filed, ReadOnlySpan<byte> raw, out int day) =>
        TryDay(place, "filed", filed, raw, out day)
        && (day <= _today || Refuse(place, "filed", $"it was filed on {filed.Text()}, after today ({sink.Today:yyyy-MM-dd})", raw));

    private bool TryDay(in FactPlace place, string column, JsonToken token, ReadOnlySpan<byte> raw, out int day)
    {
        day = 0;
        if (token.Kind == JsonKind.None) return Refuse(place, column, $"the date '{column}' is missing", raw);
        return token.IsString && Cells.TryDate(token.Bytes, out day) || Refuse(place, column, $"'{Cells.Show(token.Raw)}' is not a date (yyyy-MM-dd)", raw);
    }

    private bool Refuse(in FactPlace place, string column, string reason, ReadOnlySpan<byte> raw)
    {
        sink.Refuse(place.Locator, column, reason, raw);
        return false;
    }
}
