namespace Froth.Numerics;

/// <summary>
/// Brings the pinball loss down from a start: |r| is replaced by a parabola that touches it at the last residual and lies above elsewhere, so
/// that each step is a weighted least-squares fit, and the loss cannot rise.
/// </summary>
internal sealed class LpplsQuantileDescent
{
    private const double Tolerance = 1e-9;
    private const int MostRounds = 200;

    // Residuals smaller than this share of their typical size count as zero; shrinks from the first to the last.
    private static readonly double[] Smoothings = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5];

    private readonly LpplsKernel _kernel = new();
    private readonly LpplsBounds _bounds;
    private readonly double _quantile;
    private readonly double[] _values;
    private readonly double[] _raised;
    private readonly double[] _weights;
    private readonly double[] _residuals;

    public LpplsQuantileDescent(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double quantile, in LpplsBounds bounds)
    {
        (_bounds, _quantile, _values) = (bounds, quantile, values.ToArray());
        (_raised, _weights, _residuals) = (new double[values.Length], new double[values.Length], new double[values.Length]);
        _kernel.Load(times, values);
    }

    public long Evaluations => _kernel.Evaluations;

    public LpplsQuantileEnd Run(LpplsPoint start)
    {
        _kernel.Reload(_values);
        var point = start;
        _kernel.Value(ref point);
        _kernel.Residuals.CopyTo(_residuals);
        var size = _residuals.Average(Math.Abs);
        var loss = Loss();
        foreach (var smoothing in Smoothings)
        {
            for (var round = 0; round < MostRounds; round++)
            {
                var before = loss;
                point = Round(point, smoothing * size);
                loss = Loss();
                if (Math.Abs(before - loss) <= Tolerance * loss) break;
            }
        }

        return new LpplsQuantileEnd(point, _kernel.Mean, loss, (double[])_residuals.Clone());
    }

    private LpplsPoint Round(in LpplsPoint from, double smoothing)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            var size = smoothing + Math.Abs(_residuals[i]);
            _weights[i] = 1 / size;
            _raised[i] = _values[i] + (2 * _quantile - 1) * size;
        }

        _kernel.Reload(_raised, _weights);
        var (point, _) = LpplsDescent.Run(_kernel, _bounds, from, Tolerance, 20);
        _kernel.Value(ref point);
        for (var i = 0; i < _values.Length; i++) _residuals[i] = _kernel.Residuals[i] / Math.Sqrt(_weights[i]) + _values[i] - _raised[i];
        return point;
    }

    private double Loss()
    {
        var loss = 0.0;
        foreach (var r in _residuals) loss += r * (r < 0 ? _quantile - 1 : _quantile);
        return loss;
    }
}

/// <summary>Where a descent ended: the place, the mean that its coefficients go with, the loss and the residuals.</summary>
internal sealed record LpplsQuantileEnd(LpplsPoint Point, double Mean, double Loss, double[] Residuals);
