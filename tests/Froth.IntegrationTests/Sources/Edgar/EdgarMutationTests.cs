using System.Text;
using CsCheck;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

/// <summary>Damaged responses are read or refused; nothing else may happen. The bench has the same in its millions.</summary>
public sealed class EdgarMutationTests
{
    private static readonly (string Format, byte[] Bytes)[] Valid =
    [
        (EdgarFormats.CompanyFacts, Encoding.UTF8.GetBytes(EdgarText.Firm(EdgarText.Fact, EdgarText.Fact))),
        (EdgarFormats.CompanyConcept, Encoding.UTF8.GetBytes("""{"cik":1,"taxonomy":"us-gaap","tag":"A","entityName":"A","units":{"USD":[""" + EdgarText.Fact + "]}}")),
        (EdgarFormats.Frames, """{"taxonomy":"us-gaap","tag":"A","ccp":"CY2023","uom":"USD","data":[{"accn":"0001234567-23-000011","cik":1,"entityName":"A","end":"2023-03-31","val":1.25}]}"""u8.ToArray()),
        (EdgarFormats.Submissions, """{"cik":"1","name":"A","tickers":["A"],"filings":{"recent":{"accessionNumber":["0001234567-24-000001"],"filingDate":["2024-02-01"],"reportDate":[""],"form":["10-K"],"primaryDocument":["a.htm"]},"files":[]}}"""u8.ToArray()),
        (EdgarFormats.CompanyTickers, """{"0":{"cik_str":1,"ticker":"A","title":"A"}}"""u8.ToArray()),
        (EdgarFormats.StatementSets, StatementSetsTests.Zip(
            ("sub.txt", "adsh\tcik\tname\tform\tfiled\n0001234567-24-000005\t1\tA\t10-Q\t20240501\n"u8.ToArray()),
            ("num.txt", "adsh\ttag\tversion\tddate\tqtrs\tuom\tvalue\n0001234567-24-000005\tA\tus-gaap/2023\t20240331\t1\tUSD\t1.0000\n"u8.ToArray()))),
    ];

    private static readonly Gen<(int Kind, int At, int Length, byte Value, int Other)> Change = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2_000], Gen.Int[0, 60], Gen.Byte, Gen.Int[0, 5]);

    [Fact]
    public void Parse_DamagedResponse_IsReadOrRefused()
    {
        var (read, refused) = (0, 0);
        Gen.Select(Gen.Int[0, Valid.Length - 1], Change.Array[1, 4]).Sample((which, changes) =>
        {
            var (format, bytes) = Valid[which];
            var damaged = changes.Aggregate(bytes, Damage);
            try
            {
                EdgarText.Parse(damaged, format: format, arguments: SourceArguments.None.With("tickers", "A"));
                Interlocked.Increment(ref read);
            }
            catch (SourceFormatException)
            {
                Interlocked.Increment(ref refused);
            }

            return true;
        }, iter: 3_000);
        read.ShouldBeGreaterThan(100);
        refused.ShouldBeGreaterThan(100);
    }

    private static byte[] Damage(byte[] bytes, (int Kind, int At, int Length, byte Value, int Other) change)
    {
        var at = change.At % (bytes.Length + 1);
        var length = Math.Min(change.Length, bytes.Length - at);
        return change.Kind switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[(at + length)..]],
            2 => [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]],
            3 => [.. bytes[..at], .. Valid[change.Other].Bytes, .. bytes[at..]],
            4 => [.. bytes[..at], change.Value, .. bytes[at..]],
            _ => [.. bytes[..at], (byte)(at < bytes.Length ? bytes[at] ^ 1 << change.Value % 8 : 0), .. bytes[Math.Min(at + 1, bytes.Length)..]],
        };
    }
}
