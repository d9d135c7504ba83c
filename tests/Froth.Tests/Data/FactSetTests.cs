using CsCheck;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Time;

namespace Froth.Tests.Data;

public sealed class FactSetTests
{
    private static readonly DateOnly Origin = new(2024, 1, 1);

    /// <summary>A peer takes the maximum revision first, and a later revision then deletes the original from the replay.</summary>
    [Fact]
    public void Cut_LaterRevision_NeverHidesAnEarlierOneFromAnEarlierAsOf()
    {
        var original = Revision(2.464m, published: 60);
        var restated = Revision(24.643m, published: 430);
        At(61, original, restated).Value.ShouldBe(original.Value);
        At(430, original, restated).Value.ShouldBe(restated.Value);
    }

    [Fact]
    public void Cut_RecordedLater_IsInvisibleToEarlierKnowledge()
    {
        var early = Revision(1, published: 10) with { RecordedAt = Instant(20) };
        var late = Revision(2, published: 10) with { RecordedAt = Instant(30) };
        var set = FactSet.Cut(new Vintage(Origin.AddDays(365), Instant(25)), [late, early], [], EntityBook.Empty);
        set.Latest("revenue").Single().Value.ShouldBe(Amount.Point(1));
    }

    [Fact]
    public void Cut_AnyRevisions_EqualsFilterThenLatest() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50]).Array[1, 12].Select(Gen.Int[0, 60], (revisions, asOf) => (revisions, asOf)).Sample(draw =>
        {
            var facts = draw.revisions.Select((r, i) => Revision(i, r.Item1) with { RecordedAt = Instant(r.Item2 * 100 + i) }).ToList();
            var visible = facts.Where(f => f.PublishedAt <= Origin.AddDays(draw.asOf)).ToList();
            var latest = FactSet.Cut(Vintage.At(Origin.AddDays(draw.asOf)), facts, [], EntityBook.Empty).Latest("revenue");
            if (visible.Count == 0) latest.ShouldBeEmpty();
            else latest.Single().ShouldBe(visible.MaxBy(f => (f.PublishedAt, f.RecordedAt)));
        });

    private static Observation At(int day, params Observation[] facts) =>
        FactSet.Cut(Vintage.At(Origin.AddDays(day)), facts, [], EntityBook.Empty).Latest("revenue").Single();

    private static Observation Revision(decimal value, int published) => new()
    {
        Entity = "nvidia", Concept = "revenue", Period = Period.Instant(Origin), Value = Amount.Point(value), Unit = Unit.UsDollar, Grade = Grade.Filed,
        PublishedAt = Origin.AddDays(published),
        Provenance = new Provenance(new Source("s", "SEC", "10-K", "https://www.sec.gov", null, "public domain", AccessClass.Public), "00", ""),
    };

    private static DateTimeOffset Instant(int minutes) => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
}
