using Froth.Core.Entities;

namespace Froth.Core.Firms;

/// <summary>Who counts as a state when money is paid, and what is told about states as a whole.</summary>
internal static class StateMoney
{
    // Sovereign funds, what they own, and public banks. Any state counts, not only that of the receiver.
    private static readonly HashSet<string> Owned = new(StringComparer.Ordinal)
    {
        "bpifrance", "gic", "humain", "la-banque-postale", "mgx", "mubadala-capital", "qia",
    };

    /// <summary>Concept of the money that government guidance funds have put into AI firms, told about a country.</summary>
    public const string GuidanceFunds = "guidance-funds-ai";

    /// <summary>True for a government, and for a fund or bank that a state owns.</summary>
    public static bool IsState(EntityBook book, string id) => Owned.Contains(id) || book.Find(id)?.Kind == EntityKind.Government;
}
