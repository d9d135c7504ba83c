using Froth.Data.Sources;
using Froth.Data.Sources.Btos;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Btos;

public sealed class BtosTests
{
    private const string Old = "\"In the last two weeks, did this business use Artificial Intelligence (AI) in producing goods or services? (Examples of AI: machine learning.)\"";
    private const string New = "\"In the last two weeks, did this business use Artificial Intelligence (AI) in any of its business functions? (Examples of AI: machine learning.)\"";
    private const string Ahead = "\"During the next six months, do you think this business will be using Artificial Intelligence (AI) in any of its business functions? (Examples.)\"";
    private const string Header = "State,Question ID,Question,Answer ID,Answer,202524,202519\n";

    [Fact]
    public void Parse_Sample_TellsEveryFigureThatIsNotSuppressed()
    {
        var sink = TestFile.Parse(new BtosSource(), Repository.Shared("samples", "adoption", "btos_state_ai_questions.csv"));

        // 14,782 figures less the 318 of "XX"; 2,072 cells are suppressed and are no figures.
        sink.Rows.Count(r => r.Table == "observations").ShouldBe(14_464);
        sink.Refused.Count.ShouldBe(6);
        sink.Refused.ShouldAllBe(r => r.Column == "State");
        var row = sink.Rows.Single(r => r["concept"] == "ai-use-share-2023-question" && r["dimension"] == "AK:no" && r["end"] == "2025-09-21");
        (row["entity"], row["start"], row["value"], row["unit"], row["published"]).ShouldBe(("us", "2025-09-08", "0.922", "ratio", "2025-10-05"));
        sink.Rows.ShouldNotContain(r => r["value"] == "0");
        TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("202319", "2023-09-11", "2023-09-24")]
    [InlineData("202322", "2023-10-23", "2023-11-05")]
    [InlineData("202404", "2024-02-12", "2024-02-25")]
    [InlineData("202521", "2025-10-06", "2025-10-19")]
    [InlineData("202524", "2025-11-17", "2025-11-30")]
    [InlineData("202609", "2026-04-20", "2026-05-03")]
    public void Read_CycleWithKnownDates_FitsTheGrid(string code, string start, string end)
    {
        var cycle = BtosCycle.Read(code)!.Value;
        (cycle.Start.ToString("yyyy-MM-dd", null), cycle.End.ToString("yyyy-MM-dd", null)).ShouldBe((start, end));
    }

    [Theory]
    [InlineData("202327")]
    [InlineData("202300")]
    [InlineData("202226")]
    [InlineData("202801")]
    [InlineData("2025-19")]
    [InlineData("Estimate")]
    public void Read_WhatIsNoCycle_IsNull(string code) => BtosCycle.Read(code).ShouldBeNull();

    [Fact]
    public void Published_FirstPeriods_WaitForTheFirstRelease()
    {
        BtosCycle.Read("202319")!.Value.Published(TestFile.Today).ShouldBe(new DateOnly(2023, 11, 30));
        BtosCycle.Read("202404")!.Value.Published(TestFile.Today).ShouldBe(new DateOnly(2024, 3, 10));
        BtosCycle.Read("202404")!.Value.Published(new DateOnly(2024, 3, 1)).ShouldBe(new DateOnly(2024, 3, 1));
    }

    [Fact]
    public void Parse_BothWordings_AreNeverOneConcept()
    {
        using var file = new TestFile("b.csv", $"{Header}CA,7,{Old},1,Yes,S,8.0%\nCA,7,{New},1,Yes,17.3%,S\nCA,24,{Ahead},3,Do not know,20%,\n");
        var sink = file.Parse(new BtosSource());
        sink.Refused.ShouldBeEmpty();
        sink.Rows.Where(r => r.Table == "observations").Select(r => (r["concept"], r["dimension"], r["end"], r["value"])).ShouldBe(
        [
            ("ai-use-share-2023-question", "CA:yes", "2025-09-21", "0.08"),
            ("ai-use-share-2025-question", "CA:yes", "2025-11-30", "0.173"),
            ("ai-use-expected-share-2025-question", "CA:do-not-know", "2025-11-30", "0.2"),
        ]);
    }

    [Theory]
    [InlineData("CA,7,\"Did this business use AI anywhere?\",1,Yes,1%,2%", "Question")]
    [InlineData("CA,7," + New + ",9,Perhaps,1%,2%", "Answer")]
    [InlineData("=1,7," + New + ",1,Yes,1%,2%", "State")]
    [InlineData("CA,7," + New + ",1,Yes,0.17,2%", "202524")]
    [InlineData("CA,7," + New + ",1,Yes,117%,2%", "202524")]
    [InlineData("CA,7," + New + ",1,Yes,x%,2%", "202524")]
    public void Parse_BadPiece_IsRefusedUnderItsColumn(string row, string column)
    {
        using var file = new TestFile("b.csv", $"{Header}{row}\n");
        file.Parse(new BtosSource()).Refused.ShouldHaveSingleItem().Column.ShouldBe(column);
    }

    [Fact]
    public void Parse_UnknownPeriodInTheHeader_IsRefusedWhole()
    {
        using var file = new TestFile("b.csv", Header.Replace("202524", "Q3 2025", StringComparison.Ordinal) + $"CA,7,{New},1,Yes,1%,2%\n");
        Should.Throw<SourceFormatException>(() => file.Parse(new BtosSource())).Message.ShouldContain("Q3 2025");
    }

    [Theory]
    [InlineData("State,Question ID,Query,Answer ID,Answer,202524\nCA,7,x,1,Yes,1%\n", "'Question'")]
    [InlineData("<html></html>", "web page")]
    [InlineData("State,Question ID,Question,Answer ID,Answer,202524\nCA,7,x", "cut off")]
    public void Parse_WrongHeaderPageOrCutOff_IsRefusedWhole(string text, string reason)
    {
        using var file = new TestFile("b.csv", text);
        Should.Throw<SourceFormatException>(() => file.ParseAs(new BtosSource(), "btos-state-questions")).Message.ShouldContain(reason);
    }
}
