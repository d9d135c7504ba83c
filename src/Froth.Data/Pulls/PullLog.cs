using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Froth.Data.Pulls;

/// <summary>One pull as the journal has it.</summary>
public sealed record PullRecord
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The arguments given, by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended (UTC); null while it runs, and for ever when its process was killed.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended.</summary>
    public required PullState State { get; init; }

    /// <summary>Requests made, retries not counted.</summary>
    public int Requests { get; init; }

    /// <summary>Responses that had not changed.</summary>
    public int NotModified { get; init; }

    /// <summary>Bytes that came.</summary>
    public long Bytes { get; init; }

    /// <summary>Facts added.</summary>
    public long Added { get; init; }

    /// <summary>Facts withdrawn.</summary>
    public long Withdrawn { get; init; }

    /// <summary>Rows refused.</summary>
    public long Quarantined { get; init; }

    /// <summary>What could not be got or used: at most a hundred, the first ones.</summary>
    public IReadOnlyList<PullFailure> Failures { get; init; } = [];

    /// <summary>Version of the program.</summary>
    public string CodeVersion { get; init; } = "";
}

/// <summary>
/// The journal of pulls beside a store: one line of JSON when a pull begins and one when it ends, only ever added to. A line that was
/// cut off by a power failure is passed over.
/// </summary>
/// <param name="storePath">Path of the store's file.</param>
public sealed class PullLog(string storePath)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string _path = new PullPlaces(storePath).Log;

    /// <summary>All pulls, the latest last. A pull of which only the beginning is told is <see cref="PullState.Running"/>.</summary>
    public IReadOnlyList<PullRecord> Read()
    {
        if (!File.Exists(_path)) return [];
        var latest = new Dictionary<string, PullRecord>(StringComparer.Ordinal);
        using var reader = new StreamReader(Open(FileMode.Open, FileAccess.Read));
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (Parse(line) is { } record) latest[record.Id] = record;
        }

        return [.. latest.Values.OrderBy(r => r.Started).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    /// <summary>Adds a line.</summary>
    internal void Append(PullRecord record)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(record, PullJson.Default.PullRecord), (byte)'\n'];
        using var stream = Open(FileMode.OpenOrCreate, FileAccess.ReadWrite);

        // A torn line must not swallow the one after it.
        if (stream.Length > 0)
        {
            stream.Position = stream.Length - 1;
            if (stream.ReadByte() != '\n') line = [(byte)'\n', .. line];
        }

        stream.Position = stream.Length;
        stream.Write(line);
        stream.Flush(flushToDisk: true);
    }

    private static PullRecord? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, PullJson.Default.PullRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Writers and readers hold the file for milliseconds and exclude each other, so that nobody reads half a line.
    private FileStream Open(FileMode mode, FileAccess access)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(_path, mode, access, access == FileAccess.Read ? FileShare.Read : FileShare.None, bufferSize: 4096);
            }
            catch (IOException fault) when (fault is not FileNotFoundException && watch.Elapsed < Patience)
            {
                Thread.Sleep(5);
            }
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PullRecord))]
internal sealed partial class PullJson : JsonSerializerContext;
