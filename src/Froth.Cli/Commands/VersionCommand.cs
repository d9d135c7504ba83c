using System.CommandLine;
using System.Runtime.InteropServices;

namespace Froth.Cli.Commands;

/// <summary><c>froth version</c>.</summary>
internal static class VersionCommand
{
    public static Command Build()
    {
        var command = new Command("version", Words.Say("print the program's version", "显示程序版本"));
        command.SetAction(_ => Print());
        return command;
    }

    public static int Print()
    {
        Console.Out.WriteLine($"froth {ProgramVersion.Text} ({RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version})");
        return ExitCode.Fine;
    }
}
