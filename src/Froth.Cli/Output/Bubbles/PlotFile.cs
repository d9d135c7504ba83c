using System.Text;
using Froth.Core;
using OxyPlot;
using SkiaSharp;

namespace Froth.Cli.Output.Bubbles;

/// <summary>A picture to write, with a font that has the letters. Only this and the drawings know the plotting libraries.</summary>
internal sealed class PlotFile(string path, string? font)
{
    private const int Width = 1000;
    private const int Height = 700;

    // A letter of the labels; a font without it draws a box.
    private const int ChineseLetter = '泡';

    // A browser takes the first of these that it has.
    private const string FamiliesOfSvg = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, DejaVu Sans, Arial, sans-serif";

    private static readonly string[] ChineseFamilies =
        ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Noto Serif CJK SC", "SimHei", "SimSun", "Noto Sans SC"];

    private static readonly string[] LatinFamilies = ["DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Noto Sans"];

    private readonly bool _isSvg = Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase);

    /// <summary>The language of the labels: English where no font of this machine has Chinese letters.</summary>
    public Language Language => Words.Language == Language.SimplifiedChinese && !_isSvg && ChineseFamily is null ? Language.English : Words.Language;

    /// <summary>The font family of the labels.</summary>
    public string Family
    {
        get
        {
            if (font is not null) return font;
            // An SVG is laid out by a font of this machine and then names the whole list.
            if (_isSvg) return Installed(ChineseFamilies) ?? Installed(LatinFamilies) ?? FamiliesOfSvg;
            return Language == Language.SimplifiedChinese ? ChineseFamily! : Installed(LatinFamilies) ?? SKTypeface.Default.FamilyName;
        }
    }

    /// <summary>Writes the picture, whole or not at all.</summary>
    public void Write(PlotModel model)
    {
        if (Words.Language != Language) Console.Error.WriteLine("froth: 本机没有中文字体，图中文字改用英文；可用--plot-font指定字体。");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".part";
        using (var stream = File.Create(draft))
        {
            if (_isSvg) Svg(model, stream);
            else Png(model, stream);
        }

        File.Move(draft, path, overwrite: true);
    }

    private void Svg(PlotModel model, Stream stream)
    {
        // Without a measurer the library takes one Latin font for all, and words lie over each other.
        using var measurer = new OxyPlot.SkiaSharp.SkiaRenderContext { UseTextShaping = false };
        var exporter = new SvgExporter { Width = Width, Height = Height, IsDocument = true };
        if (SKFontManager.Default.FontFamilyCount > 0) exporter.TextMeasurer = measurer;
        var text = exporter.ExportToString(model);
        if (font is null) text = text.Replace($"font-family=\"{Family}\"", $"font-family=\"{FamiliesOfSvg}\"", StringComparison.Ordinal);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Png(PlotModel model, Stream stream)
    {
        if (SKFontManager.Default.FontFamilyCount == 0)
        {
            throw new IOException(Words.Say(
                "this machine has no fonts, so that a PNG would have no words; install one (such as fonts-dejavu-core) or name an .svg file.",
                "本机没有字体，PNG中将没有文字；请安装字体（如fonts-noto-cjk）或改用.svg文件。"));
        }

        new OxyPlot.SkiaSharp.PngExporter { Width = Width, Height = Height, UseTextShaping = false }.Export(model, stream);
    }

    private string? ChineseFamily => font is not null ? HasChinese(font) ? font : null : Array.Find(ChineseFamilies, HasChinese);

    private static string? Installed(string[] families) => Array.Find(families, f => Typeface(f) is not null);

    private static bool HasChinese(string family) => Typeface(family)?.ContainsGlyph(ChineseLetter) == true;

    // Where a family is missing, Skia gives another one instead of none.
    private static SKTypeface? Typeface(string family) =>
        SKFontManager.Default.MatchFamily(family) is { } face && string.Equals(face.FamilyName, family, StringComparison.OrdinalIgnoreCase) ? face : null;
}
