using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>One number of a firm with what it rests on.</summary>
/// <param name="Value">The number, in the firm's currency unless the concept says otherwise; never NaN.</param>
/// <param name="Grade">The least sure grade among the facts.</param>
/// <param name="Lineage">The facts it was taken or derived from.</param>
public sealed record FirmFigure(double Value, Grade Grade, IReadOnlyList<Observation> Lineage)
{
    /// <summary>A figure from facts: the grade is that of the least sure one.</summary>
    public static FirmFigure Of(double value, IReadOnlyList<Observation> lineage)
    {
        ArgumentNullException.ThrowIfNull(lineage);
        return new FirmFigure(value, lineage.Max(o => o.Grade), lineage);
    }

    /// <summary>The sum of two figures.</summary>
    public static FirmFigure operator +(FirmFigure a, FirmFigure b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Of(a.Value + b.Value, [.. a.Lineage, .. b.Lineage]);
    }

    /// <summary>The same number, no surer than an estimate: for what stands in for a figure that is not told.</summary>
    public FirmFigure AsEstimate() => this with { Grade = Grade > Grade.Estimated ? Grade : Grade.Estimated };
}
