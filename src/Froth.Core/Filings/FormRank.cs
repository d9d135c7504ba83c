namespace Froth.Core.Filings;

/// <summary>
/// How much weight a form carries. Periodic reports come first; their amendments, current reports and prospectuses, and last proxy
/// statements (which are known to be mis-scaled a thousandfold) only speak where nothing better does, and are kept as evidence.
/// </summary>
public static class FormRank
{
    /// <summary>The lowest weight: proxies and whatever is not known.</summary>
    public const int Last = 3;

    /// <summary>0 for periodic reports, 1 for their amendments and for interim reports of foreign filers, 2 for current reports and prospectuses, 3 for the rest.</summary>
    /// <param name="form">Form as filed, such as <c>10-Q/A</c>; empty where it is not told.</param>
    public static int Of(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form switch
        {
            "10-K" or "10-Q" or "20-F" or "40-F" or "10-KT" or "10-QT" or "10-K405" => 0,
            "6-K" or "10-K/A" or "10-Q/A" or "20-F/A" or "40-F/A" or "10-KT/A" or "10-QT/A" or "6-K/A" => 1,
            "8-K" or "8-K/A" or "S-1" or "S-1/A" or "F-1" or "F-1/A" or "S-4" or "S-4/A" or "10-12G" or "10-12B" or "" => 2,
            _ => form.StartsWith("424B", StringComparison.Ordinal) ? 2 : Last,
        };
    }

    /// <summary>True for amendments.</summary>
    public static bool IsAmendment(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.EndsWith("/A", StringComparison.Ordinal);
    }
}
