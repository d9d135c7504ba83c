using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Time;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>The reads that the store offers, over one generation.</summary>
internal static class StoreReading
{
    public static FactBatch Batch(FactReader reader, FactQuery query)
    {
        var concepts = Numbers(reader, query.Concepts);
        var entities = Numbers(reader, query.Entities);
        var where = reader.Visible(query.Vintage) + Between("concept", concepts) + Between("entity", entities);
        var batch = new FactBatch(
            query.Concepts is { Count: 0 } ? [] : new ObservationReader(reader).Revisions(where, concepts, entities),
            query.IncludeFlows ? RecordReader.Flows(reader, query.Vintage) : [],
            reader.Entities(query.Vintage),
            reader.DataVersion);
        if (query.FiledTags is null) return batch;
        var tags = query.FiledTags.Count == 0 ? null : Numbers(reader, query.FiledTags);
        return batch with { FiledFacts = new FiledFactReader(reader).Read(query.Vintage, entities, tags) };
    }

    public static List<Observation> Series(FactReader reader, string entity, string concept, Vintage vintage)
    {
        ArgumentException.ThrowIfNullOrEmpty(entity);
        ArgumentException.ThrowIfNullOrEmpty(concept);
        var (entityNumber, conceptNumber) = (reader.NumberOf(entity), reader.NumberOf(concept));
        if (entityNumber < 0 || conceptNumber < 0) return [];
        var where = string.Create(CultureInfo.InvariantCulture, $"concept = {conceptNumber} and entity = {entityNumber} and {reader.Visible(vintage)}");
        return [.. new ObservationReader(reader).Latest(where, null, null).OrderBy(o => o.Period).ThenBy(o => o.Dimension, StringComparer.Ordinal).ThenBy(o => o.Unit.Code, StringComparer.Ordinal)];
    }

    public static List<Observation> Panel(FactReader reader, string concept, IReadOnlyList<string> entities, IReadOnlyList<DateOnly> periodEnds, Vintage vintage)
    {
        ArgumentException.ThrowIfNullOrEmpty(concept);
        var conceptNumber = reader.NumberOf(concept);
        if (conceptNumber < 0) return [];
        var wanted = entities.Count == 0 ? null : Numbers(reader, entities);
        var ends = periodEnds.Count == 0 ? null : periodEnds.Select(Cells.Days).ToHashSet();
        var where = string.Create(CultureInfo.InvariantCulture, $"concept = {conceptNumber} and {reader.Visible(vintage)}{Between("entity", wanted)}");
        if (ends is not null) where += string.Create(CultureInfo.InvariantCulture, $" and ends between date '{periodEnds.Min():yyyy-MM-dd}' and date '{periodEnds.Max():yyyy-MM-dd}'");
        return [.. new ObservationReader(reader).Latest(where, wanted, ends).OrderBy(o => o.Entity, StringComparer.Ordinal).ThenBy(o => o.Period)
            .ThenBy(o => o.Dimension, StringComparer.Ordinal).ThenBy(o => o.Unit.Code, StringComparer.Ordinal)];
    }

    // A set becomes a table of flags; in SQL only its outer bounds stand, which keeps the scan in the order of the file.
    private static bool[]? Numbers(FactReader reader, IEnumerable<string>? words)
    {
        if (words is null) return null;
        var flags = new bool[reader.WordCount];
        foreach (var word in words)
        {
            if (reader.NumberOf(word) is >= 0 and var number) flags[number] = true;
        }

        return flags;
    }

    public static string Between(string column, bool[]? flags)
    {
        if (flags is null) return "";
        var (first, last) = (Array.IndexOf(flags, true), Array.LastIndexOf(flags, true));
        return string.Create(CultureInfo.InvariantCulture, $" and {column} between {Math.Max(first, 0)} and {Math.Max(last, -1)}");
    }
}
