using Froth.Core.Data;

namespace Froth.Core.Firms;

/// <summary>
/// The persistence filter of the literature on zombie firms: operating income below interest expense in three years on end. The age rule
/// of that literature (ten years and more) would leave out every laboratory and is not applied, so this is a flag and no class of firm.
/// Source: Froth methods 1.3, after Adalet McGowan et al. (2018) and Banerjee and Hofmann (2018).
/// </summary>
public static class InterestPersistence
{
    private const int Years = 3;

    /// <summary>
    /// True when operating income stayed below interest in each of the three twelve-month spans up to the quarter's end; false when in one
    /// of them it did not, or no interest fell due; null when what is known does not tell.
    /// </summary>
    public static bool? IsBelowForThreeYears(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        var isKnown = true;
        for (var year = 0; year < Years; year++)
        {
            var then = year == 0 ? quarter : quarter.Before(4 * year);
            var (income, interest) = (then.Year(Concepts.OperatingIncome), then.Year(FirmConcepts.InterestExpense));
            if (income is null || interest is null || interest.Value < 0) isKnown = false;
            else if (interest.Value == 0 || income.Value >= interest.Value) return false;
        }

        return isKnown ? true : null;
    }
}
