using System.Collections.Concurrent;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Firms;

/// <summary>
/// Every firm with accounts at a vintage, quarter by quarter: what all measures of firms start from. Worked out once a vintage and
/// shared. A reading of a past day uses only what had been published by that day.
/// </summary>
public sealed class FirmPanel
{
    /// <summary>Days after a quarter's end for which it still stands for the firm: half a year and the time to file.</summary>
    public const int LongestAgeDays = 275;

    /// <summary>Concepts whose periods make a firm's quarters, the surest first.</summary>
    internal static readonly string[] Anchors = [Concepts.OperatingCashFlow, Concepts.Revenue, Concepts.NetIncome, Concepts.OperatingIncome];

    private readonly Dictionary<string, FirmHistory> _byFirm;

    // Readings by measure, kept for an earlier view of the same facts alone: they are most of a large panel's memory.
    private readonly ConcurrentDictionary<Delegate, ConcurrentDictionary<FirmQuarter, Reading>>? _readings;

    private FirmPanel(InputSet inputs, FirmPanel later)
    {
        (AsOf, Entities, _readings) = (inputs.Vintage.AsOf, inputs.Entities, later._readings);
        Firms = [.. later.Firms.Select(f => f.From(AsOf)).Where(h => h.HasAccounts)];
        _byFirm = Firms.ToDictionary(h => h.Firm, StringComparer.Ordinal);
    }

    private FirmPanel(InputSet inputs)
    {
        var files = new Dictionary<string, Dictionary<string, List<Observation>>>(StringComparer.Ordinal);
        foreach (var input in Inputs)
        {
            foreach (var told in inputs.Revisions(input))
            {
                if (!files.TryGetValue(told.Entity, out var file)) files[told.Entity] = file = new(StringComparer.Ordinal);
                if (!file.TryGetValue(told.Concept, out var list)) file[told.Concept] = list = [];
                list.Add(told);
            }
        }

        AsOf = inputs.Vintage.AsOf;
        Entities = inputs.Entities;
        _readings = inputs.HasEarlier ? new() : null;
        Firms = [.. files.Where(f => IsFirm(f.Key) && Anchors.Any(f.Value.ContainsKey)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => new FirmHistory(new FirmFile(f.Key, f.Value), AsOf)).Where(h => h.HasAccounts)];
        _byFirm = Firms.ToDictionary(h => h.Firm, StringComparer.Ordinal);
    }

    /// <summary>What an indicator that reads the panel must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [.. FirmConcepts.All.Select(c => new Input(c, null, null))];

    /// <summary>The panel of a vintage.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public static FirmPanel Of(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Shared(Inputs, i => i.Later is { } later ? new FirmPanel(i, Of(later)) : new FirmPanel(i));
    }

    /// <summary>The day from which it is seen.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Known entities.</summary>
    public EntityBook Entities { get; }

    /// <summary>Firms with accounts, by id.</summary>
    public IReadOnlyList<FirmHistory> Firms { get; }

    /// <summary>The history of a firm, or null when it has no accounts.</summary>
    public FirmHistory? Find(string firm) => _byFirm.GetValueOrDefault(firm);

    /// <summary>The newest quarter of every firm as known on a day, those older than <see cref="LongestAgeDays"/> left out.</summary>
    public IReadOnlyList<FirmQuarter> On(DateOnly day) =>
        [.. Firms.Select(f => f.On(day)).OfType<FirmQuarter>().Where(q => day.DayNumber - q.End.DayNumber <= LongestAgeDays)];

    /// <summary>A series a firm: a reading for each day on which what it rests on became known or changed.</summary>
    /// <param name="read">From a quarter to a reading dated by <see cref="FirmQuarter.Known"/>; null for none.</param>
    public IReadOnlyList<ReadingSeries> Series(Func<FirmQuarter, Reading?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return [.. Firms.Select(f => new ReadingSeries(f.Firm, f.Readings(read))).Where(s => s.Readings.Count > 0)];
    }

    /// <summary>A reading of all firms together at each end of a calendar quarter from the first day on which any firm is known.</summary>
    /// <param name="read">From the day and the firms' newest quarters to a reading of that day; null for none.</param>
    public IReadOnlyList<Reading> Together(Func<DateOnly, IReadOnlyList<FirmQuarter>, Reading?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Firms.Count == 0) return [];
        return [.. CalendarEnds.Quarters(Firms.Min(f => f.FirstKnown), AsOf).Select(day => read(day, On(day))).OfType<Reading>()];
    }

    /// <summary>A measure of every firm, with a headline from the firms' readings at each end of a calendar quarter. A quarter is read once.</summary>
    /// <param name="read">From a quarter to a reading dated by <see cref="FirmQuarter.Known"/>; a pure function, for its readings may be kept.</param>
    /// <param name="together">From a day and the firms' readings to the headline of that day; null for none.</param>
    public IndicatorResult Measure(
        Func<FirmQuarter, Reading> read, Func<DateOnly, IReadOnlyList<(FirmQuarter Quarter, Reading Reading)>, Reading?> together)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(together);
        var known = _readings?.GetOrAdd(read, _ => new()) ?? new ConcurrentDictionary<FirmQuarter, Reading>();
        return Arrange(Together((day, quarters) => together(day, [.. quarters.Select(q => (q, Once(q)))])), Series(Once));

        Reading Once(FirmQuarter quarter) => known.TryGetValue(quarter, out var reading) ? reading : known[quarter] = read(quarter);
    }

    /// <summary>A headline and its panel; without a headline the reason in its place.</summary>
    public IndicatorResult Arrange(IReadOnlyList<Reading> headline, IReadOnlyList<ReadingSeries> series)
    {
        ArgumentNullException.ThrowIfNull(headline);
        return headline.Count > 0 ? new IndicatorResult(new ReadingSeries(null, headline), series)
            : IndicatorResult.None(AsOf, MissingReason.NoData, new("No firm with accounts is known for the end of a quarter.", "季末尚无有账目的企业。")) with { Panel = series };
    }

    // What no book describes is taken for a firm: a user's own rows may come without an entity.
    private bool IsFirm(string id) => Entities.Find(id) is not { } entity || entity.Kind is EntityKind.Firm or EntityKind.Lab or EntityKind.Vehicle;
}
