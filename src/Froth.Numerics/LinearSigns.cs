using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Froth.Numerics;

/// <summary>A number drawn many times that enters two linear forms.</summary>
/// <param name="Draws">Its draws.</param>
/// <param name="First">Its weight in the first form.</param>
/// <param name="Second">Its weight in the second form.</param>
public readonly record struct LinearTerm(ReadOnlyMemory<double> Draws, double First, double Second);

/// <summary>
/// How often two linear forms of drawn numbers are not negative. Draws are taken side by side in the widest vectors of the machine, each
/// with the same multiplications and additions in the same order, so the counts are the same on every machine and however wide it is.
/// </summary>
public static class LinearSigns
{
    private const int MostTerms = 16;

    /// <summary>Counts the draws.</summary>
    /// <param name="first">Constant of the first form.</param>
    /// <param name="second">Constant of the second form.</param>
    /// <param name="terms">What is drawn; at most 16, each with at least <paramref name="draws"/> draws. NaN makes a form negative.</param>
    /// <param name="draws">How many draws to take.</param>
    /// <returns>Draws with the first form not negative, and draws with the first negative and the second not.</returns>
    /// <exception cref="ArgumentException">Too many terms, or a term has too few draws.</exception>
    public static (int First, int SecondOnly) Count(double first, double second, ReadOnlySpan<LinearTerm> terms, int draws)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        if (terms.Length > MostTerms) throw new ArgumentException($"{terms.Length} terms are more than {MostTerms}.", nameof(terms));
        foreach (var term in terms)
        {
            if (term.Draws.Length < draws) throw new ArgumentException($"A term has {term.Draws.Length} draws, not {draws}.", nameof(terms));
        }

        var width = Vector<double>.Count;
        var whole = draws / width * width;
        var (inFirst, inSecond) = (0, 0);
        if (whole > 0) (inFirst, inSecond) = CountWhole(first, second, terms, whole);
        for (var i = whole; i < draws; i++)
        {
            var (a, b) = (first, second);
            foreach (var term in terms)
            {
                var draw = term.Draws.Span[i];
                a += term.First * draw;
                b += term.Second * draw;
            }

            if (a >= 0) inFirst++;
            else if (b >= 0) inSecond++;
        }

        return (inFirst, inSecond);
    }

    // One strip of draws at a time, small enough to stay in the first cache while the terms are added to it.
    private static (int First, int SecondOnly) CountWhole(double first, double second, ReadOnlySpan<LinearTerm> terms, int draws)
    {
        const int strip = 512;
        Span<double> a = stackalloc double[strip], b = stackalloc double[strip];
        var (inFirst, inSecond) = (0, 0);
        for (var start = 0; start < draws; start += strip)
        {
            var length = Math.Min(strip, draws - start);
            var va = MemoryMarshal.Cast<double, Vector<double>>(a[..length]);
            var vb = MemoryMarshal.Cast<double, Vector<double>>(b[..length]);
            Fill(va, first);
            Fill(vb, second);
            foreach (var term in terms) Add(MemoryMarshal.Cast<double, Vector<double>>(term.Draws.Span.Slice(start, length)), term, va, vb);
            var (x, y) = CountSigns(va, vb);
            inFirst += x;
            inSecond += y;
        }

        return (inFirst, inSecond);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(Span<Vector<double>> into, double value)
    {
        var filled = new Vector<double>(value);
        for (var i = 0; i < into.Length; i++) into[i] = filled;
    }

    // How wide a vector is is known at run time only, so code of vectors cannot be compiled ahead. Compiled on first use, unoptimised as
    // is the rule, it would take most of the time of a short run.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<Vector<double>> draws, LinearTerm term, Span<Vector<double>> a, Span<Vector<double>> b)
    {
        var (first, second) = (new Vector<double>(term.First), new Vector<double>(term.Second));
        a = a[..draws.Length];
        b = b[..draws.Length];
        for (var i = 0; i < draws.Length; i++)
        {
            a[i] += first * draws[i];
            b[i] += second * draws[i];
        }
    }

    // A mask is minus one where it holds.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int First, int SecondOnly) CountSigns(ReadOnlySpan<Vector<double>> a, ReadOnlySpan<Vector<double>> b)
    {
        Vector<long> inFirst = Vector<long>.Zero, inSecond = Vector<long>.Zero;
        for (var i = 0; i < a.Length; i++)
        {
            var holds = Vector.GreaterThanOrEqual(a[i], Vector<double>.Zero);
            inFirst -= holds;
            inSecond -= Vector.AndNot(Vector.GreaterThanOrEqual(b[i], Vector<double>.Zero), holds);
        }

        return ((int)Vector.Sum(inFirst), (int)Vector.Sum(inSecond));
    }
}
