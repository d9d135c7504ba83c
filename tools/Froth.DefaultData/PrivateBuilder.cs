namespace Froth.DefaultData;

/// <summary>Accounts of firms that file none, and figures of listed firms that no standard tag carries.</summary>
internal static class PrivateBuilder
{
    // One name for one thing: the facts call these by more than one.
    static readonly Dictionary<string, string> Concepts = new(StringComparer.Ordinal)
    {
        ["capex"] = "capital-expenditure-incl-leases", // the one such row counts finance leases
        ["gross_margin_percent"] = "gross-margin",
        ["total_debt"] = "debt-total",
        ["capex_guidance_low"] = "capex-guidance",
        ["capex_guidance_high"] = "capex-guidance",
    };

    static readonly HashSet<string> Balances = new(StringComparer.Ordinal)
    {
        "ai_revenue_run_rate", "aws_ai_run_rate", "aws_backlog", "cash", "cloud_backlog", "commercial_rpo",
        "customer_prepayments", "nonmarketable_equity", "product_revenue", "purchase_commitments",
        "revenue_annualised_from_quarter", "revenue_other", "revenue_run_rate", "rpo", "total_debt",
    };

    public static List<Observation> Build(InputFolder inputs, SourceRegistry sources, EntityRegistry entities)
    {
        var rows = inputs.Facts("financials_private.csv").Rows.Select(r => Of(r, sources, entities)).ToList();
        return ObservationFile.Separate(JoinRanges(rows), o => o.Locator.Split(' ')[1]);
    }

    static Observation Of(CsvRow row, SourceRegistry sources, EntityRegistry entities)
    {
        var (metric, end) = (row["metric"], Dates.Parse(row["period_end"]));
        var (value, unit) = Numbers.Scale(row["value"], row["unit"]);
        var guidance = row["basis"].StartsWith("guidance", StringComparison.Ordinal);
        var published = Publication.Of(row, end, guidance);
        var start = StartOf(row, end);
        var early = start is not null && !guidance && Dates.Plausible(row["source_date"]) < end;
        var grade = Grades.Of(row, row["basis"]);
        var observation = new Observation
        {
            Entity = entities.Find(row["company"]), Concept = Concepts.GetValueOrDefault(metric, SectorConcepts.Kebab(metric)),
            Start = start, End = end, Value = value, Unit = unit,
            Grade = guidance || (early && grade != Grades.Unconfirmed) ? Grades.Estimated : grade,
            Published = published.Date, Source = sources.OfRow(row), Locator = $"financials_private.csv {row["id"]}",
            Note = ObservationFile.JoinNotes(row["basis"], row["what"], early ? "reported before the period ended" : "", published.Note),
        };
        return AsRange(observation, metric, row["what"]);
    }

    // A guidance told as two ends, or as a middle with its tolerance, is one range.
    static Observation AsRange(Observation o, string metric, string what) => metric switch
    {
        "capex_guidance_low" => o with { Low = o.Value, Value = null },
        "capex_guidance_high" => o with { High = o.Value, Value = null },
        "revenue_guidance" when what.EndsWith("plus or minus 2%", StringComparison.Ordinal) =>
            o with { Low = o.Value * 0.98m, High = o.Value * 1.02m, Value = null },
        _ => o,
    };

    static List<Observation> JoinRanges(List<Observation> rows)
    {
        var joined = new List<Observation>();
        foreach (var group in rows.GroupBy(o => o.Concept == "capex-guidance" && o.Value is null ? o.Key : o.Locator))
        {
            var parts = group.OrderBy(o => o.Locator, StringComparer.Ordinal).ToList();
            if (parts.Count == 1) { joined.Add(parts[0]); continue; }
            var (low, high) = (parts.Single(o => o.Low is not null), parts.Single(o => o.High is not null));
            joined.Add(low with { High = high.High, Locator = $"{low.Locator} and {high.Locator.Split(' ')[1]}" });
        }
        return joined;
    }

    static DateOnly? StartOf(CsvRow row, DateOnly end)
    {
        var (metric, period, basis) = (row["metric"], row["period"], row["basis"]);
        if (Balances.Contains(metric) || basis.Contains("(Annualized)", StringComparison.Ordinal)) return null;
        if (metric == "cash_burn_monthly") return Dates.StartOfMonths(end, 1);
        if (period.StartsWith("TTM", StringComparison.Ordinal)) return Dates.StartOfMonths(end, 12);
        if (period.StartsWith('Q')) return Dates.StartOfMonths(end, 3);
        var year = period.StartsWith("FY", StringComparison.Ordinal) || period.StartsWith("CY", StringComparison.Ordinal)
            || period.Length == 4 || basis.StartsWith("Yearly revenue", StringComparison.Ordinal);
        return year ? Dates.StartOfMonths(end, 12) : throw new InvalidDataException($"{row["id"]}: what is the period '{period}'?");
    }
}
