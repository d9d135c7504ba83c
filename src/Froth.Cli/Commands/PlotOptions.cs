using System.CommandLine;
using Froth.Cli.Output.Bubbles;

namespace Froth.Cli.Commands;

/// <summary>The options by which commands draw pictures.</summary>
internal sealed class PlotOptions
{
    public Option<string?> Plot { get; } = new("--plot") { Description = Words.Say("draw into this file, .svg or .png", "绘图至该文件，.svg或.png"), HelpName = "file" };

    public Option<string?> Font { get; } = new("--plot-font")
    {
        Description = Words.Say("font family of the picture (default: one of this machine that has the letters)", "图中字体（默认取本机可显示所需文字者）"),
        HelpName = "family",
    };

    /// <summary>The picture asked for; null for none.</summary>
    public PlotFile? Of(ParseResult parsed)
    {
        if (parsed.GetValue(Plot) is not { } path) return null;
        return Path.GetExtension(path).ToLowerInvariant() is ".svg" or ".png"
            ? new PlotFile(Path.GetFullPath(path), parsed.GetValue(Font))
            : throw new UnknownNameException(Words.Say($"--plot: {path} is neither .svg nor .png.", $"--plot：{path}不是.svg或.png文件。"));
    }
}
