using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Core.Financing;

/// <summary>Puts together what is known about each lab on past days, from accounts and signed financing dated by then.</summary>
public sealed class LabPositions
{
    /// <summary>Days after its period's end for which an account still speaks for a lab.</summary>
    public const int LongestAgeDays = 548;

    // An account in any currency tells that revenue recurs; only one in dollars can be set against cash.
    private static readonly Input RunRate = new(Concepts.RevenueRunRate, null, null);
    private static readonly Input DueWithinYear = Input.Concept(FirmConcepts.PurchaseObligationsDueYear1, Unit.UsDollar);

    private readonly LabAccounts _accounts;
    private readonly FinancingBook _book;
    private readonly IReadOnlyList<Flow> _flows;
    private readonly ILookup<string, Observation> _runRates;
    private readonly ILookup<string, Observation> _dueWithinYear;
    private readonly IReadOnlyList<LabRunway> _runways;

    /// <summary>Opens accounts and deals.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public LabPositions(InputSet inputs)
    {
        _accounts = new LabAccounts(inputs);
        _flows = inputs.Flows();
        _runRates = inputs.Latest(RunRate).Where(o => o.Grade != Grade.Unconfirmed && o.Double > 0).ToLookup(o => o.Entity, StringComparer.Ordinal);
        _dueWithinYear = inputs.Latest(DueWithinYear).Where(o => o.Grade != Grade.Unconfirmed && o.Double >= 0).ToLookup(o => o.Entity, StringComparer.Ordinal);
        _book = new FinancingBook(inputs);
        _runways = LabRunway.All(_accounts);
    }

    /// <summary>What an indicator that asks for positions must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [.. LabAccounts.Inputs, .. FinancingBook.Inputs, RunRate, DueWithinYear];

    /// <summary>Every lab known by a day.</summary>
    public IReadOnlyList<string> LabsBy(DateOnly day) => _accounts.LabsBy(day);

    /// <summary>Day of the first account of any lab, or null.</summary>
    public DateOnly? First => _accounts.All.Select(o => (DateOnly?)o.Date).Min();

    /// <summary>What is known about a lab on a day, and the facts it rests on.</summary>
    public (LabPosition Position, IReadOnlyList<Fact> Facts) On(string lab, DateOnly day)
    {
        List<Fact> facts = [];
        var position = WithFinancing(WithAccounts(new LabPosition(), lab, day, facts), lab, day, facts);
        if (facts.Count == 0) return (position, []);
        position = WithRest(position, lab, day, facts);
        return (position, [.. facts.Distinct()]);
    }

    // What only qualifies: asked of labs of which something is known, and of those alone whose cost exceeds revenue.
    private LabPosition WithRest(LabPosition position, string lab, DateOnly day, List<Fact> facts)
    {
        var vendors = VendorFinancing.Of(_flows, lab, day);
        facts.AddRange(vendors.Flows);
        position = position with { Vendors = vendors };
        if (position.LivesOnOutsideMoney != true || Newest(_runRates[lab], day) is not { } runRate) return position;
        facts.Add(runRate);
        return position with { TellsRecurringRevenue = true };
    }

    private static Observation? Newest(IEnumerable<Observation> told, DateOnly day) =>
        told.Where(o => o.Date <= day && day.DayNumber - o.Date.DayNumber <= LongestAgeDays).MaxBy(o => (o.Date, o.PublishedAt, o.RecordedAt));

    private LabPosition WithAccounts(LabPosition position, string lab, DateOnly day, List<Fact> facts)
    {
        bool Counts(Fact f) => f.Date <= day && day.DayNumber - f.Date.DayNumber <= LongestAgeDays;
        if (_accounts.Years.Where(y => y.Lab == lab && Counts(y.Revenue)).MaxBy(y => y.Revenue.Period) is { } year)
        {
            facts.AddRange(year.Facts);
            position = position with
            {
                CoverAtMost = year.Revenue.Double / year.Spending.Min(s => s.Dollars),
                CoverAtLeast = year.Revenue.Double / year.Spending.Max(s => s.Dollars),
            };
            position = WithRunningCover(position, year, facts);
        }
        else if (_accounts.Compute.Where(o => o.Entity == lab && Counts(o)).MaxBy(o => o.Period) is { } compute && LabAccounts.Same(_accounts.Revenue, compute) is { } revenue)
        {
            // Computing is only a part of all cost, so this is the most that the cover can be.
            facts.AddRange([compute, revenue]);
            position = position with { CoverAtMost = revenue.Double / -compute.Double };
        }

        var burn = _accounts.CashBurn.Concat(_accounts.MonthlyBurn).Where(o => o.Entity == lab && Counts(o)).MaxBy(o => o.Date);
        if (burn is { Double: < 0 } && double.IsNaN(position.CoverAtMost))
        {
            // Who burns cash spends more than comes in; how much more is not told.
            facts.Add(burn);
            position = position with { CoverAtMost = Math.BitDecrement(1.0) };
        }

        if (_runways.Where(r => r.Lab == lab && r.Date <= day && day.DayNumber - r.Date.DayNumber <= LabRunway.LongestAgeDays).MaxBy(r => r.Date) is not { } runway) return position;
        facts.AddRange([runway.Cash, runway.Burn]);
        position = position with { RunwayMonths = runway.Months };
        if (Newest(_dueWithinYear[lab], day) is not { } due) return position;
        facts.Add(due);
        return position with { LeftAfterYear = runway.Cash.Double - 12 * runway.BurnPerMonth - due.Double };
    }

    // Running cost lies between the cost of serving alone and everything but training.
    private LabPosition WithRunningCover(LabPosition position, LabYear year, List<Fact> facts)
    {
        if (LabAccounts.Same(_accounts.Serving, year.Revenue) is { Double: < 0 } serving)
        {
            facts.Add(serving);
            position = position with { RunningCoverAtMost = year.Revenue.Double / -serving.Double };
        }

        if (LabAccounts.Same(_accounts.Training, year.Revenue) is not { Double: < 0 } training) return position;
        var mostRunning = year.Spending.Max(s => s.Dollars) + training.Double;
        facts.Add(training);
        return mostRunning > 0 ? position with { RunningCoverAtLeast = year.Revenue.Double / mostRunning } : position;
    }

    private LabPosition WithFinancing(LabPosition position, string lab, DateOnly day, List<Fact> facts)
    {
        // That a debt exists is also told by a balance or by a row whose money stands in another one; sums alone need rows counted once.
        var signed = _flows.Where(f => f.Date <= day && f.Stage != FlowStage.Announced && f.Grade < Grade.Unconfirmed
            && FlowKinds.IsFinancing(f.Kind) && f.Kind != FlowKind.Warrant && f.To.Contains(lab)).ToList();
        if (signed.Count == 0) return position;
        facts.AddRange(signed);
        position = position with { HasDebt = signed.Exists(f => f.Layer == FlowLayer.Debt) };
        var rows = _book.Between(DateOnly.MinValue, day).AllSigned.Where(r => r.Recipient == lab).ToList();
        facts.AddRange(rows.SelectMany(r => r.Facts));

        var yearBefore = day.AddYears(-1);
        var recent = rows.Where(r => r.Flow.Date > yearBefore).ToList();
        var compute = _accounts.Compute.Where(o => o.Entity == lab && o.Date <= day && day.DayNumber - o.Date.DayNumber <= LongestAgeDays
            && o.Period.Kind == Time.PeriodKind.Annual && o.Double < 0).MaxBy(o => o.Period);
        if (compute is null || recent.Count == 0 || recent.Any(r => r.Money is null)) return position;
        facts.Add(compute);
        return position with { FinancingToComputeAtMost = ToldMoney.Sum(recent.Select(r => r.Money!.Value)).High / -compute.Double };
    }
}
