using System.CommandLine;
using Froth.Cli.Output;
using Froth.Core.Reports;

namespace Froth.Cli.Commands;

/// <summary><c>froth explain</c>: from a value to its evidence.</summary>
internal static class ExplainCommand
{
    public static Command Build(CommonOptions options)
    {
        var id = new Argument<string>("indicator") { Description = Words.Say("indicator id", "指标id") };
        var entity = new Option<string?>("--entity") { Description = Words.Say("firm, lab or market: id, name, alias, ticker or CIK", "公司、实验室或市场：id、名称、别名、代码或CIK"), HelpName = "name" };
        var date = new Option<DateOnly?>("--date")
        {
            Description = Words.Say("date of the reading (default: the last)", "读数日期（默认最近一个）"),
            HelpName = "date",
            CustomParser = CommonOptions.Day,
        };
        var all = new Option<bool>("--all") { Description = Words.Say("list every input, however many", "列出全部输入，不限条数") };
        var command = new Command("explain", Words.Say("walk from a value to its formula, inputs, sources and snapshots", "由数值追溯至公式、输入、来源与快照"))
        {
            id, entity, date, all, options.AsOf, options.KnownAt, options.Format, options.Lang, options.Store,
        };
        command.SetAction(parsed =>
        {
            var indicator = Lookup.Indicator(parsed.GetValue(id)!);
            using var session = Session.Open(parsed.GetValue(options.Store));
            var facts = session.Facts(options.VintageOf(parsed), [indicator]);
            var entityId = parsed.GetValue(entity) is { } name ? Lookup.Entity(facts.Entities, name).Id : null;
            if (Explainer.Explain(indicator, facts, entityId, parsed.GetValue(date), out var explanation) is { } none)
                throw new UnknownNameException(none.Message.In(Words.Language));
            if (parsed.GetValue(options.Format) == OutputFormat.Json)
            {
                using var stream = Console.OpenStandardOutput();
                ExplanationJson.Write(stream, explanation!, session.DataVersion, Words.Language);
            }
            else if (parsed.GetValue(options.Format) == OutputFormat.Csv)
            {
                FactRows.WriteCsv(Console.Out, explanation!.Facts);
            }
            else
            {
                ExplanationText.Write(Terminal.Out, explanation!, session.DataVersion, Words.Language, parsed.GetValue(all));
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
