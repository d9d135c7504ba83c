using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

public sealed class BulkArchiveTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(EdgarText.Firm(EdgarText.Fact));

    private static byte[] Many(int facts) => Encoding.UTF8.GetBytes(EdgarText.Firm([.. Enumerable.Repeat(EdgarText.Fact, facts)]));

    [Fact]
    public void Parse_MembersOfAllKinds_LandTogether()
    {
        var index = """{"cik":"7654321","name":"Other","tickers":[],"filings":{"recent":{"accessionNumber":["0007654321-24-000001"],"filingDate":["2024-02-01"],"form":["10-K"],"primaryDocument":["a.htm"]},"files":[]}}""";
        var person = index.Replace("10-K", "4").Replace("7654321", "1111111");
        var sink = Parse(("CIK0001234567.json", Good), ("CIK0007654321.json", Encoding.UTF8.GetBytes(index)), ("CIK0001111111.json", Encoding.UTF8.GetBytes(person)), ("CIK0001234567-submissions-001.json", Page("8-K")));
        sink.Refused.ShouldBeEmpty();
        sink.Facts.Count.ShouldBe(1);
        sink.Rows.Select(r => (r.Table, r["entity"] + r["id"])).ShouldBe([("entities", "cik-7654321"), ("filings", "cik-76543210007654321-24-000001"), ("filings", "cik-12345670001234567-24-000001")]);
        sink.Entities.Resolve("1111111").ShouldBeNull();
    }

    [Fact]
    public void Parse_BadMembers_AreRefusedByNameAndNothingOfThemLands()
    {
        var cut = Many(9_000)[..^10];
        var sink = Parse(("CIK0000000001.json", Many(100)), ("CIK0000000002.json", cut), ("CIK0000000003.json", []), ("CIK0000000004.json", "<html></html>"u8.ToArray()),
            ("CIK0000000005.json", "{}"u8.ToArray()), ("CIK0000000006.json", cut), ("CIK0000000007.json", Many(5_000)), ("notes.zip", Good), ("CIK0000000008.json", StatementSetsTests.Zip(("a", [1]))));
        sink.Facts.Count.ShouldBe(5_100);
        sink.Refused.Select(r => r.Locator).ShouldBe(["CIK0000000002.json", "CIK0000000003.json", "CIK0000000004.json", "CIK0000000005.json", "CIK0000000006.json", "notes.zip", "CIK0000000008.json"]);
        sink.Refused[0].Reason.ShouldContain("breaks off at byte");
    }

    [Fact]
    public void Parse_RefusedFactOfAMember_IsPlacedInItsMember() =>
        Parse(("CIK0001234567.json", Encoding.UTF8.GetBytes(EdgarText.Firm("7")))).Refused.Single().Locator.ShouldBe("CIK0001234567.json/facts/us-gaap/Revenues/units/USD/0");

    [Fact]
    public void Parse_WithFirmsAskedFor_ReadsOnlyThem()
    {
        var zip = StatementSetsTests.Zip(("CIK0001234567.json", Good), ("CIK0000000002.json", "broken"u8.ToArray()));
        var sink = EdgarText.Parse(zip, "companyfacts.zip", arguments: SourceArguments.None.With("cik", "CIK1234567"));
        sink.Facts.Count.ShouldBe(1);
        sink.Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../CIK0001234567.json")]
    [InlineData("/etc/CIK0001234567.json")]
    [InlineData("a\\CIK0001234567.json")]
    [InlineData("C:CIK0001234567.json")]
    public void Parse_NameThatLeadsOut_IsRefused(string name)
    {
        var sink = Parse(("CIK0000000001.json", Good), (name, Good));
        sink.Facts.Count.ShouldBe(1);
        sink.Refused.Single().Reason.ShouldContain("leads out");
    }

    [Fact]
    public void Parse_Bomb_IsRefusedBeforeItIsInflated()
    {
        // Sixteen megabytes of spaces shrink a thousand-fold.
        var bomb = new byte[16 << 20];
        bomb.AsSpan().Fill((byte)' ');
        var sink = Parse(("CIK0000000001.json", bomb), ("CIK0001234567.json", Good));
        sink.Facts.Count.ShouldBe(1);
        sink.Refused.Single().Reason.ShouldContain("zip bomb");
    }

    [Theory]
    [InlineData(5_000_000)]
    [InlineData(0xFFFF_FFF0)]
    public void Parse_LengthDeclaredFalsely_DoesNoHarm(uint declared)
    {
        var zip = StatementSetsTests.Zip(("CIK0000000001.json", Many(3_000)), ("CIK0001234567.json", Good));
        var at = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), declared);
        var sink = EdgarText.Parse(zip, "companyfacts.zip");
        sink.Facts.Count.ShouldBeOneOf(1, 3_001);
        sink.Refused.Count.ShouldBe(sink.Facts.Count == 1 ? 1 : 0);
    }

    [Fact]
    public void Inflate_MoreThanDeclared_StopsAtTheLimit()
    {
        var limits = new InflationLimits { MemberBytes = 100_000 };
        using var archive = new ZipArchive(new MemoryStream(StatementSetsTests.Zip(("a", new byte[1 << 20]))));
        using var member = limits.Inflate(archive.Entries[0]);
        limits.Objection(archive.Entries[0]).ShouldNotBeNull();
        var read = 0;
        Should.Throw<InvalidDataException>(() =>
        {
            var buffer = new byte[1_000];
            while (true) read += member.Read(buffer) is var part and > 0 ? part : throw new EndOfStreamException();
        });
        read.ShouldBeLessThanOrEqualTo(100_000);
    }

    [Fact]
    public void Open_MoreMembersThanAllowed_IsRefused()
    {
        var zip = StatementSetsTests.Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i}", new byte[1]))]);
        Should.Throw<SourceFormatException>(() => Open(zip, new InflationLimits { Members = 19 })).Message.ShouldContain("20 members");
        Open(zip, new InflationLimits { Members = 20 });
    }

    [Fact]
    public void Parse_EveryTruncationOfAZip_IsRefusedOrReadInPart()
    {
        var zip = StatementSetsTests.Zip(("CIK0001234567.json", Good));
        for (var length = 40; length < zip.Length; length += 7)
        {
            Should.Throw<SourceFormatException>(() => EdgarText.Parse(zip[..length], "companyfacts.zip", EdgarFormats.Bulk));
        }
    }

    [Fact]
    public void Parse_AnyByteOfAZipChanged_NeverEndsOtherwiseThanRefused()
    {
        var zip = StatementSetsTests.Zip(("CIK0001234567.json", Good), ("CIK0000000001.json", Many(30)));
        var refused = 0;
        for (var at = 0; at < zip.Length; at++)
        {
            foreach (var bit in (int[])[0, 7])
            {
                var changed = zip.ToArray();
                changed[at] ^= (byte)(1 << bit);
                try
                {
                    refused += EdgarText.Parse(changed, "companyfacts.zip", EdgarFormats.Bulk).Refused.Count;
                }
                catch (SourceFormatException)
                {
                    refused++;
                }
            }
        }

        refused.ShouldBeGreaterThan(zip.Length / 4);
    }

    private static void Open(byte[] zip, InflationLimits limits)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, zip);
            using var stream = File.OpenRead(path);
            limits.Open(stream, "some.zip").Dispose();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Page(string form) => Encoding.UTF8.GetBytes(
        "{\"accessionNumber\":[\"0001234567-24-000001\"],\"filingDate\":[\"2024-02-01\"],\"reportDate\":[\"\"],\"form\":[\"" + form + "\"],\"primaryDocument\":[\"\"]}");

    private static RecordingSink Parse(params (string Name, byte[] Bytes)[] members) => EdgarText.Parse(StatementSetsTests.Zip(members), "companyfacts.zip");
}
