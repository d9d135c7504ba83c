using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>Everything that is said about one firm at a vintage: what the page of a firm prints, in whatever form.</summary>
public sealed record FirmPage
{
    /// <summary>The firm.</summary>
    public required Entity Entity { get; init; }

    /// <summary>How it is financed at its newest quarter; null when no accounts are known.</summary>
    public required FirmRow? Newest { get; init; }

    /// <summary>Its financing at every quarter with what is known at the vintage, ascending; how the past looks today.</summary>
    public required IReadOnlyList<FirmFinancing> History { get; init; }

    /// <summary>Every indicator that has a series for the firm.</summary>
    public required Monitor Measures { get; init; }

    /// <summary>The measures that have a value.</summary>
    public Monitor Known => Measures with { Rows = [.. Measures.Rows.Where(r => r.Latest is { HasValue: true })] };

    /// <summary>The measures without a value, each with the reason.</summary>
    public IReadOnlyList<MonitorRow> NotKnown => [.. Measures.Missing];

    /// <summary>Builds the page.</summary>
    /// <param name="entity">The firm.</param>
    /// <param name="indicators">Indicators to compute.</param>
    /// <param name="now">Facts at the vintage, the inputs of <see cref="FirmPanel"/> and the flows among them.</param>
    /// <param name="monthBefore">The same store's facts one month earlier.</param>
    /// <param name="dataVersion">Version of the data.</param>
    public static FirmPage Build(Entity entity, IReadOnlyList<Indicator> indicators, FactSet now, FactSet monthBefore, string dataVersion)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(now);
        var panel = FirmPanel.Of(new InputSet(now, FirmPanel.Inputs));
        var history = panel.Find(entity.Id);
        return new FirmPage
        {
            Entity = entity,
            Newest = history?.On(panel.AsOf) is { } newest ? new FirmRow(entity, FirmFinancing.Read(newest, now.Flows), panel.AsOf) : null,
            History = history is null ? [] : [.. history.Quarters.Select(q => FirmFinancing.Read(q, now.Flows))],
            Measures = MonitorBuilder.Build(entity.Id, indicators, now, monthBefore, dataVersion),
        };
    }
}
