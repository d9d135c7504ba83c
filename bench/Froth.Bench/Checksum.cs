using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Bench;

/// <summary>Folds numbers bit by bit, so that two runs that differ anywhere differ here.</summary>
internal struct Checksum()
{
    private ulong _sum = 14695981039346656037UL;

    public static ulong Of(IReadOnlyList<Checksum> parts)
    {
        var all = new Checksum();
        foreach (var part in parts) all.Add(part._sum);
        return all._sum;
    }

    public void Add(FirmFinancing read)
    {
        foreach (var (service, shares) in ((DebtService, ClassShares)[])[(read.TwelveMonths, read.TwelveMonthsShares), (read.SingleQuarter, read.SingleQuarterShares)])
        {
            foreach (var number in (ReadOnlySpan<double>)[service.InterestCover, service.DebtServiceCover, service.InvestmentCover, service.FundingGap, service.RunwayMonths,
                shares.Hedge, shares.Speculative, shares.Ponzi, shares.EquityDependent, shares.Unknown])
                Add(number);
        }

        foreach (var lens in read.Lenses)
        {
            Add((ulong)lens.Class);
            Add(lens.Value);
        }

        Add((ulong)(read.IsBelowInterestForThreeYears is { } below ? below ? 1 : 0 : 2));
    }

    public void Add(IndicatorResult result)
    {
        Add(result.Headline);
        foreach (var series in result.Panel) Add(series);
    }

    private void Add(ReadingSeries series)
    {
        foreach (var reading in series.Readings)
        {
            Add((ulong)reading.Date.DayNumber);
            foreach (var number in (ReadOnlySpan<double>)[reading.Value, reading.Low, reading.High, reading.Coverage]) Add(number);
            foreach (var part in reading.Parts) Add(part.Value);
        }
    }

    // There are many numbers that are none; they count as one.
    private void Add(double number) => Add(BitConverter.DoubleToUInt64Bits(double.IsNaN(number) ? double.NaN : number));

    private void Add(ulong next) => _sum = (_sum ^ next) * 1099511628211UL;
}
