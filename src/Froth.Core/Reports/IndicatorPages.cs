using System.Globalization;
using System.Text;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>The generated documentation of every indicator, in both languages.</summary>
public static class IndicatorPages
{
    private const string Generated = "<!-- Generated from the code by `froth indicator docs docs/indicators`; do not edit. -->\n\n";

    /// <summary>File name below docs/indicators and content of every page, the two indexes included.</summary>
    public static IEnumerable<(string Name, string Text)> All()
    {
        foreach (var (language, folder) in new[] { (Language.English, "en"), (Language.SimplifiedChinese, "zh-Hans") })
        {
            yield return ($"{folder}/README.md", Index(language));
            foreach (var indicator in IndicatorCatalogue.All)
                yield return ($"{folder}/{indicator.Definition.Id}.md", Generated + DefinitionMarkdown.Of(indicator, language));
        }
    }

    private static string Index(Language language)
    {
        var text = new StringBuilder(Generated);
        text.Append(CultureInfo.InvariantCulture, $"# {(language == Language.English ? "Indicators" : "指标")}\n");
        foreach (var pillar in IndicatorCatalogue.All.GroupBy(i => i.Definition.Pillar).OrderBy(g => g.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Pillars.NameOf(pillar.Key).In(language)}\n\n");
            foreach (var definition in pillar.Select(i => i.Definition))
                text.Append(CultureInfo.InvariantCulture, $"- [{definition.Title.In(language)}]({definition.Id}.md) — {definition.Meaning.In(language)}\n");
        }

        return text.ToString();
    }
}
