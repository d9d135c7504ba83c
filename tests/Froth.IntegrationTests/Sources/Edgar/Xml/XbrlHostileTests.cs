using System.Text;
using CsCheck;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar.Xml;
using static Froth.IntegrationTests.Sources.Edgar.Xml.InstanceXml;

namespace Froth.IntegrationTests.Sources.Edgar.Xml;

/// <summary>Whatever the bytes are: an answer or a <see cref="SourceFormatException"/>, in bounded memory, and nothing half landed.</summary>
public sealed class XbrlHostileTests
{
    public static TheoryData<string, string, string> Bad => new()
    {
        { "empty", "", "root" },
        { "blank", "  \n ", "root" },
        { "text", "Not found", "sound XML" },
        { "json", "{\"facts\":{}}", "sound XML" },
        { "html", "<html><body>Undeclared Automated Tool</body></html>", "HTML page" },
        { "html with type", "<!DOCTYPE html><html></html>", "document type" },
        { "other root", "<edgarSubmission/>", "root" },
        { "other namespace", "<xbrl xmlns='http://www.acme.example'/>", "root" },
        { "no facts", $"<xbrl {Spaces}/>", "no facts" },
        { "truncated", Sound[..^200], "sound XML" },
        { "truncated in the declaration", Sound[..10], "sound XML" },
        { "two roots", Sound + "<xbrl/>", "sound XML" },
        { "nul", Sound.Replace("5000000000", "5\0"), "sound XML" },
        { "unbound prefix", Sound.Replace("xmlns:acme=", "xmlns:other="), "sound XML" },
        { "unknown encoding", Sound.Replace("utf-8", "klingon-1"), "sound XML" },
        { "attribute twice", With("<us-gaap:A id='1' id='2'/>"), "sound XML" },
        { "external entity", Sound.Replace("<xbrl ", "<!DOCTYPE xbrl [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><xbrl ").Replace("5000000000", "&x;"), "document type" },
        { "external type", Sound.Replace("<xbrl ", "<!DOCTYPE xbrl SYSTEM 'http://127.0.0.1:9/x.dtd'><xbrl "), "document type" },
        { "laughs", Sound.Replace("<xbrl ", "<!DOCTYPE xbrl [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'>]><xbrl ").Replace("5000000000", "&c;"), "document type" },
        { "undeclared entity", Sound.Replace("5000000000", "&laughs;"), "sound XML" },
        { "filers", With(Enumerable.Range(1, 1_001).Select(n => Context($"c{n}", "<instant>2024-12-31</instant>", cik: $"{n}"))), "filers" },
        { "deep", With(string.Concat(Enumerable.Repeat("<acme:a>", 500)) + string.Concat(Enumerable.Repeat("</acme:a>", 500))), "nested" },
        { "deep beside", With("<link:x>" + string.Concat(Enumerable.Repeat("<link:a>", 500)) + string.Concat(Enumerable.Repeat("</link:a>", 500)) + "</link:x>"), "nested" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Parse_UnusableDocument_ThrowsWithPlaceAndAdviceAndLandsNothing(string what, string xml, string reason)
    {
        what.ShouldNotBeEmpty();
        var sink = new RecordingSink(Today);
        var fault = Should.Throw<SourceFormatException>(() => Parse(xml, sink: sink));
        fault.Message.ShouldContain("acme.xml, line ");
        fault.Message.ShouldContain(reason);
        fault.Message.ShouldEndWith("do not use it.");
        sink.Facts.ShouldBeEmpty();
        sink.Refused.ShouldBeEmpty();
        sink.Entities.Find("cik-9999991").ShouldBeNull();
    }

    [Fact]
    public void Parse_BytesThatAreNoUtf8_Throws()
    {
        var bytes = Encoding.UTF8.GetBytes(Sound);
        bytes[Sound.IndexOf("Acme Compute", StringComparison.Ordinal)] = 0xC3;
        Should.Throw<SourceFormatException>(() => Parse(bytes)).Message.ShouldContain("sound XML");
    }

    [Theory]
    [InlineData("<xbrl a='", "z")]
    [InlineData("<xbrl xmlns='http://www.xbrl.org/2003/instance'><a>", "x ")]
    [InlineData("<xbrl xmlns='http://www.xbrl.org/2003/instance'><a:a contextRef='c' unitRef='u' xmlns:a='x'>", "1")]
    [InlineData("<xbrl ", " a{0}=\"\"")]
    [InlineData("<", "a")]
    [InlineData("<!-- ", "- ")]
    [InlineData(" ", " ")]
    public void Parse_EndlessNode_ThrowsInBoundedMemory(string head, string piece)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sink = new RecordingSink(Today);
        Should.Throw<SourceFormatException>(() => XbrlInstance.Parse(new Endless(head, piece, 2L << 30), "endless.xml", SourceArguments.None, sink));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2L << 30);
    }

    [Fact]
    public void Parse_DocumentOfTenGigabytes_StopsAtTheBound()
    {
        var piece = "<link:x a='" + new string('y', 4_000) + "'/>";
        var fault = Should.Throw<SourceFormatException>(() =>
            XbrlInstance.Parse(new Endless($"<xbrl {Spaces}>", piece, 10L << 30), "endless.xml", SourceArguments.None, new RecordingSink(Today)));
        fault.Message.ShouldContain("longer than 256 million");
    }

    [Fact]
    public void Parse_TextBlocksOfMegabytes_AreNoHindrance()
    {
        var html = string.Concat(Enumerable.Repeat("&lt;p&gt;Notes&lt;/p&gt; ", 200_000));
        var sink = Parse(With($"<us-gaap:DebtTextBlock contextRef='year'>{html}</us-gaap:DebtTextBlock>", $"<us-gaap:LeaseTextBlock contextRef='year'><![CDATA[{html[..1_000_000]}]]></us-gaap:LeaseTextBlock>"));
        sink.Facts.Count.ShouldBe(6);
        sink.Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<xbrl xmlns='http://www.xbrl.org/2003/instance'>", true)]
    [InlineData("\n<?xml version='1.0'?><x:xbrl xmlns:x='http://www.xbrl.org/2003/instance'/>", true)]
    [InlineData("<xbrl/>", false)]
    [InlineData("<html xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'>", false)]
    [InlineData("{}", false)]
    [InlineData("", false)]
    [InlineData("<", false)]
    public void IsOne_Head_IsTrueOnlyForTheRoot(string head, bool isOne) => XbrlInstance.IsOne(Encoding.UTF8.GetBytes(head)).ShouldBe(isOne);

    [Fact]
    public void Parse_PartsInAnyOrder_GivesTheSameFacts()
    {
        string[] parts =
        [
            .. Parts, Context("day2", "<instant>2024-12-31</instant>"), Fact("us-gaap:Assets", "day2", "usd", "-1234.5"), Context("twice", "<instant>2023-12-31</instant>"),
            Context("twice", "<instant>2022-12-31</instant>"), Fact("us-gaap:Cash", "twice", "usd", "1", "id='f-7'"), Fact("us-gaap:Tax", "day", "usd", "20", "decimals='-1'"),
            Fact("us-gaap:Tax", "day", "usd", "19", "decimals='0'"), Fact("us-gaap:Debt", "day", "usd", "5", "id='f-8'"), Fact("us-gaap:Debt", "day", "usd", "6", "id='f-9'"),
        ];
        var expected = Parse(Of(parts));
        expected.Facts.Count.ShouldBe(7);
        expected.Refused.Count.ShouldBe(3);
        Gen.Shuffle(parts).Sample(
            shuffled =>
            {
                var sink = Parse(Of(shuffled));
                sink.Facts.ToHashSet().SetEquals(expected.Facts).ShouldBeTrue();
                sink.Refused.Select(r => r.Locator).ShouldBe(expected.Refused.Select(r => r.Locator), ignoreOrder: true);
            },
            iter: 200);
    }

    [Fact]
    public void Parse_MutatedBytes_SucceedsOrSaysThatTheFormatIsWrong() => Mutation.Sample(Encoding.UTF8.GetBytes(Sound), bytes =>
    {
        XbrlInstance.IsOne(bytes);
        Parse(bytes);
    });

    /// <summary>A head and then one piece over and over, with a number in it where it asks for one.</summary>
    private sealed class Endless(string head, string piece, long length) : MemoryStream
    {
        private readonly bool _isNumbered = piece.Contains("{0}");
        private byte[] _block = Encoding.ASCII.GetBytes(head);
        private byte[]? _again;
        private int _at;
        private long _given;
        private int _number;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_given >= length) return 0;
            if (_at == _block.Length) (_block, _at) = (Next(), 0);
            var count = Math.Min(buffer.Length, _block.Length - _at);
            _block.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            _given += count;
            return count;
        }

        private byte[] Next() => _isNumbered
            ? Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 512).Select(_ => string.Format(piece, _number++))))
            : _again ??= Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, Math.Max(1, 65_536 / piece.Length))));
    }
}
