using System.Globalization;
using System.Text;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>An indicator's definition as Markdown: what <c>froth indicator show</c> prints and docs/indicators holds.</summary>
public static class DefinitionMarkdown
{
    /// <summary>The whole definition, worked examples included.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="language">Language of every word.</param>
    public static string Of(Indicator indicator, Language language)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var (definition, text) = (indicator.Definition, new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"# {definition.Title.In(language)} (`{definition.Id}`)\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Pillars.NameOf(definition.Pillar).In(language)} · {Glossary.Of(definition.Unit).In(language)} · {Codes.Of(definition.Frequency)} · v{definition.Version}\n\n");
        Section(text, Glossary.Meaning.In(language), definition.Meaning.In(language));
        Section(text, Glossary.Method.In(language), definition.Method.In(language));
        Section(text, Glossary.Caveats.In(language), definition.Caveats.In(language));
        Section(text, Glossary.BandWord.In(language), BandLines(definition, language));
        Section(text, Glossary.Citations.In(language), string.Join('\n', definition.Citations.Select(c => "- " + c.Text + (c.Url.Length > 0 ? $" <{c.Url}>" : ""))));
        Section(text, language == Language.English ? "Inputs" : "输入", string.Join('\n', indicator.Inputs.Select(i => "- " + InputText(i))));
        Section(text, language == Language.English ? "Worked by hand" : "手工算例", string.Join('\n', indicator.Examples.Select(e => ExampleText(e, language))));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string BandLines(Definition definition, Language language)
    {
        var bands = definition.Bands;
        if (bands.Thresholds.Count == 0) return bands.WhyNone?.In(language) ?? "";
        return string.Join('\n', bands.Thresholds.Select(t =>
            $"- {Glossary.Of(t.Band).In(language)} {(bands.Falling ? "≤" : "≥")} "
            + (bands.OnPercentile ? $"{Glossary.Percentile.In(language)} {NumberText.Rank(t.From)}" : NumberText.Value(t.From, definition, language))
            + $" — {Codes.Of(t.Status)}: {t.Citation}"));
    }

    private static string InputText(Input input) => input.ConceptId is null
        ? "flows"
        : $"{input.Entity ?? "*"} · {input.ConceptId}{(input.Unit is { } unit ? $" · {unit.Code}" : "")}";

    private static string ExampleText(Example example, Language language)
    {
        var expected = double.IsNaN(example.Expected) ? NumberText.None : example.Expected.ToString("G10", CultureInfo.InvariantCulture);
        return $"- {example.Title.In(language)}: {example.Working} → {expected}";
    }

    private static void Section(StringBuilder text, string title, string body)
    {
        if (body.Length > 0) text.Append(CultureInfo.InvariantCulture, $"**{title}.** {(body.StartsWith('-') ? "\n\n" : "")}{body}\n\n");
    }
}
