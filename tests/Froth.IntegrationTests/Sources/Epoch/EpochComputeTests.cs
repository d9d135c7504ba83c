using System.IO.Compression;
using System.Text;
using Froth.Data.Sources;
using Froth.Data.Sources.Epoch;
using Froth.IntegrationTests.Sources.Tables;

namespace Froth.IntegrationTests.Sources.Epoch;

public sealed class EpochComputeTests
{
    private const string GpqaHeader = "Model version,mean_score,Best score (across scorers),Release date,stderr,Started at,id\n";

    [Fact]
    public void Parse_Clusters_TellsWhatStandsAndWhatIsPlannedApart()
    {
        var sink = Sample([], "gpu_clusters_2025-12.csv");
        (Count(sink, "gpu-cluster-power"), Count(sink, "gpu-cluster-planned-power")).ShouldBe((292, 102));
        (Count(sink, "gpu-cluster-chips"), Count(sink, "gpu-cluster-hardware-cost"), Count(sink, "gpu-cluster-planned-h100-equivalents")).ShouldBe((297, 279, 100));
        var colossus = sink.Rows.Single(r => r["concept"] == "gpu-cluster-power" && r["dimension"] == "xAI Colossus Memphis Phase 3");
        (colossus["entity"], colossus["value"], colossus["unit"], colossus["end"], colossus["published"], colossus["grade"])
            .ShouldBe(("xai", "0.352352", "gigawatts", "2025-07-22", "2025-12-31", "estimated"));
        sink.Rows.Single(r => r["concept"] == "gpu-cluster-performance" && r["dimension"] == "xAI Colossus Memphis Phase 3")["value"].ShouldBe("546");
        TestFile.Unusable(sink).ShouldBeEmpty();

        // 257 clusters without a name of their own, 70 possible duplicates, 4 that stand since nobody knows when.
        sink.Refused.GroupBy(r => r.Column).ToDictionary(g => g.Key, g => g.Count())
            .ShouldBe(new Dictionary<string, int> { ["Name"] = 257, ["Possible Duplicate"] = 70, ["First Operational Date"] = 4 }, ignoreOrder: true);
    }

    [Fact]
    public void Parse_ChipCounts_KeepsBoundsAndTheDayOfTheEstimate()
    {
        var quarters = Sample([], "ai-chip-counts", "nvidia_owners_quarters.csv");
        var row = quarters.Rows.Single(r => r["concept"] == "ai-chips-acquired" && r["entity"] == "microsoft" && r["end"] == "2025-03-31");
        (row["start"], row["value"], row["low"], row["high"], row["grade"], row["published"]).ShouldBe(("2025-01-01", "221131", "166162", "297088", "estimated", "2026-04-15"));
        Count(quarters, "ai-chips-acquired").ShouldBe(102);
        var held = Sample([], "ai-chip-counts", "nvidia_owners_cumulative_totals.csv");
        var power = held.Rows.Single(r => r["concept"] == "ai-chips-held-power" && r["entity"] == "microsoft" && r["end"] == "2026-03-31");
        (power["start"], power["value"], power["low"], power["high"], power["unit"]).ShouldBe(("", "1.95522", "1.50642", "2.54298", "gigawatts"));
        power["note"].ShouldContain("incomplete");
        Count(Sample([], "ai-chip-counts", "nvidia_calendar_quarter_chip_timelines.csv"), "ai-chips-shipped").ShouldBe(48);
        Count(Sample([], "ai-chip-counts", "tpu_calendar_quarter_chip_timelines.csv"), "ai-chips-shipped").ShouldBe(33);
        foreach (var sink in (RecordingSink[])[quarters, held]) TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_NvidiaQuarters_AgreesWithTheDefaultData()
    {
        var told = Sample([], "ai-chip-counts", "Nvidia_quarterly_revenue.csv").Rows.Where(r => r["concept"] == "datacenter-revenue").ToDictionary(r => r["end"], r => r["value"]);
        var expected = File.ReadLines(Repository.Path("data", "observations-nvidia-dc.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[4], c => c[5]);
        told.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Parse_BroadcomQuarters_GivesTheTpuPartAsARange()
    {
        var sink = Sample([], "ai-chip-counts", "Broadcom_quarterly_revenue.csv");
        var row = sink.Rows.Single(r => r["concept"] == "tpu-revenue" && r["end"] == "2025-11-02");
        (row["entity"], row["value"], row["low"], row["high"], row["grade"]).ShouldBe(("broadcom", "", "3600000000", "4000000000", "estimated"));
        sink.Rows.Single(r => r["concept"] == "ai-semiconductor-revenue" && r["end"] == "2025-11-02")["value"].ShouldBe("6430000000");
    }

    [Fact]
    public void Parse_HardwarePrices_MakesARangeOfOffersItCannotTellApart()
    {
        var sink = Sample([], "training-cost-trends", "Hardware_prices.csv");
        (Count(sink, "accelerator-rental-on-demand"), Count(sink, "accelerator-rental-one-year"), Count(sink, "accelerator-rental-three-years"), Count(sink, "accelerator-purchase-price"))
            .ShouldBe((421, 94, 97, 118));
        sink.Rows.Count(r => r["concept"] == "accelerator-rental-on-demand" && r["low"].Length > 0).ShouldBe(17);
        var offer = sink.Rows.Single(r => r["concept"] == "accelerator-rental-on-demand" && r["dimension"] == "NVIDIA V100;Microsoft Azure;East US" && r["end"] == "2020-03-09");
        (offer["value"], offer["low"], offer["high"]).ShouldBe(("", "2.75", "3.06"));
        sink.Refused.ShouldHaveSingleItem().Column.ShouldBe("Price date");
        TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_ChipPricesSitesAndCosts_TellTheirFigures()
    {
        var prices = Sample([], "ai-chip-counts", "Nvidia_annual_prices.csv").Rows.Single(r => r["dimension"] == "H100" && r["end"] == "2024-12-31");
        (prices["low"], prices["high"]).ShouldBe(("23000", "30000"));
        var sites = Sample([], "ai-chip-counts", "xai_datacenter_timelines.csv");
        sites.Rows.Single(r => r["concept"] == "datacenter-power" && r["dimension"] == "xAI Colossus 1" && r["end"] == "2024-08-11")["value"].ShouldBe("0.045");
        Count(sites, "datacenter-planned-power").ShouldBe(1); // May 2026 lies after the recording
        var costs = Sample([], "training-cost-trends", "model_costs.csv");
        (Count(costs, "training-cost-trend-amortised"), Count(costs, "training-cost-trend-cloud"), Count(costs, "training-cost-trend-acquisition")).ShouldBe((82, 35, 46));
    }

    [Fact]
    public void Parse_Gpqa_AgreesWithTheDefaultData()
    {
        var sink = Sample([], "benchmarks", "gpqa_diamond.csv");
        Count(sink, "gpqa-diamond-score").ShouldBe(144);
        sink.Refused.ShouldHaveSingleItem().Column.ShouldBe("Started at");
        var told = sink.Rows.Where(r => r["concept"] == "gpqa-diamond-score").ToDictionary(r => r["dimension"], r => r);
        var expected = File.ReadLines(Repository.Path("data", "observations-model-prices.csv")).Select(l => l.Split(',')).Where(c => c[1] == "gpqa-diamond-score").ToList();
        expected.Count.ShouldBe(115);
        foreach (var cells in expected) (told[cells[2]]["end"], told[cells[2]]["value"], told[cells[2]]["published"]).ShouldBe((cells[4], cells[5], cells[10]), cells[2]);
    }

    [Fact]
    public void Parse_CapabilitiesIndex_LeavesOutUndatedModels()
    {
        var sink = Sample([], "benchmarks", "epoch_capabilities_index.csv");
        Count(sink, "epoch-capabilities-index").ShouldBe(277);
        sink.Refused.Count.ShouldBe(5);
        TestFile.Unusable(sink).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_Archive_ReadsTheTablesItKnows()
    {
        using var file = new TestFile("benchmark_data.zip", Zip(("data/gpqa_diamond.csv", GpqaHeader + "m,0.5,0.6,2025-01-01,0.01,2025-02-01T00:00:00Z,x\n"), ("data/other.csv", "a,b\n1,2\n"), ("README.md", "# x")));
        new EpochSource().Recognise(SourceFile.At(file.Path)).ShouldBe("epoch-archive");
        var sink = file.Parse(new EpochSource(), ("recorded", "2026-01-01"));
        var score = sink.Rows.Single(r => r["concept"] == "gpqa-diamond-score");
        (score["value"], score["locator"]).ShouldBe(("0.6", "benchmark_data.zip/data/gpqa_diamond.csv line 2"));
    }

    [Fact]
    public void Parse_ArchiveCutOff_IsRefusedWhole()
    {
        var whole = Zip(("data/gpqa_diamond.csv", GpqaHeader + "m,0.5,0.6,2025-01-01,0.01,2025-02-01T00:00:00Z,x\n"));
        using var file = new TestFile("benchmark_data.zip", whole[..(whole.Length / 2)]);
        new EpochSource().Recognise(SourceFile.At(file.Path)).ShouldBeNull();
        Should.Throw<SourceFormatException>(() => file.ParseAs(new EpochSource(), "epoch-archive", ("recorded", "2026-01-01"))).Message.ShouldContain("whole zip");
    }

    [Fact]
    public void Parse_ArchiveWithNothingKnown_IsRefusedWhole()
    {
        using var file = new TestFile("benchmark_data.zip", Zip(("a.csv", "a,b\n1,2\n")));
        Should.Throw<SourceFormatException>(() => file.ParseAs(new EpochSource(), "epoch-archive", ("recorded", "2026-01-01"))).Message.ShouldContain("none of the tables");
    }

    [Fact]
    public void Parse_ScoreBeyondOne_IsRefused()
    {
        using var file = new TestFile("gpqa.csv", GpqaHeader + "m,50,60,2025-01-01,0.01,2025-02-01T00:00:00Z,x\n");
        var sink = file.Parse(new EpochSource(), ("recorded", "2026-01-01"));
        sink.Refused.ShouldHaveSingleItem().Reason.ShouldContain("share between 0 and 1");
        Count(sink, "gpqa-diamond-score").ShouldBe(0);
    }

    private static int Count(RecordingSink sink, string concept) => EpochModelsTests.Count(sink, concept);

    private static RecordingSink Sample((string, string)[] arguments, params string[] path) =>
        TestFile.Parse(new EpochSource(), Repository.Shared(["samples", "epoch", .. path]), path.Length > 1 ? [("recorded", "2026-04-30"), .. arguments] : arguments);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
