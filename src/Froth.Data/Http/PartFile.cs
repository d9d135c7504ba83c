using System.Text.Json;

namespace Froth.Data.Http;

/// <summary>
/// A download that can be continued: the bytes so far, and beside them a note of the file they belong to. The bytes go first when a
/// download begins anew and the note goes first when it ends, so a note never stands beside bytes of another file, whenever the
/// process dies.
/// </summary>
internal sealed class PartFile(string path)
{
    public string Path => path;

    public long Length => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private string NotePath => path + ".json";

    /// <summary>The note, or null when there is nothing that can be continued.</summary>
    public PartNote? Note()
    {
        try
        {
            if (!File.Exists(path)) return null;
            var note = JsonSerializer.Deserialize(File.ReadAllBytes(NotePath), HttpJson.Default.PartNote);
            return note is { ETag: not null } or { LastModified: not null } ? note : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether all bytes that a note promises are there.</summary>
    public bool IsWhole(PartNote note) => note.Total >= 0 && Length == note.Total;

    /// <summary>Begins anew.</summary>
    public void Begin(PartNote note)
    {
        File.Delete(NotePath);
        File.WriteAllBytes(path, []);
        File.WriteAllBytes(NotePath, JsonSerializer.SerializeToUtf8Bytes(note, HttpJson.Default.PartNote));
    }

    /// <summary>Forgets the download.</summary>
    public void Delete()
    {
        File.Delete(NotePath);
        File.Delete(path);
    }
}
