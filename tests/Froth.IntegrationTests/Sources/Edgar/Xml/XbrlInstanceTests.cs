using System.Text;
using Froth.Data.Sources.Edgar.Xml;
using static Froth.IntegrationTests.Sources.Edgar.Xml.InstanceXml;

namespace Froth.IntegrationTests.Sources.Edgar.Xml;

public sealed class XbrlInstanceTests
{
    [Fact]
    public void Parse_SoundInstance_LandsEveryNumber()
    {
        var sink = Parse(Sound);
        sink.Refused.ShouldBeEmpty();
        sink.Facts.Count.ShouldBe(6);
        var revenue = sink.Facts.Single(f => f.Tag == "us-gaap:Revenues");
        revenue.ShouldBe(new TestFact("cik-9999991", "us-gaap:Revenues", "", "USD", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 5_000_000_000m,
            new DateOnly(2025, 3, 31), "", "10-K", false));
        sink.Facts.Single(f => f.Tag == "us-gaap:Assets").ShouldSatisfyAllConditions(f => f.Start.ShouldBeNull(), f => f.Value.ShouldBe(-1234.5m));
        sink.Facts.Single(f => f.Unit == "USD/shares").Value.ShouldBe(1.25m);
        sink.Facts.Single(f => f.Tag == "acme:AcceleratorsInService").Dimension.ShouldBe("us-gaap:PropertyPlantAndEquipmentByTypeAxis=acme:ServersMember");
        sink.Facts.Single(f => f.Tag == "us-gaap:ConcentrationRiskPercentage").Dimension
            .ShouldBe("srt:MajorCustomersAxis=acme:CustomerAMember;us-gaap:ConcentrationRiskByTypeAxis=us-gaap:CustomerConcentrationRiskMember");
        sink.Facts.Single(f => f.Unit == "Year").ShouldSatisfyAllConditions(f => f.Tag.ShouldBe("us-gaap:PropertyPlantAndEquipmentUsefulLife"), f => f.Value.ShouldBe(5.5m));
        sink.Entities.Find("cik-9999991").ShouldNotBeNull().Name.English.ShouldBe("Acme Compute Inc.");
    }

    [Fact]
    public void Parse_OtherPrefixesForTheTaxonomies_GivesTheCanonicalOnes()
    {
        var odd = Sound.Replace("us-gaap:", "g:").Replace("srt:", "s:").Replace("iso4217:", "i:").Replace("xbrldi:", "d:")
            .Replace("xmlns:us-gaap=", "xmlns:g=").Replace("xmlns:srt=", "xmlns:s=").Replace("xmlns:iso4217=", "xmlns:i=").Replace("xmlns:xbrldi=", "xmlns:d=")
            .Replace("us-gaap/2024", "us-gaap/2019-01-31");
        Parse(odd).Facts.ShouldBe(Parse(Sound).Facts);
    }

    [Theory]
    [InlineData("http://fasb.org/us-gaap/2023", "x", "us-gaap")]
    [InlineData("http://xbrl.us/us-gaap/2009-01-31", "x", "us-gaap")]
    [InlineData("http://xbrl.sec.gov/dei/2014-01-31", "x", "dei")]
    [InlineData("http://xbrl.sec.gov/ecd/2024", "x", "ecd")]
    [InlineData("http://xbrl.sec.gov/cyd/2024", "x", "cyd")]
    [InlineData("http://fasb.org/srt/2024", "x", "srt")]
    [InlineData("http://xbrl.ifrs.org/taxonomy/2023-03-23/ifrs-full", "x", "ifrs-full")]
    [InlineData("http://www.apple.com/20230930", "aapl", "aapl")]
    [InlineData("http://www.apple.com/20230930", "", "www.apple.com")]
    [InlineData("http://www.acme.example/fasb.org/us-gaap/2023", "us-gaap", "custom-us-gaap")]
    [InlineData("http://fasb.org.acme.example/us-gaap/2023", "dei", "custom-dei")]
    [InlineData("", "", "unnamed")]
    public void Prefix_AnyNamespace_FollowsItAndNotTheDocumentsChoice(string space, string told, string prefix) => XbrlNames.Prefix(space, told).ShouldBe(prefix);

    [Theory]
    [InlineData("<unit id='u'><measure>iso4217:EUR</measure></unit>", "EUR")]
    [InlineData("<unit id='u'><measure>acme:Customer</measure></unit>", "Customer")]
    [InlineData("<unit id='u'><measure>acme:USD</measure></unit>", "acme:USD")]
    [InlineData("<unit id='u'><measure>acme:shares</measure></unit>", "acme:shares")]
    [InlineData("<unit id='u'><measure>shares</measure><measure>iso4217:USD</measure></unit>", "USD*shares")]
    [InlineData("<unit id='u'><divide><unitDenominator><measure>shares</measure></unitDenominator><unitNumerator><measure>iso4217:USD</measure></unitNumerator></divide></unit>", "USD/shares")]
    public void Parse_Unit_GivesItsWord(string unit, string word) =>
        Parse(With(unit, Fact("us-gaap:Cash", "day", "u", "1"))).Facts.Single(f => f.Tag == "us-gaap:Cash").Unit.ShouldBe(word);

    [Fact]
    public void Parse_TypedMembersAndScenario_StandInTheDimension()
    {
        const string Typed = "<xbrldi:typedMember dimension='us-gaap:StartDateAxis'><us-gaap:StartDateAxis.domain>\n 2025-01-01;\n x </us-gaap:StartDateAxis.domain></xbrldi:typedMember>";
        var sink = Parse(With(Context("t", "<instant>2024-12-31</instant>", Typed + Member("srt:RangeAxis", "srt:MaximumMember"), place: "scenario"), Fact("us-gaap:Cash", "t", "usd", "7")));
        sink.Facts.Single(f => f.Tag == "us-gaap:Cash").Dimension.ShouldBe("srt:RangeAxis=srt:MaximumMember;us-gaap:StartDateAxis=2025-01-01%3B x");
    }

    [Fact]
    public void Parse_WhatOnlyInstancesTell_IsFoundByTagAndMember()
    {
        var period = "<startDate>2024-01-01</startDate><endDate>2024-12-31</endDate>";
        var sink = Parse(With(
            Context("a", "<instant>2025-01-31</instant>", Member("us-gaap:StatementClassOfStockAxis", "us-gaap:CommonClassAMember")),
            Context("b", "<instant>2025-01-31</instant>", Member("us-gaap:StatementClassOfStockAxis", "us-gaap:CommonClassBMember")),
            Fact("dei:EntityCommonStockSharesOutstanding", "a", "shares", "700"), Fact("dei:EntityCommonStockSharesOutstanding", "b", "shares", "300"),
            Context("related", period, Member("us-gaap:RelatedPartyTransactionsByRelatedPartyAxis", "us-gaap:EquityMethodInvesteeMember")),
            Fact("us-gaap:Revenues", "related", "usd", "410000000"), Fact("us-gaap:LesseeOperatingLeaseLeaseNotYetCommencedAmount", "day", "usd", "90000000")));
        sink.Facts.Where(f => f.Tag == "dei:EntityCommonStockSharesOutstanding").ToDictionary(f => f.Dimension, f => f.Value).ShouldBe(new Dictionary<string, decimal>
        {
            ["us-gaap:StatementClassOfStockAxis=us-gaap:CommonClassAMember"] = 700, ["us-gaap:StatementClassOfStockAxis=us-gaap:CommonClassBMember"] = 300,
        }, ignoreOrder: true);
        sink.Facts.Single(f => f.Dimension == "us-gaap:RelatedPartyTransactionsByRelatedPartyAxis=us-gaap:EquityMethodInvesteeMember").Value.ShouldBe(410_000_000m);
        sink.Facts.Single(f => f.Tag == "us-gaap:LesseeOperatingLeaseLeaseNotYetCommencedAmount").Value.ShouldBe(90_000_000m);
    }

    [Fact]
    public void Parse_NilFact_IsNeitherZeroNorRefused()
    {
        var sink = Parse(With("<us-gaap:CommitmentsAndContingencies contextRef='day' unitRef='usd' xsi:nil='true'/>"));
        sink.Facts.ShouldNotContain(f => f.Tag == "us-gaap:CommitmentsAndContingencies");
        sink.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_RoundedOrCutRepetition_KeepsTheMostExact()
    {
        var sink = Parse(With(
            Fact("us-gaap:Tax", "day", "usd", "19500000000", "decimals='-8'"), Fact("us-gaap:Tax", "day", "usd", "19454000000", "decimals='-6'"),
            Fact("us-gaap:Tax", "day", "usd", "19454000000", "decimals='-6'"), Fact("us-gaap:Tax", "day", "usd", "19400000000", "decimals='-8'")));
        sink.Facts.Single(f => f.Tag == "us-gaap:Tax").Value.ShouldBe(19_454_000_000m);
        sink.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_ContradictingRepetition_RefusesBoth()
    {
        var sink = Parse(With(Fact("us-gaap:Tax", "day", "usd", "1000000", "id='a' decimals='-6'"), Fact("us-gaap:Tax", "day", "usd", "3000000", "id='b' decimals='-6'")));
        sink.Facts.ShouldNotContain(f => f.Tag == "us-gaap:Tax");
        sink.Refused.Select(r => r.Locator).ShouldBe(["#a", "#b"], ignoreOrder: true);
        sink.Refused.ShouldAllBe(r => r.Reason.Contains("contradicts") && r.Column == "value");
    }

    [Fact]
    public void Parse_SameContextIdTwiceAlike_IsFine()
    {
        var again = Context("customer", "<startDate>2024-01-01</startDate><endDate>2024-12-31</endDate>",
            Member("srt:MajorCustomersAxis", "acme:CustomerAMember") + Member("us-gaap:ConcentrationRiskByTypeAxis", "us-gaap:CustomerConcentrationRiskMember"));
        var sink = Parse(With(again));
        sink.Refused.ShouldBeEmpty();
        sink.Facts.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("<instant>2024-12-31T00:00:00</instant>", null, "2024-12-30")]
    [InlineData("<instant>2024-12-31T24:00:00</instant>", null, "2024-12-31")]
    [InlineData("<startDate>2024-01-01T00:00:00</startDate><endDate>2025-01-01T00:00:00</endDate>", "2024-01-01", "2024-12-31")]
    [InlineData("<endDate>2024-02-29Z</endDate><startDate>2024-02-01</startDate>", "2024-02-01", "2024-02-29")]
    public void Parse_Period_FollowsTheRulesOfMidnight(string period, string? start, string end)
    {
        var fact = Parse(With(Context("p", period), Fact("us-gaap:Cash", "p", "usd", "1"))).Facts.Single(f => f.Tag == "us-gaap:Cash");
        fact.Start.ShouldBe(start is null ? null : DateOnly.Parse(start));
        fact.End.ShouldBe(DateOnly.Parse(end));
    }

    [Fact]
    public void Parse_TwoFilers_GivesEachItsOwnFacts()
    {
        var sink = Parse(With(
            Context("other", "<instant>2024-12-31</instant>", cik: "8888"), Fact("us-gaap:Assets", "other", "usd", "77"),
            "<dei:EntityRegistrantName contextRef='other'>Acme Power LLC</dei:EntityRegistrantName>"));
        sink.Facts.Single(f => f.Entity == "cik-8888").ShouldSatisfyAllConditions(f => f.Value.ShouldBe(77m), f => f.Form.ShouldBe("10-K"));
        sink.Facts.Count(f => f.Entity == "cik-9999991").ShouldBe(6);
        sink.Entities.Find("cik-8888").ShouldNotBeNull().Name.English.ShouldBe("Acme Power LLC");
    }

    [Fact]
    public void Parse_AnyEncoding_GivesTheSameFacts()
    {
        var expected = Parse(Sound).Facts;
        var wide = Sound.Replace("encoding=\"utf-8\"", "encoding=\"utf-16\"");
        byte[][] forms =
        [
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sound)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(wide)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(wide)], [.. "\n \r\n"u8, .. Encoding.UTF8.GetBytes(Sound)],
        ];
        foreach (var form in forms)
        {
            XbrlInstance.IsOne(form).ShouldBeTrue();
            Parse(form).Facts.ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("P5Y", 5)]
    [InlineData("P30M", 2.5)]
    [InlineData("P2Y6M", 2.5)]
    [InlineData("P1461D", 4)]
    [InlineData("P1Y487DT0H0M0S", 2.333333333333333333)]
    [InlineData("PT35064H", 4)]
    [InlineData("-P6M", -0.5)]
    [InlineData("P0Y", 0)]
    public void TryYears_Duration_IsInYears(string text, double years)
    {
        XbrlDuration.TryYears(text, out var scaled).ShouldBeTrue();
        ((double)scaled / 1e18).ShouldBe(years, 1e-15);
    }

    [Theory]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("5Y")]
    [InlineData("P5")]
    [InlineData("PY")]
    [InlineData("P1M1Y")]
    [InlineData("P1YT")]
    [InlineData("P1H")]
    [InlineData("P1.5Y")]
    [InlineData("P9999999999Y")]
    [InlineData("P5Y ")]
    [InlineData("Postal")]
    public void TryYears_OtherText_IsNone(string text) => XbrlDuration.TryYears(text, out _).ShouldBeFalse();

    [Fact]
    public void TryYears_MonthsAndDays_AreExactToTheEighteenthDecimal()
    {
        // 10 + 7/12 + 6/365.25 years, by hand: 10.583333… + 0.016427104722792607…
        XbrlDuration.TryYears("P10Y7M6D", out var scaled).ShouldBeTrue();
        scaled.ShouldBe((Int128)10_599_760_438_056_125_941);
    }
}
