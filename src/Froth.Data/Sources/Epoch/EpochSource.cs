using System.IO.Compression;
using Froth.Core;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>Epoch AI: models, companies, clusters, chips, prices and test scores.</summary>
internal sealed class EpochSource : ISource
{
    private const string Archive = "epoch-archive";
    private const long LargestEntry = 64L << 20;
    private const int MostEntries = 1_000;
    private const int HeadBytes = 1 << 16;
    private static readonly string[] CsvTypes = ["text/csv", "text/plain", "application/octet-stream", "application/csv"];
    private static readonly string[] ZipTypes = ["application/zip", "application/x-zip-compressed", "application/octet-stream"];

    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["models"] = ["epochdb/notable_ai_models.csv", "epochdb/large_scale_ai_models.csv"],
        ["companies"] =
        [
            "ai_companies_revenue_reports.csv", "ai_companies_funding_rounds.csv", "ai_companies_compute_spend.csv",
            "ai_companies_staff_reports.csv", "ai_companies_usage_reports.csv",
        ],
        ["clusters"] = ["gpu_clusters.zip"],
        ["benchmarks"] = ["benchmark_data.zip"],
    };

    public SourceDescription Description { get; } = new()
    {
        Id = "epoch",
        Title = new Bilingual("Epoch AI", "Epoch AI 数据"),
        Summary = new Bilingual(
            "Training compute and cost of models, rounds, revenue and compute spending of AI companies, clusters, chips and test scores. Many figures are estimates; headers change without notice; revenue mixes run-rates, years and products, which are kept apart.",
            "模型的训练算力与成本，AI公司的融资、收入与算力支出，集群、芯片与测试得分。许多数字为估计值；表头会不经通知而变动；收入混有年化、全年与单一产品，本程序将其分开。"),
        Publisher = "Epoch AI",
        Url = "https://epoch.ai/data",
        Licence = "CC BY 4.0",
        Arguments =
        [
            new SourceArgument("part", new Bilingual("Which tables to fetch; all without it.", "要获取的数据表；不填则全部。"), IsMany: true, Allowed: [.. Parts.Keys]),
            new SourceArgument("recorded", new Bilingual("Day on which the file was recorded (yyyy-MM-dd), for rows that tell no day of publication.", "文件的记录日期（yyyy-MM-dd），用于未说明发布日期的行。")),
        ],
        SuggestedSchedule = "0 7 * * 1",
        StaleAfterDays = 60,
    };

    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings)
    {
        var wanted = arguments.Of("part");
        return [.. Parts.Where(p => wanted.Count == 0 || wanted.Contains(p.Key)).SelectMany(p => p.Value).Select(path =>
            new SourceRequest(new Uri($"https://epoch.ai/data/{path}"), path[(path.LastIndexOf('/') + 1)..])
            {
                MediaTypes = path.EndsWith(".zip", StringComparison.Ordinal) ? ZipTypes : CsvTypes, MaximumBytes = LargestEntry,
            })];
    }

    public string? Recognise(SourceFile file)
    {
        if (file.Head.StartsWith("PK\u0003\u0004"u8)) return HasKnownEntry(file) ? Archive : null;
        return EpochTable.Knowing(TableShape.HeaderOf(file.Head))?.Shape.Format;
    }

    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        var context = new EpochContext(sink, DayText.Recorded(file, arguments, sink));
        if (format == Archive)
        {
            ParseArchive(file, context);
            return;
        }

        var known = EpochTable.All.FirstOrDefault(t => t.Shape.Format == format)
            ?? throw new ArgumentException($"'{format}' is not a format of Epoch AI.", nameof(format));
        using var stream = file.Open();
        known.Parse(new HeadedTable(stream, file.Name, known.Shape), context);
    }

    private static void ParseArchive(SourceFile file, EpochContext context)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file.BytesPath);
            var read = 0;
            foreach (var entry in Entries(archive, file.Name))
            {
                if (Knowing(entry) is not { } known) continue;
                using var bytes = Bytes(entry, file.Name);
                known.Parse(new HeadedTable(bytes, $"{file.Name}/{entry.FullName}", known.Shape), context);
                read++;
            }

            if (read == 0) throw new SourceFormatException($"{file.Name} holds none of the tables that this program knows of Epoch AI. The publisher may have changed them; nothing was read.");
        }
        catch (InvalidDataException fault)
        {
            throw new SourceFormatException($"{file.Name} is not a whole zip archive ({fault.Message}). Fetch it again; nothing of it was kept.", fault);
        }
    }

    private static bool HasKnownEntry(SourceFile file)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file.BytesPath);
            foreach (var entry in Entries(archive, file.Name))
            {
                if (Knowing(entry) is not null) return true;
            }

            return false;
        }
        catch (Exception fault) when (fault is InvalidDataException or SourceFormatException)
        {
            return false;
        }
    }

    private static IEnumerable<ZipArchiveEntry> Entries(ZipArchive archive, string file)
    {
        if (archive.Entries.Count > MostEntries) throw new SourceFormatException($"{file} names {archive.Entries.Count} entries, more than {MostEntries}; nothing was read.");
        return archive.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !e.Name.StartsWith('.'));
    }

    // The length that an archive states can lie, so that the bytes are counted as they come.
    private static MemoryStream Bytes(ZipArchiveEntry entry, string file)
    {
        using var source = entry.Open();
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestEntry) throw new SourceFormatException($"{file}/{entry.FullName} is longer than {LargestEntry:N0} bytes; nothing was read.");
        }

        bytes.Position = 0;
        return bytes;
    }

    private static EpochTable? Knowing(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        var head = new byte[HeadBytes];
        return EpochTable.Knowing(TableShape.HeaderOf(head.AsSpan(0, source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))));
    }
}
