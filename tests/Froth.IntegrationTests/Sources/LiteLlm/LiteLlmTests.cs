using Froth.Data.Sources;
using Froth.Data.Sources.LiteLlm;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.LiteLlm;

public sealed class LiteLlmTests
{
    [Fact]
    public void Parse_List_TellsEveryPriceAboveZeroAndBelowAbsurd()
    {
        var sink = TestFile.Parse(new LiteLlmSource(), Repository.Shared("samples", "model_prices", "litellm_2026-07-24.json"));
        int Of(string concept) => sink.Rows.Count(r => r["concept"] == concept);

        // The list without its example: 2,510 input prices of which 126 are zero and 9 absurd; 2,507, 247 and 11; 710, 17 and none.
        (Of("list-price-input"), Of("list-price-output"), Of("list-price-cached-input")).ShouldBe((2375, 2249, 693));
        sink.Refused.Count(r => r.Column == "input_cost_per_token" && r.Reason.Contains("more than the", StringComparison.Ordinal)).ShouldBe(9);
        sink.Refused.Count(r => r.Column == "output_cost_per_token" && r.Reason.Contains("more than the", StringComparison.Ordinal)).ShouldBe(11);
        sink.Refused.ShouldContain(r => r.Column == "input_cost_per_token" && r.Reason.StartsWith("126 prices of zero", StringComparison.Ordinal));
        sink.Refused.ShouldContain(r => r.Column == "output_cost_per_token" && r.Reason.StartsWith("247 prices of zero", StringComparison.Ordinal));
        sink.Refused.Count.ShouldBe(23);
        sink.Rows.Where(r => r.Table == "observations").ShouldAllBe(r => r["published"] == "2026-07-24" && r["end"] == "2026-07-24" && r["unit"] == "usd-per-million-tokens");
        TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_Changes_CountsSeventyOneChangesOfTheSameModel()
    {
        var sink = TestFile.Parse(new LiteLlmSource(), Repository.Shared("samples", "model_prices", "litellm_price_changes.jsonl"));
        Changes(sink, "list-price-output").ShouldBe(71);
        Changes(sink, "list-price-input").ShouldBe(71);
        sink.Rows.Where(r => r.Table == "observations").Select(r => r["end"]).Distinct().Count().ShouldBe(93);
        sink.Refused.Count.ShouldBe(3);
        TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_Changes_KeepsOneSellerForOneKey()
    {
        var sink = TestFile.Parse(new LiteLlmSource(), Repository.Shared("samples", "model_prices", "litellm_price_changes.jsonl"));
        sink.Rows.Where(r => r["concept"] == "list-price-input").GroupBy(r => r["dimension"]).Where(g => g.Select(r => r["entity"]).Distinct().Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        var first = sink.Rows.First(r => r["concept"] == "list-price-input" && r["dimension"] == "gpt-4");
        (first["entity"], first["value"], first["published"]).ShouldBe(("openai", "30", "2024-01-30"));
    }

    [Theory]
    [InlineData("3e-05", "30")]
    [InlineData("\"3e-05\"", "30")]
    [InlineData("0.00000015", "0.15")]
    [InlineData("2.9999999999999997e-07", "0.29999999999999997")]
    public void Parse_PriceAsNumberOrText_IsExact(string told, string expected)
    {
        using var file = List($"\"m\": {{\"input_cost_per_token\": {told}, \"litellm_provider\": \"azure\"}}");
        var row = file.Parse(new LiteLlmSource()).Rows.Single(r => r["concept"] == "list-price-input");
        (row["value"], row["entity"], row["dimension"], row["published"]).ShouldBe((expected, "microsoft", "m", "2026-07-01"));
    }

    [Fact]
    public void Parse_PriceAMillionTokens_IsNotScaledAgain()
    {
        using var file = List("\"m\": {\"input_cost_per_million_tokens\": 2.5, \"litellm_provider\": \"openai\", \"x\": \"input_cost_per_token\"}, \"n\": {\"input_cost_per_token\": null}");
        file.Parse(new LiteLlmSource()).Rows.Single(r => r["concept"] == "list-price-input")["value"].ShouldBe("2.5");
    }

    [Fact]
    public void Parse_ZeroPrices_AreCountedOnceAndTellNoPrice()
    {
        using var file = List("\"a\": {\"input_cost_per_token\": 0, \"litellm_provider\": \"openai\"}, \"b\": {\"input_cost_per_token\": \"0.0\"}");
        var sink = file.Parse(new LiteLlmSource());
        sink.Rows.Where(r => r.Table == "observations").ShouldBeEmpty();
        sink.Refused.ShouldHaveSingleItem().Reason.ShouldStartWith("2 prices of zero were left out, the first of a");
    }

    [Theory]
    [InlineData("\"m\": {\"input_cost_per_token\": 11, \"litellm_provider\": \"openai\"}", "more than the")]
    [InlineData("\"m\": {\"input_cost_per_token\": 0.5, \"litellm_provider\": \"openai\"}", "more than the")]
    [InlineData("\"m\": {\"input_cost_per_token\": -1e-6, \"litellm_provider\": \"openai\"}", "below zero")]
    [InlineData("\"m\": {\"input_cost_per_token\": \"cheap\", \"litellm_provider\": \"openai\"}", "not a number")]
    [InlineData("\"m\": {\"input_cost_per_token\": true, \"litellm_provider\": \"openai\"}", "not a number")]
    [InlineData("\"=m\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"openai\"}", "formula")]
    [InlineData("\"@m\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"openai\"}", "formula")]
    [InlineData("\"m\\ud800\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"openai\"}", "Unicode")]
    [InlineData("\"m\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"\\ud800\"}", "Unicode")]
    [InlineData("\"m\": \"input_cost_per_token litellm_provider\"", "not an object")]
    public void Parse_BadModel_IsRefusedAndTheRestGoesOn(string bad, string reason)
    {
        using var file = List($"{bad}, \"good\": {{\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"xai\"}}");
        var sink = file.Parse(new LiteLlmSource());
        sink.Refused.ShouldHaveSingleItem().Reason.ShouldContain(reason);
        sink.Rows.Where(r => r.Table == "observations").ShouldHaveSingleItem()["entity"].ShouldBe("xai");
    }

    [Fact]
    public void Parse_KeyToldTwice_KeepsTheFirst()
    {
        using var file = List("\"m\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"xai\"}, \"m\": {\"input_cost_per_token\": 2e-6}");
        var sink = file.Parse(new LiteLlmSource());
        sink.Rows.Single(r => r["concept"] == "list-price-input")["value"].ShouldBe("1");
        sink.Refused.ShouldHaveSingleItem().Reason.ShouldContain("twice");
    }

    [Fact]
    public void Parse_UnknownSeller_IsTheSector()
    {
        using var file = List("\"m\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"novita\"}");
        var row = file.Parse(new LiteLlmSource()).Rows.Single(r => r["concept"] == "list-price-input");
        (row["entity"], row["note"]).ShouldBe(("ai-sector", "seller: novita"));
    }

    [Fact]
    public void Parse_ListThatTellsItsOwnDay_IsDatedByIt()
    {
        using var file = new TestFile("prices.json", "{\"m\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"xai\"}, \"last_updated\": \"2026-05-05T01:00:00+00:00\"}");
        file.Parse(new LiteLlmSource()).Rows.Single(r => r["concept"] == "list-price-input")["published"].ShouldBe("2026-05-05");
        file.Parse(new LiteLlmSource(), ("recorded", "2026-05-07")).Rows.Single(r => r["concept"] == "list-price-input")["published"].ShouldBe("2026-05-07");
    }

    [Theory]
    [InlineData("{\"m\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"xai\"}")]
    [InlineData("<html>503</html>")]
    [InlineData("[1, 2]")]
    [InlineData("")]
    public void Parse_ListCutOffOrSomethingElse_IsRefusedWhole(string text)
    {
        using var file = new TestFile("prices_2026-07-01.json", text);
        Should.Throw<SourceFormatException>(() => file.ParseAs(new LiteLlmSource(), "litellm-list"));
    }

    [Fact]
    public void Parse_ChangesWithABadLine_RefusesItAndGoesOn()
    {
        const string good = "{\"snapshot\": \"2026-01-01\", \"model\": \"m\", \"record\": {\"input_cost_per_token\": 1e-6}}\n";
        using var file = new TestFile("changes.jsonl", good + "{oops}\n{\"model\": \"m\"}\n" + good.Replace("2026-01-01", "2031-01-01", StringComparison.Ordinal) + good.Replace("2026-01-01", "2026-01-08", StringComparison.Ordinal));
        var sink = file.Parse(new LiteLlmSource());
        sink.Refused.Select(r => r.Locator).ShouldBe(["changes.jsonl line 2", "changes.jsonl line 3", "changes.jsonl line 4"]);
        sink.Rows.Count(r => r.Table == "observations").ShouldBe(2);
    }

    [Fact]
    public void Parse_ChangesCutOff_IsRefusedWhole()
    {
        using var file = new TestFile("changes.jsonl", "{\"snapshot\": \"2026-01-01\", \"model\": \"m\", \"record\": {\"input_cost_per_token\": 1e-6}}\n{\"snapshot\": \"2026-0");
        Should.Throw<SourceFormatException>(() => file.Parse(new LiteLlmSource())).Message.ShouldContain("cut off");
    }

    private static TestFile List(string models) => new("prices_2026-07-01.json", $"{{{models}}}");

    // A change is a price above zero that differs from the last price above zero under the same key.
    private static int Changes(RecordingSink sink, string concept) => sink.Rows.Where(r => r["concept"] == concept).GroupBy(r => r["dimension"])
        .Sum(g => g.Zip(g.Skip(1)).Count(p => p.First["value"] != p.Second["value"]));
}
