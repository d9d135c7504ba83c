using System.Runtime.CompilerServices;

namespace Froth.Numerics;

/// <summary>
/// The supremum over all starts of the t ratio, for one vector of lanes: the window grows backwards row by row, and the largest ratio is kept
/// in registers, compared by cross multiplication, so that a window costs no division and no root. Source of the recursion: Phillips, Shi
/// and Yu (2015), International Economic Review 56.
/// </summary>
internal static class SupSweep<TLanes, TLayout, TModel, TVector>
    where TLanes : struct, ILanes<TVector>
    where TLayout : struct, IRowLayout<TLanes, TVector>
    where TModel : struct, ISupModel<TLanes, TLayout, TVector, TModel>
    where TVector : struct
{
    /// <summary>Sweeps from the end level <paramref name="end"/> (of the first lane) back to the first level.</summary>
    /// <param name="series">The rows.</param>
    /// <param name="tables">Those of <see cref="RowTables"/> for the series' length.</param>
    /// <param name="end">End level of the first lane.</param>
    /// <param name="minimumWindow">Fewest rows; more than the layout's spread.</param>
    /// <param name="found">Receives the lanes' results.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(SeriesRows series, double[] tables, int end, int minimumWindow, ref SupLanes<TVector> found)
    {
        ref readonly var date = ref series.At(end);
        ref readonly var counts = ref tables[RowTables.Before];
        nint toHalves = RowTables.Length(series.Length), toFreedom = -2 - series.Lag, stride = series.Stride;
        var model = TModel.At(in date, series.Lag);
        nint k = 1 - TLayout.Spread;
        for (; k <= 0; k++) model.AddWhereAny(in date, stride, k, TLayout.ByCount(in counts, k));
        for (; k < minimumWindow - TLayout.Spread; k++) model.Add(in date, stride, k);
        found = SupLanes<TVector>.Nothing<TLanes>();
        for (; k <= minimumWindow; k++)
        {
            model.Add(in date, stride, k);
            First(in model, in counts, toHalves, toFreedom, k, minimumWindow, ref found);
        }
        // Windows of the shortest length are behind us in every lane: the body needs no masks.
        Body(ref model, in date, in counts, stride, toHalves, toFreedom, k, end - series.Lag, ref found);
        found.Judge<TLanes>(model.LevelTotal, model.StepTotal);
    }

    private static void First(
        in TModel model, ref readonly double counts, nint toHalves, nint toFreedom, nint k, int minimumWindow, ref SupLanes<TVector> found)
    {
        var count = TLayout.ByCount(in counts, k);
        var half = TLayout.ByCount(in RowPlane.Of(in counts, toHalves), k);
        model.Evaluate(count, half, TLayout.ByCount(in RowPlane.Of(in counts, toFreedom), k), out var numerator, out var denominator);
        model.LeftOver(count, half, out var level, out var error);
        TVector below = TLanes.Broadcast(minimumWindow - 0.5), above = TLanes.Broadcast(minimumWindow + 0.5);
        // Lanes whose window is still too short have minus infinity; the screen is that of each lane's first window.
        numerator = TLanes.SelectGreater(count, below, numerator, TLanes.Broadcast(-1));
        denominator = TLanes.SelectGreater(count, below, denominator, TLanes.Broadcast(0));
        found.Level = TLanes.SelectGreater(count, above, found.Level, level);
        found.Error = TLanes.SelectGreater(count, above, found.Error, error);
        found.Take<TLanes>(numerator, denominator, TLanes.Broadcast(k));
    }

    // Straight to full optimisation: a body compiled in tiers is replaced in mid-loop with its sums in memory.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Body(
        ref TModel state, ref readonly double date, ref readonly double counts, nint stride, nint toHalves, nint toFreedom, nint k, nint last, ref SupLanes<TVector> found)
    {
        var model = state;
        TVector bestNumerator = found.Numerator, bestDenominator = found.Denominator, bestRow = found.Row;
        TVector numerator = found.LastNumerator, denominator = found.LastDenominator;
        for (; k <= last; k++)
        {
            model.Add(in date, stride, k);
            model.Evaluate(
                TLayout.ByCount(in counts, k), TLayout.ByCount(in RowPlane.Of(in counts, toHalves), k), TLayout.ByCount(in RowPlane.Of(in counts, toFreedom), k),
                out numerator, out denominator);
            var mine = TLanes.Multiply(numerator, bestDenominator);
            var best = TLanes.Multiply(bestNumerator, denominator);
            bestRow = TLanes.SelectGreater(mine, best, TLanes.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in counts), k)), bestRow);
            bestNumerator = TLanes.SelectGreater(mine, best, numerator, bestNumerator);
            bestDenominator = TLanes.SelectGreater(mine, best, denominator, bestDenominator);
        }
        state = model;
        (found.Numerator, found.Denominator, found.Row) = (bestNumerator, bestDenominator, bestRow);
        (found.LastNumerator, found.LastDenominator) = (numerator, denominator);
    }
}
