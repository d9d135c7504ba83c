namespace Froth.Numerics;

/// <summary>Statistics of a run of replications under a null: what a long simulation is made of, saved in and resumed from.</summary>
/// <param name="First">The first replication.</param>
/// <param name="Adf">ADF statistics, one a replication; NaN where a path has none.</param>
/// <param name="Sadf">SADF statistics.</param>
/// <param name="Gsadf">GSADF statistics.</param>
/// <param name="Bsadf">BSADF sequences, all replications of the first end date first; single precision, a thousandth of the error of any simulated quantile.</param>
public sealed record NullBlock(long First, double[] Adf, double[] Sadf, double[] Gsadf, float[] Bsadf)
{
    /// <summary>
    /// SADF statistics of every path up to each end date, laid out as <see cref="Bsadf"/>: the distribution of SADF in a shorter sample with the same minimum
    /// window. Empty for a simulation that has none.
    /// </summary>
    public float[] SadfTo { get; init; } = [];

    /// <summary>Replications in the block.</summary>
    public int Count => Adf.Length;
}
