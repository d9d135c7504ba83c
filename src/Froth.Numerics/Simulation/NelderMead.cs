namespace Froth.Numerics.Simulation;

// The simplex search of Nelder and Mead (1965), Computer Journal 7, for a few parameters and a function that may be infinite.
internal static class NelderMead
{
    // Values settle to many more digits than points do: near a minimum they differ by the square.
    private const double NearPoints = 1e-6;

    // Moves the point to a minimum and gives the value there; the search ends when the values differ by no more
    // than the tolerance and the points by no more than a million times it.
    internal static (double Value, bool HasConverged) Minimise(Func<double[], double> function, double[] point, double step, double tolerance, int mostSteps)
    {
        var n = point.Length;
        var simplex = new (double[] At, double Value)[n + 1];
        for (var i = 0; i <= n; i++)
        {
            var at = (double[])point.Clone();
            if (i > 0) at[i - 1] += step;
            simplex[i] = (at, function(at));
        }

        var converged = false;
        for (var round = 0; round < mostSteps && !converged; round++)
        {
            Array.Sort(simplex, static (a, b) => a.Value.CompareTo(b.Value));
            Turn(function, simplex);
            converged = Spread(simplex) <= tolerance;
        }

        var best = simplex.MinBy(static s => s.Value);
        best.At.CopyTo(point, 0);
        return (best.Value, converged);
    }

    private static void Turn(Func<double[], double> function, (double[] At, double Value)[] simplex)
    {
        var n = simplex.Length - 1;
        var centre = new double[n];
        for (var j = 0; j < n; j++)
            for (var i = 0; i < n; i++) centre[j] += simplex[i].At[j] / n;
        var reflected = Along(-1);
        if (reflected.Value < simplex[0].Value)
        {
            var expanded = Along(-2);
            simplex[n] = expanded.Value < reflected.Value ? expanded : reflected;
        }
        else if (reflected.Value < simplex[n - 1].Value)
        {
            simplex[n] = reflected;
        }
        else
        {
            var contracted = Along(reflected.Value < simplex[n].Value ? -0.5 : 0.5);
            if (contracted.Value < Math.Min(reflected.Value, simplex[n].Value)) simplex[n] = contracted;
            else Shrink(function, simplex);
        }

        (double[] At, double Value) Along(double share)
        {
            var at = new double[n];
            for (var j = 0; j < n; j++) at[j] = centre[j] + share * (simplex[n].At[j] - centre[j]);
            return (at, function(at));
        }
    }

    private static void Shrink(Func<double[], double> function, (double[] At, double Value)[] simplex)
    {
        for (var i = 1; i < simplex.Length; i++)
        {
            var at = simplex[i].At;
            for (var j = 0; j < at.Length; j++) at[j] = (at[j] + simplex[0].At[j]) / 2;
            simplex[i] = (at, function(at));
        }
    }

    private static double Spread((double[] At, double Value)[] simplex)
    {
        var spread = 0.0;
        for (var i = 1; i < simplex.Length; i++)
        {
            spread = Math.Max(spread, Math.Abs(simplex[i].Value - simplex[0].Value) / (1 + Math.Abs(simplex[0].Value)));
            for (var j = 0; j < simplex[i].At.Length; j++) spread = Math.Max(spread, Math.Abs(simplex[i].At[j] - simplex[0].At[j]) * NearPoints);
        }

        return spread;
    }
}
