using Froth.Data.Sources;
using Froth.Data.Sources.Epoch;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Epoch;

public sealed class EpochModelsTests
{
    private const string Header = "Model,Organization,Publication date,Domain,Parameters,Training compute (FLOP),Training dataset size (gradients),Confidence,Training compute cost (2023 USD)\n";

    [Fact]
    public void Parse_NotableModels_TellsKnownComputeAndCostOnly()
    {
        var sink = TestFile.Parse(new EpochSource(), Repository.Shared("samples", "epoch", "notable_ai_models_2026-01-26.csv"));
        var recent = sink.Rows.Where(r => r.Table == "observations" && string.CompareOrdinal(r["end"], "2023-01-01") >= 0).ToList();

        // 306 models came out since 2023; of 147 the operations are told, of 49 the cost.
        recent.Count(r => r["concept"] == "training-compute").ShouldBe(147);
        recent.Count(r => r["concept"] == "training-cost").ShouldBe(49);
        Count(sink, "training-compute").ShouldBe(514); // 515 less one that the store cannot hold exactly
        Count(sink, "training-cost").ShouldBe(178);
        Count(sink, "model-parameters").ShouldBe(679);
        (Count(sink, "training-tokens") + Count(sink, "training-datapoints")).ShouldBe(660 - 3); // three cells hold a list
        TestFile.Unusable(sink).ShouldBeEmpty();
        sink.Refused.Count.ShouldBe(5);
        sink.Refused.ShouldContain(r => r.Column == "Hardware acquisition cost" && r.Reason.StartsWith("277 costs of zero", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_NotableModels_KeepsFiguresExactAndDatesThemByTheRecording()
    {
        var sink = TestFile.Parse(new EpochSource(), Repository.Shared("samples", "epoch", "notable_ai_models_2026-01-26.csv"));
        var llama = sink.Rows.Single(r => r["concept"] == "training-compute" && r["dimension"] == "Llama 3.1-405B");
        (llama["entity"], llama["value"], llama["unit"], llama["end"], llama["published"], llama["grade"])
            .ShouldBe(("meta", "38000000000000", "tera-operations", "2024-07-23", "2026-01-26", "third-party"));
        var grok = sink.Rows.Single(r => r["concept"] == "training-cost" && r["dimension"] == "Grok 4");
        (grok["entity"], grok["value"], grok["unit"], grok["grade"]).ShouldBe(("xai", "387842678.08636147", "USD", "estimated"));
        var alexnet = sink.Rows.Single(r => r["concept"] == "training-compute" && r["dimension"] == "AlexNet");
        (alexnet["entity"], alexnet["value"], alexnet["note"]).ShouldBe(("ai-sector", "470000", "by University of Toronto; Epoch AI confidence: Confident"));
        var renderer = sink.Rows.Single(r => r["concept"] == "model-parameters" && r["dimension"] == "Diffusion Renderer");
        renderer["entity"].ShouldBe("nvidia");
        renderer["note"].ShouldStartWith("with University of Toronto, Vector Institute");
    }

    [Theory]
    [InlineData("Training dataset size (gradients)")]
    [InlineData("Training dataset size (datapoints)")]
    public void Parse_DriftedHeaderWithSynonym_ReadsOn(string name)
    {
        using var file = new TestFile("m_2026-01-26.csv", Header.Replace("Training dataset size (gradients)", name, StringComparison.Ordinal)
            + "A,OpenAI,2024-01-01,Language,10,2e20,30,Likely,\n");
        var sink = file.Parse(new EpochSource());
        sink.Rows.Single(r => r["concept"] == "training-tokens")["value"].ShouldBe("30");
        sink.Rows.Single(r => r["concept"] == "training-compute")["grade"].ShouldBe("estimated");
    }

    [Fact]
    public void Parse_HeaderThatLostAColumn_NamesIt()
    {
        using var file = new TestFile("m_2026-01-26.csv", Header.Replace("Confidence", "Trust", StringComparison.Ordinal) + "A,OpenAI,2024-01-01,Language,10,2e20,30,Likely,\n");
        Should.Throw<SourceFormatException>(() => file.Parse(new EpochSource())).Message.ShouldContain("'Confidence'");
    }

    [Theory]
    [InlineData("=cmd()")]
    [InlineData("+A")]
    [InlineData("-A")]
    [InlineData("@A")]
    public void Parse_NameLikeAFormula_IsRefusedWithItsRow(string name)
    {
        using var file = new TestFile("m_2026-01-26.csv", $"{Header}{name},OpenAI,2024-01-01,Language,10,2e20,30,Likely,\nB,OpenAI,2024-01-01,Language,10,,,Likely,\n");
        var sink = file.Parse(new EpochSource());
        sink.Refused.Single().Reason.ShouldContain("formula");
        sink.Rows.Where(r => r.Table == "observations").ShouldHaveSingleItem()["dimension"].ShouldBe("B");
    }

    [Theory]
    [InlineData("A,OpenAI,someday,Language,10,2e20,30,Likely,", "Publication date")]
    [InlineData("A,OpenAI,2026-02-01,Language,10,2e20,30,Likely,", "Publication date")]
    [InlineData("A,OpenAI,2024-01-01,Language,\"1,000\",,,Likely,", "Parameters")]
    [InlineData("A,OpenAI,2024-01-01,Language,,about 2e20,,Likely,", "Training compute (FLOP)")]
    [InlineData(",OpenAI,2024-01-01,Language,10,2e20,30,Likely,", "Model")]
    public void Parse_BadCell_IsRefusedUnderItsColumn(string row, string column)
    {
        using var file = new TestFile("m_2026-01-26.csv", Header + row + "\n");
        file.Parse(new EpochSource()).Refused.ShouldHaveSingleItem().Column.ShouldBe(column);
    }

    [Fact]
    public void Parse_TruncatedFile_IsRefusedWhole()
    {
        using var file = new TestFile("m_2026-01-26.csv", Header + "A,OpenAI,2024-01-01,Language,10,2e20,30,Likely,\nB,Open");
        Should.Throw<SourceFormatException>(() => file.Parse(new EpochSource())).Message.ShouldContain("cut off");
    }

    [Fact]
    public void Recognise_WebPage_IsNot()
    {
        using var file = new TestFile("m.csv", "<!doctype html><html>Model,Publication date,Training compute (FLOP)</html>");
        new EpochSource().Recognise(SourceFile.At(file.Path)).ShouldBeNull();
        Should.Throw<SourceFormatException>(() => file.ParseAs(new EpochSource(), "epoch-models", ("recorded", "2026-01-01"))).Message.ShouldContain("web page");
    }

    [Fact]
    public void Requests_PartOrAll_AreOfEpochOnly()
    {
        var source = new EpochSource();
        source.Requests(SourceArguments.None.With("part", "models"), SourceSettings.None).Select(r => r.Url.AbsoluteUri)
            .ShouldBe(["https://epoch.ai/data/epochdb/notable_ai_models.csv", "https://epoch.ai/data/epochdb/large_scale_ai_models.csv"]);
        source.Requests(SourceArguments.None, SourceSettings.None).Count.ShouldBe(9);
    }

    internal static int Count(RecordingSink sink, string concept) => sink.Rows.Count(r => r["concept"] == concept);
}
