using System.Globalization;
using System.Text.Json;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Tests.Indicators.Valuation;

/// <summary>The reference numbers and the monthly file that the valuation tests are held against.</summary>
internal static class Recorded
{
    /// <summary>One reference case: its inputs and the output that must come out.</summary>
    public static (JsonElement In, JsonElement Out) Vector(string id)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("methods", "vectors.json")));
        var vector = json.RootElement.GetProperty("vectors").EnumerateArray().Single(v => v.GetProperty("id").GetString() == id).Clone();
        return (vector.GetProperty("in"), vector.GetProperty("out"));
    }

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];

    /// <summary>The S&amp;P 500 months; 0 in the file means missing.</summary>
    public static FactSet Market()
    {
        var columns = new (int Column, string Concept, double Scale, Unit Unit)[]
        {
            (1, Concepts.Price, 1, Unit.Index), (3, Concepts.Earnings, 1, Unit.Index), (4, Concepts.ConsumerPriceIndex, 1, Unit.Index),
            (5, Concepts.LongRate, 0.01, Unit.Ratio), (6, Concepts.RealPrice, 1, Unit.Index), (8, Concepts.RealEarnings, 1, Unit.Index),
        };
        return ExampleFacts.Set(File.ReadLines(Repository.Shared("samples", "macro", "shiller_sp500_data.csv")).Skip(1).Select(l => l.Split(','))
            .SelectMany(row => columns.Select(c => Month(row[0], c.Concept, double.Parse(row[c.Column], CultureInfo.InvariantCulture) * c.Scale, c.Unit)))
            .OfType<Fact>());
    }

    /// <summary>The reading of a month given as 1999-12.</summary>
    public static Reading At(this ReadingSeries series, string month) =>
        series.Readings.Single(r => r.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture) == month);

    private static Observation? Month(string start, string concept, double value, Unit unit)
    {
        var last = DateOnly.ParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1);
        return value == 0 ? null : ExampleFacts.Over("sp500", concept, start, last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value, unit);
    }
}
