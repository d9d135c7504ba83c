using System.Globalization;

namespace Froth.Core.Time;

/// <summary>How long a period is, told from its day count and never from a filing's labels.</summary>
public enum PeriodKind
{
    /// <summary>One day: a balance, a price, a head count.</summary>
    Instant,

    /// <summary>About one month (25 to 35 days).</summary>
    Month,

    /// <summary>One fiscal quarter (70 to 120 days; 12 to 17 weeks).</summary>
    Quarter,

    /// <summary>Two quarters (140 to 229 days).</summary>
    HalfYear,

    /// <summary>Three quarters (230 to 329 days).</summary>
    NineMonths,

    /// <summary>One fiscal year (330 to 420 days).</summary>
    Annual,

    /// <summary>Any other length.</summary>
    Other,
}

/// <summary>A closed span of days, or one day when <see cref="Start"/> is null. Both ends belong to the period.</summary>
/// <param name="Start">First day, or null for an instant.</param>
/// <param name="End">Last day, or the day of the instant.</param>
public readonly record struct Period(DateOnly? Start, DateOnly End) : IComparable<Period>
{
    /// <summary>The instant <paramref name="day"/>.</summary>
    public static Period Instant(DateOnly day) => new(null, day);

    /// <summary>The span from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">The end lies before the start.</exception>
    public static Period Between(DateOnly start, DateOnly end) =>
        end >= start ? new Period(start, end) : throw new ArgumentException($"Period ends {end:yyyy-MM-dd} before it starts {start:yyyy-MM-dd}.", nameof(end));

    /// <summary>The calendar month that contains <paramref name="day"/>.</summary>
    public static Period Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new Period(first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>The calendar quarter that contains <paramref name="day"/>.</summary>
    public static Period Quarter(DateOnly day)
    {
        var first = new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
        return new Period(first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>Number of days, both ends counted; 0 for an instant.</summary>
    public int Days => Start is { } start ? End.DayNumber - start.DayNumber + 1 : 0;

    /// <summary>Length class from the day count. Fiscal quarters of 13 or 14 weeks and 52/53-week years fall where they should.</summary>
    public PeriodKind Kind => Days switch
    {
        0 => PeriodKind.Instant,
        >= 25 and <= 35 => PeriodKind.Month,
        >= 70 and <= 120 => PeriodKind.Quarter,
        >= 140 and <= 229 => PeriodKind.HalfYear,
        >= 230 and <= 329 => PeriodKind.NineMonths,
        >= 330 and <= 420 => PeriodKind.Annual,
        _ => PeriodKind.Other,
    };

    /// <summary>True when <paramref name="day"/> lies inside, ends included.</summary>
    public bool Contains(DateOnly day) => day <= End && day >= (Start ?? End);

    /// <summary>Orders by end, then by start (instants first).</summary>
    public int CompareTo(Period other)
    {
        var byEnd = End.CompareTo(other.End);
        return byEnd != 0 ? byEnd : Nullable.Compare(Start, other.Start);
    }

    /// <inheritdoc />
    public override string ToString() => Start is { } start
        ? string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd}..{End:yyyy-MM-dd}")
        : End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
