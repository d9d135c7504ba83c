using System.Text.Json;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics.Dating;

namespace Froth.Cli.Output.Bubbles;

/// <summary>A series of prices and its places in JSON.</summary>
internal static class PriceJson
{
    public static void Series(Utf8JsonWriter json, PriceTable prices)
    {
        var series = prices.Series;
        json.WriteStartObject("series");
        json.WriteString("file", prices.File);
        json.WriteString("column", prices.Column);
        json.Text("dateColumn", prices.DateColumn);
        json.WriteNumber("observations", series.Count);
        Place(json, "first", "first", series, 0);
        Place(json, "last", "last", series, series.Count - 1);
        json.WriteString("frequency", series.Frequency.ToString().ToLowerInvariant());
        json.WriteBoolean("gaps", prices.HasGaps);
        json.WriteEndObject();
    }

    /// <summary>A date where the series has dates, else a number counted from 0.</summary>
    public static void Place(Utf8JsonWriter json, string dateName, string indexName, PriceSeries series, int index)
    {
        if (series.Dates is { } dates) json.Date(dateName, dates[index]);
        else json.WriteNumber(indexName, index);
    }

    /// <summary>Critical values of a test with their standard errors.</summary>
    public static void Quantiles(Utf8JsonWriter json, string name, PsyTestResult test)
    {
        json.WriteStartObject(name);
        for (var i = 0; i < PsyTestSettings.Levels.Count; i++) json.Number($"q{PsyTestSettings.Levels[i] * 100:0}", test.Quantiles[i]);
        for (var i = 0; i < PsyTestSettings.Levels.Count; i++) json.Number($"se{PsyTestSettings.Levels[i] * 100:0}", test.StandardErrors[i]);
        json.WriteEndObject();
    }

    /// <summary>An episode; one that is ongoing has no end.</summary>
    public static void Episode(Utf8JsonWriter json, string by, PriceSeries series, Episode episode)
    {
        json.WriteStartObject();
        json.WriteString("by", by);
        Place(json, "start", "start", series, episode.Start);
        Place(json, "peak", "peak", series, episode.Peak);
        if (episode.IsOngoing) json.WriteNull("end");
        else Place(json, "end", "end", series, episode.End);
        json.WriteNumber("duration", episode.Duration);
        json.WriteString("sign", episode.Sign switch { EpisodeSign.Positive => "positive", EpisodeSign.Negative => "negative", _ => "unknown" });
        json.WriteBoolean("ongoing", episode.IsOngoing);
        json.WriteBoolean("cutOff", episode.IsCutOff);
        json.WriteEndObject();
    }
}
