using System.Text;
using System.Text.Json;
using Froth.Core;
using Froth.Core.Data;
using Froth.Data.Ingest;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Arena;

/// <summary>
/// Ratings of models by votes of users, on the days on which the leaderboard was published. A rating is relative to the others of its
/// day and to how the leaderboard was then computed, so that a small change over time means nothing. 0.0 means not rated.
/// </summary>
internal sealed class ArenaSource : ISource
{
    private const string Table = "arena-table";
    private const string Scores = "arena-scores";
    private const string SourceId = "arena-history";
    private const decimal HighestRating = 4_000;
    private const int FewestModels = 5;

    public SourceDescription Description { get; } = new()
    {
        Id = "arena",
        Title = new Bilingual("LMArena ratings", "LMArena 评分"),
        Summary = new Bilingual(
            "Ratings of language models by users' votes on each published leaderboard. Relative to the other models of the day; 0 means not rated.",
            "各期排行榜上语言模型的用户投票评分。评分相对于当日其他模型；0表示未评分。"),
        Publisher = "LMArena, history kept by nakasyou",
        Url = "https://github.com/nakasyou/lmarena-history",
        Licence = "MIT",
        SuggestedSchedule = "0 8 * * 1",
        StaleAfterDays = 120,
    };

    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) =>
    [
        new SourceRequest(new Uri("https://raw.githubusercontent.com/nakasyou/lmarena-history/main/output/scores.json"), "scores.json")
        {
            MediaTypes = ["text/plain", "application/json"], MaximumBytes = 64L << 20,
        },
    ];

    public string? Recognise(SourceFile file)
    {
        var head = file.Head;
        if (head.TrimStart(" \r\n\t"u8) is [(byte)'{', ..]) return IsScores(head) ? Scores : null;
        var header = TableShape.HeaderOf(head);
        if (header.Count <= FewestModels || header[0].Length > 0) return null;
        var records = new CsvRecords(new MemoryStream(head.ToArray()), 1 << 16);
        return records.Next() && records.Next() && records.FieldCount > 1 && Day(Encoding.UTF8.GetString(records.Field(0))) is not null ? Table : null;
    }

    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        sink.Row("sources", file.Name, ("id", SourceId), ("publisher", "LMArena"), ("title", "Leaderboard history kept by nakasyou"),
            ("url", "https://github.com/nakasyou/lmarena-history"), ("licence", "MIT"), ("access", "public"));
        if (format == Table) ParseTable(file, sink);
        else if (format == Scores) ParseScores(file, sink);
        else throw new ArgumentException($"'{format}' is not a format of the arena.", nameof(format));
    }

    private static bool IsScores(ReadOnlySpan<byte> head)
    {
        var cut = head[..Math.Min(head.Length, 256)];
        return cut.IndexOf("\"text\""u8) >= 0 && cut.IndexOf("\"overall\""u8) >= 0;
    }

    private static void ParseTable(SourceFile file, ParseSink sink)
    {
        using var stream = file.Open();
        var table = new HeadedTable(stream, file.Name, new TableShape(Table, "? none"));
        while (table.Next(sink))
        {
            if (Day(table.Cell(0)) is not { } day)
            {
                table.Refuse(sink, "", $"'{table.Cell(0)}' is not a day written as 20240131");
                continue;
            }

            for (var i = 1; i < table.Header.Count; i++)
            {
                if (table.Cell(i) is { Length: > 0 } cell) Rating(sink, $"{table.Locator} column {i + 1}", day, table.Header[i], cell);
            }
        }
    }

    private static void ParseScores(SourceFile file, ParseSink sink)
    {
        try
        {
            using var stream = file.Open();
            using var json = JsonDocument.Parse(stream);
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                sink.ThrowIfCancelled();
                if (Day(entry.Name) is not { } day) sink.Refuse($"/{entry.Name}", "", $"'{entry.Name}' is not a day written as 20240131", []);
                else if (entry.Value.TryGetProperty("text", out var text) && text.TryGetProperty("overall", out var overall) && overall.ValueKind == JsonValueKind.Object)
                    foreach (var model in overall.EnumerateObject()) Rating(sink, $"/{entry.Name}/text/overall/{model.Name}", day, model.Name, model.Value.GetRawText());
                else sink.Refuse($"/{entry.Name}", "text", "the day has no ratings of text overall", []);
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new SourceFormatException($"{file.Name} is not a whole list of ratings ({fault.Message}). Fetch it again; nothing of it was kept.", fault);
        }
    }

    private static DateOnly? Day(string text) => text.Length == 8 ? DayText.Read(text) : null;

    private static void Rating(ParseSink sink, string locator, DateOnly day, string model, string text)
    {
        var fault = ExactNumber.Read(text, 0, out var rating);
        if (fault is null && rating == 0) return;
        fault ??= ToldObservation.NameFault(model) ?? (rating is < 0 or > HighestRating ? $"a rating of {text} lies outside 0 to {HighestRating}" : day > sink.Today ? $"the day {DayText.Text(day)} lies in the future" : null);
        if (fault is not null)
        {
            sink.Refuse(locator, model, fault, Encoding.UTF8.GetBytes(text));
            return;
        }

        new ToldObservation
        {
            Entity = Organisations.Sector, Concept = "arena-rating", Dimension = model, End = day, Value = rating, Unit = Unit.Index,
            Grade = Grade.ThirdParty, Published = day, Source = SourceId,
        }.To(sink, locator);
    }
}
