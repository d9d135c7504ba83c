using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>A value at which a reading would enter another band.</summary>
/// <param name="Band">Band that would be entered.</param>
/// <param name="Value">Value of the next reading, in the indicator's unit.</param>
/// <param name="Above">True when the next reading would have to stand at or above the value, false for at or below.</param>
/// <param name="Cut">The threshold crossed.</param>
public sealed record Turn(Band Band, double Value, bool Above, Threshold Cut);

/// <summary>
/// What would change the mind of the monitor about one indicator: the value from which it would look worse and the value from which
/// it would look better. Both are stated before the fact, so the next reading can prove them right or wrong.
/// </summary>
/// <param name="Row">The indicator.</param>
/// <param name="Worse">Step to the next graver band; null in the gravest.</param>
/// <param name="Better">Step to the next milder band; null in the mildest.</param>
public sealed record Outlook(MonitorRow Row, Turn? Worse, Turn? Better)
{
    /// <summary>The outlook of a row; null where it has no band.</summary>
    public static Outlook? Of(MonitorRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Band is not { } band || row.Latest is not { HasValue: true }) return null;
        var cuts = row.Definition.Bands.Thresholds;
        var worse = cuts.FirstOrDefault(c => c.Band > band);
        var held = cuts.LastOrDefault(c => c.Band <= band);
        var milder = held is null ? Band.Calm : cuts.LastOrDefault(c => c.Band < held.Band)?.Band ?? Band.Calm;
        var outlook = new Outlook(row, worse is null ? null : Entering(row, worse), held is null ? null : Leaving(row, held, milder));
        return outlook is { Worse: null, Better: null } ? null : outlook;
    }

    /// <summary>Distance from the present value to the nearer of the two turns, as a share of the present value; infinite where there is none.</summary>
    public double Nearness
    {
        get
        {
            var value = Row.Latest!.Value;
            var scale = Math.Max(Math.Abs(value), 1e-12);
            double Distance(Turn? turn) => turn is null ? double.PositiveInfinity : Math.Abs(turn.Value - value) / scale;
            return Math.Min(Distance(Worse), Distance(Better));
        }
    }

    private static Turn? Entering(MonitorRow row, Threshold cut)
    {
        var falling = row.Definition.Bands.Falling;
        var value = ValueAt(row, cut.From, falling);
        return double.IsNaN(value) ? null : new Turn(cut.Band, value, !falling, cut);
    }

    private static Turn? Leaving(MonitorRow row, Threshold cut, Band to)
    {
        var bands = row.Definition.Bands;
        var position = bands.Falling ? cut.From + bands.Hysteresis : cut.From - bands.Hysteresis;
        var value = ValueAt(row, position, !bands.Falling);
        return double.IsNaN(value) ? null : new Turn(to, value, bands.Falling, cut);
    }

    // A percentile cut is turned into a value by asking where the next reading would have to rank within the history and itself.
    private static double ValueAt(MonitorRow row, double position, bool below)
    {
        if (!row.Definition.Bands.OnPercentile) return position;
        var sorted = row.Result.Headline.Readings.Where(r => r.HasValue).Select(r => r.Value).Order().ToArray();
        var rank = position * (sorted.Length + 1) - 0.5;
        var index = below ? (int)Math.Floor(rank) : (int)Math.Ceiling(rank) - 1;
        return index < 0 || index >= sorted.Length ? double.NaN : sorted[index];
    }
}
