using System.Globalization;
using System.Text;

namespace Froth.Bench;

/// <summary>Files in the shapes of EDGAR's, the same at every run.</summary>
internal static class GeneratedEdgar
{
    private static readonly string[] Forms = ["10-Q", "10-Q", "10-K", "8-K", "10-Q"];

    /// <summary>One firm's facts, in EDGAR's own spelling.</summary>
    public static byte[] CompanyFacts(int facts)
    {
        var random = new Random(20260701);
        var json = new StringBuilder("{\"cik\":1234567,\"entityName\":\"Generated Corp\",\"facts\":{\"us-gaap\":{");
        for (var (tag, made) = (0, 0); made < facts; tag++)
        {
            var description = string.Join(' ', Enumerable.Range(0, 10 + random.Next(50)).Select(i => "amount of"[..(2 + (i * 7 + tag) % 8)]));
            json.Append(CultureInfo.InvariantCulture, $"{(tag > 0 ? "," : "")}\"GeneratedTag{tag}\":{{\"label\":\"Generated tag {tag}\",\"description\":\"{description}\",\"units\":{{\"USD\":[");
            var length = Math.Min(20 + random.Next(60), facts - made);
            for (var i = 0; i < length; i++, made++) AppendFact(json, random, i, tag % 3 == 0);
            json.Append("]}}");
        }

        return Encoding.UTF8.GetBytes(json.Append("}}}").ToString());
    }

    /// <summary>The tables of filings and numbers of one quarter.</summary>
    public static (byte[] Sub, byte[] Num) StatementSet(int numbers)
    {
        var random = new Random(20260702);
        var sub = new StringBuilder("adsh\tcik\tname\tsic\tform\tperiod\tfy\tfp\tfiled\n");
        var num = new StringBuilder("adsh\ttag\tversion\tddate\tqtrs\tuom\tsegments\tcoreg\tvalue\tfootnote\n");
        for (var i = 0; i < 500; i++) sub.Append(CultureInfo.InvariantCulture, $"{Adsh(i)}\t{1_000_000 + i}\tGENERATED {i} CORP\t7372\t10-Q\t20240331\t2024\tQ1\t202405{10 + i % 20}\n");
        for (var i = 0; i < numbers; i++)
        {
            var own = random.Next(10) == 0;
            var filing = random.Next(500);
            num.Append(CultureInfo.InvariantCulture, $"{Adsh(filing)}\tGeneratedTagWithAUsualLength{random.Next(4_000)}\t{(own ? Adsh(filing) : "us-gaap/2023")}\t{2023 + random.Next(2)}0331\t{random.Next(3)}\tUSD\t");
            num.Append(CultureInfo.InvariantCulture, $"{(random.Next(5) == 0 ? "EquityComponents=RetainedEarnings;" : "")}\t\t{random.NextInt64(20_000_000_000)}.0000\t\n");
        }

        return (Encoding.UTF8.GetBytes(sub.ToString()), Encoding.UTF8.GetBytes(num.ToString()));
    }

    private static string Adsh(int filing) => string.Create(CultureInfo.InvariantCulture, $"0001{filing:D6}-24-{filing * 7:D6}");

    private static void AppendFact(StringBuilder json, Random random, int i, bool isInstant)
    {
        var end = new DateOnly(2010, 3, 31).AddMonths(i * 3 % 190);
        var filed = end.AddDays(20 + random.Next(30));
        var period = isInstant ? "" : string.Create(CultureInfo.InvariantCulture, $"\"start\":\"{end.AddDays(-89):yyyy-MM-dd}\",");
        var value = random.Next(20) == 0 ? random.Next(1_000) / 100m : random.NextInt64(-50_000_000, 60_000_000_000);
        json.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}{{{period}\"end\":\"{end:yyyy-MM-dd}\",\"val\":{value},\"accn\":\"0001234567-{filed:yy}-{i:D6}\",\"fy\":{filed.Year},\"fp\":\"Q{1 + i % 3}\",");
        json.Append(CultureInfo.InvariantCulture, $"\"form\":\"{Forms[i % Forms.Length]}\",\"filed\":\"{filed:yyyy-MM-dd}\"{(random.Next(3) == 0 ? $",\"frame\":\"CY{end.Year}Q1\"" : "")}}}");
    }
}
