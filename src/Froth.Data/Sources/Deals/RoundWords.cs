using System.Globalization;
using System.Text.RegularExpressions;

namespace Froth.Data.Sources.Deals;

/// <summary>What the words of a round say beyond its columns. A column <c>type</c> comes before them.</summary>
internal sealed partial record RoundWords(string Type, bool AmountIsFloor, bool ValueIsFloor, bool ValueIsEstimate, decimal? Debt)
{
    /// <param name="what">The source's own words about the round.</param>
    /// <param name="investors">Who led it; a listing stands there as "IPO".</param>
    public static RoundWords Of(string what, string investors)
    {
        // A floor of the valuation uses the same words as one of the amount, so it is taken out before the amount is judged.
        var beside = ValueFloor().Replace(what, "");
        return new RoundWords(TypeOf(what, investors), AmountFloor().IsMatch(beside), ValueFloor().IsMatch(what), ValueEstimate().IsMatch(what), DebtOf(what));
    }

    private static string TypeOf(string what, string investors)
    {
        if (Listing().IsMatch(what) || Listing().IsMatch(investors)) return "ipo";
        if (what.StartsWith("First close", StringComparison.OrdinalIgnoreCase)) return "first-close"; // inside the whole round, never to be added to it
        if (Merger().IsMatch(what)) return "merger";
        if (Stake().IsMatch(what)) return "strategic";
        return Secondary().IsMatch(what) ? "secondary" : "primary";
    }

    private static decimal? DebtOf(string what)
    {
        if (PlusDebt().Match(what) is { Success: true } whole) return decimal.Parse(whole.Groups[1].Value, CultureInfo.InvariantCulture);
        return PlusBillions().Match(what) is { Success: true } billions ? decimal.Parse(billions.Groups[1].Value, CultureInfo.InvariantCulture) * 1_000_000_000m : null;
    }

    [GeneratedRegex(@"\bIPO\b")]
    private static partial Regex Listing();

    [GeneratedRegex(@"\bmerger\b", RegexOptions.IgnoreCase)]
    private static partial Regex Merger();

    [GeneratedRegex(@"\bbuys \d+ ?%", RegexOptions.IgnoreCase)]
    private static partial Regex Stake();

    [GeneratedRegex(@"\bsecondary\b|\btender offer\b", RegexOptions.IgnoreCase)]
    private static partial Regex Secondary();

    [GeneratedRegex(@"\b(more than|at least|over) \D?\d", RegexOptions.IgnoreCase)]
    private static partial Regex AmountFloor();

    [GeneratedRegex(@"\bvaluation\b[^;.]*?\b(above|more than|at least|over) \D?\d", RegexOptions.IgnoreCase)]
    private static partial Regex ValueFloor();

    [GeneratedRegex(@"\bvaluation estimated\b", RegexOptions.IgnoreCase)]
    private static partial Regex ValueEstimate();

    [GeneratedRegex(@"\bplus debt of (\d{1,15})\b")]
    private static partial Regex PlusDebt();

    [GeneratedRegex(@"\bplus \$(\d{1,6}(?:\.\d{1,6})?)B of debt\b")]
    private static partial Regex PlusBillions();
}
