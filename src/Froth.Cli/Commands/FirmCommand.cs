using System.CommandLine;
using Froth.Cli.Output;
using Froth.Core.Filings;

namespace Froth.Cli.Commands;

/// <summary><c>froth firm NAME</c>: the page of a firm; <c>froth firm NAME facts</c>: what its filings tell, resolved to comparable figures.</summary>
internal static class FirmCommand
{
    private const int PeriodsInTable = 5;

    public static Command Build(CommonOptions options)
    {
        var name = new Argument<string>("name") { Description = Words.Say("id, name, alias, ticker or CIK", "id、名称、别名、代码或CIK") };
        var firm = new Command("firm", Words.Say("one firm on a page: financing class under every lens, covers, gap, debt, valuation, history; 'facts' tells its filings", "单个企业一页：各口径融资类别、覆盖倍数、资金缺口、债务、估值与历史；“facts”给出申报数据")) { name, Facts(options, name), options.AsOf, options.KnownAt, options.Format, options.Store, options.Lang };
        firm.SetAction(parsed =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            FirmPageText.Write(parsed.GetValue(options.Format), session.FirmPage(parsed.GetValue(name)!, options.VintageOf(parsed)));
            return ExitCode.Fine;
        });
        return firm;
    }

    private static Command Facts(CommonOptions options, Argument<string> name)
    {
        var concepts = new Option<string[]>("--concept")
        {
            Description = Words.Say("only these concepts: revenue, debt-total, … (repeat, or separate by commas)", "仅限这些概念：revenue、debt-total……（可重复或以逗号分隔）"),
            AllowMultipleArgumentsPerToken = true,
        };
        var bases = new Option<string[]>("--basis") { Description = Words.Say("only these bases: instant, quarter, ttm, annual", "仅限这些口径：instant、quarter、ttm、annual"), AllowMultipleArgumentsPerToken = true };
        var last = new Option<int?>("--last") { Description = Words.Say("the newest N periods of each (default: 5 in a table, else all)", "每项仅最近N期（表格默认5期，其余默认全部）"), HelpName = "N" };
        var adjust = new Option<bool>("--split-adjusted") { Description = Words.Say("shares and values per share on today's basis; what was filed stands in the note", "股数与每股数值按当前股本口径；申报原值见备注") };
        var command = new Command("facts", Words.Say(
            "quarters, twelve months, years and balances from filings, each with tag, accession number and why", "申报文件中的季度、滚动十二个月、年度与时点数据，附标签、申报编号与取值理由"))
        {
            concepts, bases, last, adjust, options.AsOf, options.KnownAt, options.Format, options.Store, options.Lang,
        };
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            var (entity, firm) = session.Firm(parsed.GetValue(name)!, options.VintageOf(parsed));
            if (parsed.GetValue(adjust)) firm = firm.AdjustedForSplits(ConceptMap.Shipped);
            var format = parsed.GetValue(options.Format);
            var shown = Select(firm, Listed(parsed.GetValue(concepts)), Listed(parsed.GetValue(bases)), parsed.GetValue(last) ?? (format == OutputFormat.Table ? PeriodsInTable : null));
            FirmFactsText.Write(format, entity, firm, shown);
            return ExitCode.Fine;
        });
        return command;
    }

    private static List<FirmFact> Select(FirmFacts firm, IReadOnlyList<string> concepts, IReadOnlyList<string> bases, int? last)
    {
        foreach (var concept in concepts)
        {
            if (ConceptMap.Shipped.Find(concept) is null)
                throw new UnknownNameException(Words.Say($"No concept is called '{concept}'. Known: ", $"没有名为“{concept}”的概念。可选：") + string.Join(", ", ConceptMap.Shipped.Rules.Select(r => r.Concept).Order(StringComparer.Ordinal)));
        }

        List<Basis> wanted = [];
        foreach (var basis in bases)
        {
            wanted.Add(Core.Data.Codes.TryParse<Basis>(basis, out var known) ? known : throw new UnknownNameException(Words.Say($"'{basis}' is no basis; one of ", $"“{basis}”不是口径；可选：") + string.Join(", ", Core.Data.Codes.All<Basis>())));
        }

        var groups = firm.Facts.Where(f => (concepts.Count == 0 || concepts.Contains(f.Concept)) && (wanted.Count == 0 || wanted.Contains(f.Basis)))
            .GroupBy(f => (f.Concept, f.Dimension, f.Basis));
        return [.. groups.SelectMany(g => last is { } n ? g.TakeLast(n) : g)];
    }

    private static List<string> Listed(string[]? values) => [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
