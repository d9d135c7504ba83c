namespace Froth.DefaultData;

/// <summary>Figures that a careless choice of tags gets wrong. The build stops if one of them is not met.</summary>
internal static class TrapChecks
{
    public static List<string> Run(IReadOnlyList<Observation> filings)
    {
        var results = new List<string>();
        void Check(string name, decimal value, decimal expected, int digits)
        {
            var billions = Math.Round(value / 1_000_000_000m, digits, MidpointRounding.AwayFromZero);
            if (billions != expected) throw new InvalidDataException($"{name}: {billions} bn instead of {expected} bn.");
            results.Add($"{name}: {Numbers.Format(billions)} bn USD");
        }

        var nvidia = new DateOnly(2026, 4, 26);
        var alphabet = new DateOnly(2026, 3, 31);
        Check("NVIDIA revenue, twelve months to 2026-04-26", TrailingYear(filings, "nvidia", "revenue", nvidia), 253.5m, 1);
        Check("NVIDIA capital expenditure, twelve months to 2026-04-26", TrailingYear(filings, "nvidia", "capital-expenditure", nvidia), 6.57m, 2);
        Check("NVIDIA current debt at 2026-04-26", Latest(filings, "nvidia", "debt-current", null, nvidia), 1.0m, 1);
        Check("Alphabet revenue, twelve months to 2026-03-31", TrailingYear(filings, "alphabet", "revenue", alphabet), 422.5m, 1);
        Check("Alphabet non-current debt at 2026-03-31", Latest(filings, "alphabet", "debt-noncurrent", null, alphabet), 77.5m, 1);
        Check("Alphabet cash at 2026-03-31", Latest(filings, "alphabet", "cash", null, alphabet), 38.1m, 1);
        Check("Alphabet cash and securities at 2026-03-31", Latest(filings, "alphabet", "cash-and-securities", null, alphabet), 126.8m, 1);
        CheckSplit(filings, results);
        return results;
    }

    // The split of 2024: what was known before it must stay as it was known.
    static void CheckSplit(IReadOnlyList<Observation> filings, List<string> results)
    {
        var values = filings.Where(o => o is { Entity: "nvidia", Concept: "eps-diluted" } && o.Start == new DateOnly(2023, 1, 30)
            && o.End == new DateOnly(2024, 1, 28)).OrderBy(o => o.Published).Select(o => Numbers.Format(o.Value)).ToList();
        if (!values.SequenceEqual(["11.93", "1.19"])) throw new InvalidDataException("NVIDIA earnings per share of fiscal 2024: " + string.Join(", ", values));
        results.Add("NVIDIA diluted earnings per share of fiscal 2024: 11.93 as first filed, 1.19 after the split");
    }

    /// <summary>Year as filed, plus the year to date, less the same part of the year before.</summary>
    static decimal TrailingYear(IReadOnlyList<Observation> filings, string entity, string concept, DateOnly end)
    {
        var ytd = filings.Where(o => o.Entity == entity && o.Concept == concept && o.End == end && o.Start is not null).MinBy(o => o.Start)!;
        var year = filings.First(o => o.Entity == entity && o.Concept == concept && o.End == ytd.Start!.Value.AddDays(-1)
            && Days(o) is >= 330 and <= 420);
        var before = filings.Where(o => o.Entity == entity && o.Concept == concept && o.Start == year.Start)
            .MinBy(o => Math.Abs(Days(o) - Days(ytd)))!;
        return Latest(filings, entity, concept, year.Start, year.End) + Latest(filings, entity, concept, ytd.Start, end)
            - Latest(filings, entity, concept, before.Start, before.End);
    }

    static int Days(Observation o) => o.Start is { } start ? o.End.DayNumber - start.DayNumber + 1 : 0;

    static decimal Latest(IReadOnlyList<Observation> filings, string entity, string concept, DateOnly? start, DateOnly end) =>
        filings.Where(o => o.Entity == entity && o.Concept == concept && o.Start == start && o.End == end)
            .MaxBy(o => o.Published)!.Value!.Value;
}
