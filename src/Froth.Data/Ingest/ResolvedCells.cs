namespace Froth.Data.Ingest;

/// <summary>Cells of a column that repeat: each distinct text is judged once, and known by its bytes from then on.</summary>
internal sealed class ResolvedCells(Func<string, (int Number, string? Reason)> resolve)
{
    private readonly WordTable _texts = new();
    private readonly List<(int Number, string? Reason)> _resolved = [];
    private int _last = -1;

    public bool Find(ReadOnlySpan<byte> cell, out int number, out string reason)
    {
        // Files come sorted by something, so most cells repeat the one above them.
        var index = _last >= 0 && _texts[_last].SequenceEqual(cell) ? _last : _texts.Add(cell);
        _last = index;
        if (index == _resolved.Count) _resolved.Add(Cells.IsFormula(cell) ? (0, FormulaReason(cell)) : resolve(_texts.Text(index)));
        (number, var why) = _resolved[index];
        reason = why ?? "";
        return why is null;
    }

    public static string FormulaReason(ReadOnlySpan<byte> cell) =>
        $"'{Cells.Show(cell)}' would run as a formula in a spreadsheet; text must not begin with = + - @ or a tab";
}
