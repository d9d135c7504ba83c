using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Deals;

/// <summary>What deals and rounds have in common: dates, amounts and the publication behind a row. A fault is thrown as <see cref="CellFault"/>.</summary>
internal static class DealCells
{
    /// <summary>The day in a column that must have one.</summary>
    public static DateOnly Day(NamedRow row, string column) =>
        CellReading.Date(row.Cell(column), out var day) is { } reason ? throw new CellFault(column, reason) : day;

    /// <summary>The day in a column, or null where it is empty.</summary>
    public static DateOnly? DayOrNone(NamedRow row, string column) => row.Cell(column).IsEmpty ? null : Day(row, column);

    /// <summary>The number in a column, or null where it is empty.</summary>
    public static decimal? Amount(NamedRow row, string column)
    {
        if (row.Cell(column).IsEmpty) return null;
        return CellReading.Number(row.Cell(column), out var value) is { } reason ? throw new CellFault(column, reason) : value;
    }

    /// <summary>The number as the canonical tables spell it; null stays null.</summary>
    public static string? Text(decimal? value) => value is { } told ? CellReading.Text(told) : null;

    /// <summary>Files of other makers write closed lists with underscores.</summary>
    public static string Kebab(string code) => code.ToLowerInvariant().Replace('_', '-');

    /// <summary>The id of the publication that a row names, or of the file where it names none.</summary>
    public static string SourceOf(NamedRow row, SourceRows sources)
    {
        var publisher = row["source_publisher"];
        if (publisher.Length == 0) return sources.OfFile();
        var title = row["source_title"] is { Length: > 0 } told ? told : publisher;
        var date = DayOrNone(row, "source_date") is { } day ? CellReading.Text(day) : "";
        return sources.Of(row.Row.Locator, publisher, title, row["source_url"], date, row["source_date_basis"]);
    }

    /// <summary>The column <c>grade</c>, or null where it is empty.</summary>
    public static string? GradeTold(NamedRow row)
    {
        if (row["grade"].Length == 0) return null;
        var grade = Kebab(row["grade"]);
        return Codes.TryParse<Grade>(grade, out _) ? grade : throw new CellFault("grade", $"unknown grade '{grade}'; known: {string.Join(", ", Codes.All<Grade>())}");
    }
}

/// <summary>A cell that cannot be used; caught where the row is refused.</summary>
internal sealed class CellFault(string column, string reason) : Exception(reason)
{
    public string Column { get; } = column;
}
