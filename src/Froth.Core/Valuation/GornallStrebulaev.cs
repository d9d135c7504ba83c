using MathNet.Numerics.Distributions;

namespace Froth.Core.Valuation;

/// <summary>
/// A minimal single-round option model in the spirit of Gornall and Strebulaev (2020): what all shares are worth when only the
/// newest class has the liquidation preference and, on a listing below its price, a ratchet. The whole is worth V; on a sale the new
/// investors take the better of their money back and their share, on a listing everything converts. Their paper prices every class
/// of real charters; this keeps one and shows the size of the effect, not a firm's fair value.
/// </summary>
public sealed record GornallStrebulaev
{
    /// <summary>Yearly volatility of the firm's value. 90 % is the usual assumption for venture-backed firms.</summary>
    public double Volatility { get; init; } = 0.9;

    /// <summary>Yearly riskless rate, continuously compounded.</summary>
    public double RisklessRate { get; init; } = 0.025;

    /// <summary>Years to the exit.</summary>
    public double Years { get; init; } = 4;

    /// <summary>Share of exits that are listings, in which preferred shares convert.</summary>
    public double ListingShare { get; init; } = 0.5;

    /// <summary>Return that a listing must give the new investors, who otherwise get more shares: 0.2 for 20 %; null for no such promise.</summary>
    public double? ListingRatchet { get; init; }

    /// <summary>
    /// Value of all shares at which <paramref name="investment"/> for the share <paramref name="fraction"/> is a fair deal, in the unit
    /// of the investment. The told post-money valuation, investment over fraction, is never below it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The investment is not positive, or the fraction not inside 0 to 1.</exception>
    public double FairValue(double investment, double fraction)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(investment);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fraction, 1);
        // The claim's worth grows with V; it is below the investment at V = investment and at or above it at the post-money value.
        var (low, high) = (0.0, investment / fraction);
        for (var step = 0; step < 200 && high - low > 1e-11 * investment; step++)
        {
            var middle = (low + high) / 2;
            if (NewSharesWorth(middle, investment, fraction) < investment) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>How far the told post-money valuation lies above the fair value: 0.48 for 48 %.</summary>
    public double Overstatement(double investment, double fraction) => investment / fraction / FairValue(investment, fraction) - 1;

    private double NewSharesWorth(double value, double investment, double fraction)
    {
        var onSale = Preferred(value, investment, fraction);
        var onListing = ListingRatchet is { } promise
            ? Preferred(value, investment * (1 + promise), fraction)
            : fraction * value;
        return (1 - ListingShare) * onSale + ListingShare * onListing;
    }

    // The better of a fixed claim and a share of the whole: V − C(V, claim) + f·C(V, claim/f).
    private double Preferred(double value, double claim, double fraction) =>
        value - Call(value, claim) + fraction * Call(value, claim / fraction);

    // Black and Scholes.
    private double Call(double value, double strike)
    {
        if (value <= 0) return 0;
        var deviation = Volatility * Math.Sqrt(Years);
        var d1 = (Math.Log(value / strike) + RisklessRate * Years) / deviation + deviation / 2;
        return value * Normal.CDF(0, 1, d1) - strike * Math.Exp(-RisklessRate * Years) * Normal.CDF(0, 1, d1 - deviation);
    }
}
