using Froth.Data.Sources;
using Froth.Data.Sources.Fmti;
using Froth.Data.Sources.Tables;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Fmti;

public sealed class FmtiTests
{
    [Fact]
    public void Parse_December2025_ScoresEveryDeveloper()
    {
        var sink = Sample("Dec2025", "Dec2025_scores.csv");
        sink.Refused.ShouldBeEmpty();
        sink.Rows.Count(r => r["concept"] == "fmti-indicator").ShouldBe(1300);
        var scores = Scores(sink);
        scores.Count.ShouldBe(13);
        (scores["ibm"], scores["writer"], scores["ai21-labs"], scores["anthropic"], scores["alphabet"], scores["amazon"], scores["openai"]).ShouldBe(("0.95", "0.72", "0.66", "0.46", "0.41", "0.39", "0.35"));
        (scores["deepseek"], scores["meta"], scores["alibaba"], scores["mistral-ai"], scores["midjourney"], scores["xai"]).ShouldBe(("0.32", "0.31", "0.26", "0.18", "0.14", "0.14"));
        sink.Rows.Where(r => r["concept"] == "fmti-score").ShouldAllBe(r => r["published"] == "2025-12-31" && r["dimension"] == "2025-12" && r["unit"] == "ratio");
        sink.Rows.Where(r => r.Table == "entities").Select(r => r["id"]).ShouldBe(["ai21-labs", "ibm", "midjourney", "writer"], ignoreOrder: true);
        TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_October2023_AgreesWithTheTotalsOfTheFile()
    {
        var sink = Sample("October2023", "October2023_scores.csv");
        sink.Refused.ShouldBeEmpty();
        Scores(sink).ShouldBe(new Dictionary<string, string>
        {
            ["meta"] = "0.54", ["hugging-face"] = "0.53", ["openai"] = "0.48", ["stability-ai"] = "0.47", ["alphabet"] = "0.4",
            ["anthropic"] = "0.36", ["cohere"] = "0.34", ["ai21-labs"] = "0.25", ["inflection-ai"] = "0.21", ["amazon"] = "0.12",
        }, ignoreOrder: true);
        sink.Rows.Where(r => r["concept"] == "fmti-score").ShouldAllBe(r => r["published"] == "2023-10-18");
        sink.Rows.Single(r => r["entity"] == "meta" && r["dimension"] == "2023-10:data-size")["value"].ShouldBe("1");
        TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_XaiReport_CountsScoresAndNotWords()
    {
        var path = Repository.Shared("samples", "fmti", "Dec2025", "reports", "xAI_fmtransparencyreport_Dec2025.csv");
        using var stream = File.OpenRead(path);
        var table = new HeadedTable(stream, "xai", new TableShape("report", "* Disclosure\n* Score"));
        var (zero, worded) = (0, 0);
        while (table.Next(new RecordingSink(TestFile.Today)))
        {
            if (table["Score"] != "0") continue;
            zero++;
            worded += table["Disclosure"].Length > 0 ? 1 : 0;
        }

        // The trap: 71 of the 86 answers that earned nothing are not empty.
        (worded, zero).ShouldBe((71, 86));
        var sink = TestFile.Parse(new FmtiSource(), path);
        sink.Rows.Count(r => r["concept"] == "fmti-indicator" && r["value"] == "0").ShouldBe(86);
        Scores(sink)["xai"].ShouldBe("0.14");
    }

    [Fact]
    public void Parse_Reports_TellWhatTheMatrixTells()
    {
        var matrix = Sample("Dec2025", "Dec2025_scores.csv").Rows.Where(r => r["concept"] == "fmti-indicator").ToDictionary(r => (r["entity"], r["dimension"]), r => r["value"]);
        var differing = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("samples", "fmti", "Dec2025", "reports")))
        {
            foreach (var row in TestFile.Parse(new FmtiSource(), path).Rows.Where(r => r["concept"] == "fmti-indicator"))
            {
                if (matrix[(row["entity"], row["dimension"])] != row["value"]) differing.Add($"{row["entity"]} {row["dimension"]}");
            }
        }

        differing.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_MatrixThatLostRows_IsRefusedWhole()
    {
        using var file = new TestFile("s.csv", "Indicator,OpenAI,Meta\nData acquisition methods,1,0\nCrawling,0,1\n");
        Should.Throw<SourceFormatException>(() => file.Parse(new FmtiSource())).Message.ShouldContain("2 indicators");
    }

    [Fact]
    public void Parse_UnknownEdition_IsRefusedWhole()
    {
        using var file = new TestFile("s.csv", "Indicator,OpenAI,Meta\nNew indicator,1,0\n");
        new FmtiSource().Recognise(SourceFile.At(file.Path)).ShouldBeNull();
        Should.Throw<SourceFormatException>(() => file.ParseAs(new FmtiSource(), "fmti-scores")).Message.ShouldContain("no edition");
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("0.5")]
    [InlineData("")]
    [InlineData("=1")]
    public void Parse_ScoreNeitherZeroNorOne_LeavesTheTotalUntold(string score)
    {
        using var file = new TestFile("s.csv", Matrix(score, ""));
        var sink = file.Parse(new FmtiSource());
        sink.Refused.Count.ShouldBe(2);
        Scores(sink).ShouldBe(new Dictionary<string, string> { ["meta"] = "1" });
    }

    [Fact]
    public void Parse_TotalThatDoesNotAddUp_IsRefused()
    {
        using var file = new TestFile("s.csv", Matrix("1", "Total,99,100\n"));
        var sink = file.Parse(new FmtiSource());
        sink.Refused.ShouldHaveSingleItem().Reason.ShouldContain("total of 99");
        Scores(sink).ShouldBe(new Dictionary<string, string> { ["meta"] = "1" });
    }

    [Fact]
    public void Parse_UnknownDeveloper_IsRefusedAndTheRestGoesOn()
    {
        using var file = new TestFile("s.csv", Matrix("1", "").Replace("OpenAI", "Nobody", StringComparison.Ordinal));
        var sink = file.Parse(new FmtiSource());
        sink.Refused.ShouldHaveSingleItem().Reason.ShouldContain("Nobody");
        Scores(sink).Keys.ShouldBe(["meta"]);
    }

    [Fact]
    public void Parse_WebPage_IsRefusedWhole()
    {
        using var file = new TestFile("s.csv", "<html>404</html>");
        new FmtiSource().Recognise(SourceFile.At(file.Path)).ShouldBeNull();
        Should.Throw<SourceFormatException>(() => file.ParseAs(new FmtiSource(), "fmti-scores"));
    }

    private static string Matrix(string first, string total) => "Indicator,OpenAI,Meta\nData acquisition methods," + first + ",1\n"
        + string.Concat(Enumerable.Range(2, 99).Select(i => $"Indicator {i},1,1\n")) + total;

    private static Dictionary<string, string> Scores(RecordingSink sink) => sink.Rows.Where(r => r["concept"] == "fmti-score").ToDictionary(r => r["entity"], r => r["value"]);

    private static RecordingSink Sample(params string[] path) => TestFile.Parse(new FmtiSource(), Repository.Shared(["samples", "fmti", .. path]));
}
