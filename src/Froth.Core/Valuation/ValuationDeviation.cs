using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Valuation;

/// <summary>What a rank was taken among.</summary>
public enum RankBasis
{
    /// <summary>No rank.</summary>
    None,

    /// <summary>Among all firms to which the method applies on the same day.</summary>
    Firms,

    /// <summary>Among the firm's own earlier quarters, because too few firms are known.</summary>
    OwnHistory,
}

/// <summary>What one method says of one firm on one day, and how dear that is.</summary>
/// <param name="Method">The method.</param>
public sealed record MethodRank(ValuationMethod Method)
{
    /// <summary>The value in the method's unit; NaN when the method does not apply.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>How dear, from 0 (cheapest) to 1 (dearest), ties counted half; NaN when there is no rank.</summary>
    public double Rank { get; init; } = double.NaN;

    /// <summary>What the rank was taken among.</summary>
    public RankBasis Basis { get; init; }

    /// <summary>Number of values it was ranked among, its own included; 0 when there is no rank.</summary>
    public int Comparable { get; init; }

    /// <summary>Why the method does not apply or has no rank; null when it has one, and for a method that votes through another one.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>What the value, and a rank in the firm's own history, rest on.</summary>
    public IReadOnlyList<Fact> Lineage { get; init; } = [];

    /// <summary>True when there is a rank.</summary>
    public bool HasRank => Basis != RankBasis.None;
}

/// <summary>
/// How dear a firm is by every method that applies to it: the vector, its median rank and its spread. There is no single number without
/// the vector, because the methods rest on each other's inputs and disagree. Source: Froth methods, section 2.
/// </summary>
public sealed class ValuationDeviation
{
    /// <summary>Fewest firms, the one itself included, among which a method ranks firms.</summary>
    public const int FewestFirms = 5;

    /// <summary>Fewest values of the firm's own, today's included, where too few firms are known.</summary>
    public const int FewestOfHistory = Bands.MinimumObservations;

    /// <summary>Fewest ranked methods for a median.</summary>
    public const int FewestMethods = 3;

    internal ValuationDeviation(string firm, DateOnly day, IReadOnlyList<MethodRank> methods, IReadOnlyList<Fact> lineage)
    {
        (Firm, Day, Methods, Lineage) = (firm, day, methods, lineage);
        double[] ranks = [.. methods.Where(m => m.HasRank).Select(m => m.Rank).Order()];
        Ranked = ranks.Length;
        if (ranks.Length < FewestMethods) return;
        var middle = ranks.Length / 2;
        Median = ranks.Length % 2 == 1 ? ranks[middle] : (ranks[middle - 1] + ranks[middle]) / 2;
        (Lowest, Highest) = (ranks[0], ranks[^1]);
    }

    /// <summary>Entity id.</summary>
    public string Firm { get; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The vector: every method, those that do not apply with their reason.</summary>
    public IReadOnlyList<MethodRank> Methods { get; }

    /// <summary>Number of methods with a rank.</summary>
    public int Ranked { get; }

    /// <summary>Median of the ranks, 0 cheap to 1 dear; NaN below <see cref="FewestMethods"/>.</summary>
    public double Median { get; } = double.NaN;

    /// <summary>The lowest rank; NaN where there is no median.</summary>
    public double Lowest { get; } = double.NaN;

    /// <summary>The highest rank; NaN where there is no median.</summary>
    public double Highest { get; } = double.NaN;

    /// <summary>Highest less lowest rank; NaN where there is no median.</summary>
    public double Spread => Highest - Lowest;

    /// <summary>Everything the ranks rest on, the figures of the firms compared with included; gathered when looked at.</summary>
    public IReadOnlyList<Fact> Lineage { get; }

    /// <summary>What an indicator that reads deviations must declare.</summary>
    public static IReadOnlyList<Input> Inputs => PricedFirms.Inputs;

    /// <summary>A firm on a day. Always gives the vector; for a firm without price or accounts every method says why it does not apply.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    /// <param name="firm">Entity id.</param>
    /// <param name="day">The day.</param>
    public static ValuationDeviation Of(InputSet inputs, string firm, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentException.ThrowIfNullOrEmpty(firm);
        return ValuationBook.Of(inputs).Read(firm, day);
    }

    /// <summary>A firm on a day, from the facts of a vintage.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="firm">Entity id.</param>
    /// <param name="day">The day.</param>
    public static ValuationDeviation Of(FactSet facts, string firm, DateOnly day) => Of(new InputSet(facts, Inputs), firm, day);
}
