using Froth.Core.Filings;

namespace Froth.DefaultData;

/// <summary>Figures that a careless choice of tags gets wrong. The build stops if one of them is not met.</summary>
internal static class TrapChecks
{
    public static List<string> Run(IReadOnlyList<RecordedFilings> firms)
    {
        var results = new List<string>();
        var known = firms.ToDictionary(f => f.Entity, f => Figures(f, new DateOnly(2026, 7, 9)), StringComparer.Ordinal);
        void Check(string name, string entity, string concept, Basis basis, DateOnly end, decimal expected, int digits)
        {
            var value = known[entity].Facts.Single(f => f.Concept == concept && f.Basis == basis && f.Period.End == end).Value!.Value;
            var billions = Math.Round(value / 1_000_000_000m, digits, MidpointRounding.AwayFromZero);
            if (billions != expected) throw new InvalidDataException($"{name}: {billions} bn instead of {expected} bn.");
            results.Add($"{name}: {Numbers.Format(billions)} bn USD");
        }

        var nvidia = new DateOnly(2026, 4, 26);
        var alphabet = new DateOnly(2026, 3, 31);
        Check("NVIDIA revenue, twelve months to 2026-04-26", "nvidia", "revenue", Basis.Ttm, nvidia, 253.5m, 1);
        Check("NVIDIA capital expenditure, twelve months to 2026-04-26", "nvidia", "capital-expenditure", Basis.Ttm, nvidia, 6.57m, 2);
        Check("NVIDIA current debt at 2026-04-26", "nvidia", "debt-current", Basis.Instant, nvidia, 1.0m, 1);
        Check("Alphabet revenue, twelve months to 2026-03-31", "alphabet", "revenue", Basis.Ttm, alphabet, 422.5m, 1);
        Check("Alphabet non-current debt at 2026-03-31", "alphabet", "debt-noncurrent", Basis.Instant, alphabet, 77.5m, 1);
        Check("Alphabet cash at 2026-03-31", "alphabet", "cash", Basis.Instant, alphabet, 38.1m, 1);
        Check("Alphabet cash and securities at 2026-03-31", "alphabet", "cash-and-securities", Basis.Instant, alphabet, 126.8m, 1);
        CheckSplit(firms.Single(f => f.Entity == "nvidia"), results);
        return results;
    }

    // The split of 2024: what was known before it must stay as it was known.
    static void CheckSplit(RecordedFilings nvidia, List<string> results)
    {
        decimal? On(int year) => Figures(nvidia, new DateOnly(year, 3, 1)).Facts.Single(f => f.Concept == "eps-diluted" && f.Basis == Basis.Annual && f.Period.End == new DateOnly(2024, 1, 28)).Value;
        if ((On(2024), On(2025)) != (11.93m, 1.19m)) throw new InvalidDataException($"NVIDIA earnings per share of fiscal 2024: {On(2024)}, {On(2025)}");
        results.Add("NVIDIA diluted earnings per share of fiscal 2024: 11.93 as first filed, 1.19 after the split");
    }

    static FirmFacts Figures(RecordedFilings firm, DateOnly asOf) =>
        FirmFacts.Of(firm.Entity, asOf, ConceptResolver.Shipped.Resolve(firm.Facts.Where(f => f.Filed <= asOf)), ConceptMap.Shipped);
}
