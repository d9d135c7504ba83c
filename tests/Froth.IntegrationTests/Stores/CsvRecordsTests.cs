using System.Text;
using CsCheck;
using Froth.Data.Ingest;

namespace Froth.IntegrationTests.Stores;

public sealed class CsvRecordsTests
{
    [Fact]
    public void Next_AnyFieldsInPiecesOfAnySize_GivesThemBack()
    {
        var field = Gen.Char["ab,\"\n\r é漢"].Array[0, 12].Select(c => new string(c));
        Gen.Select(field.Array[2, 5].Array[1, 20], Gen.Int[1, 7], Gen.Bool).Sample((records, piece, crlf) =>
        {
            var text = string.Concat(records.Select(r => string.Join(',', r.Select(Quote)) + (crlf ? "\r\n" : "\n")));
            var reader = new CsvRecords(new Pieces(Encoding.UTF8.GetBytes(text), piece), 1 << 20);
            foreach (var record in records)
            {
                reader.Next().ShouldBeTrue();
                reader.Problem.ShouldBeNull();
                Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Field(i))).ShouldBe(record);
            }

            reader.Next().ShouldBeFalse();
        });
    }

    [Fact]
    public void Next_PlainRecordsInPiecesOfAnySize_GivesThemBack()
    {
        var field = Gen.Char["ab é漢"].Array[0, 24].Select(c => new string(c));
        Gen.Select(field.Array[2, 5].Array[1, 20], Gen.Int[1, 80], Gen.Bool, Gen.Bool).Sample((records, piece, crlf, ended) =>
        {
            var lineEnd = crlf ? "\r\n" : "\n";
            var text = string.Join(lineEnd, records.Select(r => string.Join(',', r))) + (ended ? lineEnd : "");
            var reader = new CsvRecords(new Pieces(Encoding.UTF8.GetBytes(text), piece), 1 << 20);
            for (var line = 0; line < records.Length; line++)
            {
                reader.Next().ShouldBeTrue();
                reader.Problem.ShouldBeNull();
                reader.Line.ShouldBe(line + 1);
                Encoding.UTF8.GetString(reader.Raw).ShouldBe(string.Join(',', records[line]));
                Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Field(i))).ShouldBe(records[line]);
                if (reader.IsAscii) records[line].ShouldAllBe(f => Ascii.IsValid(f));
            }

            reader.Next().ShouldBeFalse();
        });
    }

    [Fact]
    public void Next_OverLongRecordsAmongOthers_SkipsOnlyThem()
    {
        Gen.Select(Gen.Int[0, 400_000].Array[1, 6], Gen.Bool).Sample(
            (lengths, quoted) =>
            {
                var text = string.Concat(lengths.Select((n, i) => quoted ? $"{i},\"{new string('y', n)}\n\"\n" : $"{i},{new string('x', n)}\n"));
                var reader = new CsvRecords(new Pieces(Encoding.UTF8.GetBytes(text), 65_536), 262_144);
                for (var i = 0; i < lengths.Length; i++)
                {
                    reader.Next().ShouldBeTrue();
                    reader.Line.ShouldBe(quoted ? 2 * i + 1 : i + 1);
                    Encoding.UTF8.GetString(reader.Raw).ShouldStartWith($"{i},");
                    if (lengths[i] > 300_000) reader.Problem.ShouldNotBeNull();
                    if (lengths[i] < 200_000) Encoding.UTF8.GetString(reader.Field(0)).ShouldBe($"{i}");
                }

                reader.Next().ShouldBeFalse();
            },
            iter: 30);
    }

    [Fact]
    public void Next_TwoGigabyteLine_IsReportedInBoundedMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reader = new CsvRecords(new Endless(2L << 30), 1 << 20);
        reader.Next().ShouldBeTrue();
        reader.Problem.ShouldNotBeNull().ShouldContain("longer than");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 << 20);
    }

    private static string Quote(string field) => "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Hands out a few bytes at a time, so that every boundary falls inside a buffer once.</summary>
    private sealed class Pieces(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }

    /// <summary>One line without an end; only its first bytes are written, since what is skipped may hold anything.</summary>
    private sealed class Endless(long length) : MemoryStream
    {
        private readonly long _all = length;
        private long _done;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(_all - _done, count);
            if (_done == 0) buffer.AsSpan(offset, read).Fill((byte)'x');
            _done += read;
            return read;
        }
    }
}
