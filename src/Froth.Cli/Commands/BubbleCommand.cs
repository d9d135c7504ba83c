using System.CommandLine;

namespace Froth.Cli.Commands;

/// <summary><c>froth bubble psy</c>: tests of prices for explosive behaviour.</summary>
internal static class BubbleCommand
{
    public static Command Build(CommonOptions options)
    {
        var command = Named();
        command.Add(new BubblePsyCommand(options).Command);
        return command;
    }

    /// <summary>The name alone, for runs of other commands.</summary>
    public static Command Named() => new("bubble", Words.Say("test prices for bubbles: recursive unit-root tests with two kinds of critical values", "检验价格泡沫：递归单位根检验与两类临界值"));
}
