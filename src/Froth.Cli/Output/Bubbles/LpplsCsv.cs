using System.Globalization;
using Froth.Core.Bubbles;

namespace Froth.Cli.Output.Bubbles;

/// <summary>The LPPLS confidence indicator as a flat table, one row a date, sign and null.</summary>
internal static class LpplsCsv
{
    private static readonly string[] Header = ["date", "index", "value", "sign", "qualified", "windows", "confidence", "null", "alarms", "paths", "rate", "rate_low", "rate_high"];

    public static void Write(TextWriter output, LpplsResult result)
    {
        output.Write(CsvText.Row(Header));
        foreach (var end in result.Ends)
        {
            foreach (var isRising in (bool[])[true, false])
            {
                var (count, share) = isRising ? (end.Rising, end.RisingShare) : (end.Falling, end.FallingShare);
                string[] first =
                [
                    CsvText.Date(result.Series.Dates?[end.End]), Whole(end.End), CsvText.Number(result.Series.Values[end.End]), isRising ? "rising" : "falling", Whole(count),
                    Whole(end.Windows), CsvText.Number(share),
                ];
                foreach (var of in result.Nulls) output.Write(CsvText.Row([.. first, LpplsJson.Name(of.Kind), .. Rate(of.Reaching(share, isRising))]));
                if (result.Nulls.Count == 0) output.Write(CsvText.Row([.. first, "", .. Rate(null)]));
            }
        }
    }

    private static string[] Rate(FalseAlarms? alarms) => alarms is not { } found ? ["", "", "", "", ""]
        : [Whole(found.Alarms), Whole(found.Paths), CsvText.Number(found.Rate), CsvText.Number(found.Interval.Low), CsvText.Number(found.Interval.High)];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
