namespace Froth.DefaultData;

internal sealed record BuiltDataSet(IReadOnlyList<(string Name, byte[] Bytes)> Files, IReadOnlyList<string> Summary);

/// <summary>The whole data set as bytes. A pure function of the recorded files: no clock, no network, no culture.</summary>
internal static class DataSet
{
    public static BuiltDataSet Build(string shared)
    {
        var (inputs, sources, dropped) = (new InputFolder(shared), new SourceRegistry(), new List<string>());
        var firms = Firms(inputs, sources);
        var marketSource = MarketBuilder.AddSource(sources);
        RegisterFactSources(inputs, sources);
        var entities = EntityRegistry.Build(inputs, sources, marketSource, firms.Single(f => f.Entity == "apple").Source);
        List<Observation> filings = [.. firms.SelectMany(f => f.Resolved())];
        var checks = TrapChecks.Run(firms);
        var typed = Duplicates.WithoutFiled(TypedBuilder.Build(sources, entities), filings, dropped);
        filings.AddRange(typed);
        var models = ModelPriceBuilder.Create(sources);
        var observations = new List<(string Name, List<Observation> Rows)>
        {
            ("observations-capability.csv", CapabilityBuilder.Build(inputs, sources, entities)),
            ("observations-firms.csv", typed),
            ("observations-fx.csv", FxBuilder.Build(inputs, sources)),
            ("observations-model-prices.csv", models.Build(inputs)),
            ("observations-nvidia-dc.csv", DatacenterBuilder.Build(inputs, sources, firms.Single(f => f.Entity == "nvidia"))),
            ("observations-private.csv", Duplicates.WithoutFiled(PrivateBuilder.Build(inputs, sources, entities), filings, dropped)),
            ("observations-rounds.csv", RoundsBuilder.Build(inputs, sources, entities)),
            ("observations-sector.csv", Duplicates.WithoutFiled(SectorBuilder.Build(inputs, sources), filings, dropped)),
            ("observations-sp500.csv", MarketBuilder.Build(inputs, marketSource)),
        };
        Validator.Check([.. observations.SelectMany(o => o.Rows)], entities, sources);
        var files = new List<CsvFile> { entities.ToCsv(), EventsBuilder.Build(inputs, sources), FlowsBuilder.Build(inputs, sources, entities) };
        files.AddRange(observations.Select(o => ObservationFile.ToCsv(o.Name, o.Rows)));
        files.Add(RecordedFilings.ToCsv(firms));
        files.Add(sources.ToCsv());
        return Assemble(files, SourcesDocument.Build(files, inputs.Hashes, checks, dropped, models.LeftOut), checks, dropped);
    }

    // Before the entities, whose pages are mostly the sources of these rows already.
    static void RegisterFactSources(InputFolder inputs, SourceRegistry sources)
    {
        foreach (var row in inputs.Facts("indicators.csv").Rows) sources.OfRow(row, row["licence_note"]);
        foreach (var file in new[] { "deals.csv", "events.csv", "financials_private.csv", "funding_rounds.csv" })
            foreach (var row in inputs.Facts(file).Rows) sources.OfRow(row);
        foreach (var (_, row) in TypedBuilder.Rows()) sources.OfTyped(row);
    }

    static BuiltDataSet Assemble(List<CsvFile> files, byte[] document, List<string> checks, List<string> dropped)
    {
        List<(string, byte[])> bytes = [.. files.Select(f => (f.Name, f.Bytes)), ("SOURCES.md", document)];
        List<string> summary = [.. files.Select(f => $"{f.Name}: {f.Rows} rows"), .. checks, .. dropped.Select(d => "dropped " + d)];
        return new BuiltDataSet(bytes, summary);
    }

    static List<RecordedFilings> Firms(InputFolder inputs, SourceRegistry sources) =>
    [
        RecordedFilings.Read(inputs, sources, "nvidia", "NVIDIA", "CIK0001045810", "2026-07-09"),
        RecordedFilings.Read(inputs, sources, "apple", "Apple", "CIK0000320193", "2026-03-25"),
        RecordedFilings.Read(inputs, sources, "alphabet", "Alphabet", "CIK0001652044", "2026-07-09"),
    ];
}
