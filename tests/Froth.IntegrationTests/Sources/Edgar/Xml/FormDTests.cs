using System.Text;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar.Xml;

namespace Froth.IntegrationTests.Sources.Edgar.Xml;

public sealed class FormDTests
{
    private static readonly DateOnly Today = InstanceXml.Today;

    private static readonly string Sound =
        """
        <?xml version="1.0"?>
        <edgarSubmission>
          <schemaVersion>X0708</schemaVersion><submissionType>D</submissionType><testOrLive>LIVE</testOrLive>
          <primaryIssuer><cik>0009999992</cik><entityName>Acme Models, Inc.</entityName>
            <issuerPreviousNameList><previousName>Acme Robots, Inc.</previousName><value>Acme Toys LLC</value></issuerPreviousNameList>
            <edgarPreviousNameList><value>None</value></edgarPreviousNameList></primaryIssuer>
          <issuerList><issuer><cik>0009999993</cik><entityName>Acme Parallel LP</entityName></issuer></issuerList>
          <relatedPersonsList><relatedPersonInfo><relatedPersonName><firstName>Jane</firstName><lastName>Roe</lastName></relatedPersonName></relatedPersonInfo></relatedPersonsList>
          <offeringData>
            <industryGroup><industryGroupType>Other Technology</industryGroupType></industryGroup>
            <typeOfFiling><newOrAmendment><isAmendment>false</isAmendment></newOrAmendment><dateOfFirstSale><value>2025-03-01</value></dateOfFirstSale></typeOfFiling>
            <minimumInvestmentAccepted>25000</minimumInvestmentAccepted>
            <salesCompensationList><recipient><recipientName>Richard Roe</recipientName></recipient></salesCompensationList>
            <offeringSalesAmounts><totalOfferingAmount>900000000</totalOfferingAmount><totalAmountSold>650000000</totalAmountSold><totalRemaining>250000000</totalRemaining></offeringSalesAmounts>
            <investors><totalNumberAlreadyInvested>41</totalNumberAlreadyInvested></investors>
            <signatureBlock>
              <signature><nameOfSigner>Jane Roe</nameOfSigner><signatureDate>2025-03-12</signatureDate></signature>
              <signature><nameOfSigner>Jane Roe</nameOfSigner><signatureDate>2025-03-14</signatureDate></signature>
            </signatureBlock>
          </offeringData>
        </edgarSubmission>
        """;

    [Fact]
    public void Parse_SoundForm_TellsItsFigures()
    {
        var sink = Parse(Sound);
        sink.Refused.ShouldBeEmpty();
        Figures(sink).ShouldBe("offering-amount 900000000 USD, offering-sold 650000000 USD, offering-remaining 250000000 USD, offering-minimum-investment 25000 USD, offering-investors 41 count");
        sink.Rows.ShouldAllBe(r => r.Table == "observations" && r["entity"] == "cik-9999992" && r["dimension"] == "form-d" && r["end"] == "2025-03-01"
            && r["published"] == "2025-03-14" && r["grade"] == "company" && r["start"] == "");
        sink.Rows[1].Locator.ShouldBe("/edgarSubmission/offeringData/offeringSalesAmounts/totalAmountSold");
        sink.Rows[0]["note"].ShouldBe("Form D: self-reported and unaudited. Joint offering with Acme Parallel LP. Former names: Acme Robots, Inc.; Acme Toys LLC.");
    }

    [Fact]
    public void Parse_AnyForm_HoldsNothingAboutPersons()
    {
        var told = string.Join('|', Parse(Sound).Rows.SelectMany(r => r.Cells.Values.Append(r.Locator)));
        told.ShouldNotContain("Roe");
        told.ShouldNotContain("Jane");
    }

    [Fact]
    public void Parse_IndefiniteOffering_HasNoRowForItAndSaysSo()
    {
        var sink = Parse(Sound.Replace(">900000000<", ">Indefinite<").Replace(">250000000<", ">Indefinite<"));
        sink.Refused.ShouldBeEmpty();
        sink.Rows.Select(r => r["concept"]).ShouldBe(["offering-sold", "offering-minimum-investment", "offering-investors"]);
        sink.Rows[0]["note"].ShouldContain("offering-amount is indefinite. offering-remaining is indefinite.");
    }

    [Fact]
    public void Parse_FirstSaleYetToCome_IsAboutTheDayOfSignature() =>
        Parse(Sound.Replace("<value>2025-03-01</value>", "<yetToOccur>true</yetToOccur>")).Rows.ShouldAllBe(r => r["end"] == "2025-03-14");

    [Fact]
    public void Parse_AmendmentWithNumbers_SpeaksOfTheOfferingThatItAmends()
    {
        var arguments = InstanceXml.Told(("accession", "0009999992-25-000009"), ("filed", "2025-06-02"));
        Parse(Sound, arguments).Rows.ShouldAllBe(r => r["dimension"] == "0009999992-25-000009" && r["published"] == "2025-06-02");
        var amendment = Sound.Replace(">D<", ">D/A<").Replace("<isAmendment>false</isAmendment>", "<isAmendment>true</isAmendment><previousAccessionNumber>0009999992-25-000002</previousAccessionNumber>");
        var sink = Parse(amendment, arguments);
        sink.Rows.ShouldAllBe(r => r["dimension"] == "0009999992-25-000002" && r["note"].Contains("Amendment of 0009999992-25-000002."));
        Parse(amendment).Rows.ShouldAllBe(r => r["dimension"] == "form-d");
    }

    [Theory]
    [InlineData(">650000000<", ">$650m<", "value", "not a number")]
    [InlineData(">650000000<", ">-1<", "value", "negative")]
    [InlineData(">650000000<", ">6,500<", "value", "not a number")]
    [InlineData("<totalAmountSold>", "<totalAmountSold>1</totalAmountSold><totalAmountSold>", "value", "twice")]
    [InlineData("<value>2025-03-01</value>", "<value>2025-02-29</value>", "end", "not a date")]
    [InlineData("signatureDate", "signedOn", "published", "no signature")]
    public void Parse_FieldThatCannotBeUsed_IsRefusedAtItsPath(string sound, string bad, string column, string reason)
    {
        var sink = Parse(Sound.Replace(sound, bad));
        sink.Refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Column.ShouldBe(column), r => r.Reason.ShouldContain(reason), r => r.Locator.ShouldStartWith("/edgarSubmission/"));
        sink.Rows.ShouldNotContain(r => r["concept"] == "offering-sold");
    }

    [Theory]
    [InlineData(">LIVE<", ">TEST<", "test filing")]
    [InlineData(">D<", ">13F-HR<", "another type")]
    [InlineData("edgarSubmission>", "html>", "HTML page")]
    [InlineData("</edgarSubmission>", "", "sound XML")]
    [InlineData(">0009999992<", ">no cik<", "CIK")]
    [InlineData("<edgarSubmission>", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><edgarSubmission>", "document type")]
    public void Parse_UnusableForm_ThrowsAndTellsNothing(string sound, string bad, string reason)
    {
        var sink = new RecordingSink(Today);
        Should.Throw<SourceFormatException>(() => Parse(Sound.Replace(sound, bad), sink: sink)).Message.ShouldContain(reason);
        sink.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(">D<", ">D<", true)]
    [InlineData(">D<", ">D/A<", true)]
    [InlineData(">D<", ">13F-HR<", false)]
    [InlineData("<submissionType>D</submissionType>", "", false)]
    [InlineData("edgarSubmission>", "xbrl>", false)]
    public void IsOne_Head_GoesByRootAndType(string sound, string other, bool isOne)
    {
        var bytes = Encoding.UTF8.GetBytes(Sound.Replace(sound, other));
        FormD.IsOne(bytes).ShouldBe(isOne);
        XbrlInstance.IsOne(bytes).ShouldBeFalse();
    }

    [Theory]
    [InlineData("D.1685REIT.xml", "cik-1961089", "2023-01-19", "2023-01-27", "125000 125000 0 1000 125", true)]
    [InlineData("D.APFund.xml", "cik-1958740", "2023-01-20", "2023-01-30", "659752 659752 0 1400 27", true)]
    [InlineData("D.Shepards.xml", "cik-1544190", "2017-03-16", "2023-01-31", "8000000 5725051 2274949 0 13", false)]
    public void Parse_FormAsFiled_TellsItsFigures(string name, string entity, string end, string published, string values, bool isPooled)
    {
        var file = SourceFile.At(Repository.Shared("samples", "edgar", "formd", name));
        FormD.IsOne(file.Head).ShouldBeTrue();
        var sink = new RecordingSink(Today);
        FormD.Parse(file, SourceArguments.None, sink);
        sink.Refused.ShouldBeEmpty();
        string.Join(' ', sink.Rows.Select(r => r["value"])).ShouldBe(values);
        sink.Rows.ShouldAllBe(r => r["entity"] == entity && r["end"] == end && r["published"] == published && r["note"].Contains("Pooled investment fund") == isPooled);
        if (name == "D.Shepards.xml") sink.Rows[0]["note"].ShouldContain("Former names: 84 RE Partners, LLC.");
        else sink.Rows[0]["note"].ShouldNotContain("Former");
    }

    [Fact]
    public void Parse_MutatedBytes_SucceedsOrSaysThatTheFormatIsWrong() => Mutation.Sample(Encoding.UTF8.GetBytes(Sound), bytes =>
    {
        FormD.IsOne(bytes);
        FormD.Parse(new MemoryStream(bytes), "form.xml", SourceArguments.None, new RecordingSink(Today));
    });

    private static string Figures(RecordingSink sink) => string.Join(", ", sink.Rows.Select(r => $"{r["concept"]} {r["value"]} {r["unit"]}"));

    private static RecordingSink Parse(string xml, SourceArguments? arguments = null, RecordingSink? sink = null)
    {
        sink ??= new RecordingSink(Today);
        FormD.Parse(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "form.xml", arguments ?? SourceArguments.None, sink);
        return sink;
    }
}
