using Froth.Core.Indicators;

namespace Froth.Core.Reports;

/// <summary>A value at which a reading would enter another band.</summary>
/// <param name="Band">Band that would be entered.</param>
/// <param name="Value">Value of the next reading, in the indicator's unit.</param>
/// <param name="Above">True when the next reading would have to stand above the value, false for below.</param>
/// <param name="Inclusive">True when the value itself is enough.</param>
/// <param name="Cut">The threshold crossed.</param>
public sealed record Turn(Band Band, double Value, bool Above, bool Inclusive, Threshold Cut);

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
        var bands = row.Definition.Bands;
        return TurnAt(row, cut, cut.Band, cut.From, !bands.Falling, touchingIsEnough: true);
    }

    private static Turn? Leaving(MonitorRow row, Threshold cut, Band to)
    {
        var bands = row.Definition.Bands;
        return TurnAt(row, cut, to, bands.Falling ? cut.From + bands.Hysteresis : cut.From - bands.Hysteresis, bands.Falling, touchingIsEnough: false);
    }

    private static Turn? TurnAt(MonitorRow row, Threshold cut, Band to, double position, bool above, bool touchingIsEnough)
    {
        if (!row.Definition.Bands.OnPercentile) return new Turn(to, position, above, touchingIsEnough, cut);
        var sorted = Sorted(row);
        // A percentile cut is turned into a value by asking past which reading of the history the next one would have to stand: its
        // percentile would be (number of smaller ones + half of itself) / (history + 1).
        var smaller = position * (sorted.Length + 1) - 0.5;
        var index = row.Definition.Bands.Falling ? (int)Math.Floor(smaller) : (int)Math.Ceiling(smaller) - 1;
        if (index < 0 || index >= sorted.Length) return null;
        if (CannotPass(row, sorted, sorted[index], above)) return null;
        var tied = RankAt(sorted, sorted[index]);
        var inclusive = (above ? tied > position : tied < position) || (touchingIsEnough && tied == position);
        return new Turn(to, sorted[index], above, inclusive, cut);
    }

    // A share cannot rise above one or fall below zero: a turn beyond either end would be a promise that nothing can test.
    private static bool CannotPass(MonitorRow row, double[] sorted, double value, bool above) =>
        row.Definition.Display == Display.Percent && sorted[0] >= 0 && sorted[^1] <= 1 && value == (above ? 1 : 0);

    // Ties count half, as in the expanding percentile, and the next reading ties with itself.
    private static double RankAt(double[] sorted, double next)
    {
        var (smaller, equal) = (0, 1);
        foreach (var value in sorted)
        {
            if (value < next) smaller++;
            else if (value == next) equal++;
        }

        return (smaller + equal / 2.0) / (sorted.Length + 1);
    }

    private static double[] Sorted(MonitorRow row)
    {
        var readings = row.Result.Headline.Readings.Where(r => r.HasValue).ToList();
        var sorted = new double[readings.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = readings[i].Value;
        Array.Sort(sorted);
        return sorted;
    }
}
