using System.Text;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

public sealed class CompanyFactsRefusalTests
{
    [Theory]
    [InlineData("\"val\":1500", "\"val\":null", "val", "null")]
    [InlineData("\"val\":1500", "\"val\":\"1500\"", "val", "not a number")]
    [InlineData("\"val\":1500", "\"val\":NaN", "val", "not a number")]
    [InlineData("\"val\":1500", "\"val\":-Infinity", "val", "not a number")]
    [InlineData("\"val\":1500", "\"val\":{\"a\":1}", "val", "not a number")]
    [InlineData("\"val\":1500", "\"val\":1e400", "val", "does not fit")]
    [InlineData("\"val\":1500", "\"val\":1e-19", "val", "does not fit")]
    [InlineData("\"val\":1500", "\"val\":100000000000000000000", "val", "does not fit")]
    [InlineData("\"val\":1500,", "", "val", "missing")]
    [InlineData("\"end\":\"2024-03-31\",", "", "end", "missing")]
    [InlineData("2024-03-31", "2024-02-30", "end", "not a date")]
    [InlineData("2024-03-31", "2023-12-31", "start", "ends before")]
    [InlineData("2024-01-01", "2024-13-01", "start", "not a date")]
    [InlineData("\"accn\":\"0001234567-24-000005\",", "", "accn", "missing")]
    [InlineData("0001234567-24-000005", "0001234567-24-00005", "accn", "not the number")]
    [InlineData("0001234567-24-000005", "0000000000-00-000000", "accn", "not the number")]
    [InlineData("\"form\":\"10-Q\",", "", "form", "missing")]
    [InlineData("\"10-Q\"", "\"\"", "form", "not a form")]
    [InlineData("\"filed\":\"2024-05-01\",", "", "filed", "missing")]
    [InlineData("2024-05-01", "2026-08-01", "filed", "after today")]
    [InlineData("2024-05-01", "2024-5-01", "filed", "not a date")]
    public void Parse_UnusableFact_IsRefusedWithItsPlaceAndTheRestLands(string there, string instead, string column, string reason)
    {
        var sink = EdgarText.Parse(EdgarText.Firm(EdgarText.Fact, EdgarText.Fact.Replace(there, instead), EdgarText.Fact));
        sink.Facts.Count.ShouldBe(2);
        var refused = sink.Refused.ShouldHaveSingleItem();
        refused.Locator.ShouldBe("/facts/us-gaap/Revenues/units/USD/1");
        refused.Column.ShouldBe(column);
        refused.Reason.ShouldContain(reason);
        refused.Raw.ShouldStartWith("{\"");
    }

    [Fact]
    public void Parse_EndFarInTheFuture_IsKept() =>
        EdgarText.Parse(EdgarText.Firm(EdgarText.Fact.Replace("2024-03-31", "2054-03-31"))).Facts.Single().End.Year.ShouldBe(2054);

    [Fact]
    public void Parse_BareValuesAmongFacts_AreRefused()
    {
        var sink = EdgarText.Parse(EdgarText.Firm("17", EdgarText.Fact, "[[]]"));
        sink.Facts.Count.ShouldBe(1);
        sink.Refused.Select(r => r.Locator).ShouldBe(["/facts/us-gaap/Revenues/units/USD/0", "/facts/us-gaap/Revenues/units/USD/2"]);
    }

    [Fact]
    public void Parse_UnitWithASlash_IsEscapedInThePointer() =>
        EdgarText.Parse(EdgarText.Firm("1").Replace("\"USD\"", "\"USD/shares\"")).Refused.Single().Locator.ShouldBe("/facts/us-gaap/Revenues/units/USD~1shares/0");

    [Fact]
    public void Parse_TagThatIsNoUtf8_IsRefusedAlone()
    {
        var bytes = Encoding.Latin1.GetBytes(EdgarText.Firm(EdgarText.Fact).Replace("\"Revenues\":", "\"Reven\u00fces\":{\"units\":{\"USD\":[]}},\"Fees\":"));
        var sink = EdgarText.Parse(bytes);
        sink.Facts.Single().Tag.ShouldBe("us-gaap:Fees");
        sink.Refused.Single().Reason.ShouldContain("not readable");
    }

    [Theory]
    [InlineData("\"units\":{\"USD\":[", "\"units\":null,\"other\":{\"USD\":[", "no object 'units'")]
    [InlineData("\"USD\":[", "\"EUR\":7,\"USD\":[", "not an array")]
    public void Parse_TagWithoutUsableUnits_IsRefused(string there, string instead, string reason) =>
        EdgarText.Parse(EdgarText.Firm(EdgarText.Fact).Replace(there, instead)).Refused.Single().Reason.ShouldContain(reason);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<!DOCTYPE html><html><body>Request Rate Threshold Exceeded</body></html>", "web page")]
    [InlineData("[]", "another shape")]
    [InlineData("{}", "no 'facts'")]
    [InlineData("""{"cik":1,"entityName":"A"}""", "no 'facts'")]
    [InlineData("""{"cik":1,"entityName":"A","facts":[]}""", "not an object")]
    [InlineData("""{"cik":1,"entityName":"A","facts":{"us-gaap":[]}}""", "/facts/us-gaap is not an object")]
    [InlineData("""{"cik":1,"entityName":"A","facts":{"us-gaap":{"X":1}}}""", "/facts/us-gaap/X is not an object")]
    [InlineData("""{"cik":"12345678901","entityName":"A","facts":{}}""", "'cik'")]
    [InlineData("""{"entityName":"A","facts":{}}""", "'cik' is missing")]
    [InlineData("""{"cik":1,"entityName":"A","facts":{}} trailing""", "byte 38")]
    [InlineData("""{"cik":1,"entityName":"A","facts":{},}""", "byte 37")]
    [InlineData("""{"cik":1,"entityName":"A","facts":{"us-gaap":{"X":{"units":{"USD":[1,]}}}}}""", "byte 69")]
    [InlineData("""{"cik":1,"entityName":"A","facts":{"us-gaap":{"X":{"label":"\x"}}}}""", "broken escape")]
    [InlineData("""{"cik":1,"entityName":"A","facts":{"us-gaap":{"X":{"units":{"USD":[{"end":"2024-03-31","val":00000}]}}}}}""", "byte 94")]
    [InlineData("""{"cik":01,"entityName":"A","facts":{}}""", "byte 8")]
    public void Parse_UnusableResponse_SaysWhatAndWhere(string text, string said)
    {
        var thrown = Should.Throw<SourceFormatException>(() => EdgarText.Parse(text, format: EdgarFormats.CompanyFacts));
        thrown.Message.ShouldContain(said);
        thrown.Message.ShouldContain("response.json");
    }

    [Fact]
    public void Parse_EveryTruncation_IsRefusedWithItsOffset()
    {
        var whole = Encoding.UTF8.GetBytes(EdgarText.Firm(EdgarText.Fact, """{ "end" : "2024-03-31", "val":1.5e1,"accn":"0001234567-24-000005","form":"10-\u0051","filed":"2024-05-01"}"""));
        EdgarText.Facts(whole, isFast: true).Facts.Count.ShouldBe(2);
        for (var length = 1; length < whole.Length; length++)
        {
            Should.Throw<SourceFormatException>(() => EdgarText.Facts(whole[..length], isFast: true)).Message.ShouldContain($"breaks off at byte {length}");
        }
    }

    [Fact]
    public void Parse_NestingWithoutEnd_IsRefusedWithoutHarm()
    {
        foreach (var open in (string[])["[", "{\"a\":"])
        {
            var deep = "{\"x\":" + string.Concat(Enumerable.Repeat(open, 1_000_000));
            Should.Throw<SourceFormatException>(() => EdgarText.Parse(deep, format: EdgarFormats.CompanyFacts)).Message.ShouldContain("nested");
        }
    }

    [Fact]
    public void Parse_NestingUpToTheLimit_IsPassedOver()
    {
        var deep = new string('[', 64) + new string(']', 64);
        EdgarText.Parse(EdgarText.Firm(EdgarText.Fact).Replace("\"facts\"", $"\"x\":{deep},\"facts\"")).Facts.Count.ShouldBe(1);
    }
}
