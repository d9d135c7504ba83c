using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Signals;

namespace Froth.Core.Reports;

/// <summary>Builds the monitor from facts. Pure: the same facts and vintage give the same monitor.</summary>
public static class MonitorBuilder
{
    /// <summary>What the facts must hold besides the indicators' own inputs for the tables of firms and countries.</summary>
    public static IReadOnlyList<Input> TableInputs { get; } = [.. FirmPanel.Inputs.Concat(HeadAndTail.Inputs).Concat(CountryComparison.Inputs).Append(Input.Flows).Distinct()];

    /// <summary>Computes every indicator at the vintage of <paramref name="now"/> and compares it with a month earlier.</summary>
    /// <param name="indicators">Indicators to compute, in the order of the result.</param>
    /// <param name="now">Facts at the vintage.</param>
    /// <param name="monthBefore">The same store's facts at the vintage one month earlier.</param>
    /// <param name="dataVersion">Version of the data.</param>
    public static Monitor Build(IReadOnlyList<Indicator> indicators, FactSet now, FactSet monthBefore, string dataVersion)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(monthBefore);
        var rows = new MonitorRow[indicators.Count];
        var (firms, countries) = (new Monitor { Vintage = now.Vintage, DataVersion = dataVersion, Rows = rows }, (CountryComparison?)null);
        // Each row and table is independent and pure, so the number of threads cannot change the result.
        Parallel.Invoke(
            () => Parallel.For(0, rows.Length, i => rows[i] = Row(indicators[i], now, monthBefore)),
            () => firms = WithFirms(firms, now),
            () => countries = Countries(now));
        return firms with { Countries = countries };
    }

    private static Monitor WithFirms(Monitor monitor, FactSet now)
    {
        var firms = FirmRow.All(now);
        return firms.Count == 0 ? monitor : monitor with
        {
            Firms = firms, Migration = MigrationPage.Of(now, horizon: 1, MigrationWeight.Count),
            HeadAndTail = HeadAndTail.On(new InputSet(now, HeadAndTail.Inputs), now.Vintage.AsOf),
        };
    }

    private static CountryComparison? Countries(FactSet now) =>
        Country.Find(now.Entities, Country.UnitedStates) is { } us && Country.Find(now.Entities, Country.China) is { } china
            ? CountryComparison.Of(new InputSet(now, CountryComparison.Inputs), us, china) : null;

    /// <summary>The same for one entity: every indicator that has a series for it, in the order of <paramref name="indicators"/>.</summary>
    /// <param name="entity">Entity id.</param>
    /// <param name="indicators">Indicators to compute.</param>
    /// <param name="now">Facts at the vintage.</param>
    /// <param name="monthBefore">The same store's facts at the vintage one month earlier.</param>
    /// <param name="dataVersion">Version of the data.</param>
    public static Monitor Build(string entity, IReadOnlyList<Indicator> indicators, FactSet now, FactSet monthBefore, string dataVersion)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(monthBefore);
        var rows = new MonitorRow?[indicators.Count];
        Parallel.For(0, rows.Length, i =>
        {
            if (indicators[i].ComputeOn(now).For(entity) is { } series) rows[i] = Row(indicators[i], new IndicatorResult(series, []), now, monthBefore);
        });
        return new Monitor { Vintage = now.Vintage, DataVersion = dataVersion, Rows = [.. rows.OfType<MonitorRow>()] };
    }

    private static MonitorRow Row(Indicator indicator, FactSet now, FactSet monthBefore) => Row(indicator, indicator.ComputeOn(now), now, monthBefore);

    private static MonitorRow Row(Indicator indicator, IndicatorResult result, FactSet now, FactSet monthBefore)
    {
        var definition = indicator.Definition;
        var earlier = indicator.ComputeOn(monthBefore).For(result.Headline.Entity);
        var latest = result.Headline.Latest;
        var signal = Signal.Of(definition.Bands, result.Headline.Readings);
        int? age = latest is null ? null : now.Vintage.AsOf.DayNumber - latest.Date.DayNumber;
        var status = StatusOf(definition, latest, signal, age);
        return new MonitorRow
        {
            Definition = definition,
            Result = result,
            Latest = latest,
            Entity = result.Headline.Entity is { } id ? now.Entities.NameOf(id) : null,
            Status = status,
            Percentile = latest is { HasValue: true } ? signal.Percentile : double.NaN,
            Band = latest is { HasValue: true } ? signal.Band : null,
            Observations = signal.Observations,
            AgeDays = age,
            Change = ChangeOf(latest, earlier?.Latest, monthBefore) with { PreviousBand = BandOf(definition, earlier) },
            Reason = ReasonFor(definition, latest, status, signal, age),
        };
    }

    private static Band? BandOf(Definition definition, ReadingSeries? series) =>
        series?.Latest is { HasValue: true } ? Signal.Of(definition.Bands, series.Readings).Band : null;

    private static ReadingStatus StatusOf(Definition definition, Reading? latest, Signal signal, int? age) => latest switch
    {
        null => ReadingStatus.Missing,
        { HasValue: false, Missing: MissingReason.NoData } => ReadingStatus.Missing,
        { HasValue: false } => ReadingStatus.NotEstimable,
        _ when age > definition.StaleAfterDays => ReadingStatus.Stale,
        _ when signal.Observations < Bands.MinimumObservations => ReadingStatus.ShortHistory,
        _ => ReadingStatus.Current,
    };

    private static Bilingual? ReasonFor(Definition definition, Reading? latest, ReadingStatus status, Signal signal, int? age) => status switch
    {
        ReadingStatus.Missing => latest?.Remark ?? new("no input is known at this date", "该日期尚无可用数据"),
        ReadingStatus.NotEstimable => latest!.Remark ?? Glossary.Of(latest.Missing!.Value),
        ReadingStatus.Stale => new(
            $"latest reading is {age} days old; it counts as current for {definition.StaleAfterDays} days",
            $"最新读数距今{age}天，超过{definition.StaleAfterDays}天即不再视为当前值"),
        ReadingStatus.ShortHistory => new(
            $"{signal.Observations} comparable observations; a percentile and band need {Bands.MinimumObservations}",
            $"仅{signal.Observations}个可比观测，分位与区间至少需要{Bands.MinimumObservations}个"),
        _ => definition.Bands.WhyNone,
    };

    private static Change ChangeOf(Reading? latest, Reading? earlier, FactSet monthBefore)
    {
        var (value, previous) = (latest?.Value ?? double.NaN, earlier?.Value ?? double.NaN);
        IReadOnlyList<Fact> fresh = latest is null ? [] : [.. latest.Lineage.Where(f => f.PublishedAt > monthBefore.Vintage.AsOf).Distinct()];
        var cause = (double.IsNaN(value), double.IsNaN(previous)) switch
        {
            (true, true) => ChangeCause.Unchanged,
            (true, false) => ChangeCause.Lost,
            (false, true) => ChangeCause.FirstReading,
            _ when latest!.Date != earlier!.Date => ChangeCause.NewReading,
            _ => value.Equals(previous) ? ChangeCause.Unchanged : ChangeCause.Revision,
        };
        return new Change(previous, value - previous, cause, WhyOf(cause, latest, fresh), fresh);
    }

    private static Bilingual WhyOf(ChangeCause cause, Reading? latest, IReadOnlyList<Fact> fresh)
    {
        // A confidential fact may move a value, but its publisher is not named.
        var first = fresh.Where(f => f.Access != AccessClass.Confidential).MaxBy(f => f.PublishedAt)?.Provenance.Source;
        var (named, namedChinese) = first is null ? ("", "") : ($", newest: {first.Publisher}", $"，最新来源：{first.Publisher}");
        return cause switch
        {
            ChangeCause.Unchanged => new("no new data", "无新数据"),
            ChangeCause.Lost => new("the inputs no longer support a value", "现有数据不再支持该读数"),
            ChangeCause.FirstReading => new($"first value in this comparison{named}", $"对比期内首个读数{namedChinese}"),
            ChangeCause.NewReading when fresh.Count == 0 => new($"window moved to {latest!.Date:yyyy-MM-dd}, no new facts", $"窗口移至{latest.Date:yyyy-MM-dd}，无新增事实"),
            ChangeCause.NewReading => new($"reading for {latest!.Date:yyyy-MM-dd}; {Counted(fresh.Count, "new fact")}{named}", $"{latest.Date:yyyy-MM-dd}读数；新增{fresh.Count}条事实{namedChinese}"),
            _ => new($"{Counted(fresh.Count, "fact")} published since{named}", $"其后新公布{fresh.Count}条事实{namedChinese}"),
        };
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
