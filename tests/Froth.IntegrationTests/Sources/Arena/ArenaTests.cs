using Froth.Data.Sources;
using Froth.Data.Sources.Arena;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Arena;

public sealed class ArenaTests
{
    private const string Header = ",a,b,c,d,e\n";

    [Fact]
    public void Parse_Sample_TellsEveryRatingOfNinetyEightDays()
    {
        var sink = TestFile.Parse(new ArenaSource(), Repository.Shared("samples", "benchmarks", "lmarena_history_nakasyou_result.csv"));
        var ratings = sink.Rows.Where(r => r["concept"] == "arena-rating").ToList();
        ratings.Count.ShouldBe(11_827); // of 22,246 cells 10,419 are 0.0: not rated
        ratings.Select(r => r["end"]).Distinct().Count().ShouldBe(98);
        ratings.Select(r => r["dimension"]).Distinct().Count().ShouldBe(227);
        var first = ratings.Single(r => r["dimension"] == "chatglm-6b" && r["end"] == "2023-05-08");
        (first["value"], first["unit"], first["published"]).ShouldBe(("918.2202296788714", "index", "2023-05-08"));
        sink.Refused.ShouldBeEmpty();
        TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("20230508,1000.5,x,0.0,,9000\n", 2, 1)]
    [InlineData("2023-05-08,1000,1000,1000,1000,1000\n20230508,1,1,1,1,1\n", 1, 5)]
    [InlineData("20310508,1000,0.0,0.0,0.0,0.0\n", 1, 0)]
    public void Parse_BadPieces_AreRefusedAndTheRestGoesOn(string rows, int refused, int told)
    {
        using var file = new TestFile("a.csv", Header + rows);
        var sink = file.ParseAs(new ArenaSource(), "arena-table");
        (sink.Refused.Count, sink.Rows.Count(r => r["concept"] == "arena-rating")).ShouldBe((refused, told));
    }

    [Fact]
    public void Parse_ModelLikeAFormula_IsRefused()
    {
        using var file = new TestFile("a.csv", ",=a,b,c,d,e\n20230508,1000,1000,1000,1000,1000\n");
        var sink = file.Parse(new ArenaSource());
        sink.Refused.ShouldHaveSingleItem().Reason.ShouldContain("formula");
        sink.Rows.Count(r => r["concept"] == "arena-rating").ShouldBe(4);
    }

    [Fact]
    public void Parse_LiveShape_ReadsTextOverallOnly()
    {
        using var file = new TestFile("scores.json", "{\"20250101\": {\"text\": {\"overall\": {\"m\": 1300.25, \"n\": 0}, \"math\": {\"m\": 9}}, \"vision\": {\"overall\": {\"m\": 8}}}, \"soon\": {}}");
        var sink = file.Parse(new ArenaSource());
        var row = sink.Rows.Single(r => r["concept"] == "arena-rating");
        (row["dimension"], row["value"], row["end"]).ShouldBe(("m", "1300.25", "2025-01-01"));
        sink.Refused.ShouldHaveSingleItem().Locator.ShouldBe("/soon");
    }

    [Theory]
    [InlineData("arena-scores", "{\"20250101\": {\"text\": {\"overall\": {\"m\": 13")]
    [InlineData("arena-scores", "[]")]
    [InlineData("arena-table", "<html></html>")]
    [InlineData("arena-table", ",a,b\n20230508,1")]
    public void Parse_CutOffOrSomethingElse_IsRefusedWhole(string format, string text)
    {
        using var file = new TestFile("a", text);
        Should.Throw<SourceFormatException>(() => file.ParseAs(new ArenaSource(), format));
    }
}
