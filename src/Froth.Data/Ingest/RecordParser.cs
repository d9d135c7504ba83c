using System.Globalization;
using System.Text;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;

namespace Froth.Data.Ingest;

/// <summary>Checks rows of the small shapes and brings each cell into the one canonical spelling of its kind.</summary>
internal sealed class RecordParser(ParseContext context, InputFile file, List<string> header, RowReport report)
{
    private readonly CsvShape _shape = file.Shape!;
    private readonly int[] _fields = [.. file.Shape!.Columns.Select(c => header.IndexOf(c.Name))];

    /// <summary>The row, or null when it was refused or repeats an earlier one.</summary>
    public RecordRow? Parse(CsvRecords record)
    {
        var cells = new string[_shape.Columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var column = _shape.Columns[i];
            var cell = _fields[i] < 0 ? [] : record.Field(_fields[i]);
            var reason = cell.IsEmpty && column.IsRequired ? "the cell is empty" : Canonical(column.Kind, cell, out cells[i]);
            if (reason is null) continue;
            report.Refuse(record, column.Name, reason);
            return null;
        }

        var row = new RecordRow(_shape, file.LineOf(record), cells);
        if (Together(row) is { } wrong)
        {
            report.Refuse(record, wrong.Column, wrong.Reason);
            return null;
        }

        return IsNew(row, record) ? Register(row) : null;
    }

    private RecordRow Register(RecordRow row)
    {
        if (_shape == CsvShape.Entities) context.Know(ParseContext.EntityOf(row));
        if (_shape == CsvShape.Sources) context.Sources.Add(row["id"]);
        if (_shape == CsvShape.Filings) context.Filings.Know(row["id"], row["entity"], row["form"], row["published"], row["period"]);
        return row;
    }

    private bool IsNew(RecordRow row, CsvRecords record)
    {
        var key = $"{_shape.Name}|{row.RevisionKey}";
        if (context.SeenRecords.TryAdd(key, (row.Content, file, row.Line))) return true;
        var first = context.SeenRecords[key];
        if (first.Content == row.Content)
        {
            context.Duplicates++;
            return false;
        }

        report.Refuse(record, "id", $"contradicts {file.PlaceOf(first.File, first.Line)}, which tells '{row["id"]}' differently; that row was kept");
        return false;
    }

    // Rules over several cells, and the two defaults that depend on another cell.
    private (string Column, string Reason)? Together(RecordRow row)
    {
        if (_shape == CsvShape.Events && row["published"].Length == 0) Set(row, "published", row["date"]);
        if (_shape == CsvShape.Sources && row["access"].Length == 0) Set(row, "access", Codes.Of(file.Access));
        var published = _shape.IndexOf("published") >= 0 ? row["published"] : "";
        if (published.Length > 0 && context.Future(DateOnly.Parse(published, CultureInfo.InvariantCulture)) is { } future) return ("published", future);
        if (_shape != CsvShape.Flows) return null;
        if (row["low"].Length > 0 && row["high"].Length > 0 && Number(row["low"]) > Number(row["high"])) return ("low", $"low {row["low"]} is above high {row["high"]}");
        return row["from"].Length + row["from_name"].Length == 0 ? ("from", "the paying side is neither named nor identified")
            : row["to"].Length + row["to_name"].Length == 0 ? ("to", "the receiving side is neither named nor identified")
            : null;
    }

    private static void Set(RecordRow row, string column, string value) => row.Cells[row.Shape.IndexOf(column)] = value;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private string? Canonical(CellKind kind, ReadOnlySpan<byte> cell, out string text)
    {
        if (kind == CellKind.Number || (kind == CellKind.NumberOrText && DecimalText.Read(cell, out _) is null)) return Numeric(cell, out text);
        text = Encoding.UTF8.GetString(cell);
        if (Cells.IsFormula(cell)) return ResolvedCells.FormulaReason(cell);
        if (text.Contains('\u001f', StringComparison.Ordinal)) return "the cell holds a control character";
        return kind switch
        {
            CellKind.Date => cell.IsEmpty || Cells.TryDate(cell, out _) ? null : $"'{text}' is not a date; write yyyy-MM-dd",
            CellKind.Flag => Flag(ref text),
            CellKind.Years => text.Length == 0 || double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? null : $"'{text}' is not a number of years",
            CellKind.Currency => Unit.TryParse(text, out var unit) && unit.IsMoney ? null : $"unknown currency '{text}'",
            CellKind.Grade => Code<Grade>(ref text, "unconfirmed"),
            CellKind.FlowKind => Code<FlowKind>(ref text, ""),
            CellKind.DatePrecision => Code<DatePrecision>(ref text, "day"),
            CellKind.EntityKind => Code<EntityKind>(ref text, ""),
            CellKind.Binding => Code<Binding>(ref text, "unknown"),
            CellKind.Access => text.Length == 0 ? null : Code<AccessClass>(ref text, ""),
            CellKind.Source => text.Length == 0 || context.Sources.Contains(text) ? null : $"unknown source '{text}'; add it to a sources file",
            CellKind.Entities => Entities(ref text),
            CellKind.Entity => text.Length == 0 ? null : Entities(ref text),
            _ => null,
        };
    }

    private static string? Numeric(ReadOnlySpan<byte> cell, out string text)
    {
        text = "";
        if (cell.IsEmpty) return null;
        var reason = DecimalText.Read(cell, out var scaled);
        if (reason is null) text = DecimalText.ToDecimal(scaled).ToString(CultureInfo.InvariantCulture);
        return reason;
    }

    private static string? Flag(ref string text)
    {
        var told = text;
        (text, var known) = told.ToLowerInvariant() switch
        {
            "" => ("", true),
            "true" or "yes" or "1" => ("true", true),
            "false" or "no" or "0" => ("false", true),
            _ => (told, false),
        };
        return known ? null : $"'{told}' is neither true nor false";
    }

    // Files of other makers write the same lists with underscores.
    private static string? Code<T>(ref string text, string whenEmpty) where T : struct, Enum
    {
        if (text.Length == 0) text = whenEmpty;
        var code = text.Replace('_', '-');
        if (!Codes.TryParse<T>(code, out _)) return $"unknown value '{text}'; known: {string.Join(", ", Codes.All<T>())}";
        text = code;
        return null;
    }

    private string? Entities(ref string text)
    {
        var ids = text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < ids.Length; i++)
        {
            if (context.Book.Resolve(ids[i]) is not { } found) return $"unknown entity '{ids[i]}'; add it to an entities file or use an id, name or alias that is known";
            ids[i] = found.Id;
        }

        text = string.Join('|', ids);
        return null;
    }
}
