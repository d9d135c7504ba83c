using Froth.Core;
using Froth.Core.Bubbles;

namespace Froth.Data.Bubbles;

/// <summary>A series read from a file, with the way back to its lines.</summary>
/// <param name="Series">The prices.</param>
/// <param name="File">Name of the file without its folder.</param>
/// <param name="Column">Name of the column of prices.</param>
/// <param name="DateColumn">Name of the column of dates; null where observations are counted.</param>
/// <param name="Lines">Line of each level in the file, from 1.</param>
/// <param name="HasGaps">Missing stretches or mixed frequencies were found, and accepted.</param>
public sealed record PriceTable(PriceSeries Series, string File, string Column, string? DateColumn, IReadOnlyList<int> Lines, bool HasGaps)
{
    /// <summary>A refusal that names a level by its line.</summary>
    /// <param name="index">The level, from 0.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    public BadPricesException Refuse(int index, Bilingual problem) => PricePlace.Refuse(File, Lines[index], Column, problem);

    /// <summary>A refusal of the whole column.</summary>
    /// <param name="problem">What is wrong and what to do.</param>
    public BadPricesException Refuse(Bilingual problem) => PricePlace.Refuse(File, Lines[0], Lines[^1], Column, problem);
}
