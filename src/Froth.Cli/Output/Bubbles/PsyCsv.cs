using System.Globalization;
using Froth.Core.Bubbles;
using Froth.Numerics;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The sequences of the recursive tests as a flat table, one row an observation from the first window on.</summary>
internal static class PsyCsv
{
    private static readonly string[] Header =
        ["date", "index", "value", "badf", "bsadf", "argmax_start", "monte_carlo_critical", "wild_bootstrap_critical", "monte_carlo_episode", "wild_bootstrap_episode", "level", "status"];

    public static void Write(TextWriter output, PsyResult result)
    {
        output.Write(CsvText.Row(Header));
        var (found, series) = (result.Sequence, result.Series);
        var (walk, wild) = (result.Of(PsyNull.MonteCarlo), result.Of(PsyNull.WildBootstrap));
        for (var i = 0; i < found.Bsadf.Length; i++)
        {
            var end = found.FirstEnd + i;
            output.Write(CsvText.Row(
                CsvText.Date(series.Dates?[end]), end.ToString(CultureInfo.InvariantCulture), CsvText.Number(series.Values[end]), CsvText.Number(found.Badf[i]),
                CsvText.Number(found.Bsadf[i]), found.ArgmaxStart[i] < 0 ? "" : series.Label(found.ArgmaxStart[i]), Critical(walk, end), Critical(wild, end),
                Inside(walk, end), Inside(wild, end), CsvText.Number(result.Settings.Level), Status(found.Status[i])));
        }
    }

    private static string Critical(PsyNullResult? of, int end) => of is null ? "" : CsvText.Number(of.Sequence[end]);

    private static string Inside(PsyNullResult? of, int end) => of is null ? "" : of.Episodes.Any(e => e.Start <= end && end < e.End) ? "true" : "false";

    private static string Status(WindowStatus status) => status switch
    {
        WindowStatus.Computed => "computed",
        WindowStatus.TooShort => "too-short",
        WindowStatus.ConstantLevel => "constant-level",
        WindowStatus.CollinearLags => "collinear-lags",
        _ => "exact-fit",
    };
}
