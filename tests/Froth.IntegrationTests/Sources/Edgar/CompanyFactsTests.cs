using System.Text;
using Froth.Core.Entities;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

public sealed class CompanyFactsTests
{
    // Counts, sums and checksums told by Python's json module with exact decimals.
    [Theory]
    [InlineData("CIK0000320193", 24_579, "510157403597078.69996", 9_178, 1_104_838_332, 622_780, 505, 14_748)]
    [InlineData("CIK0001045810", 26_903, "70255079095493.5803", 11_540, 1_208_113_455, 111_324, 643, 17_202)]
    [InlineData("CIK0001652044", 20_324, "351157335278048.819", 9_601, 948_411_119, 808_868, 537, 13_207)]
    public void Parse_RecordedFirm_AgreesWithPython(string name, int facts, string sum, int instants, long days, long accessions, int tags, int quarterly)
    {
        var sink = RecordingSink.Parse(new EdgarSource(), Repository.Shared("samples", "edgar", "companyfacts", $"{name}.json"), EdgarText.Today);
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        sink.Refused.ShouldBeEmpty();
        sink.Facts.Count.ShouldBe(facts);
        sink.Facts.Sum(f => f.Value).ShouldBe(decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture));
        sink.Facts.Count(f => f.Start is null).ShouldBe(instants);
        sink.Facts.Sum(f => (long)f.End.DayNumber + f.Filed.DayNumber - 2 * epoch + (f.Start is { } start ? start.DayNumber - epoch : 0)).ShouldBe(days);
        (sink.Facts.Aggregate(0L, (rest, f) => (rest + long.Parse(f.Accession.Replace("-", "")) % 1_000_003) % 1_000_003)).ShouldBe(accessions);
        sink.Facts.Select(f => f.Tag).Distinct().Count().ShouldBe(tags);
        sink.Facts.Count(f => f.Form == "10-Q").ShouldBe(quarterly);
        var entity = "cik-" + name[3..].TrimStart('0');
        sink.Facts.ShouldAllBe(f => f.Entity == entity && f.Dimension == "" && !f.IsRounded);
    }

    [Fact]
    public void Parse_RecordedFirm_IsTheSameOnBothPaths()
    {
        var bytes = File.ReadAllBytes(Repository.Shared("samples", "edgar", "companyfacts", "CIK0001045810.json"));
        EdgarText.Facts(bytes, isFast: true).Facts.ShouldBe(EdgarText.Facts(bytes, isFast: false).Facts);
    }

    [Fact]
    public void Parse_RecordedSplit_KeepsBothValuesOfOnePeriod()
    {
        var sink = RecordingSink.Parse(new EdgarSource(), Repository.Shared("samples", "edgar", "companyfacts", "CIK0001045810.json"), EdgarText.Today);
        sink.Facts.Where(f => f is { Tag: "us-gaap:EarningsPerShareDiluted", Unit: "USD/shares" } && f.Start == new DateOnly(2023, 1, 30) && f.End == new DateOnly(2024, 1, 28))
            .Select(f => (f.Value, f.Accession, f.Filed)).ShouldBe([
                (11.93m, "0001045810-24-000029", new DateOnly(2024, 2, 21)),
                (1.19m, "0001045810-25-000023", new DateOnly(2025, 2, 26)),
                (1.19m, "0001045810-26-000021", new DateOnly(2026, 2, 25))]);
        sink.Facts.Single(f => f is { Tag: "us-gaap:Revenues", Unit: "USD" } && f.End == new DateOnly(2026, 4, 26)).Value.ShouldBe(81_615_000_000m);
    }

    [Fact]
    public void Parse_FactOfAFirm_KeepsAllThatItTells()
    {
        var sink = EdgarText.Parse(EdgarText.Firm(EdgarText.Fact, """{"end":"2024-03-31","val":-0.25,"accn":"0001234567-24-000005","fy":null,"fp":null,"form":"424B5","filed":"2024-05-01"}"""));
        sink.Refused.ShouldBeEmpty();
        sink.Facts.ShouldBe([
            new TestFact("cik-1234567", "us-gaap:Revenues", "", "USD", new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 31), 1500m, new DateOnly(2024, 5, 1), "0001234567-24-000005", "10-Q", false),
            new TestFact("cik-1234567", "us-gaap:Revenues", "", "USD", null, new DateOnly(2024, 3, 31), -0.25m, new DateOnly(2024, 5, 1), "0001234567-24-000005", "424B5", false)]);
    }

    [Theory]
    [InlineData("1234567")]
    [InlineData("\"1234567\"")]
    [InlineData("\"0001234567\"")]
    public void Parse_CikAsNumberOrText_FindsTheKnownFirm(string cik)
    {
        var known = new Entity { Id = "example", Name = Froth.Core.Bilingual.Same("Example"), Kind = EntityKind.Firm, Identifiers = new Dictionary<string, string> { ["cik"] = "0001234567" } };
        EdgarText.Parse(EdgarText.Firm(EdgarText.Fact).Replace("1234567,\"entity", $"{cik},\"entity"), known: [known]).Facts.Single().Entity.ShouldBe("example");
    }

    [Fact]
    public void Parse_SameKeyWithTwoValues_KeepsBoth()
    {
        var sink = EdgarText.Parse(EdgarText.Firm(EdgarText.Fact, EdgarText.Fact.Replace("1500", "1501"), EdgarText.Fact));
        sink.Facts.Select(f => f.Value).ShouldBe([1500m, 1501m, 1500m]);
    }

    [Fact]
    public void Parse_MoreFactsThanABatch_KeepsTheirOrder()
    {
        var facts = Enumerable.Range(0, 10_000).Select(i => EdgarText.Fact.Replace("1500", i.ToString())).ToArray();
        EdgarText.Parse(EdgarText.Firm(facts)).Facts.Select(f => (int)f.Value).ShouldBe(Enumerable.Range(0, 10_000));
    }

    [Fact]
    public void Parse_FirmAfterItsFacts_GivesTheSameFacts()
    {
        var usual = EdgarText.Firm(EdgarText.Fact);
        var facts = usual[usual.IndexOf("\"facts\"", StringComparison.Ordinal)..^1];
        EdgarText.Parse($$"""{{{facts}},"extra":[{"a":[null,true,false,1e5,"\"}"]}],"entityName":"Example Corp","cik":"1234567"}""").Facts.ShouldBe(EdgarText.Parse(usual).Facts);
    }

    [Fact]
    public void Parse_ForeignUnitsAndCustomWords_AreKeptAsTheyStand()
    {
        var sink = EdgarText.Parse(EdgarText.Firm(EdgarText.Fact).Replace("\"USD\"", "\"USD\\/sh\\u00e4res\"").Replace("us-gaap", "ifrs-full"));
        sink.Facts.Single().Unit.ShouldBe("USD/shäres");
        sink.Facts.Single().Tag.ShouldBe("ifrs-full:Revenues");
    }

    [Fact]
    public void Parse_LabelNullAndNestedUnknowns_ArePassedOver()
    {
        var odd = EdgarText.Firm(EdgarText.Fact).Replace("\"label\":\"Revenues\"", "\"label\":null,\"new\":{\"a\":[[],{},[{\"b\":\"]}\"}]]}");
        EdgarText.Parse(odd).Facts.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("1.50E-2", "0.015")]
    [InlineData("123456789012345678", "123456789012345678")]
    [InlineData("0.000000000000000001", "0.000000000000000001")]
    [InlineData("-12345678.87654321", "-12345678.87654321")]
    [InlineData("9999999999999999999.5", "9999999999999999999.5")]
    public void Parse_Values_AreExact(string told, string value) =>
        EdgarText.Parse(EdgarText.Firm(EdgarText.Fact.Replace("1500", told))).Facts.Single().Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Parse_ByteOrderMark_IsPassedOver() =>
        EdgarText.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(EdgarText.Firm(EdgarText.Fact))]).Facts.Count.ShouldBe(1);
}
