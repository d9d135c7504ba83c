using System.Globalization;

namespace Froth.Core.Bubbles;

/// <summary>A series of prices or ratios in order of time, with dates or counted from 0.</summary>
public sealed class PriceSeries
{
    /// <summary>A series.</summary>
    /// <param name="name">What it is called, such as a column's name.</param>
    /// <param name="values">Its levels, finite; copied.</param>
    /// <param name="dates">The day of each level, rising; null where levels are only counted.</param>
    /// <exception cref="ArgumentException">No level, a level that is not finite, another number of dates, or dates that do not rise.</exception>
    public PriceSeries(string name, ReadOnlySpan<double> values, IReadOnlyList<DateOnly>? dates = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (values.IsEmpty) throw new ArgumentException("The series has no level.", nameof(values));
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) throw new ArgumentException($"Level {i} is {values[i]}, not a finite number.", nameof(values));
        if (dates is not null && dates.Count != values.Length) throw new ArgumentException($"There are {dates.Count} dates for {values.Length} levels.", nameof(dates));
        for (var i = 1; i < (dates?.Count ?? 0); i++)
            if (dates![i] <= dates[i - 1]) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Date {i}, {dates[i]:yyyy-MM-dd}, does not follow {dates[i - 1]:yyyy-MM-dd}."), nameof(dates));
        (Name, Values, Dates) = (name, values.ToArray(), dates is null ? null : [.. dates]);
        Frequency = Dates is null ? PriceFrequency.Counted : PriceFrequencies.Of(Dates);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The levels.</summary>
    public double[] Values { get; }

    /// <summary>The day of each level; null where they are only counted.</summary>
    public DateOnly[]? Dates { get; }

    /// <summary>How far apart its levels are.</summary>
    public PriceFrequency Frequency { get; }

    /// <summary>Levels in the series.</summary>
    public int Count => Values.Length;

    /// <summary>The day of a level as yyyy-MM-dd, or its number counted from 0.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public string Label(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Dates is { } dates ? dates[index].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : index.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The series of natural logarithms.</summary>
    /// <exception cref="InvalidOperationException">A level is 0 or below; the message names it.</exception>
    public PriceSeries Logged()
    {
        var logs = new double[Count];
        for (var i = 0; i < Count; i++)
            logs[i] = Values[i] > 0 ? Math.Log(Values[i]) : throw new InvalidOperationException($"Level {i} ({Label(i)}) is {Values[i]:R}, which has no logarithm.");
        return new PriceSeries(Name, logs, Dates);
    }
}
