using System.IO.Compression;
using System.Text;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

public sealed class StatementSetsTests
{
    private const string Sub = "adsh\tcik\tname\tform\tperiod\tfiled\n0001234567-24-000005\t1234567\tEXAMPLE CORP\t10-Q\t20240331\t20240501\n";
    private const string Header = "adsh\ttag\tversion\tddate\tqtrs\tuom\tsegments\tcoreg\tvalue\tfootnote\n";
    private const string Row = "0001234567-24-000005\tRevenues\tus-gaap/2023\t20240331\t1\tUSD\t\t\t1500.0000\t\n";

    [Fact]
    public void Parse_RecordedQuarter_AgreesWithPython()
    {
        var sink = RecordingSink.Parse(new EdgarSource(), Repository.Shared("samples", "edgar", "fsds", "2010q2.zip"), EdgarText.Today);
        sink.Facts.Count.ShouldBe(136_044 - 600);
        sink.Refused.ShouldHaveSingleItem().Reason.ShouldStartWith("600 rows have no value");
        sink.Facts.GroupBy(f => f.Unit).ToDictionary(g => g.Key, g => (g.Count(), g.Sum(f => f.Value))).ShouldBe(
            new Dictionary<string, (int, decimal)>
            {
                ["USD"] = (121_870, 6_478_139_770_482_959.7252m), ["BRL"] = (1_000, 15_580_580_000_053.01m), ["JPY"] = (4_554, 2_423_931_467_095_827.64m),
                ["shares"] = (7_386, 1_731_588_496_796_871.251m), ["pure"] = (161, 2_002_372.5288m), ["KRW"] = (326, 487_559_359_028_661m), ["CHF"] = (7, 52.69m),
                ["CAD"] = (122, 321_783_000_001.99m), ["GBP"] = (4, 0.3m), ["ZAR"] = (2, 50m), ["shares/USD"] = (10, 4.24m), ["EUR"] = (2, 2m),
            }, ignoreOrder: true);
        sink.Facts.Count(f => f.Tag.StartsWith("custom:", StringComparison.Ordinal)).ShouldBe(15_464);
        sink.Facts.Count(f => f.Dimension.Length > 0).ShouldBe(25_985);
        sink.Facts.Count(f => f.Dimension.Contains("coreg=")).ShouldBe(5_929);
        sink.Facts.Count(f => f.Start is null).ShouldBe(54_680);
        sink.Facts.ShouldAllBe(f => f.IsRounded);
        sink.Facts.Where(f => f is { Accession: "0001157523-10-002965", Tag: "us-gaap:Revenues", Dimension: "" }).Select(f => (f.Start, f.End, f.Value, f.Filed, f.Form)).ShouldBe(
            [
                (new DateOnly(2009, 1, 1), new DateOnly(2009, 3, 31), 24_390_000_000m, new DateOnly(2010, 5, 7), "10-Q"),
                (new DateOnly(2010, 1, 1), new DateOnly(2010, 3, 31), 31_566_000_000m, new DateOnly(2010, 5, 7), "10-Q"),
            ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("20240331", "0", null)]
    [InlineData("20240331", "1", "2024-01-01")]
    [InlineData("20240430", "4", "2023-05-01")]
    [InlineData("20240229", "2", "2023-09-01")]
    [InlineData("20231231", "12", "2021-01-01")]
    public void Parse_Quarters_GiveTheFirstDay(string end, string quarters, string? start) =>
        Parse(Header + Row.Replace("20240331\t1", $"{end}\t{quarters}")).Facts.Single().Start.ShouldBe(start is null ? null : DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("us-gaap/2023", "us-gaap:Revenues")]
    [InlineData("ifrs-full/2022", "ifrs-full:Revenues")]
    [InlineData("0001234567-24-000005", "custom:Revenues")]
    public void Parse_Version_NamesTheTaxonomy(string version, string tag) => Parse(Header + Row.Replace("us-gaap/2023", version)).Facts.Single().Tag.ShouldBe(tag);

    [Fact]
    public void Parse_SegmentsAndCoregistrant_BecomeTheDimension()
    {
        var sink = Parse(Header + Row + Row.Replace("USD\t\t\t", "USD\tStatementScenario=A;ClassOfStock=B;\t\t") + Row.Replace("USD\t\t\t", "USD\t\tParentCompany\t")
            + Row.Replace("USD\t\t\t", "USD\tClassOfStock=B;\tParentCompany\t"));
        sink.Facts.Select(f => f.Dimension).ShouldBe(["", "ClassOfStock=B;StatementScenario=A", "coreg=ParentCompany", "ClassOfStock=B;coreg=ParentCompany"]);
    }

    [Fact]
    public void Parse_OtherColumns_AreBoundByName()
    {
        var sink = Parse("value\tnew\tuom\tqtrs\tddate\tversion\tcoreg\ttag\tadsh\r\n1500\tx\tUSD\t1\t20240331\tus-gaap/2023\tP\tRevenues\t0001234567-24-000005\r\n1\tx\tUSD\t1\t20240331\tus-gaap/2023\t\tRevenues\t0001234567-24-000005");
        sink.Facts.Select(f => (f.Value, f.Dimension, f.Tag)).ShouldBe([(1500m, "coreg=P", "us-gaap:Revenues"), (1m, "", "us-gaap:Revenues")]);
        Parse("adsh\ttag\tversion\tddate\tqtrs\tuom\tvalue\n0001234567-24-000005\tRevenues\tus-gaap/2023\t20240331\t1\tUSD\t7\n").Facts.Single().Dimension.ShouldBe("");
    }

    [Theory]
    [InlineData("1500.0000", "12x", "value")]
    [InlineData("1500.0000", "1e300", "value")]
    [InlineData("20240331", "20240231", "ddate")]
    [InlineData("20240331", "2024031", "ddate")]
    [InlineData("20240331\t1", "00010331\t9", "ddate")]
    [InlineData("\t1\t", "\t-1\t", "qtrs")]
    [InlineData("\t1\t", "\t4000\t", "qtrs")]
    [InlineData("0001234567-24-000005\tRev", "0001234567-24-000006\tRev", "adsh")]
    [InlineData("\tRevenues", "\t", "tag")]
    [InlineData("USD", "", "uom")]
    [InlineData("\t\n", "\t\t\t\n", "")]
    public void Parse_UnusableRow_IsRefusedWithItsLine(string there, string instead, string column)
    {
        var sink = Parse(Header + Row + Row.Replace(there, instead) + Row);
        sink.Facts.Count.ShouldBe(2);
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe([("num.txt:3", column)]);
    }

    [Fact]
    public void Parse_FilingAfterToday_IsRefusedWithItsNumbers()
    {
        var sink = Parse(Header + Row, Sub.Replace("20240501", "20260801"));
        sink.Facts.ShouldBeEmpty();
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe([("sub.txt:2", "filed"), ("num.txt:2", "adsh")]);
    }

    [Fact]
    public void Parse_LongTable_IsReadThroughASmallBuffer()
    {
        var rows = new StringBuilder(Header);
        for (var i = 0; i < 50_000; i++) rows.Append(Row.Replace("1500", i.ToString()));
        rows.Length.ShouldBeGreaterThan(3 << 20);
        Parse(rows.ToString()).Facts.Select(f => (int)f.Value).ShouldBe(Enumerable.Range(0, 50_000));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("adsh\ttag\n", "no column 'version'")]
    public void Parse_TableOfAnotherShape_IsRefusedWhole(string num, string said) => Should.Throw<SourceFormatException>(() => Parse(num)).Message.ShouldContain(said);

    [Fact]
    public void Parse_LineWithoutEnd_IsRefusedWhole() =>
        Should.Throw<SourceFormatException>(() => Parse(Header + string.Concat(Enumerable.Range(0, 400_000)))).Message.ShouldContain("longer than");

    [Fact]
    public void Parse_TruncatedZip_IsRefusedWhole()
    {
        var whole = Zip(("sub.txt", Encoding.UTF8.GetBytes(Sub)), ("num.txt", Encoding.UTF8.GetBytes(Header + Row)));
        Should.Throw<SourceFormatException>(() => EdgarText.Parse(whole[..^30], "2024q1.zip")).Message.ShouldContain("download it again");
    }

    internal static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static RecordingSink Parse(string num, string sub = Sub) =>
        EdgarText.Parse(Zip(("sub.txt", Encoding.UTF8.GetBytes(sub)), ("num.txt", Encoding.UTF8.GetBytes(num))), "2024q1.zip");
}
