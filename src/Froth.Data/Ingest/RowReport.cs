using Froth.Data.Stores;

namespace Froth.Data.Ingest;

/// <summary>Collects the rows refused since the last batch.</summary>
internal sealed class RowReport(InputFile file)
{
    private List<QuarantinedRow> _rows = [];

    /// <summary>Rows held.</summary>
    public int Count => _rows.Count;

    public void Refuse(CsvRecords record, string column, string reason) =>
        _rows.Add(new QuarantinedRow(0, file.Name, file.LineOf(record), column, reason, Cells.Show(record.Raw, 500)) { Locator = file.LocatorOf(record) });

    public IReadOnlyList<QuarantinedRow> Take()
    {
        var taken = _rows;
        _rows = [];
        return taken;
    }
}
