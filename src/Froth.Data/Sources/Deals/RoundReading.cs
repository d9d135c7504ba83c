using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Deals;

/// <summary>
/// Brings funding rounds into observations: the money raised and the value it set are separate ones. A round that is announced and
/// not closed has concepts of its own, so that nobody adds promised money to paid money.
/// </summary>
internal sealed class RoundReading(ParseSink sink, SourceRows sources, string prefix)
{
    private const string DebtInRound = "round-debt";
    private const string NotClosed = "-announced";

    /// <summary>Adds the observations of a row.</summary>
    /// <returns>Null when they were added, else the column at fault and the reason.</returns>
    public (string Column, string Reason)? Read(NamedRow row)
    {
        try
        {
            Add(row);
            return null;
        }
        catch (CellFault fault)
        {
            return (fault.Column, fault.Message);
        }
    }

    private void Add(NamedRow row)
    {
        var words = RoundWords.Of(row["what"], row["lead_investors"]);
        var (amount, value) = (DealCells.Amount(row, "amount"), DealCells.Amount(row, "post_money_valuation"));
        if (amount is null && value is null && words.Debt is null) throw new CellFault("amount", "the round tells neither an amount nor a valuation");
        var entity = sink.EntityNamed(row["company"], row.Row.Locator)
            ?? throw new CellFault("company", $"'{row["company"]}' is not a known entity; add it to an entities file, or use a name that is known");
        var day = DealCells.Day(row, "date");
        var dates = DealDates.OfRound(day, DealCells.DayOrNone(row, "source_date"), DealDates.IsFiling(row["source_publisher"], row["source_date_basis"]));
        if (DealCells.DayOrNone(row, "published") is { } told) dates = new DealDates(told, "");
        var status = row["status"].ToLowerInvariant();
        var isClosed = status is "" or "closed" or "completed";
        var round = new Round(row, entity, day, dates, GradeOf(row), DealCells.SourceOf(row, sources), isClosed ? "" : NotClosed,
            string.Join("; ", new[] { row["what"], row["lead_investors"] is { Length: > 0 } who ? "Investors: " + who : "", isClosed ? "" : $"status: {status}", dates.Note }.Where(t => t.Length > 0)));
        var type = row["type"] is { Length: > 0 } given ? DealCells.Kebab(given) : words.Type;
        if (amount is { } raised) Tell(round, Concepts.RoundAmount, type, raised, words.AmountIsFloor ? Bound.Floor : IsUpTo(row) ? Bound.Ceiling : Bound.Point, round.Grade);
        if (value is { } worth) Tell(round, Concepts.PostMoneyValuation, type, worth, words.ValueIsFloor ? Bound.Floor : Bound.Point, words.ValueIsEstimate ? "estimated" : round.Grade);
        if (words.Debt is { } debt) Tell(round, DebtInRound, "debt-part", debt, Bound.Point, round.Grade);
    }

    private sealed record Round(NamedRow Row, string Entity, DateOnly Day, DealDates Dates, string Grade, string Source, string Suffix, string Note);

    private enum Bound
    {
        Point,
        Floor,
        Ceiling,
    }

    private void Tell(Round round, string concept, string type, decimal value, Bound bound, string grade) =>
        sink.Row("observations", round.Row.Row.Locator,
            ("entity", round.Entity), ("concept", concept + round.Suffix), ("dimension", $"{prefix}{round.Row["id"]}:{type}"), ("end", CellReading.Text(round.Day)),
            (bound switch { Bound.Floor => "low", Bound.Ceiling => "high", _ => "value" }, CellReading.Text(value)),
            ("unit", round.Row["currency"].ToUpperInvariant()), ("grade", grade), ("published", CellReading.Text(round.Dates.Published)), ("source", round.Source),
            ("locator", $"rounds {round.Row["id"]}"), ("note", round.Note));

    private static bool IsUpTo(NamedRow row) => row["is_up_to"].ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => true,
        "" or "false" or "no" or "0" => false,
        var other => throw new CellFault("is_up_to", $"'{other}' is neither true nor false"),
    };

    // Who published a row says how sure it is only where the publisher is a register or says itself what it read.
    private static string GradeOf(NamedRow row)
    {
        if (DealCells.GradeTold(row) is { } told) return told;
        if (row["what"].Contains("confidence: Uncertain", StringComparison.Ordinal)) return Codes.Of(Grade.Unconfirmed);
        return Codes.Of(row["confidence"].ToLowerInvariant() switch
        {
            "high" => row["source_publisher"].Contains("SEC", StringComparison.Ordinal) ? Grade.Filed : Grade.Company,
            "medium" => Grade.Press,
            "low" => Grade.Unconfirmed,
            "" => row["source_publisher"].Contains("(SEC)", StringComparison.Ordinal) ? Grade.Filed : Grade.Unconfirmed,
            var other => throw new CellFault("confidence", $"'{other}' is none of high, medium, low"),
        });
    }
}
