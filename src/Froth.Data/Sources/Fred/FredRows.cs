using System.Text;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Fred;

/// <summary>One value of a series as a response tells it.</summary>
/// <param name="Locator">Place in the response.</param>
/// <param name="Date">Day by which FRED dates it.</param>
/// <param name="Text">The figure.</param>
/// <param name="Published">Day on which it became known, or null where the response does not tell.</param>
internal readonly record struct FredValue(string Locator, DateOnly Date, string Text, DateOnly? Published);

/// <summary>Brings the values of one series into rows of observations.</summary>
internal sealed class FredRows(SourceFile file, SourceArguments arguments, ParseSink sink)
{
    /// <summary>The entity that all series are about: FRED's own numbers have no firm behind them, and users know them by their ids.</summary>
    public const string Entity = "fred";

    private bool _isEntityTold;

    // What a response holds was known on the day it came, whatever the assumed lag says; kept responses parse alike on every later day.
    private DateOnly LastDay => file.FetchedAt == default ? sink.Today : DateOnly.FromDateTime(file.FetchedAt.UtcDateTime);

    /// <summary>Adds the values of a series.</summary>
    /// <returns>Null when they were added, else why the series as a whole cannot be.</returns>
    public string? Add(string series, IReadOnlyList<FredValue> values)
    {
        if (FredUnits.Find(series, arguments, out var unit) is { } unknown) return unknown;
        if (FrequencyOf(values) is not { } frequency)
        {
            return $"the frequency of {series} cannot be read from its dates (fewer than three, or unequal distances); give --frequency daily, weekly, monthly, quarterly or annual";
        }

        TellEntity();
        foreach (var value in values)
        {
            sink.ThrowIfCancelled();
            Add(series, value, unit, frequency);
        }

        return null;
    }

    private void Add(string series, FredValue value, FredUnit unit, FredFrequency frequency)
    {
        if (CellReading.Number(new TableCell(value.Text), out var told) is { } reason)
        {
            sink.Refuse(value.Locator, "value", reason, Encoding.UTF8.GetBytes(value.Text));
            return;
        }

        if (CellReading.Times(told, unit.Factor) is not { } number)
        {
            sink.Refuse(value.Locator, "value", $"{value.Text} cannot be brought into whole units exactly, and is not rounded", Encoding.UTF8.GetBytes(value.Text));
            return;
        }

        var (start, end) = FredFrequencies.PeriodOf(frequency, value.Date);
        var published = value.Published ?? FredFrequencies.AssumedPublication(frequency, end);
        var note = value.Published is null ? $"latest revision; publication assumed {FredFrequencies.Words(frequency)}" : "";
        if (value.Published is null && published > LastDay) published = LastDay;
        sink.Row("observations", value.Locator,
            ("entity", Entity), ("concept", $"fred-{series.ToLowerInvariant()}"), ("start", start is { } s ? CellReading.Text(s) : null), ("end", CellReading.Text(end)),
            ("value", CellReading.Text(number)), ("unit", unit.Code), ("grade", "third-party"), ("published", CellReading.Text(published)),
            ("locator", $"{series} {CellReading.Text(value.Date)}"), ("note", note));
    }

    private FredFrequency? FrequencyOf(IReadOnlyList<FredValue> values) => arguments.One("frequency") is { } told
        ? Enum.TryParse<FredFrequency>(told, ignoreCase: true, out var frequency) && Enum.IsDefined(frequency)
            ? frequency
            : throw new SourceFormatException($"frequency: '{told}' is not known; give daily, weekly, monthly, quarterly or annual.")
        : FredFrequencies.Of(values.Select(v => v.Date));

    private void TellEntity()
    {
        if (_isEntityTold || sink.Entities.Find(Entity) is not null) return;
        _isEntityTold = true;
        sink.Row("entities", "", ("id", Entity), ("name", "FRED economic series"), ("name_zh", "FRED经济数据"), ("kind", "market"), ("country", "US"));
    }
}
