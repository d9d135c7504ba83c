namespace Froth.DefaultData;

/// <summary>Nothing is written unless every row stands on its own feet.</summary>
internal static class Validator
{
    static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "USD", "CNY", "EUR", "GBP", "JPY", "HKD", "ratio", "count", "index", "usd-per-million-tokens", "usd-per-gpu-hour",
        "months", "years", "factor-per-year", "eflops", "TWD",
    };

    public static void Check(IReadOnlyList<Observation> all, EntityRegistry entities, SourceRegistry sources)
    {
        foreach (var o in all)
            if (Fault(o, entities, sources) is { } fault) throw new InvalidDataException($"{o.Locator} ({o.Key}): {fault}");
        // Across files too: a reader that loads them all must not find two truths for one day.
        var disputed = all.GroupBy(o => o.Key).Where(g => g.Select(o => o.Amount).Distinct().Count() > 1).Select(g => g.Key).ToList();
        if (disputed.Count > 0) throw new InvalidDataException("Two values under one key: " + string.Join(" ; ", disputed));
    }

    static string? Fault(Observation o, EntityRegistry entities, SourceRegistry sources)
    {
        if (!entities.Contains(o.Entity)) return "unknown entity";
        if (!sources.Contains(o.Source)) return "unknown source";
        if (!Units.Contains(o.Unit)) return "unknown unit " + o.Unit;
        if (o.Value is null == (o.Low is null && o.High is null)) return "neither a point nor a range";
        if (o.Low > o.High) return "the low lies above the high";
        if (o.Start > o.End) return "starts after its end";
        if (o.Published < o.End && o.Grade != Grades.Estimated) return "known before its end";
        return null;
    }
}
