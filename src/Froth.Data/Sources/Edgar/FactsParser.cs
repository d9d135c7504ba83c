using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Froth.Data.Ingest;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// All facts of a firm (<c>companyfacts</c>) and those under one tag (<c>companyconcept</c>). A fact in EDGAR's own spelling takes
/// the fast path; any other valid JSON takes the general one, with the same result.
/// </summary>
/// <param name="sink">Takes what is refused.</param>
/// <param name="writer">Takes the facts.</param>
/// <param name="isFast">False to take the general path throughout; for tests.</param>
internal sealed unsafe class FactsParser(ParseSink sink, FactWriter writer, bool isFast = true)
{
    private const int LongestWord = 1_000;

    private readonly FactLine _line = new(sink, writer);
    private readonly FactObject _object = new(sink, writer);
    private readonly int _noDimension = sink.Word([]);
    private int _entity;

    /// <summary>Reads a companyfacts response.</summary>
    /// <param name="bytes">The response.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="prefix">What stands before the places of refusals.</param>
    /// <exception cref="SourceFormatException">It is truncated, malformed, or something else.</exception>
    public void ParseFirm(ResponseBytes bytes, string name, string prefix = "")
    {
        fixed (byte* start = bytes.Padded)
        {
            var json = new JsonScanner(start, bytes.Length, name);
            var place = new FactPlace { Prefix = prefix, Index = -1 };
            var later = new List<long>();
            JsonToken cik = default, title = default;
            var hasFacts = false;
            json.TakeObject("the response");
            var isFirst = true;
            while (json.NextMember(ref isFirst, out var key))
            {
                if (key.Is("cik"u8)) cik = json.Value();
                else if (key.Is("entityName"u8)) title = json.Value();
                else if (!key.Is("facts"u8)) json.Value();
                else if (hasFacts) throw json.WrongShape("'facts' stands there twice");
                else
                {
                    hasFacts = true;
                    json.Peek();
                    // The firm usually comes first. Where it does not, its facts are read in a second pass.
                    if (cik.Kind == JsonKind.None || title.Kind == JsonKind.None)
                    {
                        later.Add(json.Offset);
                        json.Value();
                        continue;
                    }

                    _entity = EntityOf(ref json, cik, title, place);
                    ReadFacts(ref json, place);
                }
            }

            json.TakeEnd();
            if (!hasFacts) throw json.WrongShape("it has no 'facts'");
            if (later.Count == 0) return;
            json.At = start + later[0];
            _entity = EntityOf(ref json, cik, title, place);
            ReadFacts(ref json, place);
        }
    }

    /// <summary>Reads a companyconcept response.</summary>
    /// <inheritdoc cref="ParseFirm" path="/param" />
    /// <exception cref="SourceFormatException">It is truncated, malformed, or something else.</exception>
    public void ParseConcept(ResponseBytes bytes, string name)
    {
        fixed (byte* start = bytes.Padded)
        {
            var json = new JsonScanner(start, bytes.Length, name);
            var place = new FactPlace { Prefix = "", Index = -1 };
            JsonToken cik = default, title = default, taxonomy = default, tag = default, units = default;
            json.TakeObject("the response");
            var isFirst = true;
            while (json.NextMember(ref isFirst, out var key))
            {
                var value = json.Value();
                if (key.Is("cik"u8)) cik = value;
                else if (key.Is("entityName"u8)) title = value;
                else if (key.Is("taxonomy"u8)) taxonomy = value;
                else if (key.Is("tag"u8)) tag = value;
                else if (key.Is("units"u8)) units = value;
            }

            json.TakeEnd();
            if (units.Kind != JsonKind.Object) throw json.WrongShape("it has no object 'units'");
            var word = TagWord(sink, taxonomy, tag) ?? throw json.WrongShape("'taxonomy' and 'tag' are not both readable texts");
            _entity = EntityOf(ref json, cik, title, place);
            json.At = units.Start;
            ReadUnits(ref json, word, place);
        }
    }

    /// <summary>The number of the word <c>taxonomy:tag</c>; null when it is no readable text.</summary>
    public static int? TagWord(ParseSink sink, JsonToken taxonomy, JsonToken tag)
    {
        if (!IsWord(taxonomy) || !IsWord(tag)) return null;
        var first = taxonomy.Bytes;
        var second = tag.Bytes;
        Span<byte> word = stackalloc byte[2 * LongestWord + 1];
        first.CopyTo(word);
        word[first.Length] = (byte)':';
        second.CopyTo(word[(first.Length + 1)..]);
        return sink.Word(word[..(first.Length + 1 + second.Length)]);
    }

    /// <summary>The CIK that a number or a text tells, padded or not; null when it tells none.</summary>
    public static long? Cik(JsonToken token)
    {
        var digits = token.Kind is JsonKind.Number or JsonKind.String ? token.Bytes : default;
        if (digits.Length is 0 or > 10 || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return null;
        var cik = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return cik == 0 ? null : cik;
    }

    private static bool IsWord(JsonToken token)
    {
        if (!token.IsString || token.Raw.Length is 0 or > LongestWord) return false;
        var bytes = token.Bytes;
        return Utf8.IsValid(bytes) && !bytes.ContainsAnyInRange((byte)0, (byte)31);
    }

    private int EntityOf(ref JsonScanner json, JsonToken cik, JsonToken title, FactPlace place)
    {
        if (Cik(cik) is not { } number) throw json.WrongShape($"'cik' is {(cik.Kind == JsonKind.None ? "missing" : $"'{Cells.Show(cik.Raw)}'")} and not a number of up to ten digits");
        var text = number.ToString(CultureInfo.InvariantCulture);
        var name = title.Text();
        if (name is null && title.IsString) sink.Refuse($"{place.Prefix}/entityName", "entityName", "the name is not readable text (UTF-8); the firm goes by its CIK", title.Raw);
        return sink.Word(Encoding.UTF8.GetBytes(sink.EntityOf("cik", text, string.IsNullOrWhiteSpace(name) ? $"CIK {text}" : name)));
    }

    private void ReadFacts(ref JsonScanner json, FactPlace place)
    {
        json.TakeObject("'facts'");
        var isFirst = true;
        while (json.NextMember(ref isFirst, out place.Taxonomy))
        {
            place.Tag = default;
            json.TakeObject(place.Locator);
            var isFirstTag = true;
            while (json.NextMember(ref isFirstTag, out place.Tag)) ReadTag(ref json, place);
        }
    }

    private void ReadTag(ref JsonScanner json, FactPlace place)
    {
        var begin = json.At;
        json.TakeObject(place.Locator);
        var word = TagWord(sink, place.Taxonomy, place.Tag);
        var hasUnits = false;
        var isFirst = true;
        while (json.NextMember(ref isFirst, out var key))
        {
            if (word is null || !key.Is("units"u8) || json.Peek() != '{')
            {
                json.Value();
                continue;
            }

            hasUnits = true;
            ReadUnits(ref json, word.Value, place);
        }

        if (hasUnits) return;
        sink.Refuse(place.Locator, "", word is null ? "the tag is not readable text" : "the tag has no object 'units'", new ReadOnlySpan<byte>(begin, (int)(json.At - begin)));
    }

    private void ReadUnits(ref JsonScanner json, int tag, FactPlace place)
    {
        json.Take((byte)'{');
        var isFirst = true;
        while (json.NextMember(ref isFirst, out place.Unit))
        {
            place.Index = -1;
            if (!IsWord(place.Unit) || json.Peek() != '[')
            {
                sink.Refuse(place.Locator, "", IsWord(place.Unit) ? "the facts of a unit are not an array" : "the unit is not readable text", json.Value().Raw);
                continue;
            }

            writer.Begin(_entity, tag, _noDimension, sink.Word(place.Unit.Bytes));
            ReadArray(ref json, place);
            writer.Advance(json.Offset);
        }
    }

    private void ReadArray(ref JsonScanner json, FactPlace place)
    {
        json.Take((byte)'[');
        place.Index = 0;
        if (json.TryTake((byte)']')) return;
        while (true)
        {
            var after = isFast ? _line.TryRead(json.At) : null;
            if (after != null) json.At = after;
            else _object.Read(ref json, place);
            place.Index++;
            if (json.TryTake((byte)']')) return;
            json.Take((byte)',');
        }
    }
}
