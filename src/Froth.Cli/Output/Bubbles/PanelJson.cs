using System.Text.Json;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The JSON shape of a panel, <c>froth.bubble-panel/1</c>; see docs/guide/bubble-tests.md.</summary>
internal static class PanelJson
{
    public const string Schema = "froth.bubble-panel/1";

    public static void Write(Stream stream, PanelTest result, IReadOnlyList<PriceTable> tables) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("program", ProgramVersion.Text);
        json.WriteStartArray("series");
        for (var i = 0; i < tables.Count; i++) Series(json, tables[i], result.Panel.Series[i]);
        json.WriteEndArray();
        Settings(json, result);
        json.WriteStartObject("statistics");
        json.Number("gsadf", result.Panel.Gsadf);
        json.WriteEndObject();
        Critical(json, result.Test);
        json.WriteStartObject("pValues");
        json.WriteStartObject("sieveBootstrap");
        json.Number("gsadf", result.Test?.PValue ?? double.NaN);
        json.WriteEndObject();
        json.WriteEndObject();
        Sequence(json, result);
        json.WriteStartArray("episodes");
        foreach (var episode in result.Episodes) PriceJson.Episode(json, "sieveBootstrap", result.Series[0], episode);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Series(Utf8JsonWriter json, PriceTable table, PsySequence found)
    {
        json.WriteStartObject();
        json.WriteString("file", table.File);
        json.WriteString("column", table.Column);
        json.Number("adf", found.Adf);
        json.Number("sadf", found.Sadf);
        json.Number("gsadf", found.Gsadf);
        json.WriteEndObject();
    }

    private static void Settings(Utf8JsonWriter json, PanelTest result)
    {
        var (settings, one, series) = (result.Settings, result.Panel.Series[0], result.Series[0]);
        json.WriteStartObject("settings");
        json.WriteNumber("observations", series.Count);
        PriceJson.Place(json, "first", "first", series, 0);
        PriceJson.Place(json, "last", "last", series, series.Count - 1);
        json.WriteBoolean("log", settings.Log);
        json.WriteNumber("lag", one.Lag);
        json.WriteNumber("minimumWindow", one.MinimumWindow);
        json.WriteString("minimumWindowCounts", "regression rows");
        json.WriteNumber("firstEnd", one.FirstEnd);
        json.WriteNumber("replications", settings.Replications);
        json.WriteNumber("seed", settings.Seed);
        json.WriteString("sieveBootstrap", "residuals of each series' autoregression at dates drawn for all series together");
        json.WriteString("pValue", "(1 + paths at or above) / (1 + paths)");
        json.WriteString("dating", "bsadf");
        json.WriteNumber("level", settings.Level);
        json.WriteNumber("minimumDuration", settings.FewestObservations(series.Count));
        json.WriteString("sign", "average of the series, each in units of its first level");
        json.WriteEndObject();
    }

    private static void Critical(Utf8JsonWriter json, PsyTestResult? test)
    {
        json.WriteStartObject("criticalValues");
        if (test is null)
        {
            json.WriteNull("sieveBootstrap");
        }
        else
        {
            json.WriteStartObject("sieveBootstrap");
            PriceJson.Quantiles(json, "gsadf", test);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Sequence(Utf8JsonWriter json, PanelTest result)
    {
        var first = result.Panel.Series[0].FirstEnd;
        json.WriteStartArray("sequence");
        for (var i = 0; i < result.Panel.Bsadf.Length; i++)
        {
            json.WriteStartObject();
            PriceJson.Place(json, "date", "index", result.Series[0], first + i);
            json.Number("bsadf", result.Panel.Bsadf[i]);
            if (result.Sequence.Length > 0) json.Number("sieveBootstrap", result.Sequence[first + i]);
            if (double.IsNaN(result.Panel.Bsadf[i])) json.WriteString("reason", "a series has no statistic at this date");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
