using System.Globalization;
using System.IO.Compression;
using System.Text;
using Froth.Core.Filings;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// A quarter's Financial Statement Data Set: <c>sub.txt</c> tells the filings, <c>num.txt</c> the numbers of their primary statements.
/// Dates are rounded there to month ends and whole quarters, so every fact is marked as rounded. <c>tag.txt</c> and <c>pre.txt</c> are
/// not read: what a tag means and where it stood on a page is no fact about a firm.
/// </summary>
internal sealed class StatementSets(ParseSink sink, FactWriter writer)
{
    private const long MostFilings = 2_000_000;

    private readonly Dictionary<long, FilingWords> _filings = [];

    /// <summary>Reads a zip.</summary>
    /// <exception cref="SourceFormatException">It is damaged, hostile, or lacks a table or a column.</exception>
    public void Parse(SourceFile file)
    {
        try
        {
            using var stream = file.Open();
            using var archive = InflationLimits.Streamed.Open(stream, file.Name);
            using (var sub = Open(archive, file.Name, "sub.txt")) ReadFilings(new TabRows(sub, "sub.txt"));
            using (var num = Open(archive, file.Name, "num.txt")) ReadFacts(num, () => stream.Position);
        }
        catch (Exception fault) when (InflationLimits.IsDamage(fault))
        {
            throw new SourceFormatException($"{file.Name} is damaged ({fault.Message}). Download it again.", fault);
        }
    }

    /// <summary>Reads the table of filings.</summary>
    public void ReadFilings(TabRows rows)
    {
        var (adsh, cik, name, form, filed) = (rows.Need("adsh"), rows.Need("cik"), rows.Need("name"), rows.Need("form"), rows.Need("filed"));
        while (rows.Next())
        {
            var problem = Problem(rows, adsh, cik, form, filed, out var column, out var accession, out var day);
            if (problem is not null)
            {
                sink.Refuse($"sub.txt:{rows.Line}", column, problem + "; its numbers are refused with it", rows.Raw);
                continue;
            }

            if (_filings.Count >= MostFilings) throw new SourceFormatException($"sub.txt tells more than {MostFilings:N0} filings, which no quarter has. Download the zip again.");
            var digits = Encoding.ASCII.GetString(rows.Field(cik)).TrimStart('0');
            var title = Encoding.UTF8.GetString(rows.Field(name));
            var entity = sink.EntityOf("cik", digits, string.IsNullOrWhiteSpace(title) ? $"CIK {digits}" : title);
            _filings[accession] = new FilingWords(sink.Word(Encoding.UTF8.GetBytes(entity)), sink.Word(rows.Field(form)), day);
        }
    }

    /// <summary>Reads the table of numbers, as a stream.</summary>
    /// <param name="num">Bytes of <c>num.txt</c>.</param>
    /// <param name="bytesDone">Bytes of the zip read so far.</param>
    public void ReadFacts(Stream num, Func<long> bytesDone)
    {
        var reader = new StatementNumbers(sink, writer, _filings, new TabRows(num, "num.txt"));
        while (reader.ReadSome()) writer.Advance(bytesDone());
    }

    private static Stream Open(ZipArchive archive, string zip, string name)
    {
        var member = archive.Entries.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new SourceFormatException($"{zip} holds no {name}. It is not a whole Financial Statement Data Set; download it again.");
        return InflationLimits.Streamed.Objection(member) is { } objection
            ? throw new SourceFormatException($"{zip}: {member.FullName} is not opened, because {objection}.")
            : InflationLimits.Streamed.Inflate(member);
    }

    private string? Problem(TabRows rows, int adsh, int cik, int form, int filed, out string column, out long number, out int day)
    {
        (column, number, day) = ("", 0, 0);
        if (!rows.IsWhole) return "the row has more or fewer fields than the header";
        column = "adsh";
        if (!Accession.TryParse(rows.Field(adsh), out var accession) || accession.Number == 0) return $"'{Cells.Show(rows.Field(adsh))}' is not the number of a filing";
        number = accession.Number;
        column = "cik";
        if (rows.Field(cik).Length is 0 or > 10 || rows.Field(cik).ContainsAnyExceptInRange((byte)'0', (byte)'9')) return $"'{Cells.Show(rows.Field(cik))}' is not a CIK";
        column = "form";
        if (rows.Field(form).Length is 0 or > 40 || !System.Text.Unicode.Utf8.IsValid(rows.Field(form))) return $"'{Cells.Show(rows.Field(form))}' is not a form";
        column = "filed";
        if (!TryDay(rows.Field(filed), out var date)) return $"'{Cells.Show(rows.Field(filed))}' is not a date (yyyyMMdd)";
        day = Cells.Days(date);
        return date > sink.Today ? $"it was filed on {date:yyyy-MM-dd}, after today ({sink.Today:yyyy-MM-dd})" : null;
    }

    /// <summary>Reads <c>20100331</c>.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        return text.Length == 8 && DateOnly.TryParseExact(Encoding.ASCII.GetString(text), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    /// <summary>What the facts of a filing share.</summary>
    internal readonly record struct FilingWords(int Entity, int Form, int Filed);
}
