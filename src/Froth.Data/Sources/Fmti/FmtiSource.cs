using System.Globalization;
using System.Text;
using Froth.Core;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Fmti;

/// <summary>
/// The Foundation Model Transparency Index: how many of a hundred indicators a developer satisfies. Only the score counts: the reports
/// also hold the developers' answers, most of which are words even where the indicator is not satisfied.
/// </summary>
internal sealed class FmtiSource : ISource
{
    private const string Matrix = "fmti-scores";
    private const string Report = "fmti-report";
    private const string Repository = "https://raw.githubusercontent.com/stanford-crfm/fmti/main/";

    // Developers that the default data does not describe and whose identity is certain.
    private static readonly Dictionary<string, (string Id, string Name, string Kind, string Country)> Developers = new(StringComparer.Ordinal)
    {
        ["AI21 Labs"] = ("ai21-labs", "AI21 Labs", "lab", "IL"),
        ["Adept"] = ("adept", "Adept", "lab", "US"),
        ["Aleph Alpha"] = ("aleph-alpha", "Aleph Alpha", "lab", "DE"),
        ["Cohere"] = ("cohere", "Cohere", "lab", "CA"),
        ["IBM"] = ("ibm", "IBM", "firm", "US"),
        ["Inflection"] = ("inflection-ai", "Inflection AI", "lab", "US"),
        ["Midjourney"] = ("midjourney", "Midjourney", "lab", "US"),
        ["Stability AI"] = ("stability-ai", "Stability AI", "lab", "GB"),
        ["Stability"] = ("stability-ai", "Stability AI", "lab", "GB"),
        ["Writer"] = ("writer", "Writer", "lab", "US"),
    };

    private static readonly TableShape MatrixShape = new(Matrix,
        """
        * Indicator
        ? Domain
        ? Subdomain
        ? Total
        """);

    private static readonly TableShape ReportShape = new(Report,
        """
        * Indicator
        * Disclosure
        * Justification
        * Score
        """);

    private static readonly string[] NotDevelopers = ["Domain", "Subdomain", "Indicator", "Total"];

    public SourceDescription Description { get; } = new()
    {
        Id = "fmti",
        Title = new Bilingual("Foundation Model Transparency Index", "基础模型透明度指数"),
        Summary = new Bilingual(
            "Share of a hundred indicators of transparency that each developer satisfies, by edition. Editions ask different questions; an answer in words does not mean that the indicator is satisfied.",
            "各开发者满足的一百项透明度指标的比例，按版次。各版次的问题不同；有文字答复并不表示满足指标。"),
        Publisher = "Stanford CRFM",
        Url = "https://crfm.stanford.edu/fmti/",
        Licence = "CC BY 4.0",
        SuggestedSchedule = "0 8 1 * *",
        StaleAfterDays = 500,
    };

    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) =>
        [.. FmtiEdition.All.Select(e => new SourceRequest(new Uri($"{Repository}{e.Folder}/{e.Folder}_scores.csv"), $"{e.Folder}_scores.csv")
        {
            MediaTypes = ["text/plain", "text/csv"], MaximumBytes = 1 << 20,
        })];

    public string? Recognise(SourceFile file)
    {
        var header = TableShape.HeaderOf(file.Head);
        if (ReportShape.Knows(header)) return Report;

        // "Indicator" alone is a common word: the first rows must be scores of a known edition.
        return MatrixShape.Knows(header) && FmtiEdition.All.Any(e => file.Head.IndexOf(Encoding.UTF8.GetBytes(e.Indicator)) >= 0) && Named(header).Any(IsDeveloper) ? Matrix : null;
    }

    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        using var stream = file.Open();
        if (format == Report) ParseReport(new HeadedTable(stream, file.Name, ReportShape), file.Name, sink);
        else if (format == Matrix) ParseMatrix(new HeadedTable(stream, file.Name, MatrixShape), file.Name, sink);
        else throw new ArgumentException($"'{format}' is not a format of the Foundation Model Transparency Index.", nameof(format));
    }

    private static IEnumerable<string> Named(IEnumerable<string> header) => header.Where(h => h.Length > 0 && !NotDevelopers.Contains(h, StringComparer.OrdinalIgnoreCase));

    private static bool IsDeveloper(string name) => name is "Meta" or "OpenAI" or "Google" or "Anthropic" || Developers.ContainsKey(name);

    private static void ParseMatrix(HeadedTable table, string file, ParseSink sink)
    {
        var rows = new List<(string Locator, string Indicator, string[] Cells)>();
        var totals = new Dictionary<string, string>(StringComparer.Ordinal);
        while (table.Next(sink))
        {
            var cells = Enumerable.Range(0, table.Header.Count).Select(table.Cell).ToArray();
            if (table["Indicator"] != "Total") rows.Add((table.Locator, table["Indicator"], cells));
            else for (var i = 0; i < cells.Length; i++) totals[table.Header[i]] = cells[i];
        }

        var edition = FmtiEdition.Of([.. rows.Select(r => r.Indicator)], [.. table.Header]) ?? throw new SourceFormatException(
            $"{file}: this matrix of scores is of no edition that the program knows ({string.Join(", ", FmtiEdition.All.Select(e => e.Title))}); nothing was read. Update the program.");
        if (rows.Count != FmtiEdition.Indicators)
            throw new SourceFormatException($"{file}: {rows.Count} indicators where the edition of {edition.Title} has {FmtiEdition.Indicators}; the file is cut off or changed. Nothing was read.");
        var source = SourceOf(edition, sink, file);
        for (var column = 0; column < table.Header.Count; column++)
        {
            if (NotDevelopers.Contains(table.Header[column], StringComparer.OrdinalIgnoreCase) || table.Header[column].Length == 0) continue;
            Developer(table.Header[column], [.. rows.Select(r => (r.Locator, r.Indicator, r.Cells[column]))], totals.GetValueOrDefault(table.Header[column]), new Told(edition, source, file), sink);
        }
    }

    private static void ParseReport(HeadedTable table, string file, ParseSink sink)
    {
        // A report names its developer and edition in its file name only; the scores stand in the matrix as well.
        var name = file.Split('_');
        var edition = FmtiEdition.All.FirstOrDefault(e => file.Contains(e.Folder, StringComparison.OrdinalIgnoreCase)) ?? throw new SourceFormatException(
            $"{file}: a report tells its developer and edition by its file name alone, such as xAI_fmtransparencyreport_Dec2025.csv. Give it back its name; nothing was read.");
        var developer = string.Join(' ', name.TakeWhile(p => !p.StartsWith("fmtransparencyreport", StringComparison.OrdinalIgnoreCase)));
        var rows = new List<(string Locator, string Indicator, string Score)>();
        while (table.Next(sink)) rows.Add((table.Locator, table["Indicator"], table["Score"]));
        if (rows.Count != FmtiEdition.Indicators)
            throw new SourceFormatException($"{file}: {rows.Count} indicators where the edition of {edition.Title} has {FmtiEdition.Indicators}; the file is cut off or changed. Nothing was read.");
        Developer(developer, rows, null, new Told(edition, SourceOf(edition, sink, file), file), sink);
    }

    private static void Developer(string name, List<(string Locator, string Indicator, string Score)> rows, string? total, Told told, ParseSink sink)
    {
        if (EntityOf(name, told.Edition, told.File, told.Source, sink) is not { } entity)
        {
            sink.Refuse($"{told.File} {name}", name, $"no entity is certain for the developer '{name}'; add it to an entities file, or as an alias", []);
            return;
        }

        var basic = new ToldObservation
        {
            Entity = entity, Concept = "fmti-indicator", End = told.Edition.Published, Unit = Unit.Count, Grade = Grade.ThirdParty,
            Published = told.Edition.Published, Source = told.Source,
        };
        var (satisfied, usable) = (0, true);
        foreach (var (locator, indicator, score) in rows)
        {
            if (score is "0" or "1")
            {
                satisfied += score == "1" ? 1 : 0;
                (basic with { Dimension = $"{told.Edition.Id}:{Kebab(indicator)}", Value = score == "1" ? 1 : 0, Note = name }).To(sink, locator);
                continue;
            }

            usable = false;
            sink.Refuse(locator, name, $"the score '{score}' is neither 0 nor 1", Encoding.UTF8.GetBytes(score));
        }

        Total(name, satisfied, usable, total, told, basic, sink);
    }

    private static void Total(string name, int satisfied, bool usable, string? total, Told told, ToldObservation basic, ParseSink sink)
    {
        var spelled = satisfied.ToString(CultureInfo.InvariantCulture);
        if (!usable || (total is { Length: > 0 } && total != spelled))
        {
            sink.Refuse($"{told.File} {name}", "Total", usable
                ? $"the file tells a total of {total} for {name} where its scores add up to {spelled}" : $"the total of {name} is not known, since a score of it was refused", []);
            return;
        }

        (basic with { Concept = "fmti-score", Dimension = told.Edition.Id, Unit = Unit.Ratio, Value = satisfied / (decimal)FmtiEdition.Indicators, Note = name })
            .To(sink, $"{told.File} {name}");
    }

    private static string SourceOf(FmtiEdition edition, ParseSink sink, string locator)
    {
        var id = $"fmti-{edition.Id}";
        sink.Row("sources", locator, ("id", id), ("publisher", "Stanford CRFM"), ("title", $"Foundation Model Transparency Index, {edition.Title}"),
            ("url", $"https://github.com/stanford-crfm/fmti/tree/main/{edition.Folder}"), ("date", DayText.Text(edition.Published)),
            ("date_basis", edition.Id == "2023-10" ? "day of announcement" : "last day of the month in the edition's name"),
            ("licence", "CC BY 4.0 (Stanford CRFM)"), ("access", "public"));
        return id;
    }

    private static string? EntityOf(string name, FmtiEdition edition, string locator, string source, ParseSink sink)
    {
        if (!Developers.TryGetValue(name, out var known)) return new Organisations(sink).Find(name, edition.Published, locator);
        if (sink.Entities.Resolve(name) is { } held) return held.Id;
        if (sink.Entities.Find(known.Id) is null)
        {
            sink.Row("entities", $"{locator} {name}", ("id", known.Id), ("name", known.Name), ("kind", known.Kind), ("segment", "model_lab"),
                ("country", known.Country), ("aliases", name == known.Name ? "" : name), ("source", source));
        }

        return known.Id;
    }

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length);
        foreach (var letter in name.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter)) kebab.Append(letter);
            else if (kebab.Length > 0 && kebab[^1] != '-') kebab.Append('-');
        }

        return kebab.ToString().Trim('-');
    }

    private sealed record Told(FmtiEdition Edition, string Source, string File);
}
