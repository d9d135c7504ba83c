using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Firms;

/// <summary>
/// Firms' classes at the ends of calendar quarters and their moves between them (methods 1.5, cohort estimator). The class of a day is
/// that of the newest quarter published by then; what came later never changes it. Exits are kept, and U never becomes a class.
/// </summary>
public sealed class ClassMigration
{
    /// <summary>Concept of an exit: an observation of the day, the dimension one of default, acquired, listed.</summary>
    public const string ExitEvent = "exit-event";

    private static readonly Input Exits = new(ExitEvent, null, null);

    private readonly FirmPanel _panel;
    private readonly ILookup<string, (Observation Fact, MigrationState State)> _exits;
    private readonly Dictionary<DateOnly, IReadOnlyList<FirmState>> _states = [];
    private readonly Lock _gate = new();

    private ClassMigration(InputSet inputs)
    {
        _panel = FirmPanel.Of(inputs);
        _exits = inputs.Revisions(Exits).Select(o => (Fact: o, State: ExitOf(o.Dimension))).Where(e => e.State != MigrationState.Unknown)
            .OrderBy(e => KnownOn(e.Fact)).ToLookup(e => e.Fact.Entity, StringComparer.Ordinal);
        Days = _panel.Firms.Count == 0 ? [] : [.. CalendarEnds.Quarters(_panel.Firms.Min(f => f.FirstKnown), _panel.AsOf)];
    }

    /// <summary>What an indicator that reads migration must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [.. FirmPanel.Inputs, Exits];

    /// <summary>The migration of a vintage.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public static ClassMigration Of(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Shared(Inputs, i => new ClassMigration(i));
    }

    /// <summary>The snapshots: ends of calendar quarters from the first day on which any firm was known, ascending.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Where every firm of the panel stood on a day, by id; a firm without accounts yet is U.</summary>
    public IReadOnlyList<FirmState> On(DateOnly day)
    {
        lock (_gate)
        {
            if (!_states.TryGetValue(day, out var states)) _states[day] = states = [.. _panel.Firms.Select(f => StateOf(f, day))];
            return states;
        }
    }

    /// <summary>
    /// Moves over steps of a horizon, counted back from the last snapshot on or before a day, ascending. The steps do not overlap, because
    /// overlapping ones tell the same change more than once and their counts could not carry an interval.
    /// </summary>
    /// <param name="horizon">Quarters of a step: 1 or 4.</param>
    /// <param name="upTo">The day.</param>
    /// <param name="steps">At most so many steps; null for all.</param>
    /// <exception cref="ArgumentException">The horizon is neither 1 nor 4.</exception>
    public IReadOnlyList<MigrationMove> Moves(int horizon, DateOnly upTo, int? steps = null)
    {
        if (horizon is not (1 or 4)) throw new ArgumentException($"A horizon of {horizon} quarters is not one of 1 and 4.", nameof(horizon));
        var last = Days.Count(d => d <= upTo) - 1;
        List<MigrationMove> moves = [];
        for (var left = Math.Min(last / horizon, steps ?? int.MaxValue); left > 0; left--)
        {
            var end = last - horizon * (left - 1);
            moves.AddRange(Step(Days[end - horizon], Days[end]));
        }

        return moves;
    }

    private IEnumerable<MigrationMove> Step(DateOnly start, DateOnly end)
    {
        var after = On(end).ToDictionary(s => s.Firm, StringComparer.Ordinal);
        foreach (var before in On(start).Where(s => MigrationStates.IsClass(s.State)))
            yield return new MigrationMove(before, Listing(before.Firm, start, end) ?? after[before.Firm]);
    }

    // A listing ends the step in which it falls; the firm's accounts after it begin anew.
    private FirmState? Listing(string firm, DateOnly start, DateOnly end) =>
        _exits[firm].FirstOrDefault(e => e.State == MigrationState.Listed && KnownOn(e.Fact) > start && KnownOn(e.Fact) <= end).Fact is { } fact
            ? Exited(firm, end, MigrationState.Listed, fact) : null;

    private FirmState StateOf(FirmHistory firm, DateOnly day)
    {
        var exit = _exits[firm.Firm].FirstOrDefault(e => e.State != MigrationState.Listed && KnownOn(e.Fact) <= day);
        if (exit.Fact is not null) return Exited(firm.Firm, day, exit.State, exit.Fact);
        var state = new FirmState { Firm = firm.Firm, Day = day, State = MigrationState.Unknown };
        if (firm.On(day) is not { } quarter) return state with { Why = new("No accounts were known.", "尚无已公布账目。") };
        if (day.DayNumber - quarter.End.DayNumber > FirmPanel.LongestAgeDays)
            return state with { Why = new($"The newest accounts end on {quarter.End:yyyy-MM-dd}.", $"最近账目截至{quarter.End:yyyy-MM-dd}，已过期。") };
        var service = quarter.Service(DebtServiceWindow.TwelveMonths);
        return state with { State = MigrationStates.Of(service.Class), Service = service, Why = service.Why };
    }

    private static FirmState Exited(string firm, DateOnly day, MigrationState state, Observation fact) => new()
    {
        Firm = firm, Day = day, State = state, Exit = fact,
        Why = new($"{MigrationStates.NameOf(state).English} on {fact.Date:yyyy-MM-dd}", $"{fact.Date:yyyy-MM-dd}{MigrationStates.NameOf(state).Chinese}"),
    };

    private static DateOnly KnownOn(Observation exit) => exit.PublishedAt > exit.Date ? exit.PublishedAt : exit.Date;

    private static MigrationState ExitOf(string dimension) => dimension switch
    {
        "default" => MigrationState.Default,
        "acquired" => MigrationState.Acquired,
        "listed" => MigrationState.Listed,
        _ => MigrationState.Unknown,
    };
}
