namespace Froth.DefaultData;

/// <summary>NVIDIA's data-centre revenue by quarter, which no undimensioned tag carries.</summary>
internal static class DatacenterBuilder
{
    public static List<Observation> Build(InputFolder inputs, SourceRegistry sources, RecordedFilings nvidia)
    {
        var table = inputs.Csv("samples/epoch/ai-chip-counts/Nvidia_quarterly_revenue.csv", "Epoch AI, epoch-research/ai-chip-counts, Nvidia_quarterly_revenue.csv");
        var source = sources.Add("Epoch AI", "AI chip counts: Nvidia_quarterly_revenue.csv", "https://github.com/epoch-research/ai-chip-counts",
            "2025-10-26", "newest row of the file", "CC BY 4.0 (Epoch AI)");
        return [.. table.Rows.Select(row => Of(row, source, nvidia))];
    }

    static Observation Of(CsvRow row, string source, RecordedFilings nvidia)
    {
        var end = Dates.Parse(row["End Date"]);
        return new Observation
        {
            Entity = "nvidia", Concept = "datacenter-revenue", Start = Dates.Parse(row["Start Date"]), End = end,
            Value = Numbers.Parse(row["dc_revenue"]) * 1_000_000_000m, Unit = "USD", Grade = Grades.ThirdParty,
            Published = ReportOf(nvidia, end), Source = source, Locator = $"Nvidia_quarterly_revenue.csv {row["Quarter"]}",
        };
    }

    // The report that first covers the quarter; the firm's own commentary came out no later.
    static DateOnly ReportOf(RecordedFilings nvidia, DateOnly end) =>
        nvidia.Facts.Where(f => (f.Tag is "us-gaap:Revenues" or "us-gaap:NetIncomeLoss") && f.Period.End == end).Min(f => f.Filed);
}
