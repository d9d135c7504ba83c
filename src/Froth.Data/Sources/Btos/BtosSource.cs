using Froth.Core;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Btos;

/// <summary>
/// Answers of US firms on their use of AI, by state, from the Census Bureau's Business Trends and Outlook Survey. The question of
/// September 2023 asked about producing goods or services, that of November 2025 about any business function: the level jumped, the
/// Census Bureau began a new series, and the two have concepts of their own that nothing can splice. A figure that is suppressed
/// (<c>S</c>) is missing, not zero, and gives no row.
/// </summary>
internal sealed class BtosSource : ISource
{
    private const string Format = "btos-state-questions";
    private const string Suppressed = "S";

    private static readonly TableShape Shape = new(Format,
        """
        * State
        * Question ID
        * Question
        * Answer ID
        * Answer
        """);

    private static readonly HashSet<string> States = new(
        ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR"
        ).Split(' '), StringComparer.Ordinal);

    public SourceDescription Description { get; } = new()
    {
        Id = "btos",
        Title = new Bilingual("Census BTOS: use of AI by firms", "美国普查局BTOS：企业的AI使用"),
        Summary = new Bilingual(
            "Share of US firms that use AI or expect to, by state, every two weeks. The question changed in November 2025: a structural break, so the two wordings are different concepts. Suppressed figures are missing, not zero.",
            "美国企业使用或预计使用AI的比例，按州，每两周一次。问题于2025年11月改变：结构性断点，两种问法为不同概念。被隐去的数字为缺失而非零。"),
        Publisher = "US Census Bureau",
        Url = "https://www.census.gov/hfp/btos/data",
        Licence = "public domain",
        Arguments = [new SourceArgument("recorded", new Bilingual("Day on which the file was recorded (yyyy-MM-dd).", "文件的记录日期（yyyy-MM-dd）。"))],
        StaleAfterDays = 60,

        // The Census Bureau offers workbooks only; the tables of comma-separated values come from whoever saved them as such.
        CanFetch = false,
    };

    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => [];

    public string? Recognise(SourceFile file)
    {
        var header = TableShape.HeaderOf(file.Head);
        return Shape.Knows(header) && header.Any(h => BtosCycle.Read(h) is not null) ? Format : null;
    }

    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        if (format != Format) throw new ArgumentException($"'{format}' is not a format of BTOS.", nameof(format));
        using var stream = file.Open();
        var table = new HeadedTable(stream, file.Name, Shape);
        var cycles = Cycles(table, file.Name);
        var atHand = DayText.Argument(arguments) is { } recorded ? DayText.Earlier(recorded, sink.Today) : sink.Today;
        sink.Row("sources", file.Name, ("id", "census-btos"), ("publisher", "US Census Bureau"), ("title", "Business Trends and Outlook Survey, questions on AI by state"),
            ("url", "https://www.census.gov/hfp/btos/data"), ("licence", "public domain"), ("access", "public"));
        while (table.Next(sink)) Answer(table, cycles, atHand, sink);
    }

    private static List<(int Column, BtosCycle Cycle)> Cycles(HeadedTable table, string file)
    {
        var cycles = new List<(int, BtosCycle)>();
        for (var i = 0; i < table.Header.Count; i++)
        {
            if (table.Header[i] is "State" or "Question ID" or "Question" or "Answer ID" or "Answer") continue;
            cycles.Add((i, BtosCycle.Read(table.Header[i]) ?? throw new SourceFormatException(
                $"{file}: the column '{table.Header[i]}' is not a survey period that the program knows (year and number, 202301 to 202726); nothing was read.")));
        }

        return cycles.Count > 0 ? cycles : throw new SourceFormatException($"{file}: the header names no survey period, such as 202519; nothing was read.");
    }

    private static void Answer(HeadedTable table, List<(int Column, BtosCycle Cycle)> cycles, DateOnly atHand, ParseSink sink)
    {
        if (!States.Contains(table["State"]))
        {
            table.Refuse(sink, "State", $"'{table["State"]}' is not a state; the file does not say which firms it stands for");
            return;
        }

        if (ConceptOf(table["Question"]) is not { } concept)
        {
            table.Refuse(sink, "Question", "the wording of the question is not one that the program knows, and answers to different questions are never one series");
            return;
        }

        if (AnswerOf(table["Answer"]) is not { } answer)
        {
            table.Refuse(sink, "Answer", $"'{table["Answer"]}' is not a known answer; known: Yes, No, Do not know");
            return;
        }

        var basic = new ToldObservation
        {
            Entity = "us", Concept = concept, Dimension = $"{table["State"]}:{answer}", End = default, Unit = Unit.Ratio, Grade = Grade.ThirdParty,
            Published = default, Source = "census-btos",
        };
        foreach (var (column, cycle) in cycles)
        {
            var text = table.Cell(column);
            if (text is Suppressed or "") continue;
            if (ShareOf(text, out var share) is { } fault) sink.Refuse($"{table.Locator} period {table.Header[column]}", table.Header[column], fault, table.Raw);
            else (basic with { Start = cycle.Start, End = cycle.End, Value = share, Published = cycle.Published(atHand) }).To(sink, $"{table.Locator} period {table.Header[column]}");
        }
    }

    // The wordings as the Census Bureau prints them; the examples in brackets do not matter.
    private static string? ConceptOf(string question)
    {
        if (!question.Contains("Artificial Intelligence (AI)", StringComparison.OrdinalIgnoreCase)) return null;
        var wording = question.Contains("in producing goods or services", StringComparison.OrdinalIgnoreCase) ? "2023"
            : question.Contains("in any of its business functions", StringComparison.OrdinalIgnoreCase) ? "2025"
            : null;
        var time = question.StartsWith("In the last two weeks, did this business use", StringComparison.OrdinalIgnoreCase) ? "ai-use-share"
            : question.StartsWith("During the next six months, do you think this business will be using", StringComparison.OrdinalIgnoreCase) ? "ai-use-expected-share"
            : null;
        return wording is null || time is null ? null : $"{time}-{wording}-question";
    }

    private static string? AnswerOf(string answer) => answer switch
    {
        "Yes" => "yes",
        "No" => "no",
        "Do not know" => "do-not-know",
        _ => null,
    };

    private static string? ShareOf(string text, out decimal share)
    {
        share = 0;
        if (!text.EndsWith('%')) return $"'{text}' is not a share written as 12.3%, nor S for suppressed";
        if (ExactNumber.Read(text[..^1], -2, out share) is { } reason) return reason;
        return share is >= 0 and <= 1 ? null : $"the share {text} lies outside 0 to 100%";
    }
}
