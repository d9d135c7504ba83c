using Froth.Cli.Commands;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Froth.Core.Time;
using Froth.Data.DefaultData;
using Froth.Data.Stores;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.Cli;

/// <summary>One run of the program against one store that holds at least the default data set.</summary>
internal sealed class Session : IDisposable
{
    private Session(IObservationStore store, string path)
    {
        Store = store;
        Path = path;
    }

    public IObservationStore Store { get; }

    public string Path { get; }

    public string DataVersion => Store.DataVersion;

    /// <summary>Opens the store (<c>--store</c>, else FROTH_STORE, else the home folder) and loads the default data when it lacks them.</summary>
    public static Session Open(string? storeOption)
    {
        var path = PathOf(storeOption);
        if (Directory.Exists(path))
            throw new UnknownNameException(Words.Say($"--store: {path} is a folder; name a file, such as {System.IO.Path.Combine(path, "froth.duckdb")}.", $"--store：{path}是目录；请指定文件，例如{System.IO.Path.Combine(path, "froth.duckdb")}。"));
        var store = new DuckDbStore(path);
        new DefaultDataSet().EnsureLoaded(store);
        Stages.Ended("default data at hand");
        return new Session(store, path);
    }

    public static string PathOf(string? storeOption) => System.IO.Path.GetFullPath(
        storeOption ?? Environment.GetEnvironmentVariable("FROTH_STORE") ?? System.IO.Path.Combine(Home, "froth.duckdb"));

    /// <summary>Froth's own folder in the user's home.</summary>
    public static string Home => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".froth");

    /// <summary>The facts that these indicators read, at a vintage.</summary>
    public FactSet Facts(Vintage vintage, IReadOnlyList<Indicator> indicators) => Facts(vintage, [.. indicators.SelectMany(i => i.Inputs)]);

    /// <summary>The facts of these inputs, at a vintage.</summary>
    public FactSet Facts(Vintage vintage, IReadOnlyList<Input> inputs)
    {
        var batch = Read(vintage, inputs);
        return FactSet.Cut(vintage, batch.Observations, batch.Flows, batch.Entities, batch.FiledFacts);
    }

    /// <summary>What a firm's filings tell at a vintage.</summary>
    /// <exception cref="UnknownNameException">No entity has that name.</exception>
    public (Entity Entity, FirmFacts Facts) Firm(string name, Vintage vintage)
    {
        var book = Store.Read(new FactQuery(vintage) { Concepts = [], IncludeFlows = false }).Entities;
        var entity = Lookup.Entity(book, name);
        var filed = Store.Read(new FactQuery(vintage) { Concepts = [], Entities = [entity.Id], IncludeFlows = false, FiledTags = [] }).FiledFacts;
        return (entity, FirmFacts.Of(entity.Id, vintage.AsOf, ConceptResolver.Shipped.Resolve(filed), ConceptMap.Shipped));
    }

    /// <summary>Every indicator at a vintage, compared with a month earlier.</summary>
    public (Monitor Monitor, FactSet Facts) Monitor(Vintage vintage)
    {
        var indicators = IndicatorCatalogue.All;
        Stages.Ended("indicators found");
        var (now, before, version) = NowAndBefore(vintage, indicators);
        var monitor = MonitorBuilder.Build(indicators, now, before, version);
        Stages.Ended("indicators computed");
        return (monitor, now);
    }

    /// <summary>Everything about one firm at a vintage.</summary>
    /// <exception cref="UnknownNameException">No entity has that name.</exception>
    public FirmPage FirmPage(string name, Vintage vintage)
    {
        var indicators = IndicatorCatalogue.All;
        var (now, before, version) = NowAndBefore(vintage, indicators);
        return Core.Reports.FirmPage.Build(Lookup.Entity(now.Entities, name), indicators, now, before, version);
    }

    // Resolving what was known a month ago gives what is known now without what was learnt since, so filings are resolved once.
    private (FactSet Now, FactSet Before, string Version) NowAndBefore(Vintage vintage, IReadOnlyList<Indicator> indicators)
    {
        var batch = Read(vintage, [.. indicators.SelectMany(i => i.Inputs), .. MonitorBuilder.TableInputs]);
        Stages.Ended("facts read");
        IReadOnlyList<Observation> observations = [.. batch.Observations, .. ConceptResolver.Shipped.Resolve(batch.FiledFacts)];
        Stages.Ended("filings resolved");
        var now = FactSet.Cut(vintage, observations, batch.Flows, batch.Entities);
        var before = FactSet.Cut(vintage.MonthBefore(), observations, batch.Flows, batch.Entities, later: now);
        Stages.Ended("vintages cut");
        return (now, before, batch.DataVersion);
    }

    public void Dispose() => Store.Dispose();

    private FactBatch Read(Vintage vintage, IReadOnlyList<Input> inputs)
    {
        List<string> concepts = [.. inputs.Select(i => i.ConceptId).OfType<string>().Distinct()];
        var tags = ConceptMap.Shipped.Needed(concepts).Tags;
        return Store.Read(new FactQuery(vintage)
        {
            Concepts = concepts,

            // An empty set would ask for every tag.
            FiledTags = tags.Count > 0 ? tags : null,
            IncludeFlows = inputs.Contains(Input.Flows),
        });
    }
}
