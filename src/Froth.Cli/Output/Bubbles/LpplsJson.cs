using System.Text.Json;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The JSON shape of the LPPLS confidence indicator, <c>froth.bubble-lppls/1</c>; see docs/guide/bubble-tests.md.</summary>
internal static class LpplsJson
{
    public const string Schema = "froth.bubble-lppls/1";

    public static string Name(LpplsNullKind kind) => kind == LpplsNullKind.RandomWalk ? "randomWalk" : "garch";

    public static void Write(Stream stream, LpplsResult result, PriceTable prices, Language language) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("program", ProgramVersion.Text);
        PriceJson.Series(json, prices);
        Settings(json, result.Settings);
        json.WriteStartObject("nulls");
        foreach (var of in result.Nulls) Null(json, of);
        json.WriteEndObject();
        json.WriteStartArray("dates");
        foreach (var end in result.Ends) End(json, result, end);
        json.WriteEndArray();
        Trust(json, result);
        json.WriteStartArray("notes");
        foreach (var note in result.Notes) json.WriteStringValue(note.In(language));
        json.WriteEndArray();
        json.WriteEndObject();
    });

    // The number of threads is left out: it changes nothing.
    private static void Settings(Utf8JsonWriter json, LpplsTestSettings settings)
    {
        var windows = settings.Windows;
        json.WriteStartObject("settings");
        json.WriteNumber("longest", windows.Longest);
        json.WriteNumber("shortest", windows.Shortest);
        json.WriteNumber("step", windows.Step);
        json.WriteNumber("windows", windows.Count);
        json.WriteNumber("every", settings.Every);
        json.WriteNumber("replications", settings.Replications);
        json.WriteNumber("seed", settings.Seed);
        json.WriteStartObject("box");
        Range(json, "tcAfterEndInWindows", windows.Box.TcLow, windows.Box.TcHigh);
        Range(json, "m", windows.Box.MLow, windows.Box.MHigh);
        Range(json, "omega", windows.Box.OmegaLow, windows.Box.OmegaHigh);
        json.WriteEndObject();
        json.WriteStartArray("filter");
        foreach (var rule in windows.Filter.Rules)
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
        json.WriteString("oscillations", "omega/(2 pi) * ln|(tc - t1)/(tc - t2)|");
        json.WriteString("falseAlarms", "paths whose share at their last row is at or above the observed one; 90 percent Wilson interval");
        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, string name, double low, double high)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(low);
        json.WriteNumberValue(high);
        json.WriteEndArray();
    }

    private static void Null(Utf8JsonWriter json, LpplsNullResult of)
    {
        json.WriteStartObject(Name(of.Kind));
        json.WriteNumber("paths", of.Shares?.Paths ?? 0);
        if (of.Garch is { } fit)
        {
            json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(fit.Status.ToString()));
            json.Number("mean", fit.Parameters?.Mean ?? double.NaN);
            json.Number("omega", fit.Parameters?.Omega ?? double.NaN);
            json.Number("alpha", fit.Parameters?.Alpha ?? double.NaN);
            json.Number("beta", fit.Parameters?.Beta ?? double.NaN);
        }

        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, LpplsResult result, LpplsConfidence end)
    {
        json.WriteStartObject();
        PriceJson.Place(json, "date", "index", result.Series, end.End);
        json.WriteNumber("value", result.Series.Values[end.End]);
        json.WriteNumber("windows", end.Windows);
        json.WriteNumber("unverified", end.Unverified);
        json.WriteNumber("onBound", end.OnBound);
        json.WriteStartObject("statuses");
        foreach (var (status, count) in end.Statuses.OrderBy(s => s.Key)) json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(status.ToString()), count);
        json.WriteEndObject();
        Sign(json, "rising", result, end.Rising, end.RisingShare, end.RisingShifts, true);
        Sign(json, "falling", result, end.Falling, end.FallingShare, end.FallingShifts, false);
        json.WriteEndObject();
    }

    private static void Sign(Utf8JsonWriter json, string name, LpplsResult result, int count, double share, IReadOnlyList<double> shifts, bool isRising)
    {
        json.WriteStartObject(name);
        json.WriteNumber("qualified", count);
        json.WriteNumber("confidence", share);
        json.WriteStartObject("falseAlarms");
        foreach (var of in result.Nulls)
        {
            if (of.Reaching(share, isRising) is not { } alarms)
            {
                json.WriteNull(Name(of.Kind));
                continue;
            }

            json.WriteStartObject(Name(of.Kind));
            json.WriteNumber("alarms", alarms.Alarms);
            json.WriteNumber("paths", alarms.Paths);
            json.Number("rate", alarms.Rate);
            json.Number("low", alarms.Interval.Low);
            json.Number("high", alarms.Interval.High);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("tcAfterEnd");
        json.WriteNumber("n", shifts.Count);
        json.WriteString("unit", result.Series.Dates is null ? "rows" : "days");
        foreach (var at in LpplsTest.ShiftQuantiles) json.Number($"q{at * 100:0}", LpplsTest.Quantile(shifts, at));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Trust(Utf8JsonWriter json, LpplsResult result)
    {
        if (result.Trust is not { } trust)
        {
            json.WriteNull("trust");
            return;
        }

        json.WriteStartObject("trust");
        PriceJson.Place(json, "date", "index", result.Series, trust.End);
        json.WriteNumber("resamples", trust.Resamples);
        json.WriteNumber("rising", trust.Rising);
        json.WriteNumber("falling", trust.Falling);
        json.WriteEndObject();
    }
}
