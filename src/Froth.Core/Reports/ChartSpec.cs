using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>A cut drawn across a chart.</summary>
/// <param name="Band">Band that begins there.</param>
/// <param name="Value">Place on the value axis.</param>
public sealed record ChartCut(Band Band, double Value);

/// <summary>What one panel shows, whoever draws it: the SVG of a report or a browser.</summary>
public sealed record ChartSpec
{
    /// <summary>The row drawn.</summary>
    public required MonitorRow Row { get; init; }

    /// <summary>Readings of the headline, thinned; a reading without a value breaks the line.</summary>
    public required IReadOnlyList<Reading> Line { get; init; }

    /// <summary>Further entities' readings, drawn as context; empty when they would flatten the headline.</summary>
    public required IReadOnlyList<ReadingSeries> Context { get; init; }

    /// <summary>Cuts that lie within sight; only for bands on the value itself.</summary>
    public required IReadOnlyList<ChartCut> Cuts { get; init; }

    /// <summary>First day of the axis.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the axis: always the as-of day, so that a stale series visibly ends before the right edge.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Lower end of the value axis.</summary>
    public required double Bottom { get; init; }

    /// <summary>Upper end of the value axis.</summary>
    public required double Top { get; init; }

    /// <summary>True when values span orders of magnitude and the axis is logarithmic.</summary>
    public required bool Logarithmic { get; init; }

    /// <summary>True when single readings matter more than the line between them.</summary>
    public required bool Dots { get; init; }

    /// <summary>True when there are other entities that are not drawn because they would flatten the headline.</summary>
    public required bool ContextLeftOut { get; init; }
}

/// <summary>Lays out the panels of a monitor by the same rules everywhere.</summary>
public static class ChartSpecs
{
    private const int LongHistoryYears = 15;
    private const int Columns = 160;

    /// <summary>
    /// One spec for each row that has any value. Short histories share one date axis so that panels can be compared; a series longer than
    /// fifteen years keeps its own.
    /// </summary>
    /// <returns>Specs by indicator id.</returns>
    public static IReadOnlyDictionary<string, ChartSpec> Of(Monitor monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        var asOf = monitor.Vintage.AsOf;
        var longest = asOf.AddYears(-LongHistoryYears);
        var drawn = monitor.Rows.Where(r => FirstOf(r) is not null).ToList();
        var shared = asOf.Year - 1;
        foreach (var row in drawn)
        {
            if (FirstOf(row)!.Date is var first && first >= longest) shared = Math.Min(shared, first.Year);
        }

        return drawn.ToDictionary(
            r => r.Definition.Id,
            r => Of(r, FirstOf(r)!.Date < longest ? FirstOf(r)!.Date : new DateOnly(shared, 1, 1), asOf),
            StringComparer.Ordinal);
    }

    private static Reading? FirstOf(MonitorRow row) => row.Result.Headline.Readings.FirstOrDefault(r => r.HasValue);

    private static ChartSpec Of(MonitorRow row, DateOnly from, DateOnly asOf)
    {
        var line = LineThinning.Thin([.. row.Result.Headline.Readings.SkipWhile(r => !r.HasValue)], Columns);
        var (low, high) = Extent(line);
        var context = row.Result.Panel.Where(s => s.Entity != row.Result.Headline.Entity && s.Readings.Any(r => r.HasValue)).ToList();
        var (contextLow, contextHigh) = Extent(context.SelectMany(s => s.Readings));
        var wide = Math.Max(high, contextHigh) - Math.Min(low, contextLow) > 4 * Math.Max(high - low, Math.Abs(high) / 4);
        if (!wide && context.Count > 0) (low, high) = (Math.Min(low, contextLow), Math.Max(high, contextHigh));
        var logarithmic = low > 0 && high / low >= 50 && row.Definition.Display is (Display.Price or Display.Money);
        var cuts = CutsWithin(row.Definition.Bands, low, high);
        foreach (var cut in cuts) (low, high) = (Math.Min(low, cut.Value), Math.Max(high, cut.Value));
        var (bottom, top) = Padded(low, high, logarithmic);
        return new ChartSpec
        {
            Row = row, Line = line, From = from, To = asOf, Bottom = bottom, Top = top, Logarithmic = logarithmic,
            Context = wide ? [] : context, ContextLeftOut = wide && context.Count > 0, Cuts = cuts,
            Dots = row.Definition.Frequency == Frequency.Irregular || line.Count(r => r.HasValue) <= 16,
        };
    }

    private static (double Low, double High) Extent(IEnumerable<Reading> readings)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var reading in readings.Where(r => r.HasValue))
        {
            // Math.Min would let a NaN end swallow the extent.
            low = Math.Min(low, double.IsNaN(reading.Low) ? reading.Value : Math.Min(reading.Low, reading.Value));
            high = Math.Max(high, double.IsNaN(reading.High) ? reading.Value : Math.Max(reading.High, reading.Value));
        }

        return (low, high);
    }

    // A cut far from every reading would press the line flat; it stays in the table of thresholds and is not drawn.
    private static List<ChartCut> CutsWithin(Bands bands, double low, double high)
    {
        if (bands.OnPercentile) return [];
        var reach = Math.Max(high - low, Math.Abs(high) / 4);
        return bands.Thresholds.Where(t => t.From >= low - reach && t.From <= high + reach).Select(t => new ChartCut(t.Band, t.From)).ToList();
    }

    private static (double Bottom, double Top) Padded(double low, double high, bool logarithmic)
    {
        if (logarithmic) return (low / 1.5, high * 1.5);
        // Levels near zero are shown from zero, so that half the height means half the amount.
        var bottom = low >= 0 && low < 0.6 * high ? 0 : low;
        var top = high <= 0 && high > 0.6 * low ? 0 : high;
        var pad = top > bottom ? (top - bottom) * 0.08 : Math.Max(Math.Abs(top) * 0.2, 1e-9);
        return (bottom == 0 && low >= 0 ? 0 : bottom - pad, top + pad);
    }
}
