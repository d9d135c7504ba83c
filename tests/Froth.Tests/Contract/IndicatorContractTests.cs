using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Tests.Contract;

/// <summary>What every indicator must keep, run over all of them; a new indicator file is covered by being there.</summary>
public sealed class IndicatorContractTests
{
    public static TheoryData<string> Ids => [.. IndicatorCatalogue.All.Select(i => i.Definition.Id)];

    [Fact]
    public void Catalogue_Scan_FindsTheFoundationIndicatorsWithUniqueIds()
    {
        var ids = IndicatorCatalogue.All.Select(i => i.Definition.Id).ToList();
        ids.Count.ShouldBeGreaterThanOrEqualTo(20);
        ids.ShouldBeUnique();
        IndicatorCatalogue.All.Select(i => i.Definition.Pillar).Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Definition_IsComplete_InBothLanguages(string id)
    {
        var definition = Find(id).Definition;
        id.ShouldMatch("^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
        definition.Citations.ShouldNotBeEmpty();
        definition.Citations.ShouldAllBe(c => c.Text.Length > 10);
        foreach (var text in new[] { definition.Title, definition.Meaning, definition.Method, definition.Caveats })
        {
            text.English.ShouldNotBeNullOrWhiteSpace();
            text.Chinese.ShouldNotBeNullOrWhiteSpace();
            text.Chinese.Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBeTrue($"no Chinese in: {text.Chinese}");
            text.English.ShouldNotContain("probability", Case.Insensitive);
        }

        definition.Bands.Thresholds.ShouldAllBe(t => t.Citation.Length > 0);
        if (definition.Bands.Thresholds.Count == 0) definition.Bands.WhyNone.ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Ids))]
    public void Examples_WorkedByHand_Hold(string id)
    {
        var indicator = Find(id);
        indicator.Examples.ShouldNotBeEmpty();
        foreach (var example in indicator.Examples)
        {
            var series = indicator.ComputeOn(ExampleFacts.Set(example.Facts, example.Entities)).For(example.Entity).ShouldNotBeNull($"{id}: no series for {example.Entity}");
            var reading = (example.Date is { } day ? series.Readings.SingleOrDefault(r => r.Date == day) : series.Latest).ShouldNotBeNull($"{id}: no reading");
            Near(reading.Value, example.Expected, example.Tolerance, $"{id} value: {example.Title.English}");
            if (!double.IsNaN(example.ExpectedLow)) Near(reading.Low, example.ExpectedLow, example.Tolerance, $"{id} low");
            if (!double.IsNaN(example.ExpectedHigh)) Near(reading.High, example.ExpectedHigh, example.Tolerance, $"{id} high");
            if (example.ExpectedMissing is { } reason) reading.Missing.ShouldBe(reason);
            example.Working.Length.ShouldBeGreaterThan(10);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Compute_OnDefaultData_IsWellFormed(string id)
    {
        var result = Find(id).ComputeOn(DefaultFacts.Now);
        foreach (var series in result.Panel.Append(result.Headline))
        {
            series.Readings.Select(r => r.Date).ShouldBeInOrder();
            series.Readings.Select(r => r.Date).ShouldBeUnique();
            foreach (var reading in series.Readings)
            {
                double.IsInfinity(reading.Value).ShouldBeFalse();
                if (reading.HasValue) reading.Missing.ShouldBeNull();
                else reading.Missing.ShouldNotBeNull($"{id} {series.Entity} {reading.Date}: no value and no reason");
                if (reading.HasValue) reading.Lineage.ShouldNotBeEmpty($"{id} {series.Entity} {reading.Date}: a number without provenance");
                (reading.Low <= reading.Value || double.IsNaN(reading.Low) || double.IsNaN(reading.Value)).ShouldBeTrue($"{id} {reading.Date}: low above value");
                (reading.High >= reading.Value || double.IsNaN(reading.High) || double.IsNaN(reading.Value)).ShouldBeTrue($"{id} {reading.Date}: high below value");
                reading.Lineage.ShouldAllBe(f => f.Date <= reading.Date, $"{id} {reading.Date} uses a later fact");
            }
        }

        result.Panel.Select(s => s.Entity).ShouldBeUnique();
    }

    /// <summary>Cutting away everything dated after a day must leave every reading up to that day as it was.</summary>
    [Theory, MemberData(nameof(Ids))]
    public void Compute_WithLaterFactsRemoved_LeavesEarlierReadingsUnchanged(string id)
    {
        var indicator = Find(id);
        var whole = indicator.ComputeOn(DefaultFacts.Now);
        foreach (var cut in new[] { new DateOnly(2026, 6, 30), new DateOnly(2025, 12, 31), new DateOnly(2025, 6, 30), new DateOnly(2016, 3, 31) })
        {
            var past = indicator.ComputeOn(DefaultFacts.Where(f => f.Date <= cut));
            SameUpTo(cut, whole.Headline, past.Headline, id);
            foreach (var series in whole.Panel.Where(s => s.Entity != whole.Headline.Entity))
            {
                if (past.Panel.FirstOrDefault(p => p.Entity == series.Entity) is { } match) SameUpTo(cut, series, match, id);
                else series.Readings.Where(r => r.Date <= cut && r.HasValue).ShouldBeEmpty($"{id} {series.Entity} lost its readings up to {cut}");
            }
        }
    }

    /// <summary>At a vintage no fact published later may be used.</summary>
    [Theory, MemberData(nameof(Ids))]
    public void Compute_AtAVintage_UsesOnlyWhatWasPublished(string id)
    {
        foreach (var day in new[] { new DateOnly(2026, 3, 15), new DateOnly(2025, 6, 30), new DateOnly(2024, 1, 31) })
        {
            var result = Find(id).ComputeOn(DefaultFacts.At(Vintage.At(day)));
            foreach (var reading in result.Panel.Append(result.Headline).SelectMany(s => s.Readings))
                reading.Lineage.ShouldAllBe(f => f.PublishedAt <= day);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Compute_Twice_IsDeterministic(string id)
    {
        var (first, second) = (Find(id).ComputeOn(DefaultFacts.Now), Find(id).ComputeOn(DefaultFacts.Now));
        SameUpTo(DateOnly.MaxValue, first.Headline, second.Headline, id);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Compute_WithMoneyScaled_ScalesByItsDegree(string id)
    {
        const decimal factor = 8;
        var indicator = Find(id);
        var plain = indicator.ComputeOn(DefaultFacts.Now).Headline;
        var scaled = indicator.ComputeOn(DefaultFacts.Scaled(factor)).Headline;
        scaled.Readings.Count.ShouldBe(plain.Readings.Count);
        var expected = Math.Pow((double)factor, indicator.Definition.MoneyDegree);
        for (var i = 0; i < plain.Readings.Count; i++)
        {
            if (!plain.Readings[i].HasValue) scaled.Readings[i].HasValue.ShouldBeFalse();
            else Near(scaled.Readings[i].Value, plain.Readings[i].Value * expected, 1e-9 * Math.Max(1, Math.Abs(plain.Readings[i].Value * expected)), $"{id} {plain.Readings[i].Date}");
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Compute_WithoutFacts_GivesAReasonAndNoNumber(string id)
    {
        var result = Find(id).ComputeOn(DefaultFacts.Where(_ => false));
        result.Headline.Readings.ShouldAllBe(r => !r.HasValue && r.Missing != null);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Compute_AskingForAnUndeclaredInput_Throws(string id)
    {
        var inputs = new InputSet(DefaultFacts.Now, Find(id).Inputs);
        Should.Throw<InvalidOperationException>(() => inputs.Latest(Input.Concept("never-declared", Unit.Ratio)));
    }

    private static Indicator Find(string id) => IndicatorCatalogue.Find(id)!;

    private static void SameUpTo(DateOnly day, ReadingSeries whole, ReadingSeries past, string id)
    {
        var expected = whole.Readings.Where(r => r.Date <= day && r.HasValue).ToList();
        var actual = past.Readings.Where(r => r.Date <= day && r.HasValue).ToDictionary(r => r.Date);
        foreach (var reading in expected)
        {
            actual.ShouldContainKey(reading.Date, $"{id}: reading of {reading.Date} needs facts dated later");
            var other = actual[reading.Date];
            Near(other.Value, reading.Value, 1e-12 * Math.Max(1, Math.Abs(reading.Value)), $"{id} {reading.Date} looks ahead of {day}");
            Near(other.Low, reading.Low, 1e-9 * Math.Max(1, Math.Abs(reading.Low)), $"{id} {reading.Date} low looks ahead");
            Near(other.High, reading.High, 1e-9 * Math.Max(1, Math.Abs(reading.High)), $"{id} {reading.Date} high looks ahead");
        }

        actual.Count.ShouldBe(expected.Count, $"{id}: readings that exist only without later facts");
    }

    private static void Near(double actual, double expected, double tolerance, string what)
    {
        if (double.IsNaN(expected)) double.IsNaN(actual).ShouldBeTrue($"{what}: expected no number, got {actual}");
        else actual.ShouldBe(expected, double.IsNaN(tolerance) ? 0 : tolerance, what);
    }
}
