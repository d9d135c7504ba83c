using Froth.Core.Filings;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

public sealed class FramesTests
{
    private const string Frame = """
        {"taxonomy":"us-gaap","tag":"EarningsPerShareBasic","ccp":"CY2023Q1","uom":"USD-per-shares","label":"EPS","description":null,"pts":2,"data":[
         {"accn":"0001234567-23-000011","cik":1234567,"entityName":"Example Corp","loc":"US-CA","start":"2023-01-01","end":"2023-03-31","val":1.25},
         {"accn":"0007654321-23-000003","cik":7654321,"entityName":"Other Corp","loc":"US-NY","end":"2023-03-31","val":-3}]}
        """;

    private const string Concept = """{"cik":1234567,"taxonomy":"us-gaap","tag":"Revenues","label":null,"description":null,"entityName":"Example Corp","units":{"USD":[""" + EdgarText.Fact + """,7],"EUR":[""" + EdgarText.Fact + "]}}";

    [Fact]
    public void Parse_FrameOfUnknownFilings_CountsFromTheDayItWasFetched()
    {
        var sink = EdgarText.Parse(Frame);
        sink.Facts.ShouldBe([
            new TestFact("cik-1234567", "us-gaap:EarningsPerShareBasic", "", "USD/shares", new DateOnly(2023, 1, 1), new DateOnly(2023, 3, 31), 1.25m, EdgarText.Today, "0001234567-23-000011", "", false),
            new TestFact("cik-7654321", "us-gaap:EarningsPerShareBasic", "", "USD/shares", null, new DateOnly(2023, 3, 31), -3m, EdgarText.Today, "0007654321-23-000003", "", false)]);
    }

    [Fact]
    public void Parse_FrameFetchedEarlier_CountsFromThatDay()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Frame);
            var file = new SourceFile { Name = "frame.json", BytesPath = path, Length = Frame.Length, FetchedAt = new DateTimeOffset(2025, 3, 2, 23, 30, 0, TimeSpan.FromHours(-5)) };
            var sink = new RecordingSink(EdgarText.Today);
            new EdgarSource().Parse(file, EdgarFormats.Frames, SourceArguments.None, sink);
            sink.Facts.ShouldAllBe(f => f.Filed == new DateOnly(2025, 3, 3));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("\"cik\":7654321", "\"cik\":null", "cik")]
    [InlineData("\"val\":-3", "\"val\":null", "val")]
    [InlineData("0007654321-23-000003", "7", "accn")]
    [InlineData("\"end\":\"2023-03-31\",\"val\":-3", "\"val\":-3", "end")]
    public void Parse_UnusableFactOfAFrame_IsRefused(string there, string instead, string column)
    {
        var sink = EdgarText.Parse(Frame.Replace(there, instead));
        sink.Facts.Count.ShouldBe(1);
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe([("/data/1", column)]);
    }

    [Theory]
    [InlineData("\"data\":[", "\"data\":{},\"old\":[", "no array 'data'")]
    [InlineData("\"uom\":\"USD-per-shares\",", "", "'uom'")]
    [InlineData("\"taxonomy\":\"us-gaap\",", "", "'taxonomy'")]
    public void Parse_FrameOfAnotherShape_IsRefusedWhole(string there, string instead, string said) =>
        Should.Throw<SourceFormatException>(() => EdgarText.Parse(Frame.Replace(there, instead), format: EdgarFormats.Frames)).Message.ShouldContain(said);

    [Fact]
    public void Parse_Concept_TellsFactsAsTheFirmDoes()
    {
        var sink = EdgarText.Parse(Concept);
        var fact = EdgarText.Parse(EdgarText.Firm(EdgarText.Fact)).Facts.Single();
        sink.Facts.ShouldBe([fact, fact with { Unit = "EUR" }]);
        sink.Refused.Select(r => r.Locator).ShouldBe(["/units/USD/1"]);
    }

    [Fact]
    public void Parse_ConceptWithoutUnits_IsRefusedWhole() =>
        Should.Throw<SourceFormatException>(() => EdgarText.Parse(Concept.Replace("units", "unit"), format: EdgarFormats.CompanyConcept)).Message.ShouldContain("'units'");

    [Fact]
    public void Parse_FrameOfAKnownFiling_TakesItsFormAndDay()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Frame);
            var facts = new KnowingSink(new KnownFiling(new Accession(123456723000011), "10-Q", new DateOnly(2023, 5, 2)));
            new EdgarSource().Parse(SourceFile.At(path), EdgarFormats.Frames, SourceArguments.None, facts);
            facts.Told.ShouldBe([("10-Q", new DateOnly(2023, 5, 2)), ("", EdgarText.Today)]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A sink whose store knows one filing.</summary>
    private sealed class KnowingSink(KnownFiling known) : ParseSink
    {
        private readonly RecordingSink _inner = new(EdgarText.Today);

        public IEnumerable<(string, DateOnly)> Told => _inner.Facts.Select(f => (f.Form, f.Filed));

        public override Froth.Core.Entities.EntityBook Entities => _inner.Entities;

        public override DateOnly Today => _inner.Today;

        public override KnownFiling? FindFiling(Accession accession) => accession == known.Accession ? known : null;

        public override void Row(string table, string locator, params ReadOnlySpan<(string Column, string? Value)> cells) => _inner.Row(table, locator, cells);

        public override void Refuse(string locator, string column, string reason, ReadOnlySpan<byte> raw) => _inner.Refuse(locator, column, reason, raw);

        public override string EntityOf(string scheme, string value, string name) => _inner.EntityOf(scheme, value, name);

        public override string? EntityNamed(string name, string locator) => _inner.EntityNamed(name, locator);

        public override void ThrowIfCancelled() => _inner.ThrowIfCancelled();

        internal override int Word(ReadOnlySpan<byte> word) => _inner.Word(word);

        internal override FiledFactBatch Rent() => _inner.Rent();

        internal override void Land(FiledFactBatch batch, long bytesDone) => _inner.Land(batch, bytesDone);
    }
}
