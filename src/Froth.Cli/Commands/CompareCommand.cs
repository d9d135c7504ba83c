using System.CommandLine;
using Froth.Cli.Output;
using Froth.Core.Entities;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Cli.Commands;

/// <summary><c>froth compare us china</c>: two countries side by side, what is missing named.</summary>
internal static class CompareCommand
{
    public static Command Build(CommonOptions options)
    {
        var first = new Argument<string>("first") { Description = Words.Say("country: id, name or two-letter code", "国家：id、名称或两位代码") };
        var second = new Argument<string>("second") { Description = Words.Say("the country beside it", "与之对照的国家") };
        var command = new Command("compare", Words.Say(
            "two countries side by side: money by layer, debt and state share, multiples, classes, valuation at equal capability",
            "两国对照：分层融资、债务与国有占比、市盈率、融资类别、同等能力下的估值"))
        {
            first, second, options.AsOf, options.KnownAt, options.Format, options.Lang, options.Store,
        };
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            var facts = session.Facts(options.VintageOf(parsed), CountryComparison.Inputs);
            var (left, right) = (CountryOf(facts.Entities, parsed.GetValue(first)!), CountryOf(facts.Entities, parsed.GetValue(second)!));
            if (left.Code == right.Code) throw new UnknownNameException(Words.Say($"Both names mean {left.Code}; name two countries.", $"两个名称均指{left.Code}；请指定两个不同国家。"));
            var comparison = CountryComparison.Of(new InputSet(facts, CountryComparison.Inputs), left, right);
            switch (parsed.GetValue(options.Format))
            {
                case OutputFormat.Json:
                    using (var stream = Console.OpenStandardOutput()) ComparisonJson.Write(stream, comparison, session.DataVersion, Words.Language);
                    break;
                case OutputFormat.Csv:
                    ComparisonCsv.Write(Console.Out, comparison, session.DataVersion, Words.Language);
                    break;
                default:
                    ComparisonTable.Write(Terminal.Out, comparison, session.DataVersion, Words.Language);
                    break;
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static Country CountryOf(EntityBook book, string name) => Country.Find(book, name) ?? throw new UnknownNameException(Unknown(book, name));

    private static string Unknown(EntityBook book, string name)
    {
        var known = string.Join(Words.Say(", ", "、"), Country.All(book).Select(c => c.Id ?? c.Code));
        return Words.Say($"No country is called '{name}'. Known: {known}.", $"没有名为“{name}”的国家。可选：{known}。");
    }
}
