using static Froth.IntegrationTests.Sources.Edgar.Xml.InstanceXml;

namespace Froth.IntegrationTests.Sources.Edgar.Xml;

/// <summary>What cannot be used is refused piece by piece; the sound facts beside it land.</summary>
public sealed class XbrlRefusalTests
{
    [Theory]
    [InlineData("NaN")]
    [InlineData("INF")]
    [InlineData("-INF")]
    [InlineData("")]
    [InlineData("1,234")]
    [InlineData("n/a")]
    [InlineData("100000000000000000000")]
    [InlineData("1e300")]
    [InlineData("0.1234567890123456789")]
    [InlineData("<b>5</b>")]
    public void Parse_ValueThatIsNoNumber_IsRefusedAtItsId(string value)
    {
        var sink = Parse(With(Fact("us-gaap:Cash", "day", "usd", value, "id='f-9'")));
        sink.Refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Locator.ShouldBe("#f-9"), r => r.Column.ShouldBe("value"), r => r.Raw.ShouldStartWith("us-gaap:Cash"));
        sink.Facts.Count.ShouldBe(6);
    }

    [Fact]
    public void Parse_NumberLongerThanAny_IsRefusedWithoutBeingHeld() =>
        Parse(With(Fact("us-gaap:Cash", "day", "usd", new string('9', 1_000_000)))).Refused.ShouldHaveSingleItem().Reason.ShouldContain("longer than");

    [Fact]
    public void Parse_FactWithoutId_IsRefusedAtItsLine()
    {
        var sink = Parse(With(Fact("us-gaap:Cash", "day", "usd", "x")));
        // The declaration, the root of six lines, the schema and the other parts stand above it.
        sink.Refused.ShouldHaveSingleItem().Locator.ShouldBe($"line {1 + Spaces.Split('\n').Length + 1 + Parts.Length + 1}");
    }

    [Theory]
    [InlineData("nowhere", "usd", "contextRef", "does not hold")]
    [InlineData("day", "nothing", "unitRef", "does not hold")]
    [InlineData("", "usd", "contextRef", "names no context")]
    public void Parse_ReferenceToNothing_IsRefused(string context, string unit, string column, string reason)
    {
        var sink = Parse(With(Fact("us-gaap:Cash", context, unit, "1")));
        sink.Refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Column.ShouldBe(column), r => r.Reason.ShouldContain(reason));
        sink.Facts.Count.ShouldBe(6);
    }

    [Fact]
    public void Parse_ContextIdOfTwoContents_RefusesEveryFactOfIt()
    {
        var sink = Parse(With(Context("day", "<instant>2023-12-31</instant>"), Context("day", "<instant>2024-12-31</instant>"), Fact("us-gaap:Cash", "day", "usd", "1", "id='f-9'")));
        sink.Refused.Select(r => r.Locator).ShouldBe(["#f-2", "#f-9"], ignoreOrder: true);
        sink.Refused.ShouldAllBe(r => r.Reason.Contains("two contexts that differ"));
        sink.Facts.ShouldNotContain(f => f.Start == null && f.Dimension == "");
    }

    [Fact]
    public void Parse_UnitIdOfTwoContents_RefusesEveryFactOfIt()
    {
        var sink = Parse(With("<unit id='pure'><measure>shares</measure></unit>"));
        sink.Refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Locator.ShouldBe("#f-4"), r => r.Column.ShouldBe("unitRef"));
    }

    [Theory]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>12345678901</identifier></entity><period><instant>2024-12-31</instant></period>", "CIK")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>0000000000</identifier></entity><period><instant>2024-12-31</instant></period>", "CIK")]
    [InlineData("<entity><identifier scheme='http://standards.iso.org/iso/17442'>9999991</identifier></entity><period><instant>2024-12-31</instant></period>", "CIK")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier></entity><period><forever/></period>", "forever")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier></entity><period><instant>2024-02-30</instant></period>", "not a date")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier></entity><period><instant>2024-02-01x</instant></period>", "not a date")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier></entity><period><startDate>2024-02-02</startDate><endDate>2024-02-01</endDate></period>", "starts after")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier></entity>", "neither a day")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier><segment><acme:What/></segment></entity><period><instant>2024-12-31</instant></period>", "acme:What")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier><segment><xbrldi:explicitMember dimension='zz:Axis'>acme:M</xbrldi:explicitMember></segment></entity><period><instant>2024-12-31</instant></period>", "namespaces")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier><segment><xbrldi:explicitMember dimension='acme:A'>a;b=c</xbrldi:explicitMember></segment></entity><period><instant>2024-12-31</instant></period>", "namespaces")]
    [InlineData("<entity><identifier scheme='http://www.sec.gov/CIK'>9999991</identifier><segment><xbrldi:explicitMember dimension='acme:A'>acme:M</xbrldi:explicitMember><xbrldi:explicitMember dimension='acme:A'>acme:N</xbrldi:explicitMember></segment></entity><period><instant>2024-12-31</instant></period>", "twice")]
    public void Parse_ContextThatIsNotUnderstood_RefusesItsFactsAndNeverPassesThemForTheWholeFirm(string content, string reason)
    {
        var sink = Parse(With($"<context id='c'>{content}</context>", Fact("us-gaap:Cash", "c", "usd", "1")));
        sink.Refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Column.ShouldBe("contextRef"), r => r.Reason.ShouldContain(reason));
        sink.Facts.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("<unit id='u'/>")]
    [InlineData("<unit id='u'><measure>zz:Q</measure></unit>")]
    [InlineData("<unit id='u'><divide><unitNumerator><measure>iso4217:USD</measure></unitNumerator><unitDenominator/></divide></unit>")]
    [InlineData("<unit id='u'><acme:odd/></unit>")]
    public void Parse_UnitThatIsNotUnderstood_RefusesItsFacts(string unit) =>
        Parse(With(unit, Fact("us-gaap:Cash", "day", "u", "1"))).Refused.ShouldHaveSingleItem().Column.ShouldBe("unitRef");

    [Fact]
    public void Parse_Tuple_IsRefusedAndNotForgotten() =>
        Parse(With("<acme:Group>" + Fact("us-gaap:Cash", "day", "usd", "1") + "</acme:Group>")).Refused.ShouldHaveSingleItem().Raw.ShouldStartWith("acme:Group");
}
