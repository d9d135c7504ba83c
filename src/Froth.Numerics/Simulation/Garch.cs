namespace Froth.Numerics.Simulation;

/// <summary>
/// GARCH(1,1) with a constant mean: r(t) = μ + e(t), e(t) = √h(t)·z(t), h(t) = ω + α·e(t−1)² + β·h(t−1). Source: Bollerslev (1986), Journal of
/// Econometrics 31, 307–327.
/// </summary>
/// <param name="Mean">μ, in the units of the returns.</param>
/// <param name="Omega">ω, 0 or more, in squared units.</param>
/// <param name="Alpha">α, 0 or more: how far yesterday's surprise moves the variance.</param>
/// <param name="Beta">β, 0 or more; α + β is below 1.</param>
public sealed record Garch(double Mean, double Omega, double Alpha, double Beta)
{
    /// <summary>How slowly the variance comes back: α + β.</summary>
    public double Persistence => Alpha + Beta;

    /// <summary>The variance in the long run: ω / (1 − α − β).</summary>
    public double Variance => Omega / (1 - Persistence);

    internal bool IsStationary => Omega >= 0 && Alpha >= 0 && Beta >= 0 && Persistence < 1 && double.IsFinite(Mean) && double.IsFinite(Omega);
}
