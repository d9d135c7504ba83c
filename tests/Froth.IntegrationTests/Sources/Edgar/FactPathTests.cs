using System.Globalization;
using System.Text;
using CsCheck;

namespace Froth.IntegrationTests.Sources.Edgar;

/// <summary>The fast path and the general one must tell the same, whatever the spelling.</summary>
public sealed class FactPathTests
{
    private static readonly Gen<string> Day = Gen.Select(Gen.Int[1890, 2170], Gen.Int[0, 13], Gen.Int[0, 32], (y, m, d) => $"\"{y:D4}-{m:D2}-{d:D2}\"");

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Long.Select(n => n.ToString(CultureInfo.InvariantCulture)),
        Gen.Int[-99_999, 99_999].Select(n => n.ToString(CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[0, 999_999_999], Gen.Int[0, 999_999_999], (a, b) => $"-{a}.{b:D9}"),
        Gen.Decimal.Select(d => d.ToString(CultureInfo.InvariantCulture)),
        Gen.OneOfConst("null", "\"1\"", "0", "-0", "1e5", "1E-3", "0.0", "NaN", "123456789012345678", "1234567890123456789", "12345678901234567890123", "1.0000000000000000000"));

    private static readonly Gen<string> Accession = Gen.OneOf(
        Gen.Select(Gen.Long[0, 9_999_999_999], Gen.Int[0, 99], Gen.Int[0, 999_999], (a, y, n) => $"\"{a:D10}-{y:D2}-{n:D6}\""),
        Gen.OneOfConst("\"0001234567-24-00000x\"", "\"000123456724000005\"", "\"0001234567_24-000005\"", "12", "null"));

    private static readonly Gen<string> Form = Gen.OneOfConst("\"10-K\"", "\"10-Q\"", "\"10-Q\"", "\"8-K\"", "\"10-K/A\"", "\"DEF 14A\"", "\"SC TO-T/A\"", "\"\"", "null", "\"10-\\u004b\"", "\"é\"");

    private static readonly Gen<(string Key, string Value)[]> Fact =
        Gen.Select(Gen.Bool, Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false))), Day.Array[3], Number, Accession, Form, Gen.Int[0, 4], (hasStart, isGood, days, value, accession, form, frame) =>
        {
            if (isGood) days = ["\"2023-01-01\"", "\"2023-12-31\"", "\"2024-02-29\""];
            var fact = new List<(string, string)>();
            if (hasStart) fact.Add(("start", days[0]));
            fact.AddRange([("end", days[1]), ("val", value), ("accn", accession), ("fy", frame == 0 ? "null" : "2024"), ("fp", frame == 0 ? "null" : frame == 1 ? "\"FY\"" : "\"Q3\""), ("form", form), ("filed", days[2])]);
            if (frame > 2) fact.Add(("frame", frame == 3 ? "\"CY2023Q4I\"" : "\"CY\\\"2023\""));
            return fact.ToArray();
        });

    private static readonly Gen<string> Space = Gen.Frequency((3, Gen.Const("")), (1, Gen.OneOfConst(" ", "\n\t", "\r\n  ")));

    [Fact]
    public void BothPaths_EdgarsOwnSpelling_TellTheSame() =>
        Fact.Array[0, 30].Select(Plain).Sample(json =>
        {
            AssertSame(json);
            return true;
        }, iter: 3_000);

    [Fact]
    public void BothPaths_AnyOtherSpelling_TellTheSameFactsAsThePlainOne() =>
        Gen.Select(Fact.Array[0, 8], Gen.Int[0, int.MaxValue], Space, Space).Sample((facts, seed, first, second) =>
        {
            var odd = Odd(facts, new Random(seed), first, second);
            AssertSame(odd);
            EdgarText.Facts(Encoding.UTF8.GetBytes(odd), isFast: true).Facts.ShouldBe(EdgarText.Facts(Encoding.UTF8.GetBytes(Plain(facts)), isFast: true).Facts);
            return true;
        }, iter: 2_000);

    [Fact]
    public void BothPaths_EveryByteOfAFactChanged_TellTheSame()
    {
        var whole = Encoding.UTF8.GetBytes(EdgarText.Firm(EdgarText.Fact, EdgarText.Fact.Replace("1500", "-1234567890.25")));
        byte[] odd = [(byte)'"', (byte)'\\', (byte)'0', (byte)':', (byte)'-', (byte)' ', (byte)'}', 0, 0x1F, 0x7F, 0x80, 0xFF];
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var value in odd)
            {
                var changed = whole.ToArray();
                changed[at] = value;
                AssertSame(changed);
            }
        }
    }

    private static string Plain((string Key, string Value)[][] facts) =>
        EdgarText.Firm([.. facts.Select(f => "{" + string.Join(',', f.Select(p => $"\"{p.Key}\":{p.Value}")) + "}")]);

    // Other order, unknown keys, white space, keys and texts spelled with escapes.
    private static string Odd((string Key, string Value)[][] facts, Random random, string first, string second)
    {
        string Key(string key) => random.Next(3) == 0 ? $"\"\\u{(int)key[0]:x4}{key[1..]}\"" : $"\"{key}\"";
        string Text(string value) => value.Length > 2 && value[0] == '"' && value[1] is >= '0' and <= '9' && random.Next(3) == 0 ? $"\"\\u{(int)value[1]:X4}{value[2..]}" : value;
        var told = facts.Select(fact =>
        {
            var pairs = fact.Append(("unknown", "[{\"end\":\"x\"},\"}\"]")).ToArray();
            random.Shuffle(pairs);
            return "{" + string.Join(',', pairs.Select(p => $"{first}{Key(p.Item1)}{second}:{first}{Text(p.Item2)}{second}")) + "}";
        });
        return $"{first}{EdgarText.Firm([.. told.Select(t => first + t + second)])}{second}";
    }

    private static void AssertSame(string json) => AssertSame(Encoding.UTF8.GetBytes(json));

    private static void AssertSame(byte[] json)
    {
        var (fast, general) = (Outcome(json, isFast: true), Outcome(json, isFast: false));
        if (fast != general) Assert.Fail($"The paths differ on {Convert.ToBase64String(json)}\n{fast}\n{general}");
    }

    private static string Outcome(byte[] json, bool isFast)
    {
        try
        {
            var sink = EdgarText.Facts(json, isFast);
            return string.Join('\n', sink.Facts.Select(f => f.ToString()).Concat(sink.Refused.Select(r => r.ToString())));
        }
        catch (Froth.Data.Sources.SourceFormatException fault)
        {
            return fault.Message;
        }
    }
}
