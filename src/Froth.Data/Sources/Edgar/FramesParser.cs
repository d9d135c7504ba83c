using System.Globalization;
using System.Text;
using Froth.Data.Ingest;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// One tag of all filers about one calendar period (<c>frames</c>). A frame tells neither form nor day of filing, and it holds only
/// the newest filing of each fact. Where the store does not know the filing, a fact counts as public from the day on which the frame
/// was fetched: the world knew it earlier, but nothing held here proves when.
/// </summary>
internal sealed unsafe class FramesParser(ParseSink sink, FactWriter writer)
{
    private readonly FactObject _object = new(sink, writer);
    private readonly int _none = sink.Word([]);
    private readonly Dictionary<long, int> _entities = [];

    /// <summary>Reads a frames response.</summary>
    /// <param name="bytes">The response.</param>
    /// <param name="file">Its name and the day on which it was fetched.</param>
    /// <exception cref="SourceFormatException">It is truncated, malformed, or something else.</exception>
    public void Parse(ResponseBytes bytes, SourceFile file)
    {
        fixed (byte* start = bytes.Padded)
        {
            var json = new JsonScanner(start, bytes.Length, file.Name);
            JsonToken taxonomy = default, tag = default, unit = default, data = default;
            json.TakeObject("the response");
            var isFirst = true;
            while (json.NextMember(ref isFirst, out var key))
            {
                var value = json.Value();
                if (key.Is("taxonomy"u8)) taxonomy = value;
                else if (key.Is("tag"u8)) tag = value;
                else if (key.Is("uom"u8)) unit = value;
                else if (key.Is("data"u8)) data = value;
            }

            json.TakeEnd();
            if (data.Kind != JsonKind.Array) throw json.WrongShape("it has no array 'data'");
            if (unit.Text(100) is not { Length: > 0 } unitText) throw json.WrongShape("'uom' is not a readable text");
            var word = FactsParser.TagWord(sink, taxonomy, tag) ?? throw json.WrongShape("'taxonomy' and 'tag' are not both readable texts");
            // Addresses of frames write USD-per-shares where all other responses write USD/shares.
            var unitWord = sink.Word(Encoding.UTF8.GetBytes(unitText.Replace("-per-", "/", StringComparison.Ordinal)));
            json.At = data.Start;
            ReadArray(ref json, word, unitWord, FirstSeen(file));
        }
    }

    private DateOnly FirstSeen(SourceFile file)
    {
        var fetched = DateOnly.FromDateTime(file.FetchedAt.UtcDateTime);
        return file.FetchedAt == default || fetched > sink.Today ? sink.Today : fetched;
    }

    private void ReadArray(ref JsonScanner json, int tag, int unit, DateOnly firstSeen)
    {
        var place = new FactPlace { Prefix = "" };
        json.Take((byte)'[');
        var isFirst = true;
        while (json.NextElement(ref isFirst))
        {
            if (json.Peek() != '{') sink.Refuse(place.Locator, "", "this is not a fact but a bare value", json.Value().Raw);
            else ReadFact(ref json, place, tag, unit, firstSeen);
            place.Index++;
        }

        writer.Advance(json.Offset);
    }

    private void ReadFact(ref JsonScanner json, in FactPlace place, int tag, int unit, DateOnly firstSeen)
    {
        var begin = json.At;
        JsonToken start = default, end = default, value = default, accession = default, cik = default, title = default;
        json.Take((byte)'{');
        var isFirst = true;
        while (json.NextMember(ref isFirst, out var key))
        {
            var told = json.Value();
            if (key.Is("start"u8)) start = told;
            else if (key.Is("end"u8)) end = told;
            else if (key.Is("val"u8)) value = told;
            else if (key.Is("accn"u8)) accession = told;
            else if (key.Is("cik"u8)) cik = told;
            else if (key.Is("entityName"u8)) title = told;
        }

        var raw = new ReadOnlySpan<byte>(begin, (int)(json.At - begin));
        if (!_object.TryPeriod(place, start, end, raw, out var startDay, out var endDay)
            || !_object.TryValue(place, value, raw, out var number)
            || !_object.TryAccession(place, accession, raw, out var filing)) return;
        if (FactsParser.Cik(cik) is not { } firm)
        {
            sink.Refuse(place.Locator, "cik", "the CIK is missing or not a number of up to ten digits", raw);
            return;
        }

        var known = sink.FindFiling(filing);
        writer.Begin(EntityOf(firm, title), tag, _none, unit);
        writer.Add(startDay, endDay, number, Cells.Days(known?.Filed ?? firstSeen), filing.Number, known is null ? _none : sink.Word(Encoding.UTF8.GetBytes(known.Form)));
    }

    private int EntityOf(long cik, JsonToken title)
    {
        if (_entities.TryGetValue(cik, out var word)) return word;
        var text = cik.ToString(CultureInfo.InvariantCulture);
        var name = title.Text();
        word = sink.Word(Encoding.UTF8.GetBytes(sink.EntityOf("cik", text, string.IsNullOrWhiteSpace(name) ? $"CIK {text}" : name)));
        _entities.Add(cik, word);
        return word;
    }
}
