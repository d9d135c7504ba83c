using Froth.Numerics;
using Froth.Numerics.Dating;

namespace Froth.Core.Bubbles;

/// <summary>What one null says about the series.</summary>
/// <param name="Null">Which paths.</param>
/// <param name="Replications">Paths with statistics.</param>
/// <param name="Failed">Paths without statistics, left out.</param>
/// <param name="Tests">ADF, SADF and GSADF in this order.</param>
/// <param name="Sequence">Critical value that dates episodes at each level of the series: see <see cref="PsyDating"/>; NaN before the first window has room.</param>
/// <param name="Episodes">Episodes by this sequence, in order of time; none when GSADF does not reject.</param>
public sealed record PsyNullResult(PsyNull Null, int Replications, int Failed, IReadOnlyList<PsyTestResult> Tests, double[] Sequence, IReadOnlyList<Episode> Episodes)
{
    /// <summary>One of the tests.</summary>
    public PsyTestResult this[PsyStatistic statistic] => Tests[(int)statistic];
}

/// <summary>One statistic against one null.</summary>
/// <param name="Statistic">Which.</param>
/// <param name="Value">Of the series; NaN where it has none.</param>
/// <param name="Quantiles">Critical values at <see cref="PsyTestSettings.Levels"/>.</param>
/// <param name="StandardErrors">Of these, from the number of paths.</param>
/// <param name="PValue">(1 + paths at or above) / (1 + paths); NaN where the statistic is NaN.</param>
public sealed record PsyTestResult(PsyStatistic Statistic, double Value, IReadOnlyList<double> Quantiles, IReadOnlyList<double> StandardErrors, double PValue)
{
    /// <summary>The highest of <see cref="PsyTestSettings.Levels"/> at which the statistic exceeds its critical value; null for none.</summary>
    public double? RejectsAt
    {
        get
        {
            for (var i = Quantiles.Count - 1; i >= 0; i--) if (Value > Quantiles[i]) return PsyTestSettings.Levels[i];
            return null;
        }
    }

    /// <summary>Whether the statistic exceeds its critical value at a level.</summary>
    /// <param name="level">One of <see cref="PsyTestSettings.Levels"/>.</param>
    public bool Rejects(double level) => RejectsAt >= level;
}

/// <summary>The recursive tests of one series: statistics, both nulls side by side, episodes and what a reader must know.</summary>
public sealed record PsyResult
{
    /// <summary>The series as given, before logarithms.</summary>
    public required PriceSeries Series { get; init; }

    /// <summary>What was tested: <see cref="Series"/> or its logarithms.</summary>
    public required PriceSeries Tested { get; init; }

    /// <summary>The conventions.</summary>
    public required PsyTestSettings Settings { get; init; }

    /// <summary>Statistics by end date.</summary>
    public required PsySequence Sequence { get; init; }

    /// <summary>What each null says, in the order of <see cref="PsyNull"/>; empty when no critical values were asked for.</summary>
    public required IReadOnlyList<PsyNullResult> Nulls { get; init; }

    /// <summary>Fewest observations of an episode under the settings.</summary>
    public required int FewestObservations { get; init; }

    /// <summary>What a reader must know, such as that the nulls disagree.</summary>
    public required IReadOnlyList<Bilingual> Notes { get; init; }

    /// <summary>One of the statistics of the series; NaN where it has none.</summary>
    public double Value(PsyStatistic statistic) => statistic switch
    {
        PsyStatistic.Adf => Sequence.Adf,
        PsyStatistic.Sadf => Sequence.Sadf,
        _ => Sequence.Gsadf,
    };

    /// <summary>Why a statistic is NaN; null where it is a number.</summary>
    public Bilingual? WhyMissing(PsyStatistic statistic) =>
        !double.IsNaN(Value(statistic)) ? null
        : Sequence.Status[^1] != WindowStatus.Computed ? PsyWords.Of(Sequence.Status[^1])
        : new Bilingual("the regression over the whole series has no t ratio", "全样本回归无t值");

    /// <summary>What a null says; null when it was not asked for.</summary>
    public PsyNullResult? Of(PsyNull kind) => Nulls.FirstOrDefault(n => n.Null == kind);
}
