using Froth.Core.Indicators;

namespace Froth.Tests.Indicators;

public sealed class EmptyFactsTests
{
    public static TheoryData<string> Ids => [.. IndicatorCatalogue.All.Where(i => i.Definition.Pillar is Pillar.Financing or Pillar.Dependence or Pillar.Fragility or Pillar.Realisation).Select(i => i.Definition.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Compute_NoFacts_IsAReasonAndNeverZero(string id)
    {
        var reading = IndicatorCatalogue.Find(id)!.ComputeOn(ExampleFacts.Set([])).Headline.Latest.ShouldNotBeNull();
        reading.HasValue.ShouldBeFalse();
        reading.Missing.ShouldNotBeNull();
    }
}
