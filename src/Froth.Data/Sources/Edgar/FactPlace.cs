using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>Where a fact stands; spelled out as a JSON pointer only when something is refused.</summary>
internal struct FactPlace
{
    /// <summary>Name of the member, with a slash behind it, when the response lies in a zip; else empty.</summary>
    public string Prefix;

    /// <summary>Taxonomy and tag; none in a response about one tag.</summary>
    public JsonToken Taxonomy;
    public JsonToken Tag;

    /// <summary>Unit; none in a frame, whose facts lie in <c>data</c>.</summary>
    public JsonToken Unit;

    /// <summary>Number of the fact in its array, from 0; -1 for what lies above.</summary>
    public int Index;

    /// <summary>The JSON pointer: <c>/facts/us-gaap/Revenues/units/USD/12</c>.</summary>
    public readonly string Locator
    {
        get
        {
            var facts = Taxonomy.IsString ? $"/facts/{Name(Taxonomy)}" + (Tag.IsString ? $"/{Name(Tag)}" : "") : "";
            var list = Unit.IsString ? $"/units/{Name(Unit)}" : "";
            if (facts.Length + list.Length == 0) list = "/data";
            return $"{Prefix}{facts}{list}" + (Index >= 0 ? $"/{Index}" : "");
        }
    }

    private static string Name(JsonToken token) =>
        Ingest.Cells.Show(token.Bytes, 200).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
