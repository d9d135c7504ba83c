using System.CommandLine;
using Froth.Cli.Output.Bubbles;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics;

namespace Froth.Cli.Commands;

/// <summary><c>froth bubble lppls FILE</c>: the confidence indicator over time, where tc lies, and what random walks would show.</summary>
internal sealed class BubbleLpplsCommand
{
    private readonly CommonOptions _common;
    private readonly PriceOptions _prices = new();
    private readonly SimulationOptions _simulation = new(200);
    private readonly PlotOptions _plot = new();
    private readonly Argument<string> _file = new("file") { Description = Words.Say("CSV file of prices with a header", "带表头的价格CSV文件") };
    private readonly Option<int> _ends = Number(1, "--ends", 24, "days for which the indicator is computed, back from the last", "计算指标的日期个数（自末日向前）");
    private readonly Option<int> _every = Number(1, "--every", 5, "observations between these days", "相邻日期间隔的观测数");
    private readonly Option<int> _longest = Number(LpplsFit.FewestRows, "--longest", LpplsWindows.Usual.Longest, "rows of the longest window", "最长窗口行数");
    private readonly Option<int> _shortest = Number(LpplsFit.FewestRows, "--shortest", LpplsWindows.Usual.Shortest, "rows of the shortest window", "最短窗口行数");
    private readonly Option<int> _step = Number(1, "--step", LpplsWindows.Usual.Step, "rows by which windows differ", "相邻窗口相差行数");
    private readonly Option<bool> _bare = new("--no-false-alarms") { Description = Words.Say("the indicator alone, without random walks", "仅计算指标，不模拟随机游走") };

    public BubbleLpplsCommand(CommonOptions common)
    {
        _common = common;
        Command = new Command("lppls", Words.Say(
            "log-periodic power law: share of windows that qualify as rising or falling bubbles over time, where tc lies, and how often random walks show as much",
            "对数周期幂律：各日期符合上涨或下跌泡沫条件的窗口占比、tc的分布，以及随机游走达到同等水平的频率"))
        {
            _file, _prices.Column, _prices.DateColumn, _prices.AllowGaps, _ends, _every, _longest, _shortest, _step, _simulation.Replications, _simulation.Seed, _bare,
            _simulation.Threads, _simulation.Cache, _plot.Plot, _plot.Font, common.Format, common.Json, common.Csv, common.Lang,
        };
        Command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
    }

    public Command Command { get; }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var settings = SettingsOf(parsed);
        var plot = _plot.Of(parsed);
        var prices = PriceFile.Read(parsed.GetValue(_file)!, _prices.Of(parsed) with { MustBePositive = true });
        var (rows, needed) = (prices.Series.Count, settings.Windows.Longest);
        if (rows < needed) throw prices.Refuse(new($"there are {rows} rows; the longest window needs {needed}. Give a longer series or a smaller --longest.", $"仅有{rows}行；最长窗口需{needed}行。请提供更长的序列或减小--longest。"));
        var threads = parsed.GetValue(_simulation.Threads);
        var readings = Indicator(prices.Series, settings, threads, cancel);
        var chance = parsed.GetValue(_bare) ? null : Chance(parsed, prices.Series, settings, threads, cancel);
        var result = new LpplsResult(prices.Series, settings, readings, chance);
        plot?.Write(LpplsPlot.Draw(result, prices.File, plot));
        switch (_common.FormatOf(parsed))
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) LpplsJson.Write(stream, result, prices, Words.Language);
                break;
            case OutputFormat.Csv: LpplsText.WriteCsv(Console.Out, result); break;
            default: LpplsText.Write(Output.Terminal.Out, result, prices, Words.Language); break;
        }

        return ExitCode.Fine;
    }

    private static IReadOnlyList<LpplsConfidence> Indicator(PriceSeries series, LpplsTestSettings settings, int threads, CancellationToken cancel)
    {
        using var progress = new SimulationProgress(new Bilingual("windows", "窗口"));
        return LpplsTest.Indicator(series, settings, new LpplsRun(threads, (done, all) => progress.Report(new NullProgress((int)done, (int)all, 0)), cancel));
    }

    private LpplsChance Chance(ParseResult parsed, PriceSeries series, LpplsTestSettings settings, int threads, CancellationToken cancel)
    {
        using var progress = new SimulationProgress(new Bilingual("random walks", "随机游走"));
        return _simulation.LpplsCacheOf(parsed).Shares(series, settings, threads, progress.Report, cancel);
    }

    private LpplsTestSettings SettingsOf(ParseResult parsed)
    {
        var (longest, shortest) = (parsed.GetValue(_longest), parsed.GetValue(_shortest));
        if (longest < shortest) throw new UnknownNameException(Words.Say($"--longest is {longest}, below --shortest {shortest}.", $"--longest为{longest}，小于--shortest的{shortest}。"));
        return new LpplsTestSettings
        {
            Ends = parsed.GetValue(_ends), Every = parsed.GetValue(_every), Replications = parsed.GetValue(_simulation.Replications), Seed = parsed.GetValue(_simulation.Seed),
            Windows = LpplsWindows.Usual with { Longest = longest, Shortest = shortest, Step = parsed.GetValue(_step) },
        };
    }

    private static Option<int> Number(int smallest, string name, int usual, string english, string chinese) =>
        SimulationOptions.AtLeast(smallest, new Option<int>(name) { Description = Words.Say(english, chinese), HelpName = "number", DefaultValueFactory = _ => usual });
}
