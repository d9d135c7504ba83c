namespace Froth.Data.Ingest;

/// <summary>What a cell of a column must be.</summary>
internal enum CellKind
{
    Text,
    NumberOrText,
    Date,
    Number,
    Flag,
    Years,
    Unit,
    Currency,
    Grade,
    FlowKind,
    DatePrecision,
    EntityKind,
    Binding,
    Access,
    Entity,
    Entities,
    Source,
}

/// <summary>A column of a shape.</summary>
internal sealed record CsvColumn(string Name, CellKind Kind, bool IsRequired);

/// <summary>One of the canonical kinds of file, known by its header whatever the order of the columns.</summary>
internal sealed class CsvShape
{
    private CsvShape(string name, string columns)
    {
        Name = name;
        Columns = [.. columns.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Column)];
    }

    /// <summary>One number a row: the only shape that comes by the million.</summary>
    public static CsvShape Observations { get; } = new("observations",
        """
        entity!:Entity concept!:Text dimension:Text start:Date end!:Date value:Number low:Number high:Number unit!:Unit grade:Grade
        published!:Date source:Source locator:Text note:Text publisher:Text title:Text url:Text source_date:Date licence:Text access:Access
        """);

    /// <summary>Money relations.</summary>
    public static CsvShape Flows { get; } = new("flows",
        """
        id!:Text from:Entities to:Entities from_name:Text to_name:Text kind!:FlowKind announced!:Date date_precision:DatePrecision low:Number high:Number
        currency!:Currency up_to:Flag binding:Binding counts_in_total:Flag term_years:Years grade:Grade published!:Date source:Source locator:Text what:Text
        """);

    /// <summary>Entities.</summary>
    public static CsvShape Entities { get; } = new("entities",
        """
        id!:Text name!:Text name_zh:Text kind!:EntityKind segment:Text country:Text listed:Text ticker:Text cik:Text lei:Text uscc:Text
        aliases:Text note:Text source:Source
        """);

    /// <summary>Publications.</summary>
    public static CsvShape Sources { get; } = new("sources",
        "id!:Text publisher!:Text title!:Text url:Text date:Date date_basis:Text licence:Text access:Access");

    /// <summary>Dated events.</summary>
    public static CsvShape Events { get; } = new("events",
        "id!:Text date!:Date category!:Text what!:Text value:NumberOrText unit:Text published:Date source:Source");

    /// <summary>Filings: which firm, which form, when public, about which period.</summary>
    public static CsvShape Filings { get; } = new("filings",
        "id!:Text entity!:Entity form!:Text published!:Date period:Date document:Text title:Text source:Source");

    /// <summary>Numbers as filings told them, under the filers' own tags. They come by the million, too.</summary>
    public static CsvShape FiledFacts { get; } = new("filed-facts",
        "entity!:Entity tag!:Text dimension:Text start:Date end!:Date value!:Number unit!:Text accession:Text form:Text filed!:Date source:Source");

    /// <summary>The shapes that come by the hundred and are kept column by column as told.</summary>
    public static IReadOnlyList<CsvShape> Records { get; } = [Sources, Entities, Filings, Flows, Events];

    /// <summary>All shapes, in the order in which files of one run are read: what others refer to comes first.</summary>
    public static List<CsvShape> All { get; } = [Sources, Entities, Filings, Flows, Events, Observations, FiledFacts];

    public string Name { get; }

    public IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>Position of a column in the shape; -1 for none.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column) return i;
        }

        return -1;
    }

    /// <summary>The shape with that header, or null and the reason why there is none.</summary>
    public static CsvShape? Recognise(IReadOnlyList<string> header, out string column, out string reason)
    {
        column = header.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key ?? "";
        reason = $"the header names the column '{column}' twice";
        if (column.Length > 0) return null;
        var closest = All.MinBy(s => s.Missing(header).Length * 3 + s.Unknown(header).Length)!;
        var (missing, unknown) = (closest.Missing(header), closest.Unknown(header));
        if (missing.Length == 0 && unknown.Length == 0) return closest;
        column = unknown.Length > 0 ? unknown[0] : missing[0];
        reason = $"wrong header: read as {closest.Name}, "
            + string.Join("; ", new[] { Names("unknown column", unknown), Names("missing column", missing) }.Where(t => t.Length > 0))
            + $". Columns of {closest.Name}: {string.Join(",", closest.Columns.Select(c => c.Name))}";
        return null;
    }

    private static string Names(string what, string[] names) => names.Length == 0 ? "" : $"{what} {string.Join(", ", names.Take(5).Select(n => $"'{n}'"))}";

    private string[] Missing(IReadOnlyList<string> header) => [.. Columns.Where(c => c.IsRequired && !header.Contains(c.Name)).Select(c => c.Name)];

    private string[] Unknown(IReadOnlyList<string> header) => [.. header.Where(h => IndexOf(h) < 0)];

    private static CsvColumn Column(string text)
    {
        var parts = text.Split(':');
        return new CsvColumn(parts[0].TrimEnd('!'), Enum.Parse<CellKind>(parts[1]), parts[0].EndsWith('!'));
    }
}
