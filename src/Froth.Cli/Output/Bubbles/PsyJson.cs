using System.Text.Json;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The JSON shape of the recursive tests, <c>froth.bubble-psy/1</c>; see docs/guide/bubble-tests.md.</summary>
internal static class PsyJson
{
    public const string Schema = "froth.bubble-psy/1";

    private static readonly PsyStatistic[] Tests = [PsyStatistic.Adf, PsyStatistic.Sadf, PsyStatistic.Gsadf];

    public static void Write(Stream stream, PsyResult result, PriceTable prices, Language language) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("program", ProgramVersion.Text);
        PriceJson.Series(json, prices);
        Settings(json, result);
        json.WriteStartObject("statistics");
        foreach (var test in Tests) json.Number(Name(test), result.Value(test));
        json.WriteEndObject();
        json.WriteStartObject("reasons");
        foreach (var test in Tests) if (result.WhyMissing(test) is { } why) json.WriteString(Name(test), why.In(language));
        json.WriteEndObject();
        json.WriteStartObject("criticalValues");
        foreach (var kind in Enum.GetValues<PsyNull>()) Critical(json, Name(kind), result.Of(kind));
        json.WriteEndObject();
        json.WriteStartObject("pValues");
        foreach (var kind in Enum.GetValues<PsyNull>()) PValues(json, Name(kind), result.Of(kind));
        json.WriteEndObject();
        Sequence(json, result, language);
        Episodes(json, result);
        json.WriteStartArray("notes");
        foreach (var note in result.Notes) json.WriteStringValue(note.In(language));
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Name(PsyStatistic test) => test switch { PsyStatistic.Adf => "adf", PsyStatistic.Sadf => "sadf", _ => "gsadf" };

    private static string Name(PsyNull kind) => kind == PsyNull.MonteCarlo ? "monteCarlo" : "wildBootstrap";

    // The number of threads is left out: it changes nothing.
    private static void Settings(Utf8JsonWriter json, PsyResult result)
    {
        var settings = result.Settings;
        json.WriteStartObject("settings");
        json.WriteBoolean("log", settings.Log);
        json.WriteNumber("lag", settings.Lag);
        json.WriteString("lagBy", settings.LagBy switch { LagCriterion.Akaike => "aic", LagCriterion.Schwarz => "bic", _ => "given" });
        json.WriteNumber("minimumWindow", result.Sequence.MinimumWindow);
        json.WriteString("minimumWindowCounts", "regression rows");
        json.WriteNumber("firstEnd", result.Sequence.FirstEnd);
        json.WriteNumber("replications", settings.Replications);
        json.WriteNumber("seed", settings.Seed);
        json.WriteString("monteCarlo", "y(t) = y(t-1) + 1/T + e(t), e standard normal");
        json.WriteString("wildBootstrap", settings.Multiplier == BootstrapMultiplier.Sign ? "steps times random signs" : "steps times standard normal draws");
        json.WriteString("quantile", "linear interpolation between order statistics (type 7)");
        json.WriteString("pValue", "(1 + paths at or above) / (1 + paths)");
        json.WriteString("dating", settings.DatedBy == PsyDating.Sadf ? "sadf" : "bsadf");
        json.WriteNumber("level", settings.Level);
        json.WriteNumber("minimumDuration", result.FewestObservations);
        json.WriteBoolean("gsadfMustReject", true);
        json.WriteString("end", "exclusive: the first observation back at or below the critical value");
        json.WriteString("sign", "level at the peak against the level at the start");
        json.WriteEndObject();
    }

    private static void Critical(Utf8JsonWriter json, string name, PsyNullResult? found)
    {
        if (found is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("replications", found.Replications);
        json.WriteNumber("failed", found.Failed);
        foreach (var test in found.Tests) PriceJson.Quantiles(json, Name(test.Statistic), test);

        json.WriteEndObject();
    }

    private static void PValues(Utf8JsonWriter json, string name, PsyNullResult? found)
    {
        if (found is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var test in found.Tests) json.Number(Name(test.Statistic), test.PValue);
        json.WriteEndObject();
    }

    private static void Sequence(Utf8JsonWriter json, PsyResult result, Language language)
    {
        var (found, series) = (result.Sequence, result.Series);
        json.WriteStartArray("sequence");
        for (var i = 0; i < found.Bsadf.Length; i++)
        {
            var end = found.FirstEnd + i;
            json.WriteStartObject();
            PriceJson.Place(json, "date", "index", series, end);
            json.Number("badf", found.Badf[i]);
            json.Number("bsadf", found.Bsadf[i]);
            if (found.ArgmaxStart[i] < 0) json.WriteNull("argmaxStart");
            else PriceJson.Place(json, "argmaxStart", "argmaxStart", series, found.ArgmaxStart[i]);
            foreach (var of in result.Nulls) json.Number(Name(of.Null), of.Sequence[end]);
            if (found.Status[i] != WindowStatus.Computed) json.WriteString("reason", PsyWords.Of(found.Status[i]).In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Episodes(Utf8JsonWriter json, PsyResult result)
    {
        json.WriteStartArray("episodes");
        foreach (var of in result.Nulls)
        {
            foreach (var episode in of.Episodes) PriceJson.Episode(json, Name(of.Null), result.Series, episode);
        }

        json.WriteEndArray();
    }
}
