using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Froth.Server.Reports.Charts;
using Microsoft.AspNetCore.Components;

namespace Froth.Server.Reports;

/// <summary>Everything the report's components read: the monitor, its summary, the drawn panels and the words of one language.</summary>
public sealed class ReportPage
{
    private readonly Dictionary<string, string> _panels;
    private readonly Dictionary<string, int> _sourceNumbers;

    /// <summary>Prepares a page; panels are drawn here, in parallel, because they are the bulk of the work.</summary>
    public ReportPage(Froth.Core.Reports.Monitor monitor, ReportOptions options)
    {
        (Monitor, Options) = (monitor, options);
        Say = new ReportSentences(options.Language);
        Summary = MonitorSummary.Of(monitor);
        Charts = ChartSpecs.Of(monitor);
        Sources = SourcesUsed.Of(monitor);
        _sourceNumbers = new Dictionary<string, int>(Sources.Count, StringComparer.Ordinal);
        foreach (var source in Sources) _sourceNumbers.Add(SourcesUsed.KeyOf(source), _sourceNumbers.Count + 1);
        Groups = PillarGroup.Of(monitor);
        _panels = DrawPanels();
    }

    /// <summary>What is reported.</summary>
    public Froth.Core.Reports.Monitor Monitor { get; }

    /// <summary>What the caller told.</summary>
    public ReportOptions Options { get; }

    /// <summary>Sentences in the report's language.</summary>
    public ReportSentences Say { get; }

    /// <summary>Answers to the four questions.</summary>
    public MonitorSummary Summary { get; }

    /// <summary>Panels by indicator id.</summary>
    public IReadOnlyDictionary<string, ChartSpec> Charts { get; }

    /// <summary>Sources in the order of their numbers.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>Pillars in the order of the report.</summary>
    public IReadOnlyList<PillarGroup> Groups { get; }

    /// <summary>Value of the lang attribute.</summary>
    public string LanguageTag => Options.Language == Language.SimplifiedChinese ? "zh-Hans" : "en";

    /// <summary>A wording in the report's language.</summary>
    public string T(Bilingual words) => words.In(Options.Language);

    /// <summary>A value of an indicator.</summary>
    public string Value(double value, Definition definition) => NumberText.Value(value, definition, Options.Language);

    /// <summary>A range of an indicator; empty when there is none.</summary>
    public string Range(double low, double high, Definition definition) =>
        low.Equals(high) ? "" : NumberText.Range(low, high, definition, Options.Language);

    /// <summary>The drawn panel of an indicator, or null when nothing has a value.</summary>
    public MarkupString? Panel(string id) => _panels.TryGetValue(id, out var svg) ? new MarkupString(svg) : null;

    /// <summary>Anchor of an indicator's section.</summary>
    public static string Anchor(Definition definition) => "i-" + definition.Id;

    /// <summary>Anchor of a pillar's section.</summary>
    public static string Anchor(Pillar pillar) => "p-" + Marks.Of(pillar);

    /// <summary>Number of a source in the list of sources; 0 for one that is not listed.</summary>
    public int NumberOf(Source source) => _sourceNumbers.GetValueOrDefault(SourcesUsed.KeyOf(source));

    /// <summary>Numbers of the listed sources of facts, ascending; of facts whose source may not be cited, none.</summary>
    public IReadOnlyList<int> NumbersOf(IEnumerable<Fact> facts) =>
        [.. facts.Where(f => AccessGate.Allow(f, Exit.Citation)).Select(f => f.Provenance.Source).Distinct().Select(NumberOf).Where(n => n > 0).Distinct().Order()];

    /// <summary>The rows of these indicators that the monitor has, in this order.</summary>
    public IEnumerable<MonitorRow> RowsOf(IReadOnlyList<string> ids) => ids.Select(id => Monitor.Rows.FirstOrDefault(r => r.Definition.Id == id)).OfType<MonitorRow>();

    /// <summary>Worked examples of an indicator.</summary>
    public IReadOnlyList<Example> ExamplesOf(Definition definition) =>
        Options.Indicators.FirstOrDefault(i => i.Definition.Id == definition.Id)?.Examples ?? [];

    /// <summary>A band as mark and word; both say it, so colour is never the only sign.</summary>
    public MarkupString Mark(Band? band) => band is { } b
        ? Tag("band b-" + Marks.Of(b), Marks.Of(b), T(Glossary.Of(b)))
        : new MarkupString($"<span class=\"none\">{T(Glossary.NoBand)}</span>");

    /// <summary>A status as mark and word.</summary>
    public MarkupString Mark(ReadingStatus status) => Tag("status s-" + Marks.Of(status), Marks.Of(status), T(Glossary.Of(status)));

    /// <summary>A name for an entity of a panel.</summary>
    public string EntityName(string? id) => id is null ? "" : T(Options.Entities.NameOf(id));

    private Dictionary<string, string> DrawPanels()
    {
        var specs = Charts.Values.ToArray();
        var drawn = new string[specs.Length];
        Parallel.For(0, specs.Length, i => drawn[i] = new SvgPanel(specs[i], Options.Language, Say.PanelSummary(specs[i])).Draw());
        var panels = new Dictionary<string, string>(specs.Length, StringComparer.Ordinal);
        for (var i = 0; i < specs.Length; i++) panels.Add(specs[i].Row.Definition.Id, drawn[i]);
        return panels;
    }

    // Only words of the glossary and codes of closed lists come in here, never data, so the markup needs no escaping.
    private static MarkupString Tag(string css, string mark, string word) =>
        new($"<span class=\"{css}\"><svg class=\"mark\" aria-hidden=\"true\"><use href=\"#m-{mark}\"/></svg>{word}</span>");

}
