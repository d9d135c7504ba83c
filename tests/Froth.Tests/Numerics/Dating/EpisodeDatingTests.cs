using CsCheck;
using Froth.Numerics.Dating;

namespace Froth.Tests.Numerics.Dating;

public sealed class EpisodeDatingTests
{
    private static readonly DatingSettings All = new() { MinimumDuration = 0 };

    [Fact]
    public void Of_TwoRuns_StartsAtTheFirstAboveAndEndsAtTheFirstBelow()
    {
        double[] levels = [1, 1, 2, 3, 4, 3, 3, 2, 1, 1];
        double[] statistic = [0, 0, 2, 3, 3, 1, 0, 2, 4, 5];
        Of(levels, statistic).ShouldBe([
            new Episode(2, 3, 5, EpisodeSign.Positive, false, false),
            new Episode(7, 9, 10, EpisodeSign.Negative, true, false)]);
        Of(levels, statistic)[0].Duration.ShouldBe(3);
    }

    [Fact]
    public void Of_ShortRuns_AreLeftOutByTheMinimumDuration()
    {
        double[] statistic = [0, 2, 2, 0, 2, 2, 2, 0, 0, 0];
        // ln 10 = 2.3 asks for two observations.
        Of(new double[10], statistic, new DatingSettings()).Select(e => e.Start).ShouldBe([1, 4]);
        Of(new double[10], statistic, All with { MinimumDuration = 3 }).Select(e => e.Start).ShouldBe([4]);
        new DatingSettings().FewestObservations(1830).ShouldBe(8);
        new DatingSettings().FewestObservations(1713).ShouldBe(7);
    }

    [Fact]
    public void Of_AGapWithinTheLimit_JoinsTheEpisodes()
    {
        double[] statistic = [0, 2, 0, 3, 0, 0, 2, 0];
        Of(new double[8], statistic, All with { MaximumGap = 1 }).Select(e => (e.Start, e.Peak, e.End)).ShouldBe([(1, 3, 4), (6, 6, 7)]);
        Of(new double[8], statistic, All with { MaximumGap = 2 }).Select(e => (e.Start, e.Peak, e.End)).ShouldBe([(1, 3, 7)]);
        statistic[4] = double.NaN;
        Of(new double[8], statistic, All with { MaximumGap = 2 }).Select(e => (e.End, e.IsCutOff)).ShouldBe([(4, true), (7, false)]);
    }

    [Fact]
    public void Of_NaN_DoesNotExceedAndCutsTheEpisodeOff()
    {
        double[] critical = [1, 1, 1, 1, 1, double.NaN, 1, 1];
        EpisodeDating.Of(new double[8], [double.NaN, 2, 2, double.NaN, 2, 2, 2, 0], critical, 2, 1, All).ShouldBe([
            new Episode(1, 1, 3, EpisodeSign.Positive, false, true),
            new Episode(4, 4, 5, EpisodeSign.Positive, false, true),
            new Episode(6, 6, 7, EpisodeSign.Positive, false, false)]);
        EpisodeDating.Of([1, double.NaN], [0, 2], [1, 1], 2, 1, All).Single().Sign.ShouldBe(EpisodeSign.Unknown);
    }

    [Fact]
    public void Of_ASeriesThatDoesNotReject_HasNoEpisodesUnlessItNeedNot()
    {
        double[] statistic = [0, 2, 0];
        EpisodeDating.Of(new double[3], statistic, [1, 1, 1], 2, 2, All).ShouldBeEmpty();
        EpisodeDating.Of(new double[3], statistic, [1, 1, 1], double.NaN, 2, All).ShouldBeEmpty();
        EpisodeDating.Of(new double[3], statistic, [1, 1, 1], 2, 2, All with { MustRejectOverall = false }).Count.ShouldBe(1);
    }

    [Fact]
    public void Of_OneObservationAfterAFall_IsNegativeOnlyBesideTheLevelBefore()
    {
        Of([5, 5, 3, 3], [0, 0, 2, 0]).Single().Sign.ShouldBe(EpisodeSign.Positive);
        Of([5, 5, 3, 3], [0, 0, 2, 0], All with { SignBase = SignBase.BeforeStart }).Single().Sign.ShouldBe(EpisodeSign.Negative);
    }

    [Fact]
    public void Of_AnySequences_CoversExactlyWhatExceeds() =>
        Gen.Select(Gen.Double[-1, 1].Array[0, 60], Gen.Int[0, 60], Gen.Int[0, 3]).Sample((numbers, missing, gap) =>
        {
            if (missing < numbers.Length) numbers[missing] = double.NaN;
            var episodes = EpisodeDating.Of(numbers, numbers, new double[numbers.Length], 1, 0, All with { MaximumGap = gap });
            var inside = new bool[numbers.Length];
            foreach (var e in episodes)
            {
                for (var t = e.Start; t < e.End; t++) inside[t] = true;
                numbers[e.Peak].ShouldBe(numbers[e.Start..e.End].Max());
                (numbers[e.Start] > 0 && numbers[e.End - 1] > 0).ShouldBeTrue();
                e.IsOngoing.ShouldBe(e.End == numbers.Length);
            }

            for (var t = 0; t < numbers.Length; t++)
            {
                if (numbers[t] > 0) inside[t].ShouldBeTrue();
                else if (gap == 0 || double.IsNaN(numbers[t])) inside[t].ShouldBeFalse();
            }
        }, iter: 500);

    [Fact]
    public void Of_LengthsThatDiffer_AreRefused()
    {
        Should.Throw<ArgumentException>(() => EpisodeDating.Of([1, 2], [1], [1, 2], 1, 0)).ParamName.ShouldBe("statistic");
        Should.Throw<ArgumentException>(() => EpisodeDating.Of([1, 2], [1, 2], [1], 1, 0)).ParamName.ShouldBe("critical");
        Should.Throw<ArgumentOutOfRangeException>(() => new DatingSettings { MinimumDuration = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new DatingSettings { MaximumGap = -1 });
    }

    private static IReadOnlyList<Episode> Of(double[] levels, double[] statistic, DatingSettings? settings = null)
    {
        var critical = new double[levels.Length];
        Array.Fill(critical, 1);
        return EpisodeDating.Of(levels, statistic, critical, 2, 1, settings ?? All);
    }
}
