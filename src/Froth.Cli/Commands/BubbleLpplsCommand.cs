using System.CommandLine;
using Froth.Cli.Output.Bubbles;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Data.Bubbles;
using Froth.Numerics;

namespace Froth.Cli.Commands;

/// <summary><c>froth bubble lppls FILE</c>: the LPPLS confidence indicator over time beside its own false alarms.</summary>
internal sealed class BubbleLpplsCommand
{
    private readonly CommonOptions _common;
    private readonly PriceOptions _prices = new();
    private readonly SimulationOptions _simulation = new();
    private readonly PlotOptions _plot = new();
    private readonly Argument<string> _file = new("file") { Description = Words.Say("CSV file of prices with a header", "带表头的价格CSV文件") };
    private readonly Option<int> _ends = Number("--dates", 1, 13, "dates to judge: the last and earlier ones", "评估日期数：最后一日及更早");
    private readonly Option<int> _every = Number("--every", 1, 5, "rows between these dates", "相邻评估日期间隔行数");
    private readonly Option<int> _longest = Number("--longest", LpplsFit.FewestRows, LpplsWindows.Usual.Longest, "rows of the longest window", "最长窗口行数");
    private readonly Option<int> _shortest = Number("--shortest", LpplsFit.FewestRows, LpplsWindows.Usual.Shortest, "rows of the shortest window", "最短窗口行数");
    private readonly Option<int> _step = Number("--step", 1, LpplsWindows.Usual.Step, "rows from one window to the next", "相邻窗口行数差");
    private readonly Option<int> _replications = Number("--reps", 1, 100, "paths of each kind without a bubble", "每类无泡沫路径数");
    private readonly Option<bool> _bare = new("--no-false-alarms") { Description = Words.Say("leave out the simulations", "不做模拟") };
    private readonly Option<bool> _trust = new("--trust") { Description = Words.Say("also the trust indicator of the last date, by 100 refits a window", "另计最后一日的信任度指标（每窗口重拟合100次）") };

    public BubbleLpplsCommand(CommonOptions common)
    {
        _common = common;
        Command = new Command("lppls", Words.Say(
            "log-periodic power laws: share of windows with the shape of a bubble, and how often series without one show as much",
            "对数周期幂律：呈泡沫形态的窗口占比，及无泡沫序列达到同样水平的频率"))
        {
            _file, _prices.Column, _prices.DateColumn, _prices.AllowGaps, _ends, _every, _longest, _shortest, _step, _replications, _simulation.Seed, _bare, _trust,
            _simulation.Threads, _plot.Plot, _plot.Font, common.Format, common.Json, common.Csv, common.Lang,
        };
        Command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
    }

    public Command Command { get; }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var settings = SettingsOf(parsed);
        var plot = _plot.Of(parsed);
        var prices = Read(parsed, settings);
        var ends = Watched(new("windows", "窗口"), settings, cancel, run => LpplsTest.Confidence(prices.Series, settings, run));
        var nulls = settings.Replications == 0 ? [] : Enum.GetValues<LpplsNullKind>()
            .Select(kind => Watched(LpplsWords.Of(kind), settings, cancel, run => LpplsTest.Null(prices.Series, settings, kind, run))).ToList();
        var trust = parsed.GetValue(_trust) ? Watched(new("trust", "信任度"), settings, cancel, run => LpplsTest.Trust(prices.Series, settings, run)) : null;
        var result = LpplsTest.Read(prices.Series, settings, ends, nulls, trust);
        plot?.Write(LpplsPlot.Draw(result, prices.File, plot));
        switch (_common.FormatOf(parsed))
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) LpplsJson.Write(stream, result, prices, Words.Language);
                break;
            case OutputFormat.Csv: LpplsCsv.Write(Console.Out, result); break;
            default: LpplsText.Write(Output.Terminal.Out, result, prices, Words.Language); break;
        }

        return ExitCode.Fine;
    }

    private PriceTable Read(ParseResult parsed, LpplsTestSettings settings)
    {
        var prices = PriceFile.Read(parsed.GetValue(_file)!, _prices.Of(parsed) with { MustBePositive = true });
        var (rows, values) = (prices.Series.Count, prices.Series.Values);
        if (rows < settings.Shortest)
        {
            throw prices.Refuse(new(
                $"there are {rows} rows; the shortest window needs {settings.Shortest}. Give a longer series or a smaller --shortest.", $"仅有{rows}行；最短窗口需{settings.Shortest}行。请提供更长的序列或减小--shortest。"));
        }

        return values.All(v => v.Equals(values[0])) ? throw prices.Refuse(new("the price never changes; there is no shape to fit.", "价格从未变动，无形态可拟合。")) : prices;
    }

    private LpplsTestSettings SettingsOf(ParseResult parsed)
    {
        var settings = new LpplsTestSettings
        {
            Ends = parsed.GetValue(_ends), Every = parsed.GetValue(_every), Longest = parsed.GetValue(_longest), Shortest = parsed.GetValue(_shortest), Step = parsed.GetValue(_step),
            Replications = parsed.GetValue(_bare) ? 0 : parsed.GetValue(_replications), Seed = parsed.GetValue(_simulation.Seed), Threads = parsed.GetValue(_simulation.Threads),
        };
        return settings.Longest < settings.Shortest
            ? throw new UnknownNameException(Words.Say($"--longest {settings.Longest} is below --shortest {settings.Shortest}.", $"--longest {settings.Longest}小于--shortest {settings.Shortest}。"))
            : settings;
    }

    private static T Watched<T>(Bilingual what, LpplsTestSettings settings, CancellationToken cancel, Func<LpplsRun, T> work)
    {
        using var progress = new SimulationProgress(what);
        return work(new LpplsRun(settings.Threads, (done, all) => progress.Report(new NullProgress((int)done, (int)all, 0)), cancel));
    }

    private static Option<int> Number(string name, int smallest, int usual, string english, string chinese) => SimulationOptions.AtLeast(smallest, new Option<int>(name)
    {
        Description = Words.Say(english, chinese), HelpName = "number", DefaultValueFactory = _ => usual,
    });
}
