using System.Text.Json;
using Froth.Data.Sources;
using Froth.Data.Sources.Tushare;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Tushare;

/// <summary>The responses here are written by hand in the shape of the documentation; their figures are invented.</summary>
public sealed class TushareTests : IDisposable
{
    private const string IncomeFields = "\"ts_code\",\"ann_date\",\"f_ann_date\",\"end_date\",\"report_type\",\"update_flag\",\"revenue\",\"operate_profit\",\"n_income_attr_p\"";

    private static readonly SourceSettings Settings = new(new Dictionary<string, string> { ["tushare-token"] = "s3cret" });

    private readonly TableFolder _folder = new();
    private readonly TushareSource _source = new();

    [Fact]
    public void Parse_Income_RunsFromNewYearAndIsKnownWhenAnnounced()
    {
        var sink = Parse(Response(IncomeFields, "[\"688256.SH\",\"20250826\",\"20250827\",\"20250630\",\"1\",\"0\",2880643538.19,1063000000.5,1038000000.0]", "[\"688256.SH\",\"20250420\",null,\"20250331\",\"1\",\"0\",1111000000,null,-355.25]"));
        sink.Refused.ShouldBeEmpty();
        sink.Rows.Select(r => (r["concept"], r["start"], r["end"], r["value"], r["published"])).ShouldBe(
        [
            ("revenue", "2025-01-01", "2025-06-30", "2880643538.19", "2025-08-27"), ("operating-income", "2025-01-01", "2025-06-30", "1063000000.5", "2025-08-27"),
            ("net-income", "2025-01-01", "2025-06-30", "1038000000", "2025-08-27"), ("revenue", "2025-01-01", "2025-03-31", "1111000000", "2025-04-20"), ("net-income", "2025-01-01", "2025-03-31", "-355.25", "2025-04-20"),
        ]);
        sink.Rows.ShouldAllBe(r => r["unit"] == "CNY" && r["entity"] == "ticker-688256.sh" && r["grade"] == "filed");
    }

    [Fact]
    public void Parse_BalanceAndCashFlow_DifferInTheirPeriods()
    {
        const string keys = "\"ts_code\",\"ann_date\",\"f_ann_date\",\"end_date\",\"report_type\",\"update_flag\",";
        const string item = "[\"000938.SZ\",\"20250826\",\"20250826\",\"20250630\",\"1\",\"1\",";
        var cash = Parse(Response(keys + "\"n_cashflow_act\",\"c_pay_acq_const_fiolta\"", item + "-5.5,7]")).Rows;
        cash.Select(r => (r["concept"], r["start"], r["value"])).ShouldBe([("operating-cash-flow", "2025-01-01", "-5.5"), ("capital-expenditure", "2025-01-01", "7")]);
        var balance = Parse(Response(keys + "\"total_assets\"", item + "9]")).Rows.Single();
        (balance["concept"], balance["start"], balance["end"]).ShouldBe(("total-assets", "", "2025-06-30"));
    }

    [Fact]
    public void Parse_DailyBasic_KeepsTheKindsOfMultiplesApart()
    {
        var sink = Parse(Response("\"ts_code\",\"trade_date\",\"close\",\"pe\",\"pe_ttm\",\"pb\",\"ps\",\"ps_ttm\",\"total_share\",\"total_mv\"",
            "[\"688256.SH\",\"20250829\",1492.49,null,595.3,92.1,531.7,137.25,41834.7123,62437890.5512]"));
        sink.Rows.Select(r => (r["concept"], r["value"], r["unit"])).ShouldBe(
        [
            ("price-close", "1492.49", "CNY"), ("pe-ttm", "595.3", "ratio"), ("price-to-book", "92.1", "ratio"), ("price-to-sales-static", "531.7", "ratio"), ("price-to-sales-ttm", "137.25", "ratio"),
            ("shares-outstanding", "418347123", "count"), ("market-cap", "624378905512", "CNY"),
        ]);
        sink.Rows.ShouldAllBe(r => r["start"] == "" && r["end"] == "2025-08-29" && r["published"] == "2025-08-29");
        TushareApi.All.SelectMany(a => a.Values).Select(v => v.Concept).ShouldNotContain(c => c.Contains("dynamic"));
    }

    [Fact]
    public void Parse_IndexWeight_IsAFractionOfItsIndex()
    {
        var row = Parse(Response("\"index_code\",\"con_code\",\"trade_date\",\"weight\"", "[\"000688.SH\",\"688256.SH\",\"20250829\",10.125]")).Rows.Single();
        (row["entity"], row["dimension"], row["value"], row["unit"], row["published"]).ShouldBe(("ticker-688256.sh", "000688.SH", "0.10125", "ratio", "2025-09-05"));
        row["note"].ShouldContain("assumed 7 days");
    }

    [Fact]
    public void Parse_CorrectedRow_StandsForItsAnnouncement()
    {
        var sink = Parse(Response(IncomeFields, "[\"688256.SH\",\"20250826\",\"20250826\",\"20250630\",\"1\",\"0\",1,2,3]", "[\"688256.SH\",\"20250826\",\"20250826\",\"20250630\",\"1\",\"1\",4,5,6]"));
        sink.Rows.Select(r => r["value"]).ShouldBe(["4", "5", "6"]);
        sink.Refused.Single().Column.ShouldBe("update_flag");
    }

    [Fact]
    public void Parse_BadItems_AreRefusedAndTheRestLands()
    {
        var sink = Parse(Response(IncomeFields,
            "[\"00700.HK\",\"20250826\",\"20250826\",\"20250630\",\"1\",\"0\",1,2,3]", "[\"688256.SH\",\"20250826\",\"20250826\",\"20250630\",\"6\",\"0\",1,2,3]",
            "[\"688256.SH\",\"20250826\",\"20250826\",\"20250615\",\"1\",\"0\",1,2,3]", "[\"688256.SH\",\"20250826\",\"soon\",\"20250630\",\"1\",\"0\",1,2,3]",
            "[\"688256.SH\",\"20250601\",\"20250601\",\"20250630\",\"1\",\"0\",1,2,3]", "[\"688256.SH\"]", "[\"688256.SH\",\"20250826\",\"20250827\",\"20250630\",\"1\",\"0\",\"a lot\",2,3]",
            "[\"688256.SH\",\"20250420\",\"20250420\",\"20250331\",\"1\",\"0\",1,2,3]"));
        sink.Refused.Select(r => (r.Locator, r.Column)).ShouldBe(
        [
            ("/data/items/0", "ts_code"), ("/data/items/1", "report_type"), ("/data/items/2", "end_date"), ("/data/items/3", "f_ann_date"), ("/data/items/4", "f_ann_date"), ("/data/items/5", ""), ("/data/items/6", "revenue"),
        ]);
        sink.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public void Parse_BadResponses_AreRefusedWhole()
    {
        Fault("{\"request_id\":\"1\",\"code\":2002,\"msg\":\"抱歉，您没有访问该接口的权限\",\"data\":null}").ShouldContain("抱歉，您没有访问该接口的权限");
        Fault("{\"request_id\":\"1\",\"code\":\"0\",\"msg\":null}").ShouldContain("no code");
        Fault("{\"request_id\":\"1\",\"code\":0,\"msg\":null,\"data\":null}").ShouldContain("data.fields");
        Fault(Response("\"a\",\"b\"", "[1,2]")).ShouldContain("no known interface");
        Fault(Response(IncomeFields, "[1]")[..^9]).ShouldContain("not whole JSON");
        foreach (var other in (string[])["<html>", "{\"code\":0}", "[]", "", "{\"error_code\":400}"]) _source.Recognise(SourceFile.At(_folder.Write("other", other))).ShouldBeNull(other);
        Parse(Response(IncomeFields)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Requests_Token_StaysInTheBody()
    {
        var arguments = new SourceArguments([new("codes", ["688256.sh", "000938.SZ"]), new("apis", ["income", "daily_basic"]), new("from", ["2024-01-01"]), new("to", ["2024-12-31"])]);
        Should.Throw<SourceNotConfiguredException>(() => _source.Requests(arguments, SourceSettings.None)).Message.ShouldContain("tushare-token");
        var requests = _source.Requests(arguments, Settings);
        requests.Select(r => r.Name).ShouldBe(["tushare-income-688256.SH.json", "tushare-daily_basic-688256.SH.json", "tushare-income-000938.SZ.json", "tushare-daily_basic-000938.SZ.json"]);
        requests.ShouldAllBe(r => r.Url.AbsoluteUri == "https://api.tushare.pro/" && !r.Arguments!.ToJson().Contains("s3cret") && r.FormBody == null);
        using var body = JsonDocument.Parse(requests[0].JsonBody!);
        body.RootElement.GetProperty("api_name").GetString().ShouldBe("income");
        body.RootElement.GetProperty("token").GetString().ShouldBe("s3cret");
        body.RootElement.GetProperty("fields").GetString()!.ShouldStartWith("ts_code,ann_date,f_ann_date,end_date,report_type");
        body.RootElement.GetProperty("params").GetRawText().ShouldBe("{\"ts_code\":\"688256.SH\",\"start_date\":\"20240101\",\"end_date\":\"20241231\",\"report_type\":\"1\"}");
    }

    [Fact]
    public void Requests_WrongArguments_AreMisuse()
    {
        foreach (var (name, value) in new[] { ("codes", "6\"88"), ("apis", "hk_income"), ("from", "2024"), ("codes", "") })
        {
            Should.Throw<ArgumentException>(() => _source.Requests(TableFolder.Arguments(("codes", "688256.SH")).With(name, value), Settings), value);
        }

        Should.Throw<ArgumentException>(() => _source.Requests(SourceArguments.None, Settings));
        Should.Throw<ArgumentException>(() => _source.Requests(new SourceArguments([new("codes", ["000688.SH"]), new("apis", ["index_weight", "income"])]), Settings));
    }

    [Fact]
    public void Following_HasMore_AsksForTheItemsAfterThese()
    {
        var request = _source.Requests(TableFolder.Arguments(("codes", "688256.SH"), ("apis", "daily_basic")), Settings)[0];
        var more = SourceFile.At(_folder.Write("more.json", Response("\"ts_code\"", "[1]", "[2]", "[3]").Replace("\"has_more\":false", "\"has_more\":true", StringComparison.Ordinal)));
        var second = _source.Following(request, more, SourceArguments.None).Single();
        second.JsonBody!.ShouldContain("\"offset\":\"3\"");
        second.Name.ShouldBe("tushare-daily_basic-688256.SH+3.json");
        _source.Following(second, more, SourceArguments.None).Single().JsonBody!.ShouldContain("\"offset\":\"6\"");
        _source.Following(request, SourceFile.At(_folder.Write("last.json", Response("\"ts_code\"", "[1]"))), SourceArguments.None).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static string Response(string fields, params string[] items) =>
        $"{{\"request_id\":\"5e1f\",\"code\":0,\"msg\":\"\",\"data\":{{\"fields\":[{fields}],\"items\":[{string.Join(',', items)}],\"has_more\":false}}}}";

    private RecordingSink Parse(string response) => RecordingSink.Parse(_source, _folder.Write("a.json", response), TableFolder.Today);

    private string Fault(string response) => Should.Throw<SourceFormatException>(() => Parse(response)).Message;
}
