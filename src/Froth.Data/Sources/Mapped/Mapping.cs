using Froth.Data.Ingest;

namespace Froth.Data.Sources.Mapped;

/// <summary>How the columns of somebody's table become columns of a canonical one. Read from JSON by <see cref="MappingJson"/>.</summary>
internal sealed record Mapping
{
    /// <summary>The canonical table.</summary>
    public required CsvShape Table { get; init; }

    /// <summary>How each canonical column is filled.</summary>
    public required IReadOnlyList<MappedColumn> Columns { get; init; }

    /// <summary>Rows above the header that are passed over.</summary>
    public int SkipRows { get; init; }

    /// <summary>What stands between the cells of a CSV file.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Name of the sheet of a workbook; null for the first that has the columns.</summary>
    public string? Sheet { get; init; }

    /// <summary>Only rows whose columns have one of these values are read.</summary>
    public IReadOnlyList<(string Column, IReadOnlySet<string> Values)> Where { get; init; } = [];

    /// <summary>Every column of the file that is needed, with the place in the mapping that names it.</summary>
    public IEnumerable<(string Column, string Path)> Needed =>
        Columns.Where(c => c.Column is not null).Select(c => (c.Column!, $"$.columns.{c.Target.Name}.column"))
            .Concat(Where.Select(w => (w.Column, $"$.where.{w.Column}")));
}

/// <summary>How one canonical column is filled: with a constant, or from a column.</summary>
internal sealed record MappedColumn(CsvColumn Target)
{
    /// <summary>Column of the file; null for a constant.</summary>
    public string? Column { get; init; }

    /// <summary>The same text in every row; null for a column.</summary>
    public string? Constant { get; init; }

    /// <summary>Form of dates, as in <c>dd/MM/yyyy</c>; null for year-month-day.</summary>
    public string? Format { get; init; }

    /// <summary>Factor of numbers.</summary>
    public decimal Scale { get; init; } = 1m;

    /// <summary>True when numbers have a decimal comma.</summary>
    public bool HasDecimalComma { get; init; }

    /// <summary>Days added to a date; for a day of publication that is told as a lag.</summary>
    public int AddDays { get; init; }

    /// <summary>Words of the file and what they become; a word that is not listed refuses its row. Null for none.</summary>
    public IReadOnlyDictionary<string, string>? Map { get; init; }

    /// <summary>How an entity is meant: <c>entity-name</c>, <c>entity-ticker</c>, <c>entity-cik</c>, <c>entity-lei</c> or <c>entity-uscc</c>; null for text as it is.</summary>
    public string? As { get; init; }

    public bool IsDate => Target.Kind == CellKind.Date;

    public bool IsNumber => Target.Kind is CellKind.Number or CellKind.NumberOrText or CellKind.Years;
}
