using System.Globalization;
using System.Text;

namespace Froth.Bench;

/// <summary>Rows that are the same on every machine: figures of firms by quarter, each published several times.</summary>
internal static class GeneratedRows
{
    private const int Quarters = 40;

    public static string Firm(int index) => string.Create(CultureInfo.InvariantCulture, $"firm-{index:000}");

    public static string Concept(int index) => string.Create(CultureInfo.InvariantCulture, $"concept-{index:000}");

    public static DateOnly QuarterEnd(int index) => new DateOnly(2014, 1, 1).AddMonths(3 * (index % Quarters) + 3).AddDays(-1);

    public static string WriteEntities(string path, int firms)
    {
        using var file = new StreamWriter(path);
        file.Write("id,name,kind\n");
        for (var i = 0; i < firms; i++) file.Write($"{Firm(i)},Firm {i},firm\n");
        return path;
    }

    /// <summary>Revisions of one fact beside each other, as a vendor's export has them.</summary>
    public static string WriteObservations(string path, int first, int rows, int firms, int revisions)
    {
        using var file = Begin(path);
        for (var i = first; i < first + rows; i++) Row(file, i / revisions, i % revisions, firms);
        return path;
    }

    /// <summary>One revision of every fact: what a later filing season adds.</summary>
    public static string WriteRevision(string path, int revision, int rows, int firms)
    {
        using var file = Begin(path);
        for (var i = 0; i < rows; i++) Row(file, i, revision, firms);
        return path;
    }

    private static StreamWriter Begin(string path)
    {
        var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.Write("entity,concept,start,end,value,unit,grade,published,locator\n");
        return file;
    }

    private static void Row(StreamWriter file, int fact, int revision, int firms)
    {
        var quarter = fact % Quarters;
        var firm = fact / Quarters % firms;
        var concept = fact / Quarters / firms;
        var end = QuarterEnd(quarter);
        var start = end.AddDays(1).AddMonths(-3);
        var published = end.AddDays(40 + 90 * revision);
        var value = 1_000_000L + fact * 7919L % 900_000_000L + revision;
        Span<char> line = stackalloc char[160];
        line.TryWrite(CultureInfo.InvariantCulture, $"{Firm(firm)},{Concept(concept)},{start:yyyy-MM-dd},{end:yyyy-MM-dd},{value}.{revision}5,USD,filed,{published:yyyy-MM-dd},\n", out var written);
        file.Write(line[..written]);
    }
}

/// <summary>A folder that is removed with all that it holds.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("froth-bench-").FullName;

    public string File(string name)
    {
        var path = Path.Combine(_path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
