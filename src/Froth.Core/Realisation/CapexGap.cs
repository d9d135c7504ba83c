using Froth.Core.Indicators;

namespace Froth.Core.Realisation;

/// <summary>How much revenue must come back for what is spent on AI chips (Cahn's sum and its annual form).</summary>
public static class CapexGap
{
    /// <summary>Chips are about half of what a data centre costs to build and run.</summary>
    public const double CostOfOwnershipFactor = 2;

    /// <summary>Share of revenue that the end user's supplier keeps after the cost of computing.</summary>
    public const double EndUserMargin = 0.5;

    /// <summary>Yearly cost of capital in the annual form.</summary>
    public const double DiscountRate = 0.08;

    /// <summary>Cahn's essay.</summary>
    public static Citation Cahn { get; } = new("Cahn, D., AI's $600B Question, Sequoia Capital, 20 June 2024");

    /// <summary>The definition.</summary>
    public static Citation Methods { get; } = new("Froth methods, section 6: lifetime revenue required for a year's purchases, and its annuity");

    /// <summary>Total cost of data centres for an amount of chips.</summary>
    public static double TotalCost(double chips) => CostOfOwnershipFactor * chips;

    /// <summary>Revenue, over the whole life of the equipment, that pays for an amount of chips.</summary>
    public static double LifetimeRevenue(double chips) => TotalCost(chips) / (1 - EndUserMargin);

    /// <summary>Revenue a year that pays for an outlay over some years at <see cref="DiscountRate"/>.</summary>
    /// <param name="outlay">Total cost.</param>
    /// <param name="lifeYears">Years over which it must come back.</param>
    public static double AnnualRevenue(double outlay, int lifeYears)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lifeYears);
        return outlay * DiscountRate / (1 - Math.Pow(1 + DiscountRate, -lifeYears)) / (1 - EndUserMargin);
    }
}
