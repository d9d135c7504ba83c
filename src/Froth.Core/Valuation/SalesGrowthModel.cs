namespace Froth.Core.Valuation;

/// <summary>
/// Which growth of sales a price needs: equity and net debt equal the present value of Σ (S·m·(1−τ) − reinvestment)/(1+r)^t. The
/// assumptions are Froth's own, kept here as data: sales grow evenly for <see cref="Years"/> and then at <see cref="LastingGrowth"/>
/// for ever, the operating margin is steady from the first year, and each unit of new yearly sales needs 1/<see cref="SalesToCapital"/>
/// of new capital.
/// </summary>
public sealed record SalesGrowthModel
{
    // Growth that is looked for lies between these.
    private const double Least = -0.5, Most = 2;

    private const double Precision = 1e-13;

    /// <summary>The assumptions that the indicators use.</summary>
    public static SalesGrowthModel Usual { get; } = new();

    /// <summary>Operating margin of the central value.</summary>
    public double Margin { get; init; } = 0.25;

    /// <summary>Thin margin: more growth is needed.</summary>
    public double ThinMargin { get; init; } = 0.15;

    /// <summary>Fat margin: less growth is needed.</summary>
    public double FatMargin { get; init; } = 0.40;

    /// <summary>Tax on operating income.</summary>
    public double TaxRate { get; init; } = 0.21;

    /// <summary>New yearly sales for a unit of new capital.</summary>
    public double SalesToCapital { get; init; } = 1.5;

    /// <summary>Return demanded on the whole firm, a year.</summary>
    public double Rate { get; init; } = 0.10;

    /// <summary>Growth after the years of even growth.</summary>
    public double LastingGrowth { get; init; } = 0.03;

    /// <summary>Years of even growth.</summary>
    public int Years { get; init; } = 10;

    /// <summary>Worth of the whole firm in units of its present yearly sales.</summary>
    /// <param name="growth">Yearly growth of sales.</param>
    /// <param name="margin">Operating margin.</param>
    public double ValueOverSales(double growth, double margin)
    {
        var (sales, discount, value) = (1.0, 1.0, 0.0);
        for (var t = 1; t <= Years; t++)
        {
            discount *= 1 + Rate;
            value += Free(sales, growth, margin) / discount;
            sales *= 1 + growth;
        }

        return value + Free(sales, LastingGrowth, margin) / (Rate - LastingGrowth) / discount;
    }

    /// <summary>The growth at which the firm is worth so many years of its sales; NaN when none between −50 and 200 % a year does.</summary>
    public double ImpliedGrowth(double valueOverSales, double margin)
    {
        // Where new sales earn less than they cost, more growth is worth less and no growth is implied.
        if (!(margin * (1 - TaxRate) * SalesToCapital > Rate)) return double.NaN;
        var (low, high) = (Least, Most);
        if (!(valueOverSales >= ValueOverSales(low, margin) && valueOverSales <= ValueOverSales(high, margin))) return double.NaN;
        // The logarithm of the value is nearly straight in growth, so a few secants inside the bracket find it (Illinois method).
        var (below, above) = (Off(low), Off(high));
        var kept = 0;
        for (var step = 0; step < 100 && high - low > Precision; step++)
        {
            var next = (low * above - high * below) / (above - below);
            var off = Off(next);
            if (Math.Abs(off) < Precision) return next;
            if (off < 0)
            {
                (low, below) = (next, off);
                if (kept == 1) above /= 2;
                kept = 1;
            }
            else
            {
                (high, above) = (next, off);
                if (kept == -1) below /= 2;
                kept = -1;
            }
        }

        return (low + high) / 2;
        double Off(double growth) => Math.Log(ValueOverSales(growth, margin) / valueOverSales);
    }

    // Cash of the year after one with these sales: taxed margin on the grown sales less the capital that the growth needs.
    private double Free(double sales, double growth, double margin) => sales * ((1 + growth) * margin * (1 - TaxRate) - growth / SalesToCapital);
}
