using System.CommandLine;
using Froth.Cli.Output;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Reports;

namespace Froth.Cli.Commands;

/// <summary><c>froth firms</c>: every firm with accounts, by financing class.</summary>
internal static class FirmsCommand
{
    private static readonly (string Word, MinskyClass Class)[] ClassWords =
    [
        ("hedge", MinskyClass.Hedge), ("speculative", MinskyClass.Speculative), ("ponzi", MinskyClass.Ponzi),
        ("equity", MinskyClass.EquityDependent), ("equity-dependent", MinskyClass.EquityDependent), ("unknown", MinskyClass.Unknown),
        ("h", MinskyClass.Hedge), ("s", MinskyClass.Speculative), ("p", MinskyClass.Ponzi), ("e", MinskyClass.EquityDependent), ("u", MinskyClass.Unknown),
    ];

    public static Command Build(CommonOptions options)
    {
        var classes = new Option<string[]>("--class")
        {
            Description = Words.Say("only these classes: hedge, speculative, ponzi, equity, unknown (repeat, or separate by commas)", "仅限这些类别：hedge、speculative、ponzi、equity、unknown（可重复或以逗号分隔）"),
            AllowMultipleArgumentsPerToken = true,
        };
        var country = new Option<string?>("--country") { Description = Words.Say("only firms of this country, such as CN", "仅限该国企业，例如CN"), HelpName = "ISO" };
        var headTail = new Option<bool>("--head-tail")
        {
            Description = Words.Say("instead: firms by size, so that 'leaders are hedge-financed, the tail is Ponzi-financed' can be refuted", "改为按规模分组，检验“头部为对冲型、尾部为庞氏型”之说"),
        };
        var command = new Command("firms", Words.Say(
            "every firm with accounts: financing class under every lens, covers, margin and gap", "全部有账目的企业：各口径下的融资类别、覆盖倍数、安全边际与资金缺口"))
        {
            classes, country, headTail, options.AsOf, options.KnownAt, options.Format, options.Store, options.Lang,
        };
        command.SetAction(parsed =>
        {
            var wanted = Parse(parsed.GetValue(classes) ?? []);
            using var session = Session.Open(parsed.GetValue(options.Store));
            var vintage = options.VintageOf(parsed);
            if (parsed.GetValue(headTail))
            {
                HeadTailText.Write(parsed.GetValue(options.Format), HeadAndTail.On(new InputSet(session.Facts(vintage, HeadAndTail.Inputs), HeadAndTail.Inputs), vintage.AsOf));
                return ExitCode.Fine;
            }

            var rows = FirmRow.All(session.Facts(vintage, [.. FirmPanel.Inputs, Input.Flows]));
            var shown = rows.Where(r => (wanted.Count == 0 || wanted.Contains(r.Financing.Class))
                && (parsed.GetValue(country) is not { } iso || string.Equals(r.Entity.Country, iso, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(r => r.IsStale).ThenBy(r => OrderOf(r.Financing.Class)).ThenBy(r => r.Entity.Id, StringComparer.Ordinal).ToList();
            FirmsText.Write(parsed.GetValue(options.Format), vintage, session.DataVersion, shown, rows.Count);
            return ExitCode.Fine;
        });
        return command;
    }

    private static HashSet<MinskyClass> Parse(string[] words)
    {
        HashSet<MinskyClass> wanted = [];
        foreach (var word in words.SelectMany(w => w.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var index = Array.FindIndex(ClassWords, c => string.Equals(c.Word, word, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
                throw new UnknownNameException(Words.Say($"'{word}' is no class; one of hedge, speculative, ponzi, equity, unknown.", $"“{word}”不是类别；可选：hedge、speculative、ponzi、equity、unknown。"));
            wanted.Add(ClassWords[index].Class);
        }

        return wanted;
    }

    // Those whose quarter still stands for them come first, of these the worst; what is not known stands at the end and never passes for safe.
    private static int OrderOf(MinskyClass value) => value switch
    {
        MinskyClass.Ponzi => 0,
        MinskyClass.EquityDependent => 1,
        MinskyClass.Speculative => 2,
        MinskyClass.Hedge => 3,
        _ => 4,
    };
}
