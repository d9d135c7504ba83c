using System.Text.Json;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The JSON shape of the LPPLS indicator, <c>froth.bubble-lppls/1</c>; see docs/guide/bubble-tests.md.</summary>
internal static class LpplsJson
{
    public const string Schema = "froth.bubble-lppls/1";

    public static void Write(Stream stream, LpplsResult result, PriceTable prices, Language language) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("program", ProgramVersion.Text);
        PriceJson.Series(json, prices);
        Settings(json, result.Settings);
        json.WriteStartArray("indicators");
        foreach (var reading in result.Readings) Reading(json, result, reading);
        json.WriteEndArray();
        json.WriteStartObject("criticalTimes");
        Shifts(json, "rising", result, result.Last.RisingShifts);
        Shifts(json, "falling", result, result.Last.FallingShifts);
        json.WriteEndObject();
        FalseAlarms(json, result);
        json.WriteStartArray("notes");
        foreach (var note in result.Notes) json.WriteStringValue(note.In(language));
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Settings(Utf8JsonWriter json, LpplsTestSettings settings)
    {
        var w = settings.Windows;
        json.WriteStartObject("settings");
        json.WriteNumber("ends", settings.Ends);
        json.WriteNumber("every", settings.Every);
        json.WriteNumber("longest", w.Longest);
        json.WriteNumber("shortest", w.Shortest);
        json.WriteNumber("step", w.Step);
        json.WriteNumber("windows", w.Count);
        json.WriteNumber("replications", settings.Replications);
        json.WriteNumber("seed", settings.Seed);
        json.WriteString("null", "random walks with mean and standard deviation of the series' log changes");
        json.WriteString("oscillations", "omega/(2 pi) ln|(tc - t1)/(tc - t2)|");
        json.WriteString("damping", "m|B|/(omega sqrt(C1^2 + C2^2))");
        json.WriteStartObject("searchShares");
        json.WriteNumber("tcLow", w.Box.TcLow);
        json.WriteNumber("tcHigh", w.Box.TcHigh);
        json.WriteNumber("mLow", w.Box.MLow);
        json.WriteNumber("mHigh", w.Box.MHigh);
        json.WriteNumber("omegaLow", w.Box.OmegaLow);
        json.WriteNumber("omegaHigh", w.Box.OmegaHigh);
        json.WriteEndObject();
        json.WriteStartArray("filter");
        foreach (var rule in w.Filter.Rules)
        {
            json.WriteStartObject();
            json.WriteString("of", JsonNamingPolicy.CamelCase.ConvertName(rule.Of.ToString()));
            json.Number("low", rule.Low);
            json.Number("high", rule.High);
            json.WriteString("status", rule.Status);
            json.WriteString("citation", rule.Citation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Reading(Utf8JsonWriter json, LpplsResult result, LpplsConfidence reading)
    {
        json.WriteStartObject();
        PriceJson.Place(json, "date", "index", result.Series, reading.End);
        json.WriteNumber("rising", reading.RisingShare);
        json.Number("risingFalseAlarms", result.Chance?.RisingRate(reading.RisingShare) ?? double.NaN);
        json.WriteNumber("falling", reading.FallingShare);
        json.Number("fallingFalseAlarms", result.Chance?.FallingRate(reading.FallingShare) ?? double.NaN);
        json.WriteNumber("windows", reading.Windows);
        json.WriteNumber("fitted", reading.Statuses.GetValueOrDefault(LpplsStatus.Fitted));
        json.WriteNumber("unverified", reading.Unverified);
        json.WriteNumber("onBound", reading.OnBound);
        json.WriteEndObject();
    }

    private static void Shifts(Utf8JsonWriter json, string name, LpplsResult result, IReadOnlyList<double> shifts)
    {
        var quantiles = LpplsResult.Quantiles(shifts);
        json.WriteStartObject(name);
        json.WriteNumber("windows", shifts.Count);
        json.WriteStartArray("quantiles");
        for (var i = 0; i < quantiles.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("level", LpplsResult.ShiftLevels[i]);
            json.WriteNumber("after", quantiles[i]);
            json.WriteString("at", result.After(quantiles[i]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void FalseAlarms(Utf8JsonWriter json, LpplsResult result)
    {
        if (result.Chance is not { } chance)
        {
            json.WriteNull("falseAlarms");
            return;
        }

        json.WriteStartArray("falseAlarms");
        foreach (var threshold in LpplsResult.Thresholds)
        {
            json.WriteStartObject();
            json.WriteNumber("threshold", threshold);
            json.WriteNumber("paths", chance.Paths);
            Rate(json, "rising", chance.Rising.Count(s => s >= threshold), chance.Paths);
            Rate(json, "falling", chance.Falling.Count(s => s >= threshold), chance.Paths);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Rate(Utf8JsonWriter json, string name, int alarms, int paths)
    {
        var (low, high) = ShareInterval.Of(alarms, paths);
        json.WriteStartObject(name);
        json.WriteNumber("rate", (double)alarms / paths);
        json.WriteNumber("low", low);
        json.WriteNumber("high", high);
        json.WriteEndObject();
    }
}
