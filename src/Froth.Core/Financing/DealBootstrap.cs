using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Numerics;

namespace Froth.Core.Financing;

/// <summary>
/// How far single deals decide a growth rate: a seeded bootstrap over deals, and the concentration of the window. The weight of a deal depends
/// on its own id alone, so a later deal changes no earlier interval.
/// </summary>
public static class DealBootstrap
{
    /// <summary>Draws.</summary>
    public const int Draws = 2000;

    /// <summary>Share of the draws that an interval holds.</summary>
    public const double Level = 0.90;

    /// <summary>Fewest deals from which the exponent of the tail is estimated. Froth's own.</summary>
    public const int FewestForTail = 10;

    private static readonly PoissonBootstrap Bootstrap = new(0xF607A_CA61UL);

    /// <summary>Interval of (what was told in one window / what was told in an earlier one)^power − 1 over draws of deals; open ends are NaN.</summary>
    public static (double Low, double High) Growth(FinancingWindow before, FinancingWindow now, double power)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var (first, last) = (Terms(before), Terms(now));
        var draws = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawnBase = Drawn(first, draw);
            draws[draw] = drawnBase > 0 ? Math.Pow(Drawn(last, draw) / drawnBase, power) - 1 : double.NaN;
        }

        return PoissonBootstrap.Interval(draws, Level);
    }

    /// <summary>Share of the five largest receivers and, from <see cref="FewestForTail"/> deals on, Hill's exponent over the largest √n deals.</summary>
    public static IReadOnlyList<Part> ConcentrationOf(FinancingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        var share = new Part(new("Share of the five largest receivers", "前五大融资方占比"),
            Concentration.TopShare([.. window.ByRecipient().Select(r => r.Money.Told)])) { Unit = Unit.Ratio };
        double[] deals = [.. window.Signed.Select(r => r.Money!.Value.Told).Where(t => t > 0)];
        if (deals.Length < FewestForTail) return [share];
        var tail = TailIndex.Hill(deals, (int)Math.Sqrt(deals.Length));
        return [share, new(new("Hill exponent of the deals (below 1 one deal decides the sum)", "交易额希尔尾部指数（低于 1 则总额由单笔交易决定）"), tail) { Unit = Unit.Ratio }];
    }

    private static (ulong Key, double Told)[] Terms(FinancingWindow window) =>
        [.. window.Signed.Select(r => (PoissonBootstrap.KeyOf(r.Flow.Id), r.Money!.Value.Told))];

    private static double Drawn((ulong Key, double Told)[] terms, int draw)
    {
        var sum = 0.0;
        foreach (var (key, told) in terms) sum += Bootstrap.Weight(draw, key) * told;
        return sum;
    }
}
