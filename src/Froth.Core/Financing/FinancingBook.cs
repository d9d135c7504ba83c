using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Financing;

/// <summary>One external financing in dollars: <see cref="Money"/> is null where no amount was told or no dated rate converts it.</summary>
/// <param name="Flow">The recorded relation.</param>
/// <param name="Money">Its amount in dollars.</param>
/// <param name="Rate">The rate used, or null for dollars.</param>
public sealed record FinancingRow(Flow Flow, ToldMoney? Money, Observation? Rate)
{
    /// <summary>Who receives the money; several receivers whose parts nobody tells count as one joint receiver.</summary>
    public string Recipient => string.Join('+', Flow.To);

    /// <summary>The facts behind the row.</summary>
    public IEnumerable<Fact> Facts => Rate is null ? [Flow] : [Flow, Rate];
}

/// <summary>
/// Every recorded external financing that may enter headline totals: equity and debt, counted once, better than unconfirmed. A
/// warrant is left out because no cash is raised when it is promised, a balance because it tells no day of raising; guarantees, leases and purchases are not money raised.
/// </summary>
public sealed class FinancingBook
{
    /// <summary>
    /// First day from which the recorded deals are dense enough to compare one month with another. Earlier deals are single cases,
    /// so a sum over them would show the growth of the record, not of the financing.
    /// </summary>
    public static readonly DateOnly CoveredFrom = new(2025, 1, 1);

    /// <summary>
    /// Fewest signed, priced deals for every three months of a window that is read. With fewer the reading is the size of one deal, and
    /// a thin record would look like a collapse.
    /// </summary>
    public const int FewestDealsAQuarter = 4;

    private readonly IReadOnlyList<Flow> _financing;
    private readonly DollarRates _rates;
    private readonly DateOnly _asOf;

    /// <summary>Opens the book.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public FinancingBook(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        // A balance on a day says nothing about when the money was raised, so it belongs to no window.
        _financing = [.. inputs.Flows().Where(f => f.IsHeadline && FlowKinds.IsFinancing(f.Kind) && f.Kind != FlowKind.Warrant && f.DatePrecision != DatePrecision.AsOf)];
        _rates = new DollarRates(inputs);
        _asOf = inputs.Vintage.AsOf;
    }

    /// <summary>What an indicator that opens the book must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [Input.Flows, .. DollarRates.Inputs];

    /// <summary>Every receiver with a signed financing.</summary>
    public IEnumerable<string> Recipients => _financing.Where(f => f.Stage != FlowStage.Announced && f.To.Count == 1)
        .Select(f => f.To[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Days on which a receiver signed a financing, ascending.</summary>
    public IEnumerable<DateOnly> SigningDays(string recipient) => _financing
        .Where(f => f.Stage != FlowStage.Announced && f.To.Count == 1 && f.To[0] == recipient).Select(f => f.Date).Distinct();

    /// <summary>The financing announced in a closed span of days, with rates dated by its end.</summary>
    public FinancingWindow Between(DateOnly first, DateOnly last) => new(first, last,
        [.. _financing.Where(f => f.Date >= first && f.Date <= last).Select(f => Price(f, last))]);

    /// <summary>Windows of whole months, one to each month end, that hold <see cref="FewestDealsAQuarter"/>; the first begins on or after <see cref="CoveredFrom"/>.</summary>
    public IEnumerable<FinancingWindow> RollingMonths(int months) => CalendarEnds.Months(CoveredFrom.AddMonths(months - 1), _asOf)
        .Select(end => Between(CalendarEnds.MonthStart(end).AddMonths(1 - months), end)).Where(w => IsDense(w, months));

    /// <summary>Calendar quarters from <see cref="CoveredFrom"/> on that hold <see cref="FewestDealsAQuarter"/>.</summary>
    public IReadOnlyList<FinancingWindow> Quarters() =>
        [.. CalendarEnds.Quarters(CoveredFrom, _asOf).Select(end => Between(CalendarEnds.MonthStart(end).AddMonths(-2), end)).Where(w => IsDense(w, 3))];

    private static bool IsDense(FinancingWindow window, int months) => window.Signed.Count * 3 >= FewestDealsAQuarter * months;

    private FinancingRow Price(Flow flow, DateOnly knownBy)
    {
        if (flow.Currency == Unit.UsDollar) return new FinancingRow(flow, ToldMoney.Of(flow, Amount.Point(1)), null);
        var rate = _rates.Nearest(flow.Currency, flow.Date, knownBy);
        return rate is null ? new FinancingRow(flow, null, null) : new FinancingRow(flow, ToldMoney.Of(flow, rate.Value), rate);
    }
}
