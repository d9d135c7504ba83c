using Froth.Core;

namespace Froth.Data.Bubbles;

/// <summary>A file of prices that cannot be tested; the message names file, line and column and says what to do.</summary>
public sealed class BadPricesException(Bilingual problem) : Exception(problem.English)
{
    /// <summary>The message in both languages.</summary>
    public Bilingual Problem { get; } = problem;
}
