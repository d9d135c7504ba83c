using System.Globalization;
using System.Text;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Filings;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Stores;

/// <summary>
/// A source with a format of one instruction a line, after the first line <c>toy</c>:
/// <c>fact CIK TAG UNIT START END VALUE ACCESSION FORM FILED</c> (a dash for no start), <c>row TABLE LOCATOR COLUMN=VALUE|…</c>,
/// <c>name LOCATOR NAME</c>, <c>filing ACCESSION</c>, <c>period ENTITY FORM DAY</c>, <c>refuse LOCATOR REASON</c>, <c>break</c>.
/// </summary>
/// <param name="id">Its id; another id recognises nothing of this one's, so that two can stand beside each other.</param>
/// <param name="tells">Which lines this version of the parser understands; null for all. Others are passed over.</param>
public sealed class ToySource(string id = "toy", Func<string, bool>? tells = null) : ISource
{
    public AccessClass Access { get; init; }

    public List<KnownFiling?> Found { get; } = [];

    public SourceDescription Description => new()
    {
        Id = id, Title = new Bilingual("Toy source", "玩具来源"), Summary = Bilingual.Same("For tests."), Publisher = "Toy office", Url = "https://toy.example", Licence = "public domain",
        Access = Access,
    };

    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => [];

    public string? Recognise(SourceFile file) => file.Head.StartsWith(Encoding.UTF8.GetBytes(id + "\n")) ? "lines" : null;

    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        var batch = sink.Rent();
        long done = 0;
        foreach (var line in File.ReadLines(file.BytesPath).Skip(1))
        {
            done += line.Length + 1;
            if (tells?.Invoke(line) == false) continue;
            if (line == "break") throw new SourceFormatException($"{file.Name} breaks off; fetch it again.");
            if (line == "land")
            {
                sink.Land(batch, done);
                batch = sink.Rent();
                continue;
            }

            Instruction(line, arguments, sink, batch);
            if (!batch.IsFull) continue;
            sink.Land(batch, done);
            batch = sink.Rent();
        }

        sink.Land(batch, done);
    }

    /// <summary>A line that tells one fact.</summary>
    public static string Fact(string cik, string tag, string value, string filed = "2025-05-28", string accession = "0001045810-25-000116", string start = "2025-01-27", string end = "2025-04-27") =>
        $"fact {cik} {tag} USD {start} {end} {value} {accession} 10-Q {filed}";

    private void Instruction(string line, SourceArguments arguments, ParseSink sink, FiledFactBatch batch)
    {
        var words = line.Split(' ');
        switch (words[0])
        {
            case "fact": Fact(words, sink, batch); break;
            case "refuse": sink.Refuse(words[1], "", string.Join(' ', words[2..]), Encoding.UTF8.GetBytes(line)); break;
            case "filing": Found.Add(Accession.TryParse(Encoding.UTF8.GetBytes(words[1]), out var number) ? sink.FindFiling(number) : null); break;
            case "period": Found.Add(sink.FindFiling(words[1], words[2], DateOnly.ParseExact(words[3], "yyyy-MM-dd", CultureInfo.InvariantCulture))); break;
            case "argument":
                sink.Row("observations", "argument", ("entity", "nvidia"), ("concept", arguments.One("concept")), ("end", "2025-01-01"), ("value", "1"), ("unit", "USD"), ("published", "2025-01-02"));
                break;
            case "name":
                if (sink.EntityNamed(string.Join(' ', words[2..]), words[1]) is { } id) Observe(sink, id, words[1]);
                break;
            case "row":
                sink.Row(words[1], words[2], [.. string.Join(' ', words[3..]).Split('|').Select(c => c.Split('=', 2)).Select(c => (c[0], (string?)c[1]))]);
                break;
            default: throw new InvalidOperationException(line);
        }
    }

    private static void Observe(ParseSink sink, string entity, string locator) =>
        sink.Row("observations", locator, ("entity", entity), ("concept", "named"), ("end", "2025-01-01"), ("value", "1"), ("unit", "USD"), ("published", "2025-01-02"));

    private static void Fact(string[] words, ParseSink sink, FiledFactBatch batch)
    {
        var at = batch.Count;
        batch.Entity[at] = Word(sink, sink.EntityOf("cik", words[1], $"Firm {words[1].TrimStart('0')}"));
        batch.Tag[at] = Word(sink, words[2]);
        batch.Unit[at] = Word(sink, words[3]);
        batch.Dimension[at] = 0;
        batch.Start[at] = words[4] == "-" ? FiledFactBatch.NoStart : Day(words[4]);
        batch.End[at] = Day(words[5]);
        DecimalText.Read(Encoding.UTF8.GetBytes(words[6]), out batch.Value[at]).ShouldBeNull();
        Accession.TryParse(Encoding.UTF8.GetBytes(words[7]), out var accession).ShouldBeTrue();
        batch.Accession[at] = accession.Number;
        batch.Form[at] = Word(sink, words[8]);
        batch.Filed[at] = Day(words[9]);
        batch.Rounded[at] = 0;
        batch.Count = at + 1;
    }

    private static int Word(ParseSink sink, string word) => sink.Word(Encoding.UTF8.GetBytes(word));

    private static int Day(string text) => Cells.Days(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
