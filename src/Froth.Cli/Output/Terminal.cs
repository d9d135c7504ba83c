using System.Globalization;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>The consoles, and the marks by which bands and states are told apart without colour.</summary>
internal static class Terminal
{
    private const int WidthWhenPiped = 160;

    /// <summary>Standard output. Colour follows NO_COLOR and the terminal; a pipe gets a fixed width instead of 80 columns.</summary>
    public static IAnsiConsole Out { get; } = Make(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error: progress and messages, so that standard output stays clean for pipes.</summary>
    public static IAnsiConsole Error { get; } = Make(Console.Error, Console.IsErrorRedirected);

    public static string Mark(Band band) => band switch { Band.Calm => "○", Band.Watch => "◔", Band.Elevated => "◑", _ => "●" };

    public static string Colour(Band band) => band switch { Band.Calm => "green", Band.Watch => "yellow", Band.Elevated => "darkorange", _ => "red" };

    public static string Mark(ReadingStatus status) => status switch
    {
        ReadingStatus.Current => "",
        ReadingStatus.Stale => "⌛",
        ReadingStatus.ShortHistory => "…",
        ReadingStatus.NotEstimable => "×",
        _ => "?",
    };

    private static IAnsiConsole Make(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = redirected || NoColor ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected || NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (redirected) console.Profile.Width = Columns ?? WidthWhenPiped;
        return console;
    }

    private static bool NoColor => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static int? Columns =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns >= 40 ? columns : null;
}
