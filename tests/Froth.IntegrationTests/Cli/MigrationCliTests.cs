using System.Text;
using System.Text.Json;

namespace Froth.IntegrationTests.Cli;

/// <summary><c>froth migration</c> on the shipped data and a user's own firms.</summary>
public sealed class MigrationCliTests : IClassFixture<MigrationCliTests.Ran>
{
    private readonly FrothProgram _froth;

    public MigrationCliTests(Ran ran) => _froth = ran.Froth;

    public sealed class Ran : IDisposable
    {
        public Ran()
        {
            // Twelve firms with interest 1 and principal 10 a year: eight fall from H (cash 19) to S (8) in 1971, four stay.
            Froth.Run("ingest", "csv", Froth.Write("entities.csv", "id,name,kind\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"made-up-{i:00},Made-up Firm {i:00},firm\n")))).ExitCode.ShouldBe(0);
            var rows = new StringBuilder("entity,concept,start,end,value,unit,published\n");
            for (var firm = 0; firm < 12; firm++)
            {
                for (var year = 1970; year <= 1971; year++)
                {
                    var (before, start, end) = ($"{year - 1}-12-31", $"{year}-01-01", $"{year}-12-31");
                    rows.Append($"made-up-{firm:00},operating-cash-flow,{start},{end},{(year == 1971 && firm < 8 ? 8 : 19)},USD,{end}\n");
                    rows.Append($"made-up-{firm:00},interest-paid,{start},{end},1,USD,{end}\n");
                    rows.Append($"made-up-{firm:00},debt-due-year-1,,{before},10,USD,{before}\n");
                    rows.Append($"made-up-{firm:00},interest-in-operating-cash-flow,,{before},1,count,{before}\n");
                }
            }

            Froth.Run("ingest", "csv", Froth.Write("firms.csv", rows.ToString())).Error.ShouldBeEmpty();
        }

        internal FrothProgram Froth { get; } = new();

        public void Dispose() => Froth.Dispose();
    }

    [Fact]
    public void Migration_ByYear_CountsTheUsersFirmsAndNamesThem()
    {
        var json = Json("--horizon", "4", "--as-of", "1971-12-31");
        json.GetProperty("schema").GetString().ShouldBe("froth.migration/1");
        var pooled = json.GetProperty("pooled");
        var row = pooled.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("from").GetString() == "H");
        row.GetProperty("n").GetInt32().ShouldBe(12);
        var fall = row.GetProperty("cells").EnumerateArray().Single(c => c.GetProperty("to").GetString() == "S");
        fall.GetProperty("n").GetInt32().ShouldBe(8);
        fall.GetProperty("share").GetDouble().ShouldBe(8 / 12.0, 1e-12);
        fall.GetProperty("low").GetDouble().ShouldBeLessThan(8 / 12.0);
        pooled.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("firm").GetString()).ShouldBe(Enumerable.Range(0, 8).Select(i => $"made-up-{i:00}"));
        pooled.GetProperty("changes")[0].GetProperty("start").GetString().ShouldBe("1970-12-31");
        pooled.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("from").GetString() == "P").GetProperty("why").GetString()!.ShouldContain("n too small");
    }

    [Theory]
    [InlineData("--horizon", "1")]
    [InlineData("--horizon", "4")]
    [InlineData("--weight", "assets")]
    [InlineData("--weight", "market-cap")]
    [InlineData("--weight", "debt")]
    public void Migration_OnAllData_AddsUp(string option, string value)
    {
        var pooled = Json(option, value, "--as-of", "2026-11-23").GetProperty("pooled");
        var (moves, off) = (0, 0);
        foreach (var row in pooled.GetProperty("rows").EnumerateArray())
        {
            var cells = row.GetProperty("cells").EnumerateArray().ToList();
            cells.Count.ShouldBe(8);
            cells.Sum(c => c.GetProperty("n").GetInt32()).ShouldBe(row.GetProperty("n").GetInt32());
            row.GetProperty("refused").GetBoolean().ShouldBe(row.GetProperty("why").ValueKind == JsonValueKind.String);
            if (row.GetProperty("n").GetInt32() < 10) cells.ShouldAllBe(c => c.GetProperty("share").ValueKind == JsonValueKind.Null);
            moves += row.GetProperty("n").GetInt32();
            off += cells.Where(c => c.GetProperty("to").GetString() != row.GetProperty("from").GetString()).Sum(c => c.GetProperty("n").GetInt32());
        }

        moves.ShouldBe(pooled.GetProperty("moves").GetInt32());
        off.ShouldBe(pooled.GetProperty("changes").GetArrayLength());
        if (option == "--horizon") moves.ShouldBeGreaterThan(12);
    }

    [Fact]
    public void Migration_TableAndCsv_SpeakBothLanguagesAndOneHeader()
    {
        _froth.Run("migration", "--horizon", "4", "--as-of", "1971-12-31").Output.ShouldContain("made-up-07");
        var chinese = _froth.Run("migration", "--lang", "zh-Hans", "--horizon", "4", "--as-of", "1971-12-31").Output;
        chinese.ShouldContain("对冲型");
        chinese.ShouldContain("样本过小");
        var lines = _froth.Run("migration", "--format", "csv", "--as-of", "1971-12-31").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("as_of,table,horizon,weight,from,to,n,row_n");
        lines.Length.ShouldBe(1 + 2 * 4 * 8);
    }

    [Theory]
    [InlineData("--horizon", "2")]
    [InlineData("--weight", "gold")]
    public void Migration_WrongOption_IsAUsageErrorThatNamesIt(string option, string value)
    {
        var outcome = _froth.Run("migration", option, value);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(value);
    }

    private JsonElement Json(params string[] arguments)
    {
        var outcome = _froth.Run(["migration", "--format", "json", .. arguments]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return outcome.Json;
    }
}
