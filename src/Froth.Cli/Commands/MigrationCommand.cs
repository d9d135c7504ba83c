using System.CommandLine;
using System.CommandLine.Parsing;
using Froth.Cli.Output;
using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Reports;

namespace Froth.Cli.Commands;

/// <summary><c>froth migration</c>: how firms move between Minsky classes, and which firms they are.</summary>
internal static class MigrationCommand
{
    public static Command Build(CommonOptions options)
    {
        var horizon = new Option<int>("--horizon")
        {
            Description = Words.Say("quarters of a step: 1 or 4; steps never overlap", "每步的季度数：1或4；各步互不重叠"),
            HelpName = "1|4", DefaultValueFactory = _ => 1,
        };
        horizon.AcceptOnlyFromAmong("1", "4");
        var weight = new Option<MigrationWeight>("--weight")
        {
            Description = Words.Say("what a firm counts for: count, assets, market-cap, debt", "公司的权重：count、assets、market-cap、debt"),
            HelpName = "count|assets|market-cap|debt", CustomParser = WeightOf, DefaultValueFactory = _ => MigrationWeight.Count,
        };
        var command = new Command("migration", Words.Say("moves of firms between Minsky classes, with intervals and the firms behind them", "公司在明斯基类别间的迁移，附区间与所涉公司"))
        {
            horizon, weight, options.AsOf, options.KnownAt, options.Format, options.Store, options.Lang,
        };
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            var facts = session.Facts(options.VintageOf(parsed), ClassMigration.Inputs);
            MigrationText.Write(parsed.GetValue(options.Format), MigrationPage.Of(facts, parsed.GetValue(horizon), parsed.GetValue(weight)));
            return ExitCode.Fine;
        });
        return command;
    }

    private static MigrationWeight WeightOf(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Codes.TryParse<MigrationWeight>(text, out var weight)) return weight;
        result.AddError(Words.Say($"'{text}' is not a weight; one of {string.Join(", ", Codes.All<MigrationWeight>())}.", $"“{text}”不是权重；可选：{string.Join("、", Codes.All<MigrationWeight>())}。"));
        return MigrationWeight.Count;
    }
}
