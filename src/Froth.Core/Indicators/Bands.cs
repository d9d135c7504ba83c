namespace Froth.Core.Indicators;

/// <summary>How worrying a reading is.</summary>
public enum Band
{
    /// <summary>Nothing unusual.</summary>
    Calm,

    /// <summary>Worth following.</summary>
    Watch,

    /// <summary>Clearly above the ordinary.</summary>
    Elevated,

    /// <summary>Extreme.</summary>
    Alarm,
}

/// <summary>Standing of a threshold.</summary>
public enum ThresholdStatus
{
    /// <summary>Printed in a cited publication.</summary>
    Published,

    /// <summary>In common use without one author.</summary>
    Convention,

    /// <summary>Froth's own.</summary>
    Froth,
}

/// <summary>One cut: the value from which a band begins.</summary>
/// <param name="Band">Band that begins here.</param>
/// <param name="From">Cut, in the indicator's unit or as a percentile from 0 to 1.</param>
/// <param name="Status">Standing of the cut.</param>
/// <param name="Citation">Where it comes from.</param>
public sealed record Threshold(Band Band, double From, ThresholdStatus Status, string Citation);

/// <summary>
/// The cuts of an indicator. They act on the value itself or on its expanding percentile, rising (high is worse) or falling.
/// A band is only given from <see cref="MinimumObservations"/> comparable observations on. Going up takes effect at once; going
/// down needs the value to clear the cut by <see cref="Hysteresis"/>, so a reading that wobbles on a cut does not flicker.
/// </summary>
public sealed record Bands
{
    /// <summary>Fewest comparable observations from which a percentile and a band are given.</summary>
    public const int MinimumObservations = 12;

    /// <summary>The cuts from the mildest to the gravest; empty when the indicator has no bands.</summary>
    public required IReadOnlyList<Threshold> Thresholds { get; init; }

    /// <summary>True when the cuts are percentiles.</summary>
    public required bool OnPercentile { get; init; }

    /// <summary>True when low values are the worse ones.</summary>
    public bool Falling { get; init; }

    /// <summary>Distance by which a value must clear a cut before the band goes down again; in the scale of the cuts.</summary>
    public double Hysteresis { get; init; }

    /// <summary>Why there are no bands, where there are none.</summary>
    public Bilingual? WhyNone { get; init; }

    /// <summary>Percentile cuts at 70, 85 and 95 % of the indicator's own history, high is worse. Froth's own convention.</summary>
    public static Bands RisingPercentile { get; } = Percentile(false);

    /// <summary>Percentile cuts at 30, 15 and 5 % of the indicator's own history, low is worse. Froth's own convention.</summary>
    public static Bands FallingPercentile { get; } = Percentile(true);

    /// <summary>Cuts on the value itself, high is worse.</summary>
    public static Bands Rising(double watch, double elevated, double alarm, ThresholdStatus status, string citation, double hysteresis = 0) =>
        Absolute(watch, elevated, alarm, status, citation, hysteresis, falling: false);

    /// <summary>Cuts on the value itself, low is worse.</summary>
    public static Bands FallingBelow(double watch, double elevated, double alarm, ThresholdStatus status, string citation, double hysteresis = 0) =>
        Absolute(watch, elevated, alarm, status, citation, hysteresis, falling: true);

    /// <summary>No bands, and why.</summary>
    public static Bands None(Bilingual why) => new() { Thresholds = [], OnPercentile = false, WhyNone = why };

    private static Bands Percentile(bool falling)
    {
        const string citation = "Froth's convention: the outer 30, 15 and 5 percent of the indicator's own history";
        double Cut(double upper) => falling ? Math.Round(1 - upper, 2) : upper;
        return new Bands
        {
            OnPercentile = true,
            Falling = falling,
            Hysteresis = 0.03,
            Thresholds =
            [
                new(Band.Watch, Cut(0.70), ThresholdStatus.Froth, citation),
                new(Band.Elevated, Cut(0.85), ThresholdStatus.Froth, citation),
                new(Band.Alarm, Cut(0.95), ThresholdStatus.Froth, citation),
            ],
        };
    }

    private static Bands Absolute(double watch, double elevated, double alarm, ThresholdStatus status, string citation, double hysteresis, bool falling)
    {
        var ordered = falling ? watch > elevated && elevated > alarm : watch < elevated && elevated < alarm;
        if (!ordered) throw new ArgumentException($"Cuts {watch}, {elevated}, {alarm} are not in order.", nameof(watch));
        return new Bands
        {
            OnPercentile = false,
            Falling = falling,
            Hysteresis = hysteresis,
            Thresholds =
            [
                new(Band.Watch, watch, status, citation),
                new(Band.Elevated, elevated, status, citation),
                new(Band.Alarm, alarm, status, citation),
            ],
        };
    }
}
