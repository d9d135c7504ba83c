using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.IntegrationTests.Reports;

/// <summary>The smallest indicator: each observation of one concept is a reading. The first entity is the headline, the others are the panel.</summary>
internal sealed class EchoIndicator(Definition definition, string concept, int window = 1) : Indicator
{
    public override Definition Definition => definition;

    public override IReadOnlyList<Input> Inputs { get; } = [new Input(concept, null, null)];

    public override IReadOnlyList<Example> Examples => Worked;

    /// <summary>Worked examples to print.</summary>
    public IReadOnlyList<Example> Worked { get; init; } = [];

    /// <summary>Components added to every reading.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    public double Coverage { get; init; } = double.NaN;

    /// <summary>Reason told instead of a last value.</summary>
    public Reading? Instead { get; init; }

    public override IndicatorResult Compute(InputSet inputs)
    {
        var series = inputs.Latest(Inputs[0]).GroupBy(o => o.Entity).Select(g => new ReadingSeries(g.Key, Readings([.. g]))).ToList();
        if (Instead is { } instead) return IndicatorResult.Of([instead]);
        if (series.Count == 0) return IndicatorResult.None(inputs.Vintage.AsOf, MissingReason.NoData, new("no source reports it yet", "尚无来源披露"));
        var headline = series.FirstOrDefault(s => s.Entity == "ai-sector") ?? series[0];
        return new IndicatorResult(headline.Entity == "ai-sector" ? headline with { Entity = null } : headline, series.Count == 1 ? [] : [.. series.Where(s => s != headline)]);
    }

    private List<Reading> Readings(List<Observation> observations) =>
    [
        .. observations.Select((o, i) => new Reading
        {
            Date = o.Date, Value = o.Double, Coverage = Coverage, Parts = Parts,
            Low = o.Value.IsPoint ? double.NaN : (double?)o.Value.Low ?? double.NaN, High = o.Value.IsPoint ? double.NaN : (double?)o.Value.High ?? double.NaN,
            Missing = double.IsNaN(o.Double) ? MissingReason.NonPositiveDenominator : null,
            Remark = double.IsNaN(o.Double) ? new("n.m.: a loss has no multiple", "n.m.：亏损时倍数无意义") : null,
            Lineage = [.. observations.Skip(Math.Max(0, i + 1 - window)).Take(Math.Min(window, i + 1))],
        }),
    ];
}
