using System.Globalization;
using System.Text.RegularExpressions;
using Froth.Cli.Output.Bubbles;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Cli.Commands;

/// <summary>The steps of the recursive tests on a file, with failures told by line.</summary>
internal static partial class PriceTest
{
    /// <summary>Settings whose window leaves a degree of freedom.</summary>
    public static PsyTestSettings Checked(PsyTestSettings settings) => settings.MinimumWindow < settings.Lag + 3
        ? throw new UnknownNameException(Words.Say(
            $"--min-window is {settings.MinimumWindow}; with --lag {settings.Lag} a regression needs {settings.Lag + 3} rows or more.",
            $"--min-window为{settings.MinimumWindow}；--lag {settings.Lag}时回归至少需{settings.Lag + 3}行。"))
        : settings;

    public static PriceTable Read(string path, PriceFileOptions options, PsyTestSettings settings)
    {
        var prices = PriceFile.Read(path, options);
        CheckRows(prices, settings);
        return prices;
    }

    /// <summary>The lags that a criterion chooses over the whole series; fewer are tried where the series is short.</summary>
    public static int Lag(PriceTable prices, bool log, int? maximum, LagCriterion criterion)
    {
        var levels = (log ? prices.Series.Logged() : prices.Series).Values;
        var most = Math.Min(maximum ?? LagSelection.SchwertMaximum(levels.Length), (levels.Length - 5) / 2);
        return most <= 0 ? 0 : LagSelection.Choose(levels, most, criterion);
    }

    public static void CheckRows(PriceTable prices, PsyTestSettings settings)
    {
        var (rows, needed) = (prices.Series.Count, settings.FewestLevels(prices.Series.Count));
        if (rows >= needed) return;
        var window = settings.WindowFor(rows);
        throw prices.Refuse(new(
            $"there are {rows} rows; the first window needs {needed} ({window} regression rows, lag {settings.Lag}). Give a longer series or a smaller --min-window.",
            $"仅有{rows}行；首个窗口需{needed}行（回归{window}行，滞后{settings.Lag}）。请提供更长的序列或减小--min-window。"));
    }

    public static PsySequence Statistics(PriceTable prices, PsyTestSettings settings, CancellationToken cancel)
    {
        try
        {
            var sequence = PsyTest.Statistics(prices.Series, settings, cancel);
            if (!double.IsNaN(sequence.Gsadf)) return sequence;
            var why = PsyWords.Of(sequence.Status[^1]);
            throw prices.Refuse(new($"no window has a statistic: {why.English}.", $"所有窗口均无统计量：{why.Chinese}。"));
        }
        catch (ArgumentException refusal) when (LevelNamed().Match(refusal.Message) is { Success: true } named)
        {
            var index = int.Parse(named.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            throw prices.Refuse(index, new("the price is out of all proportion to the others. Correct or remove it.", "该价格与其他价格相差悬殊。请更正或删除。"));
        }
    }

    public static NullDistribution Distribution(PriceTable prices, PsyTestSettings settings, PsyNull kind, NullCache cache, CancellationToken cancel)
    {
        var simulation = PsyTest.Simulation(prices.Series, settings, kind);
        var tested = settings.Log ? prices.Series.Logged() : prices.Series;
        var key = kind == PsyNull.MonteCarlo
            ? NullKey.Of("random-walk", simulation, settings.Replications)
            : NullKey.Of(settings.Multiplier == BootstrapMultiplier.Sign ? "wild-sign" : "wild-normal", simulation, settings.Replications, tested.Values);
        using var progress = new SimulationProgress(PsyWords.Of(kind));
        try
        {
            return cache.Distribution(key, simulation, settings.Threads, progress.Report, cancel);
        }
        catch (ArgumentException failure) when (failure.ParamName == "blocks")
        {
            Bilingual name = PsyWords.Of(kind);
            throw prices.Refuse(new($"no path of the {name.English} has statistics; the series hardly varies. Use --no-critical-values.", $"{name.Chinese}的路径均无统计量，序列几乎无波动。请用--no-critical-values。"));
        }
    }

    [GeneratedRegex(@"^Level (\d+) is")]
    private static partial Regex LevelNamed();
}
