using Froth.Core;
using Froth.Core.Entities;
using Froth.Core.Indicators;

namespace Froth.Server.Reports;

/// <summary>What a report needs to be told besides the monitor. Nothing here is read from a clock or a file.</summary>
public sealed record ReportOptions
{
    /// <summary>Language of the report.</summary>
    public required Language Language { get; init; }

    /// <summary>The day on which the report is made; when it is not the as-of day, the banner says so.</summary>
    public required DateOnly GeneratedOn { get; init; }

    /// <summary>Version of the program, as <c>froth version</c> prints it.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>Names of the entities that facts are about; ids stand in where it is empty.</summary>
    public EntityBook Entities { get; init; } = EntityBook.Empty;

    /// <summary>Indicators whose worked examples are printed; those of the program unless told.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = IndicatorCatalogue.All;

    /// <summary>Evidence that speaks against a reading, by indicator id; a line is printed where there is one.</summary>
    public IReadOnlyDictionary<string, Bilingual> CounterEvidence { get; init; } = new Dictionary<string, Bilingual>();

    /// <summary>Most facts listed under one reading; the rest is counted and reached with <c>froth explain</c>.</summary>
    public int LineageRows { get; init; } = 40;
}
