using System.CommandLine;

namespace Froth.Cli.Commands;

/// <summary><c>froth bubble psy|panel|lppls</c>: tests of prices for bubbles.</summary>
internal static class BubbleCommand
{
    public static Command Build(CommonOptions options)
    {
        var command = Named();
        command.Add(new BubblePsyCommand(options).Command);
        command.Add(new BubblePanelCommand(options).Command);
        command.Add(new BubbleLpplsCommand(options).Command);
        return command;
    }

    /// <summary>The name alone, for runs of other commands.</summary>
    public static Command Named() => new("bubble", Words.Say("test prices for bubbles: recursive unit-root tests, LPPLS confidence, and what chance alone would show", "检验价格泡沫：递归单位根检验、LPPLS置信度，以及纯属偶然时的表现"));
}
