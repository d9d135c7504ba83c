using System.CommandLine;
using System.Globalization;
using Froth.Cli.Output.Bubbles;
using Froth.Core.Bubbles;
using Froth.Numerics;
using Froth.Numerics.Simulation;

namespace Froth.Cli.Commands;

/// <summary><c>froth bubble psy FILE</c>: ADF, SADF and GSADF with both kinds of critical values, and dated episodes.</summary>
internal sealed class BubblePsyCommand
{
    private readonly CommonOptions _common;
    private readonly PriceOptions _prices = new();
    private readonly SimulationOptions _simulation = new();
    private readonly PlotOptions _plot = new();
    private readonly Argument<string> _file = new("file") { Description = Words.Say("CSV file of prices with a header", "带表头的价格CSV文件") };
    private readonly Option<string> _lag = new("--lag")
    {
        Description = Words.Say("lagged differences in the regression: a number, or aic or bic to choose it over the whole series", "回归中的滞后差分阶数：数字，或以aic、bic按全样本选取"),
        HelpName = "number|aic|bic", DefaultValueFactory = _ => "0",
    };

    private readonly Option<int?> _maximumLag = SimulationOptions.AtLeast(0, new Option<int?>("--max-lag")
    {
        Description = Words.Say("most lagged differences for aic and bic (default: Schwert's 12·(T/100)^¼)", "aic与bic的最大阶数（默认Schwert规则12·(T/100)^¼）"), HelpName = "number",
    });

    private readonly Option<int?> _window = SimulationOptions.AtLeast(3, new Option<int?>("--min-window")
    {
        Description = Words.Say("fewest regression rows in a window (default: floor((0.01 + 1.8/√T)·T))", "窗口最少回归行数（默认⌊(0.01 + 1.8/√T)·T⌋）"), HelpName = "rows",
    });

    private readonly Option<bool> _bare = new("--no-critical-values") { Description = Words.Say("statistics alone, without simulations", "仅计算统计量，不做模拟") };

    private readonly Option<string> _bootstrap = new("--bootstrap")
    {
        Description = Words.Say("multipliers of the wild bootstrap: normal or sign", "野自助法的乘数：normal或sign"), DefaultValueFactory = _ => "normal",
    };

    private readonly Option<string> _level = new("--level")
    {
        Description = Words.Say("level of the test and of the dating sequence, in percent: 90, 95 or 99", "检验与定期所用水平（百分比）：90、95或99"), DefaultValueFactory = _ => "95",
    };

    private readonly Option<string> _dating = new("--dating")
    {
        Description = Words.Say("episodes where BSADF exceeds the critical value of SADF up to the date (sadf) or of BSADF at the date (bsadf)", "标定阶段时，BSADF对照截至当日的SADF临界值（sadf）或当日的BSADF临界值（bsadf）"),
        DefaultValueFactory = _ => "sadf",
    };

    private readonly Option<int?> _duration = SimulationOptions.AtLeast(0, new Option<int?>("--min-duration")
    {
        Description = Words.Say("fewest observations of an episode (default: ln T, rounded)", "泡沫阶段最少观测数（默认ln T取整）"), HelpName = "number",
    });

    public BubblePsyCommand(CommonOptions common)
    {
        _common = common;
        _bootstrap.AcceptOnlyFromAmong("normal", "sign");
        _dating.AcceptOnlyFromAmong("sadf", "bsadf");
        _level.AcceptOnlyFromAmong("90", "95", "99");
        Command = new Command("psy", Words.Say(
            "recursive tests of Phillips, Shi and Yu: ADF, SADF, GSADF against random walks and a wild bootstrap, episodes dated",
            "Phillips–Shi–Yu递归检验：ADF、SADF、GSADF，对照随机游走与野自助法，并标定泡沫阶段"))
        {
            _file, _prices.Column, _prices.DateColumn, _prices.Log, _lag, _maximumLag, _window, _simulation.Replications, _simulation.Seed, _bootstrap, _bare, _level, _dating, _duration,
            _prices.AllowGaps, _simulation.Threads, _simulation.Cache, _plot.Plot, _plot.Font, common.Format, common.Json, common.Csv, common.Lang,
        };
        Command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
    }

    public Command Command { get; }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var settings = SettingsOf(parsed);
        var plot = _plot.Of(parsed);
        var prices = PriceTest.Read(parsed.GetValue(_file)!, _prices.Of(parsed), settings);
        if (settings.LagBy is { } criterion)
        {
            settings = PriceTest.Checked(settings with { Lag = PriceTest.Lag(prices, settings.Log, parsed.GetValue(_maximumLag), criterion) });
            PriceTest.CheckRows(prices, settings);
        }

        var sequence = PriceTest.Statistics(prices, settings, cancel);
        NullDistribution? walk = null, wild = null;
        if (!parsed.GetValue(_bare))
        {
            var cache = _simulation.CacheOf(parsed);
            walk = PriceTest.Distribution(prices, settings, PsyNull.MonteCarlo, cache, cancel);
            wild = PriceTest.Distribution(prices, settings, PsyNull.WildBootstrap, cache, cancel);
        }

        var result = PsyTest.Read(prices.Series, settings, sequence, walk, wild);
        plot?.Write(PsyPlot.Draw(result, prices.File, plot));
        switch (_common.FormatOf(parsed))
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) PsyJson.Write(stream, result, prices, Words.Language);
                break;
            case OutputFormat.Csv: PsyCsv.Write(Console.Out, result); break;
            default: PsyText.Write(Output.Terminal.Out, result, prices, Words.Language); break;
        }

        return ExitCode.Fine;
    }

    private PsyTestSettings SettingsOf(ParseResult parsed)
    {
        var text = parsed.GetValue(_lag)!;
        LagCriterion? criterion = text switch { "aic" => LagCriterion.Akaike, "bic" => LagCriterion.Schwarz, _ => null };
        var lag = 0;
        if (criterion is null && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out lag))
            throw new UnknownNameException(Words.Say($"--lag is {text}; give a whole number of 0 or more, aic or bic.", $"--lag为{text}；须为非负整数、aic或bic。"));
        return PriceTest.Checked(new PsyTestSettings
        {
            Log = parsed.GetValue(_prices.Log), Lag = lag, LagBy = criterion, MinimumWindow = parsed.GetValue(_window), Replications = parsed.GetValue(_simulation.Replications),
            Seed = parsed.GetValue(_simulation.Seed), Threads = parsed.GetValue(_simulation.Threads), MinimumDuration = parsed.GetValue(_duration),
            Multiplier = parsed.GetValue(_bootstrap) == "sign" ? BootstrapMultiplier.Sign : BootstrapMultiplier.Normal,
            DatedBy = parsed.GetValue(_dating) == "bsadf" ? PsyDating.Bsadf : PsyDating.Sadf,
            Level = int.Parse(parsed.GetValue(_level)!, CultureInfo.InvariantCulture) / 100.0,
        });
    }
}
