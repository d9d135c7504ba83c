using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>One firm through time, seen from a vintage.</summary>
public sealed class FirmHistory
{
    private readonly FirmFile _file;
    private readonly DateOnly _asOf;
    private readonly Lazy<IReadOnlyList<FirmQuarter>> _asKnown;
    private readonly Lazy<IReadOnlyList<FirmQuarter>> _quarters;

    internal FirmHistory(FirmFile file, DateOnly asOf, FirmHistory? later = null)
    {
        _file = file;
        _asOf = asOf;
        _asKnown = new(() => later is null ? [.. file.PublicationDays.Select(At).OfType<FirmQuarter>()] : [.. later.AsKnown.Where(q => q.Known <= asOf)]);
        _quarters = new(() => file.CurrencyOn(asOf) is { } currency ? [.. file.Ends(asOf).Select(end => new FirmQuarter(file, end, asOf, currency))] : []);
    }

    /// <summary>Entity id.</summary>
    public string Firm => _file.Firm;

    /// <summary>True when at least one account is known.</summary>
    public bool HasAccounts => _file.CurrencyOn(_asOf) is not null;

    /// <summary>The newest quarter on each day on which something about the firm was published, ascending.</summary>
    public IReadOnlyList<FirmQuarter> AsKnown => _asKnown.Value;

    /// <summary>Every quarter with what is known at the vintage, ascending: how the past looks today.</summary>
    public IReadOnlyList<FirmQuarter> Quarters => _quarters.Value;

    /// <summary>The newest quarter as known at the vintage; null when there is none.</summary>
    public FirmQuarter? Latest => Quarters.Count == 0 ? null : Quarters[^1];

    /// <summary>First day on which a quarter was known.</summary>
    public DateOnly FirstKnown => AsKnown.Count == 0 ? _asOf : AsKnown[0].Known;

    /// <summary>The newest quarter as known on a day, or null.</summary>
    public FirmQuarter? On(DateOnly day)
    {
        var (low, high) = (0, AsKnown.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (AsKnown[middle].Known <= day) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : AsKnown[low - 1];
    }

    /// <summary>The same firm seen from an earlier day. A quarter as it was known on a past day is the same one from both, with all that was worked out of it.</summary>
    internal FirmHistory From(DateOnly earlier) => new(_file, earlier, this);

    /// <summary>Readings of every day on which what they rest on changed; a day that brought nothing new makes none.</summary>
    internal IReadOnlyList<Reading> Readings(Func<FirmQuarter, Reading?> read)
    {
        List<Reading> readings = [];
        DateOnly lastEnd = default;
        foreach (var quarter in AsKnown)
        {
            if (read(quarter) is not { } reading) continue;
            var isNew = readings.Count == 0 || quarter.End != lastEnd || reading.HasValue != readings[^1].HasValue || !reading.Lineage.SequenceEqual(readings[^1].Lineage);
            if (isNew) readings.Add(reading);
            lastEnd = quarter.End;
        }

        return readings;
    }

    private FirmQuarter? At(DateOnly day) =>
        _file.NewestEnd(day) is { } end && _file.CurrencyOn(day) is { } currency ? new FirmQuarter(_file, end, day, currency) : null;
}
