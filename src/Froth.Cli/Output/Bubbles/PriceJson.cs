using System.Text.Json;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;

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
}
