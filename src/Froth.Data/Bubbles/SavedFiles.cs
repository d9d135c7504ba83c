using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Froth.Core;

namespace Froth.Data.Bubbles;

/// <summary>
/// Files of numbers that took long to compute: a key, the numbers, and a SHA-256 of all before it. What does not add up is named and not read; files
/// are written whole or not at all, and one that cannot be written costs nothing but time.
/// </summary>
internal sealed class SavedFiles(Action<Bilingual>? tell)
{
    /// <summary>The content of a file; null where there is none, or it is damaged or of another key.</summary>
    public T? Read<T>(string path, string key, Func<BinaryReader, T> content)
        where T : class
    {
        try
        {
            if (!File.Exists(path)) return null;
            if (Open(key, File.ReadAllBytes(path), content) is { } found) return found;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Damaged beyond reading is damaged.
        }

        tell?.Invoke(new($"{path} is damaged and is computed anew.", $"{path}已损坏，将重新计算。"));
        return null;
    }

    /// <summary>Writes a file; false, after telling why, where it cannot be.</summary>
    public bool Write(string path, string key, Action<BinaryWriter> content)
    {
        var draft = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.part");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(draft, Sealed(key, content));
            File.Move(draft, path, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tell?.Invoke(new($"{path} cannot be written ({failure.Message}); the run goes on without it.", $"{path}无法写入（{failure.Message}）；计算继续，但不保存。"));
            return false;
        }
    }

    private static byte[] Sealed(string key, Action<BinaryWriter> content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(key);
        content(writer);
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        writer.Flush();
        return stream.ToArray();
    }

    private static T? Open<T>(string key, byte[] bytes, Func<BinaryReader, T> content)
        where T : class
    {
        if (bytes.Length <= SHA256.HashSizeInBytes) return null;
        var body = bytes.Length - SHA256.HashSizeInBytes;
        if (!SHA256.HashData(bytes.AsSpan(0, body)).AsSpan().SequenceEqual(bytes.AsSpan(body))) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, body), Encoding.UTF8);
        return reader.ReadString() == key ? content(reader) : null;
    }
}
