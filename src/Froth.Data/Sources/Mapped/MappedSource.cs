using Froth.Core;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Mapped;

/// <summary>
/// Any CSV, XLSX or Parquet file whose columns the user describes in a mapping. Nothing about such a file can be seen in its content,
/// so it is read as one only when its user asks for it by name.
/// </summary>
public sealed class MappedSource : ISource
{
    /// <summary>Argument that bears the content of the mapping; filled in by whoever reads the file named by <c>map</c>.</summary>
    public const string ContentArgument = "map-json";

    /// <inheritdoc />
    public SourceDescription Description { get; } = new()
    {
        Id = "mapped",
        Title = new Bilingual("Any table, with a mapping", "任意表格（附映射）"),
        Summary = new Bilingual(
            "CSV, XLSX or Parquet in any layout; a small JSON file says which column is what. See docs/guide/mapping.md.",
            "任意布局的CSV、XLSX或Parquet；由一个小型JSON文件说明各列含义。参见docs/guide/mapping.md。"),
        Publisher = "user's own file",
        Url = "",
        Licence = "the user's own",
        Access = AccessClass.Licensed,
        Arguments =
        [
            new("map", new("The JSON file with the mapping.", "映射JSON文件。")),
            new(ContentArgument, new("Content of that file; the program fills it in, so that a kept file can be parsed again.", "该文件的内容；由程序填入，以便重新解析已保存的文件。")),
            new("access", new("Who may see the rows; licensed where not given.", "可见范围；默认licensed。"), Allowed: ["public", "licensed", "confidential"]),
        ],
        CanFetch = false,
    };

    /// <inheritdoc />
    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => [];

    /// <summary>The kind of file, for every table; the catalogue therefore never asks this source.</summary>
    public string? Recognise(SourceFile file) => TableFile.FormatOf(file);

    /// <inheritdoc />
    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        var json = arguments.One(ContentArgument) ?? throw new SourceFormatException($"{file.Name} can only be read with a mapping. Give one with --map FILE; docs/guide/mapping.md shows how to write it.");
        var mapping = MappingJson.Read(json);
        var table = Find(file, format, mapping);
        var source = new SourceRows(sink, file, SourceRows.AccessOf(arguments, Description.Access), Description.Licence).OfFile();
        new MappedRows(mapping, table, sink, source).Read();
    }

    private static Table Find(SourceFile file, string format, Mapping mapping)
    {
        IReadOnlyList<string>? first = null;
        var layout = new TableLayout(mapping.SkipRows, mapping.Delimiter, mapping.Sheet);
        return TableFile.Open(file, format, header => HasAll(first = header), layout) ?? throw Lacking();

        bool HasAll(IReadOnlyList<string> header) => mapping.Needed.All(n => header.Contains(n.Column, StringComparer.OrdinalIgnoreCase));

        SourceFormatException Lacking()
        {
            if (first is null) return new SourceFormatException(mapping.Sheet is { } sheet ? $"{file.Name} has no sheet '{sheet}' ($.sheet)." : $"{file.Name} has no table.");
            var (column, path) = mapping.Needed.First(n => !first.Contains(n.Column, StringComparer.OrdinalIgnoreCase));
            return new SourceFormatException($"{file.Name} has no column '{column}', which the mapping names at {path}. Its columns are {string.Join(", ", first.Take(40))}.");
        }
    }
}
