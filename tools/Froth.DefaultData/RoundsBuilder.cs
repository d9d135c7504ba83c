using System.Globalization;
using System.Text.RegularExpressions;

namespace Froth.DefaultData;

/// <summary>Funding rounds: the money raised and the value it set are separate observations.</summary>
internal static partial class RoundsBuilder
{
    // What the words of a round say beyond its columns; the id names the row that was read.
    static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["F014"] = "ipo", ["F023"] = "ipo", ["F057"] = "ipo",
        ["F046"] = "first-close", // inside F047, so never to be added to it
        ["F053"] = "strategic", ["F060"] = "merger",
    };

    // "More than": only a floor is known.
    static readonly HashSet<string> AmountIsFloor = new(StringComparer.Ordinal) { "F017", "F019", "F054" };
    static readonly HashSet<string> ValueIsFloor = new(StringComparer.Ordinal) { "F015" };
    static readonly HashSet<string> ValueIsEstimate = new(StringComparer.Ordinal) { "F021" };

    public static List<Observation> Build(InputFolder inputs, SourceRegistry sources, EntityRegistry entities) =>
        [.. inputs.Facts("funding_rounds.csv").Rows.SelectMany(r => Of(r, sources, entities))];

    static IEnumerable<Observation> Of(CsvRow row, SourceRegistry sources, EntityRegistry entities)
    {
        var (id, date) = (row["id"], Dates.Parse(row["date"]));
        var published = Publication.Of(row, date, forecast: false);
        var basic = new Observation
        {
            Entity = entities.Find(row["company"]), Concept = "round-amount", Dimension = $"{id}:{TypeOf(row)}", End = date,
            Unit = row["currency"], Grade = Grades.OfRound(row), Published = published.Date, Source = sources.OfRow(row),
            Locator = $"funding_rounds.csv {id}",
            Note = ObservationFile.JoinNotes(row["what"], Investors(row["lead_investors"]), published.Note,
                Grades.SecondOrigin.TryGetValue(id, out var second) ? "second origin: " + second : ""),
        };
        if (Numbers.ParseOptional(row["amount"]) is { } amount)
            yield return Amount(basic, amount, AmountIsFloor.Contains(id));
        if (Numbers.ParseOptional(row["post_money_valuation"]) is { } value)
            yield return Amount(basic with
            {
                Concept = "post-money-valuation", Grade = ValueIsEstimate.Contains(id) ? Grades.Estimated : basic.Grade,
            }, value, ValueIsFloor.Contains(id));
        if (DebtOf(row["what"]) is { } debt)
            yield return basic with { Concept = "round-debt", Dimension = $"{id}:debt-part", Value = debt };
    }

    static Observation Amount(Observation o, decimal amount, bool floor) =>
        floor ? o with { Low = amount } : o with { Value = amount };

    static string Investors(string text) => text.Length == 0 ? "" : "Investors: " + text;

    static string TypeOf(CsvRow row)
    {
        if (Types.TryGetValue(row["id"], out var type)) return type;
        return row["what"].EndsWith("Secondary", StringComparison.Ordinal) ? "secondary" : "primary";
    }

    static decimal? DebtOf(string what)
    {
        if (PlusDebt().Match(what) is { Success: true } whole) return Numbers.Parse(whole.Groups[1].Value);
        return PlusBillions().Match(what) is { Success: true } billions
            ? decimal.Parse(billions.Groups[1].Value, CultureInfo.InvariantCulture) * 1_000_000_000m : null;
    }

    [GeneratedRegex(@"plus debt of (\d+)")]
    private static partial Regex PlusDebt();

    [GeneratedRegex(@"plus \$([\d.]+)B of debt")]
    private static partial Regex PlusBillions();
}
