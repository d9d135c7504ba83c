using System.CommandLine;
using System.Globalization;
using Froth.Core;
using Froth.Data.Bubbles;

namespace Froth.Cli.Commands;

/// <summary>The options by which commands simulate.</summary>
internal sealed class SimulationOptions(int replications = 2000)
{
    public Option<int> Replications { get; } = AtLeast(1, new Option<int>("--reps")
    {
        Description = Words.Say("simulated paths of each kind", "每类模拟路径数"),
        HelpName = "number",
        DefaultValueFactory = _ => replications,
    });

    public Option<ulong> Seed { get; } = new("--seed")
    {
        Description = Words.Say("chooses the paths; the same seed gives the same figures everywhere", "随机种子；同一种子在任何机器上结果相同"),
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };

    public Option<int> Threads { get; } = AtLeast(1, new Option<int>("--threads")
    {
        Description = Words.Say("threads; figures do not depend on them", "线程数；结果与之无关"),
        HelpName = "number",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    });

    public Option<string?> Cache { get; } = new("--cache")
    {
        Description = Words.Say("folder of saved critical values (default: ~/.froth/critical-values)", "临界值缓存目录（默认~/.froth/critical-values）"),
        HelpName = "folder",
    };

    /// <summary>Saved distributions, with damage told on standard error.</summary>
    public NullCache CacheOf(ParseResult parsed) => new(Folder(parsed), Tell);

    /// <summary>An option that refuses numbers below a smallest one.</summary>
    public static Option<T> AtLeast<T>(int smallest, Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0) return;
            var text = result.Tokens[0].Value;
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= smallest) return;
            result.AddError(Words.Say($"{option.Name} is {text}; give a whole number of {smallest} or more.", $"{option.Name}为{text}；须为不小于{smallest}的整数。"));
        });
        return option;
    }

    private string Folder(ParseResult parsed) => parsed.GetValue(Cache) ?? Path.Combine(Session.Home, "critical-values");

    private static void Tell(Bilingual note) => Console.Error.WriteLine("froth: " + note.In(Words.Language));
}
