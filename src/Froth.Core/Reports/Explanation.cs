using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Signals;
using Froth.Core.Time;

namespace Froth.Core.Reports;

/// <summary>The whole way from one value back to its evidence: formula, version, inputs, sources and snapshots.</summary>
public sealed record Explanation
{
    /// <summary>The point of view.</summary>
    public required Vintage Vintage { get; init; }

    /// <summary>The indicator's definition.</summary>
    public required Definition Definition { get; init; }

    /// <summary>Entity id of the series explained; null for the sector.</summary>
    public required string? Entity { get; init; }

    /// <summary>Name of that entity; null for the sector.</summary>
    public required Bilingual? EntityName { get; init; }

    /// <summary>The reading explained.</summary>
    public required Reading Reading { get; init; }

    /// <summary>Where the reading stands in its series up to that date.</summary>
    public required Signal Signal { get; init; }

    /// <summary>The facts used that may be shown, newest first.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Number of facts used that may not be shown.</summary>
    public required int Withheld { get; init; }

    /// <summary>Entity ids the indicator has series for.</summary>
    public required IReadOnlyList<string> Entities { get; init; }
}

/// <summary>Why an explanation could not be given.</summary>
/// <param name="Message">What is wrong and what could be asked instead.</param>
public sealed record NoExplanation(Bilingual Message);

/// <summary>Builds explanations. Pure.</summary>
public static class Explainer
{
    /// <summary>Explains the reading of an indicator for an entity (null: headline) at a date (null: the last).</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="facts">Facts at the vintage.</param>
    /// <param name="entity">Entity id, or null for the headline.</param>
    /// <param name="date">Date of the reading, or null for the last one.</param>
    /// <param name="explanation">The explanation, when there is one.</param>
    /// <returns>Null on success, else why not.</returns>
    public static NoExplanation? Explain(Indicator indicator, FactSet facts, string? entity, DateOnly? date, out Explanation? explanation)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(facts);
        explanation = null;
        var result = indicator.ComputeOn(facts);
        var entities = EntitiesOf(result);
        if (result.For(entity) is not { } series) return NoSeries(indicator.Definition, entity!, entities);
        var readings = date is { } day ? [.. series.Readings.TakeWhile(r => r.Date <= day)] : series.Readings;
        if (readings.Count == 0 || (date is { } wanted && readings[^1].Date != wanted)) return NoReading(series, date);
        explanation = Of(indicator.Definition, facts, series.Entity, readings, entities);
        return null;
    }

    private static Explanation Of(Definition definition, FactSet facts, string? entity, IReadOnlyList<Reading> readings, IReadOnlyList<string> entities)
    {
        var reading = readings[^1];
        var gated = AccessGate.Filter(reading.Lineage.Distinct(), Exit.Export);
        return new Explanation
        {
            Vintage = facts.Vintage,
            Definition = definition,
            Entity = entity,
            EntityName = entity is null ? null : facts.Entities.NameOf(entity),
            Reading = reading,
            Signal = Signal.Of(definition.Bands, readings),
            Facts = [.. gated.Items.OrderByDescending(f => f.Date).ThenBy(f => f.Key, StringComparer.Ordinal)],
            Withheld = gated.Withheld,
            Entities = entities,
        };
    }

    private static List<string> EntitiesOf(IndicatorResult result) =>
        [.. result.Panel.Select(s => s.Entity).Append(result.Headline.Entity).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static NoExplanation NoSeries(Definition definition, string entity, IReadOnlyList<string> entities)
    {
        var list = string.Join(", ", entities);
        return entities.Count == 0
            ? new NoExplanation(new($"{definition.Id} is a reading of the whole sector; leave out --entity.", $"{definition.Id}为全行业读数，请勿指定--entity。"))
            : new NoExplanation(new($"{definition.Id} has no reading for {entity} at this vintage. It has: {list}.", $"{definition.Id}在该时点没有{entity}的读数。可选：{list}。"));
    }

    private static NoExplanation NoReading(ReadingSeries series, DateOnly? date)
    {
        if (series.Readings.Count == 0) return new NoExplanation(new("No reading at this vintage.", "该时点没有读数。"));
        var (first, last) = (series.Readings[0].Date, series.Readings[^1].Date);
        return new NoExplanation(new(
            $"No reading dated {date:yyyy-MM-dd}. There are {series.Readings.Count} from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.",
            $"没有日期为{date:yyyy-MM-dd}的读数。现有{series.Readings.Count}个，自{first:yyyy-MM-dd}至{last:yyyy-MM-dd}。"));
    }
}
