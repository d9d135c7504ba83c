using CsCheck;
using Froth.Data.Sources;
using Froth.Data.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Tables;

public sealed class TablesTests
{
    private static readonly TableShape Shape = new("things", "* Name | Title\n! Value (new) | Value (old)\n? Extra");

    private static IEnumerable<ISource> Ours => ((string[])["epoch", "fmti", "litellm", "btos", "arena"]).Select(id => SourceCatalogue.Find(id)!);

    [Theory]
    [InlineData("3e-05", 6, "30")]
    [InlineData("1.5e-07", 6, "0.15")]
    [InlineData("0.00000000000000000013", 6, "0.00000000000013")]
    [InlineData("5.0000000000001e+26", -12, "500000000000010")]
    [InlineData("40.0", -12, "0.00000000004")]
    [InlineData("92.2", -2, "0.922")]
    [InlineData("-13.07", 9, "-13070000000")]
    [InlineData("  7 ", 0, "7")]
    public void Read_NumberWithPower_MovesThePointExactly(string text, int power, string expected)
    {
        ExactNumber.Read(text, power, out var number).ShouldBeNull();
        ExactNumber.Text(number).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("$5")]
    [InlineData("")]
    [InlineData("1e")]
    [InlineData("1e+x")]
    [InlineData("e5")]
    [InlineData("NaN")]
    [InlineData("1e999999999")]
    [InlineData("1.2.3")]
    public void Read_WhatIsNoNumber_SaysWhy(string text) => ExactNumber.Read(text, 6, out _).ShouldNotBeNull();

    [Fact]
    public void Read_AnyDecimalTimesMillion_EqualsDecimalArithmetic() =>
        Gen.Select(Gen.Int[0, 999_999], Gen.Int[0, 12]).Sample((digits, decimals) =>
        {
            var plain = new decimal(digits, 0, 0, false, (byte)decimals);
            ExactNumber.Read(plain.ToString(System.Globalization.CultureInfo.InvariantCulture), 6, out var number).ShouldBeNull();
            number.ShouldBe(plain * 1_000_000m);
        });

    [Theory]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("9/14/2025", "2025-09-14")]
    [InlineData("10/31/22", "2022-10-31")]
    [InlineData("20230508", "2023-05-08")]
    [InlineData("2025-12-17T22:39:00.278Z", "2025-12-17")]
    [InlineData("11/12/2025 4:53am", "2025-11-12")]
    public void Read_DayInAnySpelling_IsThatDay(string text, string expected) => DayText.Text(DayText.Read(text)).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("2025-02-30")]
    [InlineData("13/13/2025")]
    [InlineData("Planned 2030")]
    public void Read_WhatIsNoDay_IsNull(string text) => DayText.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("models_2026-01-26.csv", "", "", "2026-01-26")]
    [InlineData("companies_2025-12.csv", "", "", "2025-12-31")]
    [InlineData("companies_2025-12.csv", "", "2025-12-20", "2025-12-20")]
    [InlineData("companies_2025-12.csv", "", "2026-03-01", "2025-12-31")]
    [InlineData("companies.csv", "", "2026-03-01", "2026-03-01")]
    [InlineData("companies_2025-12.csv", "2026-02-02", "2026-03-01", "2026-02-02")]
    public void Recorded_ArgumentThenNameThenArrival_TellsTheDay(string name, string argument, string came, string expected)
    {
        var file = new SourceFile { Name = name, BytesPath = "", Length = 0, FetchedAt = came.Length == 0 ? default : DateTimeOffset.Parse(came + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture) };
        var arguments = argument.Length == 0 ? SourceArguments.None : SourceArguments.None.With("recorded", argument);
        DayText.Text(DayText.Recorded(file, arguments, new RecordingSink(TestFile.Today))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("x.csv", "")]
    [InlineData("x.csv", "soon")]
    [InlineData("x.csv", "2027-01-01")]
    public void Recorded_UnknownBadOrFuture_IsRefused(string name, string argument)
    {
        var file = new SourceFile { Name = name, BytesPath = "", Length = 0 };
        var arguments = argument.Length == 0 ? SourceArguments.None : SourceArguments.None.With("recorded", argument);
        Should.Throw<SourceFormatException>(() => DayText.Recorded(file, arguments, new RecordingSink(TestFile.Today))).Message.ShouldContain("recorded");
    }

    [Fact]
    public void Table_RenamedColumnWithKnownSynonym_IsBound()
    {
        var table = Table("title, VALUE  (Old)\na,1\n");
        table.Next(new RecordingSink(TestFile.Today)).ShouldBeTrue();
        (table["Name"], table["Value (new)"], table["Extra"], table.Has("Extra")).ShouldBe(("a", "1", "", false));
    }

    [Fact]
    public void Table_UnknownHeader_SaysWhatIsMissingAndWhatThereIs()
    {
        var fault = Should.Throw<SourceFormatException>(() => Table("Name,Value (newest)\na,1\n"));
        fault.Message.ShouldContain("'Value (new)' or 'Value (old)'");
        fault.Message.ShouldContain("Value (newest)");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html>\n<html></html>")]
    [InlineData("<html lang=\"en\"><head><title>Moved</title></head></html>\n")]
    public void Table_EmptyOrWebPage_IsRefusedWhole(string text) => Should.Throw<SourceFormatException>(() => Table(text));

    [Theory]
    [InlineData("Name,Value (new)\na,1\nb")]
    [InlineData("Name,Value (new)\na,1\n\"b")]
    public void Next_FileThatEndsInARow_IsRefusedWhole(string text)
    {
        var table = Table(text);
        var sink = new RecordingSink(TestFile.Today);
        table.Next(sink).ShouldBeTrue();
        Should.Throw<SourceFormatException>(() => table.Next(sink)).Message.ShouldContain("cut off");
    }

    [Fact]
    public void Next_BadRowsAmongGood_AreRefusedWithTheirLine()
    {
        var table = Table("Name,Value (new)\na,1,2\nb\"x,3\nc,4\n");
        var sink = new RecordingSink(TestFile.Today);
        table.Next(sink).ShouldBeTrue();
        table["Name"].ShouldBe("c");
        table.Next(sink).ShouldBeFalse();
        sink.Refused.Select(r => r.Locator).ShouldBe(["test.csv line 2", "test.csv line 3"]);
    }

    [Fact]
    public void Next_InvalidUtf8_IsRefused()
    {
        var table = new HeadedTable(new MemoryStream([.. "Name,Value (new)\n"u8, 0xFF, .. ",1\n"u8]), "test.csv", Shape);
        var sink = new RecordingSink(TestFile.Today);
        table.Next(sink).ShouldBeFalse();
        sink.Refused.Single().Reason.ShouldContain("UTF-8");
    }

    [Fact]
    public void Find_DeepMind_BelongsToAlphabetFromItsPurchaseOn()
    {
        var organisations = new Organisations(new RecordingSink(TestFile.Today, DefaultEntities.All));
        organisations.Find("DeepMind", new DateOnly(2013, 12, 19), "").ShouldBeNull();
        organisations.Find("DeepMind", new DateOnly(2016, 1, 27), "").ShouldBe("alphabet");
    }

    [Fact]
    public void Recognise_SamplesOfOtherSources_AreNotTaken()
    {
        foreach (var path in (string[])["prices/vix-daily.csv", "macro/shiller_sp500_data.csv", "macro/fred_daily.json", "fmti/LICENSE.md", "fmti/fmti-indicators.csv", "README.md"])
        {
            var file = SourceFile.At(Repository.Shared(["samples", .. path.Split('/')]));
            Ours.Where(s => s.Recognise(file) is not null).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("epoch/notable_ai_models_2026-01-26.csv", "epoch")]
    [InlineData("epoch/gpu_clusters_2025-12.csv", "epoch")]
    [InlineData("epoch/benchmarks/gpqa_diamond.csv", "epoch")]
    [InlineData("fmti/October2023/October2023_scores.csv", "fmti")]
    [InlineData("fmti/Dec2025/Dec2025_scores.csv", "fmti")]
    [InlineData("model_prices/litellm_2026-07-24.json", "litellm")]
    [InlineData("model_prices/litellm_price_changes.jsonl", "litellm")]
    [InlineData("adoption/btos_state_ai_questions.csv", "btos")]
    [InlineData("benchmarks/lmarena_history_nakasyou_result.csv", "arena")]
    public void Recognise_OwnSample_IsTakenByOneSourceOnly(string path, string id)
    {
        var file = SourceFile.At(Repository.Shared(["samples", .. path.Split('/')]));
        SourceCatalogue.All.Where(s => s.Description.Id != "mapped" && s.Recognise(file) is not null).Select(s => s.Description.Id).ShouldBe([id]);
    }

    [Fact]
    public void Parse_FilesDamagedAnywhere_ReadOrSayWhyNot()
    {
        (string Source, string Text)[] good =
        [
            ("epoch", "Model,Organization,Publication date,Parameters,Training compute (FLOP),Confidence\n\"A\",OpenAI,2024-01-01,10,2e20,Likely\nB,xAI,2024-02-01,10.5,3e20,Confident\n"),
            ("epoch", "Quarter,Start Date,End Date,total_revenue,dc_revenue\nQ1,2024-01-01,2024-03-31,2,1.5\n"),
            ("litellm", "{\"m\": {\"input_cost_per_token\": 1e-6, \"litellm_provider\": \"xai\"}, \"n\": {\"output_cost_per_token\": \"2e-6\"}}"),
            ("litellm", "{\"snapshot\": \"2026-01-01\", \"model\": \"m\", \"record\": {\"input_cost_per_token\": 1e-6}}\n{\"snapshot\": \"2026-01-02\", \"model\": \"m\", \"record\": {}}\n"),
            ("btos", "State,Question ID,Question,Answer ID,Answer,202519\nCA,7,\"In the last two weeks, did this business use Artificial Intelligence (AI) in producing goods or services?\",1,Yes,8.0%\n"),
            ("arena", ",a,b,c,d,e\n20240101,1,2,3,4,5\n"),
            ("arena", "{\"20250101\": {\"text\": {\"overall\": {\"m\": 1300.25}}}}"),
            ("fmti", "Indicator,OpenAI,Meta\nData acquisition methods,1,0\n"),
        ];
        var read = 0;
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 2_000], Gen.Byte, Gen.Bool).Sample((which, where, put, cut) =>
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(good[which].Text);
            where %= bytes.Length;
            if (cut) bytes = bytes[..where];
            else bytes[where] = put;
            using var file = new TestFile("damaged_2026-01-01.csv", bytes);
            var source = SourceCatalogue.Find(good[which].Source)!;
            if (source.Recognise(SourceFile.At(file.Path)) is not { } format) return;
            try
            {
                // A damaged name may repeat another; the canonical table quarantines such contradictions, whose reason names the key with bars.
                TestFile.Unusable(file.ParseAs(source, format)).Where(f => !f.Contains('|', StringComparison.Ordinal)).ShouldBeEmpty();
                Interlocked.Increment(ref read);
            }
            catch (SourceFormatException)
            {
                // Said why not.
            }
        }, iter: 3_000);
        read.ShouldBeGreaterThan(100);
    }

    private static HeadedTable Table(string text) => new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "test.csv", Shape);
}
