using Froth.Numerics;

namespace Froth.Core.Bubbles;

/// <summary>What a reader of the recursive tests must know beside the figures.</summary>
internal static class PsyNotes
{
    public static IReadOnlyList<Bilingual> Of(PriceSeries tested, PsyTestSettings settings, PsySequence sequence, IReadOnlyList<PsyNullResult> nulls)
    {
        List<Bilingual> notes = [];
        Verdicts(settings, nulls, notes);
        Replications(settings, nulls, notes);
        if (sequence.Status.Count(s => s != WindowStatus.Computed) is var without and > 0)
        {
            var first = Array.FindIndex(sequence.Status, s => s != WindowStatus.Computed);
            var (at, why) = (tested.Label(sequence.FirstEnd + first), PsyWords.Of(sequence.Status[first]));
            notes.Add(new($"{without} end dates have no statistic, the first {at}: {why.English}.", $"有{without}个截止日无统计量，首个为{at}：{why.Chinese}。"));
        }

        if (sequence.SetAside.Sum(s => (long)s) is var aside and > 0)
            notes.Add(new($"{aside:#,0} windows without variation were left out of the suprema.", $"有{aside:#,0}个无波动的窗口未计入上确界。"));
        if (tested.Frequency == PriceFrequency.Daily)
            notes.Add(new("Daily data: weekly and monthly data of the same series may tell otherwise; test them too.", "数据为日度：同一序列的周度与月度数据结论可能不同，应一并检验。"));
        if (tested.Frequency == PriceFrequency.Irregular)
            notes.Add(new("The dates follow no frequency; the tests take every step as one period.", "日期无固定频率；检验将每一步视为一期。"));
        return notes;
    }

    private static void Verdicts(PsyTestSettings settings, IReadOnlyList<PsyNullResult> nulls, List<Bilingual> notes)
    {
        if (nulls.Count < 2) return;
        var (walk, wild) = (nulls[0][PsyStatistic.Gsadf].Rejects(settings.Level), nulls[1][PsyStatistic.Gsadf].Rejects(settings.Level));
        if (walk && !wild)
        {
            notes.Add(new(
                "Monte Carlo rejects, the wild bootstrap does not: changing volatility alone can bring about such a statistic.",
                "蒙特卡洛拒绝而野自助法不拒绝：仅波动率变化即可产生如此大的统计量。"));
        }

        if (wild && !walk)
            notes.Add(new("The wild bootstrap rejects, Monte Carlo does not: the evidence rests on the bootstrap alone.", "野自助法拒绝而蒙特卡洛不拒绝：证据仅来自自助法。"));
    }

    private static void Replications(PsyTestSettings settings, IReadOnlyList<PsyNullResult> nulls, List<Bilingual> notes)
    {
        foreach (var result in nulls)
        {
            var name = PsyWords.Of(result.Null);
            if (result.Failed > 0) notes.Add(new($"{result.Failed} paths of the {name.English} have no statistic and were left out.", $"{name.Chinese}有{result.Failed}条路径无统计量，未计入。"));
            var test = result[PsyStatistic.Gsadf];
            var at = PsyTestSettings.Levels.ToList().IndexOf(settings.Level);
            if (Math.Abs(test.Value - test.Quantiles[at]) < 2 * test.StandardErrors[at])
            {
                notes.Add(new(
                    $"GSADF is within two standard errors of its {name.English} critical value: another seed may decide otherwise; raise --reps.",
                    $"GSADF距{name.Chinese}临界值不足两个标准误：换一个种子结论可能不同，请增大--reps。"));
            }
        }

        if (nulls.Count > 0 && settings.Replications < 500)
            notes.Add(new("Fewer than 500 replications: the 99% critical values rest on a handful of paths.", "重复次数不足500：99%临界值仅取决于少数路径。"));
    }
}
