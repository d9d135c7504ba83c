using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Froth.Core;
using Froth.Core.Filings;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Bench;

/// <summary>
/// Stands in for a parser of company facts, so that the store's side can be timed by itself: a single file is parsed once, plainly, and from
/// then on replayed from memory.
/// </summary>
internal sealed class PreparsedSource : ISource
{
    private readonly Dictionary<string, Parsed> _held = new(StringComparer.Ordinal);

    public SourceDescription Description { get; } = new()
    {
        Id = "preparsed", Title = Bilingual.Same("Preparsed company facts"), Summary = Bilingual.Same("For the bench."), Publisher = "SEC", Url = "https://www.sec.gov",
        Licence = "public domain",
    };

    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => [];

    public string? Recognise(SourceFile file) => file.Head.StartsWith("PK"u8) ? "zip" : file.Head.StartsWith("{\"cik\""u8) ? "companyfacts" : null;

    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink)
    {
        if (format == "zip")
        {
            using var zip = new ZipArchive(file.Open(), ZipArchiveMode.Read);
            long done = 0;
            foreach (var member in zip.Entries)
            {
                using var stream = member.Open();
                var bytes = new byte[member.Length];
                stream.ReadExactly(bytes);
                Replay(Parsed.From(bytes), sink, done += member.CompressedLength);
            }

            return;
        }

        if (!_held.TryGetValue(file.Sha256, out var parsed)) _held[file.Sha256] = parsed = Parsed.From(File.ReadAllBytes(file.BytesPath));
        Replay(parsed, sink, file.Length);
    }

    private static void Replay(Parsed parsed, ParseSink sink, long bytesDone)
    {
        var words = parsed.Words.Select(w => sink.Word(w)).ToArray();
        var entity = sink.Word(Encoding.UTF8.GetBytes(sink.EntityOf("cik", parsed.Cik, parsed.Name)));
        var batch = sink.Rent();
        foreach (var fact in parsed.Facts)
        {
            var at = batch.Count;
            (batch.Entity[at], batch.Tag[at], batch.Dimension[at], batch.Unit[at], batch.Form[at]) = (entity, words[fact.Tag], 0, words[fact.Unit], words[fact.Form]);
            (batch.Start[at], batch.End[at], batch.Value[at], batch.Filed[at]) = (fact.Start, fact.End, fact.Value, fact.Filed);
            (batch.Accession[at], batch.Rounded[at]) = (fact.Accession, 0);
            batch.Count = at + 1;
            if (!batch.IsFull) continue;
            sink.Land(batch, bytesDone);
            batch = sink.Rent();
        }

        sink.Land(batch, bytesDone);
    }

    private readonly record struct One(int Tag, int Unit, int Form, int Start, int End, int Filed, long Accession, Int128 Value);

    private sealed class Parsed
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public string Cik { get; private set; } = "";

        public string Name { get; private set; } = "";

        public List<byte[]> Words { get; } = [];

        public List<One> Facts { get; } = [];

        public static Parsed From(byte[] bytes)
        {
            var parsed = new Parsed();
            using var json = JsonDocument.Parse(bytes);
            parsed.Cik = json.RootElement.GetProperty("cik").GetRawText();
            parsed.Name = json.RootElement.GetProperty("entityName").GetString()!;
            foreach (var taxonomy in json.RootElement.GetProperty("facts").EnumerateObject())
            {
                foreach (var tag in taxonomy.Value.EnumerateObject())
                {
                    var tagNumber = parsed.Number($"{taxonomy.Name}:{tag.Name}");
                    foreach (var unit in tag.Value.GetProperty("units").EnumerateObject())
                    {
                        var unitNumber = parsed.Number(unit.Name);
                        foreach (var fact in unit.Value.EnumerateArray()) parsed.Facts.Add(parsed.FactOf(tagNumber, unitNumber, fact));
                    }
                }
            }

            return parsed;
        }

        private One FactOf(int tag, int unit, JsonElement fact)
        {
            Accession.TryParse(Encoding.UTF8.GetBytes(fact.GetProperty("accn").GetString()!), out var accession);
            DecimalText.Read(Encoding.UTF8.GetBytes(fact.GetProperty("val").GetRawText()), out var value);
            var start = fact.TryGetProperty("start", out var told) ? Day(told) : FiledFactBatch.NoStart;
            return new One(tag, unit, Number(fact.GetProperty("form").GetString()!), start, Day(fact.GetProperty("end")), Day(fact.GetProperty("filed")), accession.Number, value);
        }

        private static int Day(JsonElement text)
        {
            Cells.TryDate(Encoding.UTF8.GetBytes(text.GetString()!), out var days);
            return days;
        }

        private int Number(string word)
        {
            if (_numbers.TryGetValue(word, out var number)) return number;
            Words.Add(Encoding.UTF8.GetBytes(word));
            return _numbers[word] = Words.Count - 1;
        }
    }
}
