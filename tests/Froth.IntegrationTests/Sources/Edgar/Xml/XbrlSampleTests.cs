using System.Text;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar.Xml;

namespace Froth.IntegrationTests.Sources.Edgar.Xml;

/// <summary>
/// Two instances as filed: Apple's 10-K for the year to 2023-09-30 and Tesla's 10-Q for 2024-06-30. Counts and sums were taken from the
/// XML with another program (Python's xml.etree), one fact for each tag, dimension, period and unit, the most exact where repeated.
/// </summary>
public sealed class XbrlSampleTests
{
    private const string Revenue = "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax";

    [Fact]
    public void Parse_Apple_GivesEveryNumberOnce()
    {
        var sink = Sample("aapl-20230930_htm.xml");
        sink.Refused.ShouldBeEmpty();
        // 995 numbers in 205 contexts: two nil, 993 told, 902 different; and 16 durations.
        var durations = sink.Facts.Where(f => f.Unit == "Year").ToList();
        var numbers = sink.Facts.Except(durations).ToList();
        numbers.Count.ShouldBe(902);
        durations.Count.ShouldBe(16);
        Units(numbers).ShouldBe("Customer 1, EUR 3, Subsidiary 1, USD 793, USD/shares 24, Vendor 2, performanceObligation 1, pure 32, shares 45");
        numbers.Where(f => f.Unit == "USD").Sum(f => f.Value).ShouldBe(26_367_823_000_000m);
        numbers.Where(f => f.Unit == "shares").Sum(f => f.Value).ShouldBe(347_738_417_000m);
        numbers.Where(f => f.Unit == "pure").Sum(f => f.Value).ShouldBe(5.8707m);
        numbers.Count(f => f.Dimension == "").ShouldBe(503);
        numbers.Count(f => f.Start is null).ShouldBe(482);
        sink.Facts.ShouldAllBe(f => f.Entity == "cik-320193" && f.Form == "10-K" && f.Filed == new DateOnly(2023, 12, 29) && !f.IsRounded);
        sink.Entities.Find("cik-320193").ShouldNotBeNull().Name.English.ShouldBe("Apple Inc.");
    }

    [Fact]
    public void Parse_Tesla_GivesEveryNumberOnce()
    {
        var sink = Sample("tsla-20240630_htm.xml");
        sink.Refused.ShouldBeEmpty();
        // 1,044 numbers in 338 contexts: two nil, 1,042 told, 952 different; and 5 durations.
        var durations = sink.Facts.Where(f => f.Unit == "Year").ToList();
        var numbers = sink.Facts.Except(durations).ToList();
        numbers.Count.ShouldBe(952);
        durations.Count.ShouldBe(5);
        Units(numbers).ShouldBe("CNY 1, Plaintiff 6, Segment 2, USD 857, USD/shares 12, pure 23, shareholder 1, shares 50");
        numbers.Where(f => f.Unit == "USD").Sum(f => f.Value).ShouldBe(5_160_253_120_115.50m);
        numbers.Where(f => f.Unit == "pure").Sum(f => f.Value).ShouldBe(2.1193m);
        numbers.Count(f => f.Dimension == "").ShouldBe(460);
        numbers.Count(f => f.Start is null).ShouldBe(521);
        sink.Facts.ShouldAllBe(f => f.Entity == "cik-1318605" && f.Form == "10-Q" && f.Filed == new DateOnly(2024, 8, 14));
    }

    [Fact]
    public void Parse_Apple_TellsRevenueByProductSegmentAndCountry()
    {
        var year = Sample("aapl-20230930_htm.xml").Facts.Where(f => f.Tag == Revenue && f.End == new DateOnly(2023, 9, 30)).ToDictionary(f => f.Dimension, f => f.Value);
        year[""].ShouldBe(383_285_000_000m);
        decimal Of(string axis, string member) => year[$"{axis}={member}"];
        const string Product = "srt:ProductOrServiceAxis";
        const string Segment = "us-gaap:StatementBusinessSegmentsAxis";
        const string Country = "srt:StatementGeographicalAxis";
        Of(Product, "aapl:IPhoneMember").ShouldBe(200_583_000_000m);
        Of(Product, "us-gaap:ServiceMember").ShouldBe(85_200_000_000m);
        Of(Segment, "aapl:GreaterChinaSegmentMember").ShouldBe(72_559_000_000m);
        Of(Country, "country:US").ShouldBe(138_573_000_000m);
        // Each split is whole.
        (Of(Product, "us-gaap:ProductMember") + Of(Product, "us-gaap:ServiceMember")).ShouldBe(year[""]);
        year.Where(f => f.Key.StartsWith(Segment)).Sum(f => f.Value).ShouldBe(year[""]);
        year.Where(f => f.Key.StartsWith(Country)).Sum(f => f.Value).ShouldBe(year[""]);
    }

    [Fact]
    public void Parse_Apple_TellsConcentrationWithItsAxes()
    {
        var told = Sample("aapl-20230930_htm.xml").Facts.Where(f => f.Tag == "us-gaap:ConcentrationRiskPercentage1").ToList();
        told.Count.ShouldBe(7);
        string Axes(string customer, string benchmark) =>
            $"srt:MajorCustomersAxis={customer};us-gaap:ConcentrationRiskByBenchmarkAxis={benchmark};us-gaap:ConcentrationRiskByTypeAxis=us-gaap:CreditConcentrationRiskMember";
        decimal In(int year, string customer, string benchmark) => told.Single(f => f.End.Year == year && f.Dimension == Axes(customer, benchmark)).Value;
        In(2022, "aapl:CustomerOneMember", "us-gaap:TradeAccountsReceivableMember").ShouldBe(0.10m);
        In(2023, "aapl:CellularNetworkCarriersMember", "us-gaap:TradeAccountsReceivableMember").ShouldBe(0.41m);
        In(2023, "aapl:VendorOneMember", "aapl:NonTradeReceivableMember").ShouldBe(0.48m);
        In(2022, "aapl:VendorTwoMember", "aapl:NonTradeReceivableMember").ShouldBe(0.13m);
        told.ShouldAllBe(f => f.Unit == "pure");
    }

    [Fact]
    public void Parse_Apple_TellsLeasesNotCommencedMaturitiesAndPurchases()
    {
        var facts = Sample("aapl-20230930_htm.xml").Facts;
        decimal One(string tag, string dimension = "") => facts.Single(f => f.Tag == tag && f.Dimension == dimension && f.End == new DateOnly(2023, 9, 30)).Value;
        One("us-gaap:PaymentsToAcquirePropertyPlantAndEquipment").ShouldBe(10_959_000_000m);
        One("aapl:LesseeOperatingAndFinanceLeaseLeaseNotYetCommencedPaymentsDue").ShouldBe(544_000_000m);
        One("aapl:LesseeOperatingAndFinanceLeaseLeaseNotYetCommencedTermOfContract", "srt:RangeAxis=srt:MaximumMember").ShouldBe(21m);
        One("aapl:OperatingandFinanceLeaseWeightedAverageRemainingLeaseTerm").ShouldBe(10.599760438056125941m);
        string[] years = ["InNextTwelveMonths", "InYearTwo", "InYearThree", "InYearFour", "InYearFive", "AfterYearFive"];
        years.Select(y => One("us-gaap:LongTermDebtMaturitiesRepaymentsOfPrincipal" + y) / 1_000_000m).ShouldBe([9_943m, 10_775m, 12_265m, 9_786m, 7_800m, 56_003m]);
        One("us-gaap:UnrecordedUnconditionalPurchaseObligationBalanceSheetAmount").ShouldBe(20_736_000_000m);
        facts.Single(f => f.Tag == "dei:EntityCommonStockSharesOutstanding").ShouldSatisfyAllConditions(
            f => f.Value.ShouldBe(15_552_752_000m), f => f.End.ShouldBe(new DateOnly(2023, 10, 20)), f => f.Dimension.ShouldBeEmpty());
        // The tax benefits stand three times, twice rounded to 19.5 billion.
        facts.Single(f => f.Tag == "us-gaap:UnrecognizedTaxBenefits" && f.End == new DateOnly(2023, 9, 30)).Value.ShouldBe(19_454_000_000m);
        // Nothing about related parties or useful lives is tagged with a number in this report.
        facts.ShouldNotContain(f => f.Tag.Contains("RelatedPart") || f.Dimension.Contains("RelatedPart") || f.Tag.Contains("UsefulLife"));
    }

    [Fact]
    public void Parse_Apple_KeepsTypedMembers()
    {
        var told = Sample("aapl-20230930_htm.xml").Facts.Where(f => f.Tag == "us-gaap:RevenueRemainingPerformanceObligationPercentage").ToDictionary(f => f.Dimension, f => f.Value);
        const string Axis = "us-gaap:RevenueRemainingPerformanceObligationExpectedTimingOfSatisfactionStartDateAxis=";
        told[Axis + "2023-10-01"].ShouldBe(0.67m);
        told[Axis + "2024-09-29"].ShouldBe(0.25m);
        told.Count.ShouldBe(4);
    }

    [Fact]
    public void Parse_Tesla_TellsRevenueBySegmentAndProduct()
    {
        var facts = Sample("tsla-20240630_htm.xml").Facts;
        decimal Quarter(string tag, string dimension) => facts.Single(f => f.Tag == tag && f.Dimension == dimension && f.Start == new DateOnly(2024, 4, 1)).Value;
        Quarter("us-gaap:Revenues", "").ShouldBe(25_500_000_000m);
        Quarter("us-gaap:Revenues", "us-gaap:StatementBusinessSegmentsAxis=tsla:AutomotiveSegmentMember").ShouldBe(22_486_000_000m);
        Quarter("us-gaap:Revenues", "us-gaap:StatementBusinessSegmentsAxis=tsla:EnergyGenerationAndStorageSegmentMember").ShouldBe(3_014_000_000m);
        Quarter("us-gaap:Revenues", "srt:StatementGeographicalAxis=country:CN").ShouldBe(4_636_000_000m);
        Quarter(Revenue, "srt:ProductOrServiceAxis=tsla:AutomotiveRegulatoryCreditsMember").ShouldBe(890_000_000m);
        facts.Single(f => f.Tag == "us-gaap:PaymentsToAcquirePropertyPlantAndEquipment" && f.Start == new DateOnly(2024, 1, 1)).Value.ShouldBe(5_043_000_000m);
        facts.Single(f => f.Tag == "dei:EntityCommonStockSharesOutstanding").Value.ShouldBe(3_194_640_415m);
        facts.ShouldNotContain(f => f.Tag.Contains("RelatedPart") || f.Dimension.Contains("RelatedPart") || f.Tag.Contains("ConcentrationRisk"));
    }

    [Theory]
    [InlineData("aapl-20230930_htm.xml")]
    [InlineData("tsla-20240630_htm.xml")]
    public void Parse_TruncatedInstance_LandsNothing(string name)
    {
        var bytes = File.ReadAllBytes(Repository.Shared("samples", "edgar", "instance", name));
        for (var part = 1; part < 8; part++)
        {
            var sink = new RecordingSink(InstanceXml.Today);
            Should.Throw<SourceFormatException>(() => InstanceXml.Parse(bytes[..(bytes.Length * part / 8)], sink: sink));
            sink.Facts.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Parse_InstanceAsUtf16_GivesTheSameFacts()
    {
        var path = Repository.Shared("samples", "edgar", "instance", "tsla-20240630_htm.xml");
        var wide = File.ReadAllText(path).Replace("encoding=\"utf-8\"", "encoding=\"utf-16\"");
        InstanceXml.Parse([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(wide)]).Facts.ShouldBe(Sample("tsla-20240630_htm.xml").Facts);
    }

    private static RecordingSink Sample(string name)
    {
        var file = SourceFile.At(Repository.Shared("samples", "edgar", "instance", name));
        XbrlInstance.IsOne(file.Head).ShouldBeTrue();
        FormD.IsOne(file.Head).ShouldBeFalse();
        var sink = new RecordingSink(InstanceXml.Today);
        XbrlInstance.Parse(file, SourceArguments.None, sink);
        return sink;
    }

    private static string Units(IEnumerable<TestFact> facts) =>
        string.Join(", ", facts.GroupBy(f => f.Unit).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));
}
