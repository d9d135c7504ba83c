namespace Froth.DefaultData;

/// <summary>Exchange rates that a recorded fact implies by giving one sum in two currencies. Nothing comes from memory.</summary>
internal static class FxBuilder
{
    sealed record Implied(string File, string Row, string Currency, decimal LocalLow, decimal LocalHigh, decimal UsdLow, decimal UsdHigh, string Note);

    // In billions. Where one rounded figure stands for a sum, it is taken with half a unit of its last digit to either side.
    static readonly Implied[] Facts =
    [
        new("funding_rounds.csv", "F028", "eur", 1.7m, 1.7m, 1.99m, 2.0m, "Mistral's Series C: 1.7 bn EUR, told as 1.99 to 2.0 bn USD"),
        new("funding_rounds.csv", "F017", "cny", 51m, 51m, 7.4m, 7.5m, "DeepSeek's round: more than 51 bn CNY, told as 7.4 to 7.5 bn USD"),
        new("funding_rounds.csv", "F023", "hkd", 4.185m, 4.195m, 0.5375m, 0.5385m, "MiniMax's listing: 4.19 bn HKD and 538 m USD, each rounded"),
        new("deals.csv", "D0133", "jpy", 576.5m, 576.5m, 3.55m, 3.65m, "Alphabet's yen bond: 576.5 bn JPY, told as about 3.6 bn USD"),
    ];

    public static List<Observation> Build(InputFolder inputs, SourceRegistry sources) => [.. Facts.Select(f => Of(f, inputs, sources))];

    static Observation Of(Implied fact, InputFolder inputs, SourceRegistry sources)
    {
        var row = inputs.Facts(fact.File).Rows.Single(r => r["id"] == fact.Row);
        var date = Dates.Parse(row[fact.File == "deals.csv" ? "date_announced" : "date"]);
        return new Observation
        {
            Entity = "fx", Concept = fact.Currency + "-usd", End = date,
            Low = Math.Round(fact.UsdLow / fact.LocalHigh, 6, MidpointRounding.ToNegativeInfinity),
            High = Math.Round(fact.UsdHigh / fact.LocalLow, 6, MidpointRounding.ToPositiveInfinity),
            Unit = "USD", Grade = Grades.Press, Published = Publication.Of(row, date, forecast: false).Date,
            Source = sources.OfRow(row), Locator = $"{fact.File} {fact.Row}", Note = "implied, USD per one unit; " + fact.Note,
        };
    }
}
