using System.Text.Json;
using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Reports;

namespace Froth.Cli.Output;

/// <summary>The documented JSON of a firm, <c>froth.firm/1</c>, and of its financing inside other documents; see docs/guide/json.md.</summary>
internal static class FirmJson
{
    public static void Page(Utf8JsonWriter json, FirmPage page)
    {
        json.WriteStartObject();
        json.WriteString("schema", "froth.firm/1");
        json.WriteString("entity", page.Entity.Id);
        json.WriteString("name", page.Entity.Name.In(Words.Language));
        json.WriteString("country", page.Entity.Country);
        json.Date("asOf", page.Measures.Vintage.AsOf);
        json.WriteString("dataVersion", page.Measures.DataVersion);
        json.WriteString("program", ProgramVersion.Text);
        if (page.Newest is { } newest)
        {
            json.WriteBoolean("stale", newest.IsStale);
            Financing(json, newest.Financing, newest.Possible, withFacts: true);
        }
        else
        {
            json.WriteNull("financing");
            json.WriteString("why", FirmWords.NoAccounts.In(Words.Language));
        }

        json.WriteStartArray("history");
        foreach (var quarter in page.History) Quarter(json, quarter);
        json.WriteEndArray();
        json.WriteStartArray("measures");
        foreach (var row in page.Measures.Rows) MonitorJson.Row(json, row, Words.Language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Financing(Utf8JsonWriter json, FirmFinancing financing, ClassBounds? possible, bool withFacts)
    {
        json.WriteStartObject("financing");
        json.Date("quarterEnd", financing.Quarter.End);
        json.Date("seenFrom", financing.Quarter.Known);
        json.WriteString("currency", financing.Quarter.Currency.Code);
        json.WriteString("class", MinskyClasses.LetterOf(financing.Class));
        Bounds(json, "possible", possible);
        json.Text("why", financing.TwelveMonths.Why?.In(Words.Language));
        json.WriteStartObject("range");
        json.WriteString("safest", MinskyClasses.LetterOf(financing.Range.Safest));
        json.WriteString("worst", MinskyClasses.LetterOf(financing.Range.Worst));
        json.WriteNumber("deciding", financing.Range.Deciding);
        json.WriteNumber("lenses", financing.Range.Lenses);
        json.WriteString("ofEarnings", ClassRange.OfEarnings(financing.Lenses).ToString());
        json.WriteString("ofCash", ClassRange.OfCash(financing.Lenses).ToString());
        json.WriteEndObject();
        Window(json, "twelveMonths", financing.TwelveMonths, financing.TwelveMonthsShares, withFacts);
        Window(json, "quarterTimesFour", financing.SingleQuarter, financing.SingleQuarterShares, withFacts);
        json.WriteStartArray("lenses");
        foreach (var lens in financing.Lenses) Lens(json, lens);
        json.WriteEndArray();
        json.WriteStartArray("vendorsThatFinance");
        foreach (var tie in financing.Vendors.Ties) json.WriteStringValue(tie.Supplier);
        json.WriteEndArray();
        if (financing.IsBelowInterestForThreeYears is { } below) json.WriteBoolean("operatingIncomeBelowInterestForThreeYears", below);
        else json.WriteNull("operatingIncomeBelowInterestForThreeYears");
        json.WriteEndObject();
    }

    private static void Bounds(Utf8JsonWriter json, string name, ClassBounds? bounds)
    {
        if (bounds is not { } open)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("safest", MinskyClasses.LetterOf(open.Safest));
        json.WriteString("worst", MinskyClasses.LetterOf(open.Worst));
        json.WriteEndObject();
    }

    private static void Window(Utf8JsonWriter json, string name, DebtService service, ClassShares shares, bool withFacts)
    {
        json.WriteStartObject(name);
        json.WriteString("class", MinskyClasses.LetterOf(service.Class));
        json.Text("why", service.Why?.In(Words.Language));
        Figure(json, "cashFromOperations", service.Operating, withFacts);
        Figure(json, "cashBeforeInterest", service.CashFlow, withFacts: false);
        Figure(json, "interest", service.Interest, withFacts);
        Figure(json, "principalDue", service.Principal, withFacts);
        Figure(json, "capitalExpenditure", service.CapitalExpenditure, withFacts);
        Figure(json, "commitmentsDue", service.Commitments, withFacts);
        Figure(json, "liquidity", service.Liquidity, withFacts);
        json.Number("interestCover", service.InterestCover);
        json.Number("debtServiceCover", service.DebtServiceCover);
        json.Number("investmentCover", service.InvestmentCover);
        json.Number("marginOfSafety", service.MarginOfSafety);
        json.Number("fundingGap", service.FundingGap);
        json.Number("runwayMonths", service.RunwayMonths);
        json.WriteBoolean("noFundingGap", double.IsPositiveInfinity(service.RunwayMonths));
        json.WriteStartObject("shareOfDraws");
        foreach (var value in Enum.GetValues<MinskyClass>()) json.WriteNumber(MinskyClasses.LetterOf(value), shares.Of(value));
        json.WriteNumber("draws", shares.Draws);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, string name, FirmFigure? figure, bool withFacts)
    {
        if (figure is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.Number("value", figure.Value);
        json.WriteString("grade", Codes.Of(figure.Grade));
        if (withFacts)
        {
            json.WriteStartArray("facts");
            foreach (var fact in figure.Lineage.Distinct().Where(f => AccessGate.Allow(f, Exit.Export))) Fact(json, fact);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter json, Observation fact)
    {
        json.WriteStartObject();
        json.WriteString("concept", fact.Concept);
        json.Date("start", fact.Period.Start);
        json.Date("end", fact.Period.End);
        json.Number("value", fact.Double);
        json.WriteString("unit", fact.Unit.Code);
        json.WriteString("grade", Codes.Of(fact.Grade));
        json.Date("published", fact.PublishedAt);
        json.WriteString("source", fact.Provenance.Source.Publisher);
        json.WriteString("title", fact.Provenance.Source.Title);
        json.WriteString("url", fact.Provenance.Source.Url);
        json.WriteString("place", fact.Place);
        json.WriteString("snapshot", fact.Provenance.SnapshotId);
        json.WriteEndObject();
    }

    private static void Lens(Utf8JsonWriter json, LensReading reading)
    {
        json.WriteStartObject();
        json.WriteString("id", reading.Lens.Id);
        json.WriteString("name", reading.Lens.Name.In(Words.Language));
        json.WriteString("window", Codes.Of(reading.Window));
        json.WriteString("class", MinskyClasses.LetterOf(reading.Class));
        json.Number("value", reading.Value);
        json.Number("incomeCover", reading.IncomeCover);
        json.Number("fullCover", reading.FullCover);
        Cut(json, "hedgeFrom", reading.Lens.HedgeFrom);
        Cut(json, "ponziBelow", reading.Lens.PonziBelow);
        json.WriteString("citation", reading.Lens.Citation.Text);
        json.Text("why", reading.Why?.In(Words.Language));
        json.WriteEndObject();
    }

    private static void Cut(Utf8JsonWriter json, string name, LensCut cut)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", cut.Value);
        json.WriteString("status", Codes.Of(cut.Status));
        json.WriteEndObject();
    }

    private static void Quarter(Utf8JsonWriter json, FirmFinancing financing)
    {
        var service = financing.TwelveMonths;
        json.WriteStartObject();
        json.Date("quarterEnd", financing.Quarter.End);
        json.WriteString("class", MinskyClasses.LetterOf(financing.Class));
        Bounds(json, "possible", ClassBounds.Of(service));
        json.WriteString("range", financing.Range.ToString());
        json.WriteString("classOfQuarter", MinskyClasses.LetterOf(financing.SingleQuarter.Class));
        json.Number("interestCover", service.InterestCover);
        json.Number("debtServiceCover", service.DebtServiceCover);
        json.Number("investmentCover", service.InvestmentCover);
        json.Number("fundingGap", service.FundingGap);
        json.Text("why", service.Why?.In(Words.Language));
        json.WriteEndObject();
    }
}
