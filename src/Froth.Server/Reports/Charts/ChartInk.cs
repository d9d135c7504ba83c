using Froth.Core.Indicators;
using OxyPlot;

namespace Froth.Server.Reports.Charts;

/// <summary>
/// Colours of a chart. OxyPlot only knows fixed colours, so each role is drawn in a stand-in colour that occurs nowhere else, and the finished SVG
/// has the stand-ins replaced with CSS variables. That is how one picture serves light mode, dark mode and print.
/// </summary>
internal static class ChartInk
{
    public static readonly OxyColor
        Text = OxyColor.FromRgb(1, 0, 1),
        Muted = OxyColor.FromRgb(1, 0, 2),
        Rule = OxyColor.FromRgb(1, 0, 3),
        Line = OxyColor.FromRgb(1, 0, 4),
        Shade = OxyColor.FromRgb(1, 0, 5),
        Context = OxyColor.FromRgb(1, 0, 6),
        Watch = OxyColor.FromRgb(1, 0, 7),
        Elevated = OxyColor.FromRgb(1, 0, 8),
        Alarm = OxyColor.FromRgb(1, 0, 9);

    private static readonly (string StandIn, string Variable)[] Variables =
    [
        ("rgb(1,0,1)", "var(--ink)"), ("rgb(1,0,2)", "var(--muted)"), ("rgb(1,0,3)", "var(--rule)"), ("rgb(1,0,4)", "var(--line)"),
        ("rgb(1,0,5)", "var(--shade)"), ("rgb(1,0,6)", "var(--context)"), ("rgb(1,0,7)", "var(--watch)"),
        ("rgb(1,0,8)", "var(--elevated)"), ("rgb(1,0,9)", "var(--alarm)"),
    ];

    public static OxyColor Of(Band band) => band switch
    {
        Band.Watch => Watch,
        Band.Elevated => Elevated,
        Band.Alarm => Alarm,
        _ => Muted,
    };

    /// <summary>The CSS variable of a stand-in.</summary>
    public static string VariableOf(OxyColor color) => color.B is > 0 and <= 9 && color.R == 1 ? Variables[color.B - 1].Variable : "var(--ink)";

    /// <summary>Replaces every stand-in within one attribute value.</summary>
    public static string ToVariables(string style)
    {
        foreach (var (standIn, variable) in Variables) style = style.Replace(standIn, variable, StringComparison.Ordinal);
        return style;
    }
}
