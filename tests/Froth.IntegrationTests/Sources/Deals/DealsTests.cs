using Froth.Data.Sources;
using Froth.Data.Sources.Deals;
using Froth.Data.Sources.Tables;
using Froth.IntegrationTests.Sources.Tables;
using Parquet.Schema;

namespace Froth.IntegrationTests.Sources.Deals;

public sealed class DealsTests : IDisposable
{
    private const string DealHeader = "id,date_announced,from_party,to_party,kind,amount_low,amount_high,currency,is_up_to,is_binding,what,source_publisher,source_url,source_date,counts_in_total,date_precision,confidence\n";
    private const string RoundHeader = "id,company,date,amount,post_money_valuation,currency,lead_investors,what,status,source_publisher,source_date\n";

    private readonly TableFolder _folder = new();
    private readonly DealsSource _source = new();

    // The default data was made from the same rows by another program, so it is the witness here.
    [Fact]
    public void Parse_RecordedDeals_MatchTheDefaultData()
    {
        var parties = File.ReadAllText(Repository.Shared("facts", "deal_parties.csv"));
        var sink = RecordingSink.Parse(_source, Repository.Shared("facts", "deals.csv"), TableFolder.Today, TableFolder.Arguments(("parties-csv", parties)), TableFolder.Known());
        sink.Refused.ShouldBeEmpty();
        sink.Unresolved.ShouldBeEmpty();
        var flows = sink.Rows.Where(r => r.Table == "flows").ToDictionary(r => r["id"]);
        var defaults = Default("flows.csv");
        flows.Keys.ShouldBe(defaults.Select(d => d["id"]), ignoreOrder: true);
        foreach (var expected in defaults)
        {
            var told = flows[expected["id"]];
            foreach (var column in (string[])["from", "to", "from_name", "to_name", "kind", "announced", "date_precision", "low", "high", "currency", "up_to", "binding", "counts_in_total", "term_years", "grade", "locator", "what"])
            {
                told[column].ShouldBe(expected[column], $"{expected["id"]} {column}");
            }
        }

        // Five rows of the default data have a day of publication that somebody settled by reading the filing.
        defaults.Where(d => flows[d["id"]]["published"] != d["published"]).Select(d => d["id"]).ShouldBe(["D0001", "D0003", "D0145", "D0146", "D0155"]);
        sink.Rows.Where(r => r.Table == "sources").ShouldAllBe(r => r["access"] == "licensed" && r["publisher"] != "");
    }

    [Fact]
    public void Parse_RecordedRounds_MatchTheDefaultData()
    {
        var sink = RecordingSink.Parse(_source, Repository.Shared("facts", "funding_rounds.csv"), TableFolder.Today, SourceArguments.None, TableFolder.Known());
        sink.Refused.ShouldBeEmpty();
        var told = sink.Rows.Where(r => r.Table == "observations").Select(Key).Order(StringComparer.Ordinal).ToList();
        var expected = Default("observations-rounds.csv").Select(r => Key(new TestRow("", "", Columns.ToDictionary(c => c, c => r[c])))).Order(StringComparer.Ordinal).ToList();
        expected.Count.ShouldBeGreaterThan(100);
        told.ShouldBe(expected);
        sink.Rows.Where(r => r.Table == "observations").ShouldContain(r => r["dimension"] == "F021:primary" && r["concept"] == "post-money-valuation" && r["grade"] == "estimated");
    }

    [Fact]
    public void Parse_DealsWithoutPartiesFile_KeepsNamesThatNobodyKnows()
    {
        var path = _folder.Write("a.csv", DealHeader
            + "X1,2026-01-05,\"NVIDIA, Moonbase Capital and others\",OpenAI,equity_investment,,5000000000,usd,true,false,Up to five billion,Paper,https://p.example/1,2026-01-06,true,day,medium\n"
            + "X2,2026-01-31,Moonbase Capital,Nobody Known,debt_loan,1000,1000,EUR,no,,A loan,,,,false,month,\n");
        var sink = RecordingSink.Parse(_source, path, TableFolder.Today, TableFolder.Arguments(("prefix", "mine-"), ("access", "confidential")), TableFolder.Known());
        sink.Refused.ShouldBeEmpty();
        var flows = sink.Rows.Where(r => r.Table == "flows").ToList();
        var first = flows[0];
        (first["id"], first["from"], first["from_name"], first["to"]).ShouldBe(("mine-X1", "nvidia", "NVIDIA|Moonbase Capital|others", "openai"));
        (first["low"], first["high"], first["currency"], first["up_to"], first["binding"]).ShouldBe(("", "5000000000", "USD", "true", "letter-of-intent"));
        (first["published"], first["grade"]).ShouldBe(("2026-01-05", "press"));
        var second = flows[1];
        (second["from"], second["from_name"], second["to"], second["to_name"]).ShouldBe(("", "Moonbase Capital", "", "Nobody Known"));
        (second["published"], second["binding"], second["grade"], second["counts_in_total"]).ShouldBe(("2026-01-31", "unknown", "unconfirmed", "false"));
        sink.Unresolved.ShouldBe(["Moonbase Capital", "Moonbase Capital", "Nobody Known"], "others are nobody in particular");
        var sources = sink.Rows.Where(r => r.Table == "sources").ToList();
        sources.Select(s => (s["publisher"], s["access"])).ShouldBe([("Paper", "confidential"), ("user's own file", "confidential")]);
        flows.Select(f => f["source"]).ShouldBe(sources.Select(s => s["id"]));
    }

    [Fact]
    public void Parse_RoundThatIsNotClosed_NeverCountsAsMoneyRaised()
    {
        var path = _folder.Write("a.csv", RoundHeader + "R1,OpenAI,2026-02-01,5e9,9e10,USD,,Talks,announced,Paper,2026-02-03\nR2,OpenAI,2026-03-01,more,,USD,,,closed,,\nR3,OpenAI,2026-03-01,,,USD,,,closed,,\n"
            + "R4,Unheard Of,2026-03-01,1,,USD,,,closed,,\nR5,OpenAI,03/01/2026,1,,USD,,,closed,,\nR6,OpenAI,2026-03-01,7,,USD,,A tender offer,,Paper,1026-03-01\n");
        var sink = RecordingSink.Parse(_source, path, TableFolder.Today, SourceArguments.None, TableFolder.Known());
        var rows = sink.Rows.Where(r => r.Table == "observations").ToList();
        rows.Select(r => (r["concept"], r["dimension"], r["value"], r["published"])).ShouldBe(
        [
            ("round-amount-announced", "R1:primary", "5000000000", "2026-02-03"), ("post-money-valuation-announced", "R1:primary", "90000000000", "2026-02-03"), ("round-amount", "R6:secondary", "7", "2026-03-01"),
        ]);
        rows[2]["note"].ShouldContain("source date 1026-03-01 is a slip");
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe([("line 3", "amount"), ("line 4", "amount"), ("line 5", "company"), ("line 6", "date")]);
    }

    [Fact]
    public void Parse_BadDeals_AreRefusedWithTheirColumn()
    {
        string[] rows =
        [
            "A,soon,NVIDIA,OpenAI,warrant,,,USD,,,,,,,true,,", "B,2026-01-01,NVIDIA,OpenAI,warrant,\"1,000\",,USD,,,,,,,true,,", "C,2026-01-01,NVIDIA,OpenAI,warrant,,,USD,,maybe,,,,,true,,",
            "D,2026-01-01,NVIDIA,OpenAI,warrant,,,USD,,,,,,,true,,great", "E,2026-01-01,NVIDIA,OpenAI,warrant,,,USD,,,,P,,never,true,,", "F,2026-01-01,NVIDIA",
        ];
        var sink = RecordingSink.Parse(_source, _folder.Write("a.csv", DealHeader + string.Join('\n', rows)), TableFolder.Today, SourceArguments.None, TableFolder.Known());
        sink.Rows.ShouldNotContain(r => r.Table == "flows");
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe(
            [("line 2", "date_announced"), ("line 3", "amount_low"), ("line 4", "is_binding"), ("line 5", "confidence"), ("line 6", "source_date"), ("line 7", "")]);
        sink.Refused[^1].Reason.ShouldContain("cut off");
    }

    [Fact]
    public void Parse_PartiesThatCannotBeUsed_AreRefusedWhole()
    {
        var path = _folder.Write("a.csv", DealHeader);
        Fault(path, ("parties", "p.csv")).ShouldContain("its content did not come");
        Fault(path, ("parties-csv", "deal,side,party\n")).ShouldContain("no column 'deal_id'");
        Fault(path, ("access", "some")).ShouldContain("'some' is not known");
    }

    [Fact]
    public void Parse_Workbook_FindsTheRightSheetAndReadsSerialDates()
    {
        object?[][] rows =
        [
            ["id", "company", "date", "amount", "post_money_valuation", "currency"],
            ["R1", "OpenAI", new DateTime(2026, 2, 1), 5_000_000_000.5, null, "USD"], ["R2", "OpenAI", 46054, 1_250_000_000L, 9e10, "USD"], ["R3", "OpenAI", "2026-02-03", "7", "8", "USD"], ["R4", "OpenAI", 12, 1, 1, "USD"],
        ];
        var path = _folder.Workbook("a.xlsx", ("Notes", [["about"], ["this is not the table"]]), ("Rounds", rows));
        _source.Recognise(SourceFile.At(path)).ShouldBe("rounds-xlsx");
        var sink = RecordingSink.Parse(_source, path, TableFolder.Today, SourceArguments.None, TableFolder.Known());
        sink.Rows.Where(r => r.Table == "observations").Select(r => (r["concept"], r["end"], r["value"])).ShouldBe(
        [
            ("round-amount", "2026-02-01", "5000000000.5"), ("round-amount", "2026-02-01", "1250000000"), ("post-money-valuation", "2026-02-01", "90000000000"),
            ("round-amount", "2026-02-03", "7"), ("post-money-valuation", "2026-02-03", "8"),
        ]);
        var refused = sink.Refused.Single();
        refused.Locator.ShouldBe("sheet Rounds, row 5");
        refused.Reason.ShouldContain("serial number");
    }

    [Fact]
    public async Task Parse_Parquet_ReadsTypedColumns()
    {
        var schema = new ParquetSchema(new DataField<string>("id"), new DataField<string>("company"), new DateTimeDataField("date", DateTimeFormat.Date), new DataField<decimal?>("amount"),
            new DataField<double?>("post_money_valuation"), new DataField<string>("currency"));
        var path = await _folder.Parquet("a.parquet", schema,
            new Dictionary<string, object?> { ["id"] = "R1", ["company"] = "OpenAI", ["date"] = new DateTime(2026, 2, 1), ["amount"] = 12.5m, ["post_money_valuation"] = null, ["currency"] = "USD" },
            new Dictionary<string, object?> { ["id"] = "R2", ["company"] = "OpenAI", ["date"] = new DateTime(2026, 2, 2), ["amount"] = null, ["post_money_valuation"] = 9e10, ["currency"] = "USD" });
        _source.Recognise(SourceFile.At(path)).ShouldBe("rounds-parquet");
        var sink = RecordingSink.Parse(_source, path, TableFolder.Today, SourceArguments.None, TableFolder.Known());
        sink.Refused.ShouldBeEmpty();
        sink.Rows.Where(r => r.Table == "observations").Select(r => (r["concept"], r["end"], r["value"], r.Locator)).ShouldBe(
            [("round-amount", "2026-02-01", "12.5", "row 1"), ("post-money-valuation", "2026-02-02", "90000000000", "row 2")]);
        var cut = File.ReadAllBytes(path)[..^30];
        _source.Recognise(SourceFile.At(_folder.Write("cut.parquet", cut))).ShouldBeNull();
        Should.Throw<SourceFormatException>(() => _source.Parse(SourceFile.At(_folder.Path("cut.parquet")), "rounds-parquet", SourceArguments.None, new RecordingSink(TableFolder.Today))).Message.ShouldContain("not a sound Parquet file");
    }

    public void Dispose() => _folder.Dispose();

    private static readonly string[] Columns = ["entity", "concept", "dimension", "end", "value", "low", "high", "unit", "published"];

    private static string Key(TestRow row) => string.Join(' ', Columns.Select(c => $"{c}={row[c]}"));

    private static List<NamedRow> Default(string name)
    {
        var table = CsvTable.OfText(File.ReadAllText(Repository.Path("data", name)), name);
        return [.. table.Rows.Select(r => new NamedRow(table, r))];
    }

    private string Fault(string path, params (string, string)[] arguments) =>
        Should.Throw<SourceFormatException>(() => RecordingSink.Parse(_source, path, TableFolder.Today, TableFolder.Arguments(arguments))).Message;
}
