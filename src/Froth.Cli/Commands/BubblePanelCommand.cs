using System.CommandLine;
using System.Globalization;
using Froth.Cli.Output.Bubbles;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics;

namespace Froth.Cli.Commands;

/// <summary><c>froth bubble panel FILE…</c>: the recursive tests of several series together, against a sieve bootstrap over all of them.</summary>
internal sealed class BubblePanelCommand
{
    private readonly CommonOptions _common;
    private readonly PriceOptions _prices = new();
    private readonly SimulationOptions _simulation = new();
    private readonly PlotOptions _plot = new();
    private readonly Argument<string[]> _files = new("files") { Description = Words.Say("two or more CSV files of prices", "两个以上价格CSV文件"), Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _lag = SimulationOptions.AtLeast(0, new Option<int>("--lag")
    {
        Description = Words.Say("lagged differences in regressions and bootstrap", "回归与自助法的滞后差分阶数"), HelpName = "number", DefaultValueFactory = _ => 0,
    });

    private readonly Option<int?> _window = SimulationOptions.AtLeast(3, new Option<int?>("--min-window")
    {
        Description = Words.Say("fewest regression rows in a window (default: floor((0.01 + 1.8/√T)·T))", "窗口最少回归行数（默认⌊(0.01 + 1.8/√T)·T⌋）"), HelpName = "rows",
    });

    private readonly Option<bool> _bare = new("--no-critical-values") { Description = Words.Say("statistics alone, without the bootstrap", "仅计算统计量，不做自助法") };

    private readonly Option<string> _level = new("--level")
    {
        Description = Words.Say("level of the test and of the dating sequence, in percent: 90, 95 or 99", "检验与定期所用水平（百分比）：90、95或99"), DefaultValueFactory = _ => "95",
    };

    private readonly Option<int?> _duration = SimulationOptions.AtLeast(0, new Option<int?>("--min-duration")
    {
        Description = Words.Say("fewest observations of an episode (default: ln T, rounded)", "泡沫阶段最少观测数（默认ln T取整）"), HelpName = "number",
    });

    public BubblePanelCommand(CommonOptions common)
    {
        _common = common;
        _level.AcceptOnlyFromAmong("90", "95", "99");
        Command = new Command("panel", Words.Say(
            "recursive tests of several series together: averaged BSADF against a sieve bootstrap that draws the same dates for all",
            "多序列面板检验：平均BSADF对照对所有序列同日抽样的筛自助法"))
        {
            _files, _prices.Column, _prices.DateColumn, _prices.Log, _lag, _window, _simulation.Replications, _simulation.Seed, _bare, _level, _duration,
            _prices.AllowGaps, _simulation.Threads, _simulation.Cache, _plot.Plot, _plot.Font, common.Format, common.Json, common.Csv, common.Lang,
        };
        Command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
    }

    public Command Command { get; }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var settings = SettingsOf(parsed);
        var plot = _plot.Of(parsed);
        var files = parsed.GetValue(_files)!;
        if (files.Length < 2) throw new UnknownNameException(Words.Say($"A panel needs two files or more; only {files[0]} is named.", $"面板至少需要两个文件；仅指定了{files[0]}。"));
        var tables = files.Select(f => PriceFile.Read(f, _prices.Of(parsed))).ToList();
        var series = Aligned(tables, parsed.GetValue(_prices.AllowGaps));
        var needed = settings.FewestLevels(series[0].Count);
        if (series[0].Count < needed) throw tables[0].Refuse(new($"the files have {series[0].Count} dates in common; the first window needs {needed}.", $"各文件共有{series[0].Count}个日期；首个窗口需{needed}个。"));
        var panel = Statistics(tables, series, settings, cancel);
        var bootstrap = parsed.GetValue(_bare) ? null : Bootstrap(parsed, panel, series, settings, cancel);
        var result = PanelTest.Read(series, settings, panel, bootstrap);
        plot?.Write(PanelPlot.Draw(result, tables, plot));
        switch (_common.FormatOf(parsed))
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) PanelJson.Write(stream, result, tables);
                break;
            case OutputFormat.Csv: PanelText.WriteCsv(Console.Out, result); break;
            default: PanelText.Write(Output.Terminal.Out, result, tables, Words.Language); break;
        }

        return ExitCode.Fine;
    }

    private static IReadOnlyList<PriceSeries> Aligned(List<PriceTable> tables, bool common)
    {
        if (tables.Find(t => (t.DateColumn is null) != (tables[0].DateColumn is null)) is { } other)
            throw other.Refuse(new("this file and the first one must both have dates, or neither.", "该文件与首个文件须同时有或同时无日期列。"));
        var (series, missing) = PanelTest.Align([.. tables.Select(t => t.Series)], common);
        if (missing is { } lacks)
        {
            var day = lacks.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            throw tables[lacks.Series].Refuse(new(
                $"the date {day} of another file is missing. Give all files the same dates, or keep the common ones with --allow-gaps.", $"缺少其他文件中的日期{day}。请统一日期，或用--allow-gaps仅保留共有日期。"));
        }

        if (series.Count == tables.Count && series.All(s => s.Count == series[0].Count)) return series;
        throw tables[^1].Refuse(new(
            $"the files have no dates in common, or without dates not the same number of rows ({string.Join(", ", tables.Select(t => t.Series.Count))}).",
            $"各文件没有共有日期，或在无日期时行数不同（{string.Join("、", tables.Select(t => t.Series.Count))}）。"));
    }

    private static PanelPsy Statistics(List<PriceTable> tables, IReadOnlyList<PriceSeries> series, PsyTestSettings settings, CancellationToken cancel)
    {
        PanelPsy panel;
        try
        {
            panel = PanelTest.Statistics(series, settings, cancel);
        }
        catch (ArgumentException refusal) when (refusal.ParamName == "levels")
        {
            var at = tables.FindIndex(t => refusal.Message.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Series {tables.IndexOf(t)}:"), StringComparison.Ordinal));
            throw tables[Math.Max(at, 0)].Refuse(new("this series cannot be tested: " + refusal.Message, "该序列无法检验：" + refusal.Message));
        }

        for (var i = 0; i < tables.Count; i++)
        {
            if (!double.IsNaN(panel.Series[i].Gsadf)) continue;
            var why = PsyWords.Of(panel.Series[i].Status[^1]);
            throw tables[i].Refuse(new($"no window has a statistic: {why.English}.", $"所有窗口均无统计量：{why.Chinese}。"));
        }

        return panel;
    }

    private NullDistribution Bootstrap(ParseResult parsed, PanelPsy panel, IReadOnlyList<PriceSeries> series, PsyTestSettings settings, CancellationToken cancel)
    {
        using var progress = new SimulationProgress(new Bilingual("sieve bootstrap", "筛自助法"));
        double[] levels = [.. PanelTest.LevelsOf(series, settings).SelectMany(l => l)];
        return _simulation.CacheOf(parsed).Distribution(
            NullKey.OfPanel(panel, settings.Replications, settings.Seed, levels), panel, settings.Threads, progress.Report, cancel);
    }

    private PsyTestSettings SettingsOf(ParseResult parsed) => PriceTest.Checked(new PsyTestSettings
    {
        Log = parsed.GetValue(_prices.Log), Lag = parsed.GetValue(_lag), MinimumWindow = parsed.GetValue(_window), Replications = parsed.GetValue(_simulation.Replications),
        Seed = parsed.GetValue(_simulation.Seed), Threads = parsed.GetValue(_simulation.Threads), MinimumDuration = parsed.GetValue(_duration), DatedBy = PsyDating.Bsadf,
        Level = int.Parse(parsed.GetValue(_level)!, CultureInfo.InvariantCulture) / 100.0,
    });
}
