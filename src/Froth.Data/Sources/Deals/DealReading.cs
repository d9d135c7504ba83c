using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Deals;

/// <summary>Brings deals into flows.</summary>
internal sealed class DealReading(ParseSink sink, SourceRows sources, DealParties parties, string prefix)
{
    /// <summary>Adds the flow of a row.</summary>
    /// <returns>Null when it was added, else the column at fault and the reason.</returns>
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
        var (id, place) = (row["id"], row.Row.Locator);
        var announced = DealCells.Day(row, "date_announced");
        var precision = row["date_precision"] is { Length: > 0 } told ? DealCells.Kebab(told) : "day";
        var published = DealCells.DayOrNone(row, "published") ?? DealDates.OfDeal(announced, DealCells.DayOrNone(row, "source_date"), precision,
            DealDates.IsFiling(row["source_publisher"], row["source_date_basis"]), row["source_date_basis"]).Published;
        var (low, high) = (DealCells.Amount(row, "amount_low"), DealCells.Amount(row, "amount_high"));
        var (binding, grade) = (BindingOf(row), GradeOf(row));
        var source = DealCells.SourceOf(row, sources);
        var (from, to) = (parties.Of(id, "from", row["from_party"], place), parties.Of(id, "to", row["to_party"], place));
        sink.Row("flows", place,
            ("id", id.Length == 0 ? "" : prefix + id), ("from", from.Ids), ("to", to.Ids), ("from_name", from.Names), ("to_name", to.Names), ("kind", DealCells.Kebab(row["kind"])),
            ("announced", CellReading.Text(announced)), ("date_precision", precision), ("low", DealCells.Text(low)), ("high", DealCells.Text(high)),
            ("currency", row["currency"].ToUpperInvariant()), ("up_to", row["is_up_to"]), ("binding", binding), ("counts_in_total", row["counts_in_total"]),
            ("term_years", row["term_years"]), ("grade", grade), ("published", CellReading.Text(published)), ("source", source),
            ("locator", $"deals {id}"), ("what", row["what"]));
    }

    private static string BindingOf(NamedRow row) => row["is_binding"].ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => Codes.Of(Core.Financing.Binding.Binding),
        "false" or "no" or "0" => Codes.Of(Core.Financing.Binding.LetterOfIntent),
        "" or "unknown" => Codes.Of(Core.Financing.Binding.Unknown),
        var other => throw new CellFault("is_binding", $"'{other}' is none of true, false, unknown"),
    };

    private static string GradeOf(NamedRow row) => DealCells.GradeTold(row) ?? Codes.Of(row["confidence"].ToLowerInvariant() switch
    {
        "high" => row["source_publisher"].Contains("SEC", StringComparison.Ordinal) ? Grade.Filed : Grade.Company,
        "medium" => Grade.Press,
        "" or "low" => Grade.Unconfirmed,
        var other => throw new CellFault("confidence", $"'{other}' is none of high, medium, low"),
    });
}
