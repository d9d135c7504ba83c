using Froth.Cli.Output;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Froth.Core.Time;
using Froth.Server.Reports;
using Spectre.Console;

namespace Froth.Cli;

/// <summary>
/// Runs every indicator's worked examples and renders them to nowhere while the other core opens and reads the store. The code that
/// the monitor needs is then compiled by the time its data are there; results are thrown away.
/// </summary>
internal static class WarmUp
{
    public static void Begin(bool withReport) => Task.Run(() =>
    {
        ConceptResolver.Shipped.Resolve(ExampleFiling.Facts);
        foreach (var indicator in IndicatorCatalogue.All) indicator.ComputeOn(ExampleFacts.Set(indicator.Examples[0].Facts, indicator.Examples[0].Entities));
        var facts = FactSet.Cut(Vintage.At(DateOnly.MinValue), [], [], EntityBook.Empty);
        var monitor = MonitorBuilder.Build([IndicatorCatalogue.All[0]], facts, facts, "");
        if (withReport) HtmlReport.Render(monitor, ReportFile.Options(EntityBook.Empty));
        MonitorTable.Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }), monitor, Words.Language);
        Stages.Ended("warmed up");
    });
}
