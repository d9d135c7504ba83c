using System.Globalization;
using System.Text.RegularExpressions;
using Froth.Server.Reports;

namespace Froth.IntegrationTests.Reports;

/// <summary>Colours of the report against WCAG 2.2: 4.5 to 1 for text, 3 to 1 for lines that carry meaning, in light, dark and print.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly string[] TextColours = ["ink", "muted", "link", "watch", "elevated", "alarm"];
    private static readonly string[] LineColours = ["line", "context"];

    [Fact]
    public void Colours_EveryPalette_HaveEnoughContrast()
    {
        var palettes = Palette().Matches(Marks.StyleSheet).Select(m => Variable().Matches(m.Value).ToDictionary(v => v.Groups[1].Value, v => v.Groups[2].Value)).ToList();
        palettes.Count.ShouldBe(3);
        foreach (var palette in palettes)
        {
            foreach (var name in TextColours)
            {
                Contrast(palette[name], palette["paper"]).ShouldBeGreaterThanOrEqualTo(4.5, name);
                Contrast(palette[name], palette["raised"]).ShouldBeGreaterThanOrEqualTo(4.5, name);
            }

            foreach (var name in LineColours) Contrast(palette[name], palette["paper"]).ShouldBeGreaterThanOrEqualTo(3, name);
        }
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        if (hex.Length == 3) hex = string.Concat(hex.Select(c => $"{c}{c}"));
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);
    }

    [GeneratedRegex(":root \\{[^}]*\\}")]
    private static partial Regex Palette();

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{3,6});")]
    private static partial Regex Variable();
}
