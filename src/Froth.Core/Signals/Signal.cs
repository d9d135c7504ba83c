using Froth.Core.Indicators;

namespace Froth.Core.Signals;

/// <summary>Where the last value of a history stands.</summary>
/// <param name="Percentile">Expanding percentile, 0 to 1; NaN below <see cref="Bands.MinimumObservations"/> comparable observations.</param>
/// <param name="Band">Band, or null where none is given.</param>
/// <param name="Observations">Number of comparable observations, the last included.</param>
public sealed record Signal(double Percentile, Band? Band, int Observations)
{
    /// <summary>
    /// Reads the signal of a history. The band walks through the whole history, so that hysteresis is the same whoever asks and
    /// whenever: up at once, down only when the value has cleared the cut by the margin.
    /// </summary>
    public static Signal Of(Bands bands, IReadOnlyList<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(readings);
        var values = readings.Where(r => r.HasValue).Select(r => r.Value).ToArray();
        if (values.Length < Bands.MinimumObservations) return new Signal(double.NaN, null, values.Length);
        var percentiles = ExpandingPercentile.Of(values);
        Band? band = null;
        for (var i = Bands.MinimumObservations - 1; i < values.Length; i++)
            band = Step(bands, band, bands.OnPercentile ? percentiles[i] : values[i]);
        return new Signal(percentiles[^1], bands.Thresholds.Count == 0 ? null : band, values.Length);
    }

    /// <summary>The next band after <paramref name="held"/> at a position on the scale of the cuts.</summary>
    public static Band Step(Bands bands, Band? held, double position)
    {
        ArgumentNullException.ThrowIfNull(bands);
        var reached = BandAt(bands, position, 0);
        if (held is not { } current || reached >= current) return reached;
        // Coming down: a band is left only once the value lies beyond its cut by the margin.
        var keeping = BandAt(bands, position, bands.Hysteresis);
        return keeping > current ? current : keeping;
    }

    private static Band BandAt(Bands bands, double position, double margin)
    {
        var band = Indicators.Band.Calm;
        foreach (var threshold in bands.Thresholds)
        {
            var inside = bands.Falling ? position <= threshold.From + margin : position >= threshold.From - margin;
            if (inside) band = threshold.Band;
        }

        return band;
    }
}
