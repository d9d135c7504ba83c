using Froth.Core.Data;

namespace Froth.Core.Filings;

/// <summary>From units as filed to Froth's own.</summary>
public static class FiledUnits
{
    /// <summary>The unit of a concept told in a unit as filed; null where the filed unit does not measure that.</summary>
    /// <param name="measure">What the concept is measured in.</param>
    /// <param name="filed">Unit as filed: <c>USD</c>, <c>shares</c>, <c>USD/shares</c>, <c>pure</c>, <c>Year</c>.</param>
    public static Unit? UnitOf(ConceptMeasure measure, string filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        return measure switch
        {
            ConceptMeasure.Money => Unit.TryParse(filed, out var money) && money.IsMoney ? money : null,
            ConceptMeasure.Shares => filed == "shares" ? Unit.Count : null,
            ConceptMeasure.PerShare => filed.EndsWith("/shares", StringComparison.Ordinal) && Unit.TryParse(filed[..^1], out var perShare) ? perShare : null,
            ConceptMeasure.Ratio => filed == "pure" ? Unit.Ratio : null,
            ConceptMeasure.Years => filed is "Year" or "pure" ? Unit.Years : null,
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unmapped measure."),
        };
    }
}
