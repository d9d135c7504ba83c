using Froth.Core.Data;
using Froth.Core.Valuation;

namespace Froth.Core.Indicators.Valuation;

/// <summary>How fast the price of private AI firms rises from one round to the next.</summary>
public sealed class ValuationStepUp : Indicator
{
    private const int WindowMonths = 24;
    private const int FewestSteps = 3;
    private const int FewestDays = 30;
    private const double DaysPerYear = 365.25;

    /// <inheritdoc />
    public override Definition Definition { get; } = new()
    {
        Id = "valuation-step-up",
        Version = 2,
        Title = new("Valuation step-up between rounds, a year", "相邻轮次估值抬升（年化）"),
        Meaning = new(
            "By what factor a year new investors paid more for the same private AI firm than the investors before them: the median of recent rounds.",
            "同一家私营AI公司，新投资者相较前一轮投资者出价抬升的年化倍数（取近期各轮中位数）。"),
        Pillar = Pillar.Valuation,
        Unit = Unit.FactorPerYear,
        Display = Display.Multiple,
        Frequency = Frequency.Irregular,
        Method = new(
            "Pre-money valuation of a round over the post-money valuation of the same firm's round before it, to the power of 12 over the months between; the median over step-ups ending in the 24 months up to the day, on days with a new one, from three on. Pre-money is post-money less the amount of a primary round, and the price itself where old shares change hands or firms merge. A round at the old price within twelve months is an extension, and the close of a round told in two parts belongs to its first part: neither is a step. Listings are not rounds. A part gives, of the rounds whose investors a recorded flow within 45 days tells, the share with an operating company or an earlier recorded investor among them; the others are counted as unknown.",
            "某轮投前估值除以同一公司上一轮投后估值，再取（12÷间隔月数）次方；对截至当日24个月内完成的各次抬升取中位数，仅在出现新抬升之日且不少于三次时计算。投前估值为投后估值减新股融资额；老股转让或合并则取其价格本身。12个月内以原价进行的视为增发延续，分两次交割的轮次以首次为准，均不计为抬升。上市不计为轮次。"),
        Caveats = new(
            "Steps over a few months become large when annualised; the median of the raw factors stands beside. Prices in tenders are not those of new shares. Amounts told as up to are not subtracted, and firms whose price fell often tell no price. Who led is told of hardly any round, so the part counts who took part, which is more often an insider or a strategic investor than the lead is.",
            "间隔仅数月的抬升经年化后会被放大，故并列原始倍数的中位数。要约收购价格与新股价格不同。“至多”类金额不作扣减；估值下跌的公司往往不披露价格。领投方鲜有披露，故分项统计的是参与者，其中出现原有或产业投资者的频率高于领投口径。"),
        Citations = [new("Froth methods, section 2.10: unicorns")],
        Bands = Bands.RisingPercentile,
        MoneyDegree = 0,
    };

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [PrivateFirms.Amounts, PrivateFirms.Valuations, Input.Flows];

    /// <inheritdoc />
    public override IReadOnlyList<Example> Examples =>
    [
        new()
        {
            Title = new("Three firms", "三家公司"),
            Working = "From 1 January 2023 to 1 January 2025 are 731 days, 2.0013689 years. A: 100 to 250 post with 50 raised, pre 200: factor 2, a year 2^(365.25/731) = 1.4138784. B: 100 to 400 in a tender: 4, a year 1.9990521. C: 100 to 100 pre: 1. Median 1.4138784.",
            Facts =
            [
                ExampleFacts.At("a", Concepts.PostMoneyValuation, "2023-01-01", 100, Unit.UsDollar, "1:primary"),
                ExampleFacts.At("b", Concepts.PostMoneyValuation, "2023-01-01", 100, Unit.UsDollar, "2:primary"),
                ExampleFacts.At("c", Concepts.PostMoneyValuation, "2023-01-01", 100, Unit.UsDollar, "3:primary"),
                ExampleFacts.At("a", Concepts.PostMoneyValuation, "2025-01-01", 250, Unit.UsDollar, "4:primary"),
                ExampleFacts.At("a", Concepts.RoundAmount, "2025-01-01", 50, Unit.UsDollar, "4:primary"),
                ExampleFacts.At("b", Concepts.PostMoneyValuation, "2025-01-01", 400, Unit.UsDollar, "5:tender"),
                ExampleFacts.At("c", Concepts.PostMoneyValuation, "2025-01-01", 110, Unit.UsDollar, "6:primary"),
                ExampleFacts.At("c", Concepts.RoundAmount, "2025-01-01", 10, Unit.UsDollar, "6:primary"),
            ],
            Expected = 1.4138784,
            Tolerance = 1e-6,
        },
        new()
        {
            Title = new("One step alone", "仅有一次抬升"),
            Working = "One step-up in 24 months: fewer than three, so no median.",
            Facts =
            [
                ExampleFacts.At("b", Concepts.PostMoneyValuation, "2023-01-01", 100, Unit.UsDollar, "2:primary"),
                ExampleFacts.At("b", Concepts.PostMoneyValuation, "2025-01-01", 400, Unit.UsDollar, "5:tender"),
            ],
            Expected = double.NaN,
            ExpectedMissing = MissingReason.InsufficientHistory,
        },
    ];

    /// <inheritdoc />
    public override IndicatorResult Compute(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var investors = new RoundInvestors(inputs.Flows(), inputs.Entities);
        var rounds = Round.Join(inputs.Latest(PrivateFirms.Amounts), inputs.Latest(PrivateFirms.Valuations), Unit.UsDollar);
        var pairs = rounds.Where(r => PrivateFirms.IsLabOrApplication(inputs.Entities, r.Firm)).GroupBy(r => r.Firm).SelectMany(PairsOf)
            .OrderBy(p => p.To.Date).ToList();
        var days = pairs.Where(p => !double.IsNaN(p.Factor)).Select(p => p.To.Date).Distinct().ToList();
        return days.Count == 0 ? PrivateFirms.None(inputs, MissingReason.NoData) : IndicatorResult.Of([.. days.Select(day => Read(pairs, investors, day))]);
    }

    private static Reading Read(List<Pair> pairs, RoundInvestors investors, DateOnly day)
    {
        var recent = pairs.Where(p => p.To.Date <= day && p.To.Date > day.AddMonths(-WindowMonths)).ToList();
        var steps = recent.Where(p => !double.IsNaN(p.Factor)).ToList();
        IReadOnlyList<Fact> lineage = [.. steps.SelectMany(s => new[] { s.From.PostMoney! }.Concat(s.To.Facts)).Distinct()];
        if (steps.Count < FewestSteps)
            return Reading.None(day, MissingReason.InsufficientHistory, new("Fewer than three step-ups in 24 months.", "24个月内不足三次抬升。"), lineage);
        var told = steps.Select(s => (Round: s.To, Flows: investors.Of(s.To, day))).Where(s => s.Flows.Count > 0).ToList();
        var interested = told.Count(s => investors.HasStrategic(s.Flows) || investors.HasInsider(s.Round, s.Flows));
        return new Reading
        {
            Date = day,
            Value = Median([.. steps.Select(s => s.FactorPerYear)]),
            Coverage = (double)steps.Count / recent.Count,
            Lineage = [.. lineage, .. told.SelectMany(s => s.Flows).Distinct()],
            Parts =
            [
                new(new("Step-ups", "抬升次数"), steps.Count) { Unit = Unit.Count },
                new(new("Median factor from round to round, not annualised", "相邻轮次抬升倍数中位数（未年化）"), Median([.. steps.Select(s => s.Factor)])) { Unit = Unit.Ratio },
                new(new("Rounds whose investors are told", "已披露投资方的轮次数"), told.Count) { Unit = Unit.Count },
                new(new("Of these, share with an operating company or an earlier investor", "其中含产业投资者或原有投资者的占比"),
                    told.Count == 0 ? double.NaN : (double)interested / told.Count) { Unit = Unit.Ratio },
                new(new("Rounds whose investors are not told", "未披露投资方的轮次数"), steps.Count - told.Count) { Unit = Unit.Count },
            ],
        };
    }

    // Successive pricings of one firm. Those whose pre-money is untold, or that follow too soon to be scaled to a year, have no factor
    // but count in the coverage.
    private static IEnumerable<Pair> PairsOf(IEnumerable<Round> rounds)
    {
        Round? last = null;
        foreach (var round in rounds.Where(r => r.PostMoneyValue > 0 && r.Type != RoundType.Ipo))
        {
            if (last is null || MarkBook.IsCloseOf(last, round))
            {
                last = round;
                continue;
            }

            if (round.PostMoneyValue == last.PostMoneyValue && round.Date <= last.Date.AddMonths(12)) continue;
            yield return new Pair(last, round);
            last = round;
        }
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private readonly record struct Pair(Round From, Round To)
    {
        private int Days => To.Date.DayNumber - From.Date.DayNumber;

        public double Factor => Days >= FewestDays && To.PreMoneyValue > 0 ? To.PreMoneyValue / From.PostMoneyValue : double.NaN;

        public double FactorPerYear => Math.Pow(Factor, DaysPerYear / Days);
    }
}
