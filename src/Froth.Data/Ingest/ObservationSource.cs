using System.Text;
using Froth.Core.Data;

namespace Froth.Data.Ingest;

/// <summary>
/// Finds the publication behind an observation: named by id, told inside the row, or, where a file tells none, the file itself
/// (number 0).
/// </summary>
internal sealed class ObservationSource
{
    private static readonly string[] InlineColumns = ["publisher", "title", "url", "source_date", "licence", "access"];

    private readonly ParseContext _context;
    private readonly int _id;
    private readonly int[] _inline;
    private readonly ResolvedCells _ids;
    private readonly ResolvedCells _told;
    private byte[] _key = new byte[256];
    private List<RecordRow> _new = [];
    private readonly string _defaultAccess;
    private readonly InputFile _file;
    private int _line;

    public ObservationSource(ParseContext context, InputFile file, List<string> header)
    {
        _defaultAccess = Codes.Of(file.Access);
        _file = file;
        _context = context;
        _id = header.IndexOf("source");
        _inline = [.. InlineColumns.Select(c => header.IndexOf(c))];
        if (_inline.All(i => i < 0)) _inline = [];
        _ids = new ResolvedCells(id => context.Sources.Contains(id)
            ? (context.Words.Add(id), null)
            : (0, $"unknown source '{id}'; add it to a sources file, or tell publisher, title and url in the row"));
        _told = new ResolvedCells(Tell);
    }

    public IReadOnlyList<RecordRow> TakeNew()
    {
        var taken = _new;
        _new = [];
        return taken;
    }

    public bool Resolve(CsvRecords record, out int source, out string column, out string reason)
    {
        (source, column, reason) = (0, "source", "");
        if (_id >= 0 && record.Field(_id) is { IsEmpty: false } id) return _ids.Find(id, out source, out reason);
        if (_inline.Length == 0) return true;
        var key = Key(record);
        if (key.IsEmpty) return true;
        _line = _file.LineOf(record);
        column = "publisher";
        return _told.Find(key, out source, out reason);
    }

    // The cells are joined by a separator that no sound cell holds; an all-empty row of cells means the file itself.
    private ReadOnlySpan<byte> Key(CsvRecords record)
    {
        var length = 1;
        var any = false;
        _key[0] = 0x1f;
        foreach (var field in _inline)
        {
            var cell = field < 0 ? [] : record.Field(field);
            any |= !cell.IsEmpty;
            if (length + cell.Length + 1 > _key.Length) Array.Resize(ref _key, (length + cell.Length + 1) * 2);
            cell.CopyTo(_key.AsSpan(length));
            length += cell.Length;
            _key[length++] = 0x1f;
        }

        return any ? _key.AsSpan(0, length) : [];
    }

    private (int, string?) Tell(string joined)
    {
        var cells = joined.Split('\u001f')[1..^1];
        if (cells.Length != InlineColumns.Length) return (0, "a cell of the source holds a control character");
        var (publisher, title, url, date, licence, access) = (cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        if (publisher.Length == 0 || title.Length == 0) return (0, "a source told in the row needs publisher and title");
        if (date.Length > 0 && !Cells.TryDate(Encoding.UTF8.GetBytes(date), out _)) return (0, $"source_date '{date}' is not a date; write yyyy-MM-dd");
        if (access.Length > 0 && !Codes.TryParse<AccessClass>(access, out _)) return (0, $"unknown access '{access}'; known: {string.Join(", ", Codes.All<AccessClass>())}");
        if (cells.FirstOrDefault(c => Cells.IsFormula(Encoding.UTF8.GetBytes(c))) is { } formula) return (0, ResolvedCells.FormulaReason(Encoding.UTF8.GetBytes(formula)));
        var id = ParseContext.InlineSourceId(publisher, title, url, date);
        if (_context.Sources.Add(id))
            _new.Add(new RecordRow(CsvShape.Sources, _line, [id, publisher, title, url, date, "", licence, access.Length > 0 ? access : _defaultAccess]));
        return (_context.Words.Add(id), null);
    }
}
