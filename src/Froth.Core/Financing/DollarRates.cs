using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Financing;

/// <summary>
/// Dated exchange rates, dollars for one unit of a currency. A rate counts for a day when it is dated at most 60 days away; without
/// one the amount is not converted at all, so that no total rests on a rate nobody recorded.
/// </summary>
public sealed class DollarRates
{
    /// <summary>Most days between an amount and the rate that converts it.</summary>
    public const int MaximumDistanceDays = 60;

    private const string Entity = "fx";

    private static readonly Dictionary<string, Input> InputsByCurrency = Unit.All
        .Where(u => u.IsMoney && u != Unit.UsDollar)
        .ToDictionary(u => u.Code, u => new Input($"{u.Code.ToLowerInvariant()}-usd", Entity, null), StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<Observation>> _rates;

    /// <summary>Reads every recorded rate.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public DollarRates(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _rates = InputsByCurrency.ToDictionary(p => p.Key, p => inputs.Latest(p.Value), StringComparer.Ordinal);
    }

    /// <summary>One input for each currency other than the dollar.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [.. InputsByCurrency.Values];

    /// <summary>The rate nearest to a day among those dated by <paramref name="knownBy"/>, the earlier one of two equally near; null when none is near enough.</summary>
    public Observation? Nearest(Unit currency, DateOnly day, DateOnly knownBy) => _rates.TryGetValue(currency.Code, out var rates)
        ? rates.Where(r => r.Date <= knownBy && Distance(r, day) <= MaximumDistanceDays)
            .OrderBy(r => Distance(r, day)).ThenBy(r => r.Date).FirstOrDefault()
        : null;

    private static int Distance(Observation rate, DateOnly day) => Math.Abs(rate.Date.DayNumber - day.DayNumber);
}
