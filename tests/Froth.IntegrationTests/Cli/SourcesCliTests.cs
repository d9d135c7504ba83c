namespace Froth.IntegrationTests.Cli;

/// <summary>Sources, schedules and parsing again, as a user runs them; nothing here touches the network.</summary>
public sealed class SourcesCliTests
{
    private const string Facts = """
        {"cik":"0000000777","entityName":"Test Works","facts":{"us-gaap":{"Revenues":{"label":"Revenues","description":"d","units":{"USD":[
        {"start":"2024-01-01","end":"2024-12-31","val":1000,"accn":"0000000777-25-000001","fy":2024,"fp":"FY","form":"10-K","filed":"2025-02-01"},
        {"start":"2025-01-01","end":"2025-12-31","val":1500,"accn":"0000000777-26-000001","fy":2025,"fp":"FY","form":"10-K","filed":"2026-02-01"}]}}}}}
        """;

    [Fact]
    public void IngestEdgar_OfflineFile_IsKnownByContentAndShowsUp()
    {
        using var froth = new FrothProgram();
        froth.Run("ingest", "edgar", "--file", froth.Write("anything.bin", Facts)).ExitCode.ShouldBe(0);
        var facts = froth.Run("firm", "777", "facts", "--concept", "revenue", "--basis", "annual", "--format", "json").Json.GetProperty("facts").EnumerateArray().ToList();
        facts.Select(f => f.GetProperty("value").GetInt64()).ShouldBe([1000, 1500]);
        facts[1].GetProperty("accession").GetString().ShouldBe("0000000777-26-000001");
        facts[1].GetProperty("snapshot").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public void IngestEdgar_TheSameTwiceAndReparsed_ChangesNothing()
    {
        using var froth = new FrothProgram();
        var file = froth.Write("facts.json", Facts);
        froth.Run("ingest", "edgar", "--file", file).Output.ShouldContain("added");
        froth.Run("ingest", "edgar", "--file", file).Output.ShouldContain("Nothing changed");
        froth.Run("reparse", "edgar").Output.ShouldContain("Nothing changed");
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Request Rate Threshold Exceeded</body></html>")]
    [InlineData("{\"cik\":777,\"entityName\":\"Test Works\",\"facts\":{\"us-gaap\":{\"Revenues\":{\"units\":{\"USD\":[{\"end\":\"2024")]
    [InlineData("")]
    public void IngestEdgar_WhatIsNoResponse_IsRefusedWithAReasonAndLeavesTheRest(string content)
    {
        using var froth = new FrothProgram();
        froth.Run("ingest", "edgar", "--file", froth.Write("good.json", Facts)).ExitCode.ShouldBe(0);
        var outcome = froth.Run("ingest", "edgar", "--file", froth.Write("bad.json", content));
        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("bad.json");
        froth.Run("firm", "777", "facts", "--concept", "revenue", "--basis", "annual", "--format", "json").Json.GetProperty("facts").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void IngestEdgar_WithoutAContact_SaysWhyAndHow()
    {
        using var froth = new FrothProgram();
        var outcome = froth.Run("ingest", "edgar", "--cik", "1045810");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("contact");
        outcome.Error.ShouldContain("froth sources set");
    }

    [Fact]
    public void Sources_List_TellsEachWithItsState()
    {
        using var froth = new FrothProgram();
        var rows = froth.Run("sources", "--format", "json").Json.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("source").GetString()!);
        ((string[])["edgar", "fred", "epoch", "fmti", "litellm", "btos", "prices", "deals", "mapped", "tushare", "cninfo"]).ShouldBeSubsetOf(rows.Keys);
        rows["edgar"].GetProperty("note").GetString()!.ShouldContain("contact");
        rows["tushare"].GetProperty("note").GetString()!.ShouldContain("never seen live");
        froth.Run("sources", "set", "contact", "Jane Doe jane@example.org").ExitCode.ShouldBe(0);
        froth.Run("sources", "--format", "json").Json.GetProperty("rows").EnumerateArray().First(r => r.GetProperty("source").GetString() == "edgar").GetProperty("note").GetString().ShouldBe("");
    }

    [Fact]
    public void Schedule_AddedListedRemoved_AndAWrongExpressionIsRefused()
    {
        using var froth = new FrothProgram();
        froth.Run("schedule", "add", "edgar", "--cik", "1045810", "--cron", "0 6 * * 1-5").ExitCode.ShouldBe(0);
        var entry = froth.Run("schedule", "list", "--format", "json").Json.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        entry.GetProperty("arguments").GetString().ShouldBe("{\"cik\":[\"1045810\"]}");
        froth.Run("schedule", "run").Output.ShouldContain("Nothing is due");
        froth.Run("schedule", "remove", entry.GetProperty("id").GetString()!).ExitCode.ShouldBe(0);
        froth.Run("schedule", "list", "--format", "json").Json.GetProperty("rows").GetArrayLength().ShouldBe(0);
        var wrong = froth.Run("schedule", "add", "edgar", "--cik", "1", "--cron", "every day");
        wrong.ExitCode.ShouldBe(2);
        wrong.Error.ShouldContain("every day");
    }
}
