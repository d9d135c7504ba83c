using Froth.Core.Filings;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar.Xml;
using static Froth.IntegrationTests.Sources.Edgar.Xml.InstanceXml;

namespace Froth.IntegrationTests.Sources.Edgar.Xml;

public sealed class XbrlFilingTests
{
    private static readonly DateOnly PeriodEnd = new(2024, 12, 31);

    [Theory]
    [InlineData("10-K", "2024-12-31", "2025-03-31")]
    [InlineData("10-Q", "2024-06-30", "2024-08-14")]
    [InlineData("10-Q", "2024-03-31", "2024-05-15")]
    [InlineData("10-Q", "2024-09-26", "2024-11-11")]
    [InlineData("20-F", "2024-12-31", "2025-05-05")]
    [InlineData("8-K", "2024-12-31", null)]
    [InlineData("10-K/A", "2024-12-31", null)]
    [InlineData("10-K", "9999-12-31", null)]
    public void Deadline_Form_IsTheLastDayOnTime(string form, string end, string? deadline) =>
        XbrlFiling.Deadline(form, DateOnly.Parse(end)).ShouldBe(deadline is null ? null : DateOnly.Parse(deadline));

    [Fact]
    public void Parse_NothingKnown_TakesTheDeadlineButNeverLessThanAFactsEnd()
    {
        Parse(Sound).Facts.ShouldAllBe(f => f.Filed == new DateOnly(2025, 3, 31) && f.Accession == "");
        var later = With(Context("due", "<instant>2025-06-30</instant>"), Fact("us-gaap:Cash", "due", "usd", "1"));
        Parse(later).Facts.ShouldAllBe(f => f.Filed == new DateOnly(2025, 6, 30));
        Parse(later, sink: new RecordingSink(new DateOnly(2025, 2, 1))).Facts.ShouldAllBe(f => f.Filed == new DateOnly(2025, 2, 1));
    }

    [Fact]
    public void Parse_AmendmentWithoutDate_IsKnownToday()
    {
        var sink = Parse(Sound.Replace(">false</dei:AmendmentFlag>", ">true</dei:AmendmentFlag>"));
        sink.Facts.ShouldAllBe(f => f.Form == "10-K/A" && f.Filed == Today);
    }

    [Fact]
    public void Parse_ArgumentsTold_ComeFirst()
    {
        var sink = Parse(Sound, Told(("accession", "0009999991-25-000007"), ("filed", "2025-02-20")), new KnowingSink());
        sink.Facts.ShouldAllBe(f => f.Accession == "0009999991-25-000007" && f.Filed == new DateOnly(2025, 2, 20) && f.Form == "10-K");
    }

    [Fact]
    public void Parse_StoreKnowsTheFiling_TakesItsNumberAndDay()
    {
        Parse(Sound, sink: new KnowingSink()).Facts.ShouldAllBe(f => f.Accession == "0009999991-25-000003" && f.Filed == new DateOnly(2025, 2, 14));
        Parse(Sound, Told(("filed", "2025-02-20")), new KnowingSink()).Facts.ShouldAllBe(f => f.Accession == "" && f.Filed == new DateOnly(2025, 2, 20));
        Parse(Sound, Told(("accession", "000999999125000003")), new KnowingSink()).Facts.ShouldAllBe(f => f.Filed == new DateOnly(2025, 2, 14));
    }

    [Theory]
    [InlineData("accession", "12345")]
    [InlineData("filed", "20.2.2025")]
    [InlineData("filed", "2999-01-01")]
    public void Parse_ArgumentThatCannotBe_Throws(string name, string value)
    {
        var sink = new RecordingSink(Today);
        Should.Throw<ArgumentException>(() => Parse(Sound, Told((name, value)), sink)).Message.ShouldContain(value);
        sink.Facts.ShouldBeEmpty();
    }

    private sealed class KnowingSink() : RecordingSink(InstanceXml.Today)
    {
        private static readonly KnownFiling Known = new(new Accession(000999999125000003), "10-K", new DateOnly(2025, 2, 14));

        public override KnownFiling? FindFiling(Accession accession) => accession == Known.Accession ? Known : null;

        public override KnownFiling? FindFiling(string entity, string form, DateOnly periodEnd) =>
            (entity, form, periodEnd) == ("cik-9999991", "10-K", PeriodEnd) ? Known : null;
    }
}
