using Froth.Core.Data;

namespace Froth.Core.Financing;

/// <summary>
/// Money in US dollars as it was told, ready to be added up. What is firmly told is kept apart from what is only possible: a ceiling
/// ("up to 5 billion") adds nothing to <see cref="Told"/> and <see cref="Low"/> and all of itself to <see cref="High"/>.
/// </summary>
/// <param name="Told">Told centres and points, and the lower ends of ranges; zero for a mere ceiling.</param>
/// <param name="Low">As <paramref name="Told"/>, but lower ends where a centre was told, and zero for a point that is only a ceiling.</param>
/// <param name="High">Points, upper ends and ceilings; NaN when any term has no upper end.</param>
public readonly record struct ToldMoney(double Told, double Low, double High)
{
    /// <summary>No money.</summary>
    public static readonly ToldMoney Zero = new(0, 0, 0);

    /// <summary>The amount of a flow at a rate of dollars for one unit of its currency; null when no amount was told.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="dollarsPerUnit">The rate, which may be a range with both ends told.</param>
    public static ToldMoney? Of(Flow flow, Amount dollarsPerUnit)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return Of(flow.Value, flow.IsUpTo, dollarsPerUnit);
    }

    /// <summary>A told amount at a rate of dollars for one unit of its currency; null when no amount was told.</summary>
    /// <param name="value">The amount.</param>
    /// <param name="isUpTo">True where a point is only a ceiling.</param>
    /// <param name="dollarsPerUnit">The rate, which may be a range with both ends told.</param>
    public static ToldMoney? Of(Amount value, bool isUpTo, Amount dollarsPerUnit)
    {
        if (value.IsUnknown || dollarsPerUnit is not { Low: { } rateLow, High: { } rateHigh, Central: { } rate }) return null;
        var amount = value.FlooredAtZero();
        var low = isUpTo && amount.IsPoint ? 0 : amount.Low!.Value;
        var told = amount.Mode ?? amount.Low!.Value;
        return new ToldMoney((double)(told * rate), (double)(low * rateLow), amount.High is { } high ? (double)(high * rateHigh) : double.NaN);
    }

    /// <summary>Sum of all, zero for none; one open upper end leaves the sum open.</summary>
    public static ToldMoney Sum(IEnumerable<ToldMoney> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Aggregate(Zero, (total, next) => total + next);
    }

    /// <summary>Sum end by end.</summary>
    public static ToldMoney operator +(ToldMoney left, ToldMoney right) => new(left.Told + right.Told, left.Low + right.Low, left.High + right.High);
}
