using System.Text;
using System.Text.Unicode;
using Froth.Data.Stores;

namespace Froth.Data.Ingest;

/// <summary>Reads the first record of a file and tells by it what the file is.</summary>
internal static class CsvHeader
{
    /// <summary>Sets <see cref="InputFile.Shape"/>.</summary>
    /// <returns>Null when the file can be parsed, else why it cannot.</returns>
    public static QuarantinedRow? Recognise(InputFile file, int maximumRowBytes)
    {
        using var stream = File.OpenRead(file.BytesPath);
        var records = new CsvRecords(stream, maximumRowBytes);
        if (Read(records, file.Name, out var header) is { } problem) return problem;
        file.Shape = CsvShape.Recognise(header, out var column, out var reason);
        return file.Shape is null ? new QuarantinedRow(0, file.Name, 1, column, reason, string.Join(',', header)) : null;
    }

    /// <summary>Moves to the header and reads its names.</summary>
    public static QuarantinedRow? Read(CsvRecords records, string file, out List<string> header)
    {
        header = [];
        if (!records.Next()) return new QuarantinedRow(0, file, 1, "", "the file is empty: a header is needed", "");
        if (records.Problem is { } problem) return new QuarantinedRow(0, file, records.Line, "", $"the header cannot be read: {problem}", Cells.Show(records.Raw, 500));
        if (!Utf8.IsValid(records.Raw)) return new QuarantinedRow(0, file, records.Line, "", "the header is not valid UTF-8; save the file as UTF-8", Cells.Show(records.Raw, 500));
        for (var i = 0; i < records.FieldCount; i++) header.Add(Encoding.UTF8.GetString(records.Field(i)).Trim());
        return null;
    }
}
