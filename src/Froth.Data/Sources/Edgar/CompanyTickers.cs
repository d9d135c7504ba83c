using System.Globalization;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>SEC's list of tickers and their CIKs. Nothing of it lands; it turns the tickers that were asked for into requests.</summary>
internal static class CompanyTickers
{
    /// <summary>The CIK of each ticker asked for that the list knows, by ticker in capitals.</summary>
    /// <exception cref="SourceFormatException">The list is truncated, malformed, or something else.</exception>
    public static unsafe Dictionary<string, long> Read(ResponseBytes bytes, string name, IReadOnlyList<string> wanted)
    {
        var asked = wanted.Select(Canonical).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        fixed (byte* start = bytes.Padded)
        {
            var json = new JsonScanner(start, bytes.Length, name);
            json.TakeObject("the response");
            var isFirst = true;
            while (json.NextMember(ref isFirst, out _))
            {
                json.TakeObject("an entry");
                JsonToken cik = default, ticker = default;
                var isFirstKey = true;
                while (json.NextMember(ref isFirstKey, out var key))
                {
                    var value = json.Value();
                    if (key.Is("cik_str"u8)) cik = value;
                    else if (key.Is("ticker"u8)) ticker = value;
                }

                if (ticker.Text(20) is not { } text) throw json.WrongShape("an entry has no 'ticker'");
                if (!asked.Contains(Canonical(text))) continue;
                found[Canonical(text)] = FactsParser.Cik(cik) ?? throw json.WrongShape(string.Create(CultureInfo.InvariantCulture, $"the CIK of {text} is not a number"));
            }

            json.TakeEnd();
        }

        return found;
    }

    /// <summary>SEC writes BRK-B where others write BRK.B.</summary>
    public static string Canonical(string ticker) => ticker.Trim().Replace('.', '-').ToUpperInvariant();
}
