using System.Security.Cryptography;
using System.Text;

namespace Froth.DefaultData;

/// <summary>Reads the recorded files and remembers the hash of each, so that the documentation can name exactly what was read.</summary>
internal sealed class InputFolder(string root)
{
    readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>SHA-256 by public name of the file.</summary>
    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    /// <summary>Where a file lies; its bytes are hashed like those of any other.</summary>
    public string Path(string path, string publicName)
    {
        Bytes(path, publicName);
        return System.IO.Path.Combine(root, path);
    }

    public byte[] Bytes(string path, string publicName)
    {
        var bytes = File.ReadAllBytes(System.IO.Path.Combine(root, path));
        _hashes[publicName] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return bytes;
    }

    public string Text(string path, string publicName) =>
        Encoding.UTF8.GetString(Bytes(path, publicName)).TrimStart('\uFEFF');

    public CsvTable Csv(string path, string publicName) => CsvTable.Parse(Text(path, publicName));

    public CsvTable Facts(string file) => Csv("facts/" + file, "Froth's sourced facts, " + file);
}
