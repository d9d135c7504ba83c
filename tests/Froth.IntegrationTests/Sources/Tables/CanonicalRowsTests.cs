using System.Text;
using Froth.Data.Ingest;
using Froth.Data.Sources;
using Froth.Data.Sources.Cninfo;
using Froth.Data.Sources.Deals;
using Froth.Data.Sources.Fred;
using Froth.Data.Sources.Prices;
using Froth.Data.Sources.Tushare;
using Froth.Data.Stores;

namespace Froth.IntegrationTests.Sources.Tables;

/// <summary>What the sources tell must pass the checks of the tables it is meant for.</summary>
public sealed class CanonicalRowsTests : IDisposable
{
    private readonly TableFolder _folder = new();

    public static TheoryData<string, string, string> Samples => new()
    {
        { "fred", "observation_date,DGS10\n2024-01-03,3.9\n2024-01-04,-0.25\n2024-01-05,4.05\n", "" },
        { "prices", "date,open,high,low,close,adj close,volume\n2024-01-03,1,3,1,2,1.5,100\n", "nvidia" },
        { "deals", "id,date_announced,from_party,to_party,kind,amount_low,amount_high,currency,is_up_to,is_binding,what,source_publisher,source_title,source_url,source_date,source_date_basis,counts_in_total,date_precision,confidence,term_years\n"
            + "X1,2026-01-05,\"NVIDIA, Moonbase\",OpenAI,equity_investment,,5000000000,USD,true,false,Up to 5 bn,Paper,A title,https://p.example/1,2026-01-06,in the address,true,not_later_than,medium,5\nX2,2026-01-05,Nobody,OpenAI,debt_loan,1,2,EUR,,,,,,,,,false,,,\n", "" },
        { "deals", "id,company,date,amount,post_money_valuation,currency,what,status,source_publisher\nR1,OpenAI,2026-02-01,5,9,USD,plus debt of 7,announced,Paper\nR2,OpenAI,2026-02-01,5,9,USD,more than 4,,\n", "" },
        { "tushare", "{\"request_id\":\"1\",\"code\":0,\"msg\":\"\",\"data\":{\"fields\":[\"ts_code\",\"trade_date\",\"close\",\"pe\",\"total_mv\"],\"items\":[[\"688256.SH\",\"20250829\",1492.49,-3.5,62437890.5512]]}}", "" },
        { "cninfo", "{\"announcements\":[{\"secCode\":\"688256\",\"secName\":\"寒武纪\",\"announcementId\":\"12\",\"announcementTitle\":\"2025年年报, \\\"修订\\\"\",\"announcementTime\":1756396800000,\"adjunctUrl\":\"a.PDF\"}],\"totalRecordNum\":1,\"hasMore\":false}", "" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Rows_OfEverySource_PassTheChecksOfTheirTables(string id, string text, string entity)
    {
        ISource source = id switch { "fred" => new FredSource(), "prices" => new PricesSource(), "deals" => new DealsSource(), "tushare" => new TushareSource(), _ => new CninfoSource() };
        var arguments = entity.Length == 0 ? SourceArguments.None : TableFolder.Arguments(("entity", entity));
        var sink = RecordingSink.Parse(source, _folder.Write("sample", text), TableFolder.Today, arguments, TableFolder.Known());
        sink.Refused.ShouldBeEmpty();
        sink.Rows.ShouldNotBeEmpty();
        var files = sink.Rows.GroupBy(r => r.Table).Select(g => _folder.Write(g.Key + ".csv", Csv([.. g]))).ToList();
        files.Add(_folder.Write("known.csv", "id,name,kind,ticker\nnvidia,NVIDIA,firm,\nopenai,OpenAI,lab,\nticker-688256.sh,Test,firm,688256.SH\n"));
        using var store = new DuckDbStore(_folder.Path("store.duckdb"));
        store.IngestFiles(files, new IngestOptions { Who = "test", Clock = new Stores.StoreFolder.FixedClock(new DateTimeOffset(TableFolder.Today, new TimeOnly(12, 0), TimeSpan.Zero)) });
        store.Quarantine().ShouldBeEmpty();
        store.Runs().Count.ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();

    private static string Csv(List<TestRow> rows)
    {
        var columns = rows.SelectMany(r => r.Cells.Keys).Distinct().ToList();
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (var row in rows) text.AppendJoin(',', columns.Select(c => $"\"{row[c].Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        return text.ToString();
    }
}
