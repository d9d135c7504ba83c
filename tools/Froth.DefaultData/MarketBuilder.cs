namespace Froth.DefaultData;

/// <summary>The long monthly history of the US stock market.</summary>
internal static class MarketBuilder
{
    // Earnings and dividends become known after the month; the file has no vintages, so one lag stands for all of them.
    const int ReportingDays = 120;

    static readonly (string Column, string Concept, string Unit, bool Reported)[] Columns =
    [
        ("SP500", "price", "index", false),
        ("Dividend", "dividends", "index", true),
        ("Earnings", "earnings", "index", true),
        ("Consumer Price Index", "cpi", "index", false),
        ("Long Interest Rate", "long-rate", "ratio", false),
        ("Real Price", "real-price", "index", false),
        ("Real Earnings", "real-earnings", "index", true),
    ];

    public static string AddSource(SourceRegistry sources) => sources.Add(
        "datasets/s-and-p-500 (underlying data: Robert Shiller)", "S&P 500 monthly data",
        "https://github.com/datasets/s-and-p-500", "2026-06-30", "newest row of the file", "PDDL 1.0");

    public static List<Observation> Build(InputFolder inputs, string source)
    {
        var table = inputs.Csv("samples/macro/shiller_sp500_data.csv", "datasets/s-and-p-500 data.csv (Shiller), monthly to 2026-06");
        return [.. table.Rows.SelectMany(row => Of(row, source))];
    }

    static IEnumerable<Observation> Of(CsvRow row, string source)
    {
        var start = Dates.Parse(row["Date"]);
        var end = start.AddMonths(1).AddDays(-1);
        foreach (var (column, concept, unit, reported) in Columns)
        {
            var value = Numbers.Parse(row[column]);
            if (value == 0) continue; // the file writes 0 for what is missing
            yield return new Observation
            {
                Entity = "sp500", Concept = concept, Start = start, End = end, Value = unit == "ratio" ? value / 100m : value, Unit = unit,
                Grade = Grades.ThirdParty, Published = reported ? end.AddDays(ReportingDays) : end.AddDays(15),
                Source = source, Locator = $"row {row.Line}",
            };
        }
    }
}
