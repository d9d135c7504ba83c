using System.Globalization;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Which rows of the store a run compares with, and which it may withdraw.</summary>
/// <param name="Origin">Collection that the run belongs to.</param>
/// <param name="IsComplete">Whether its files tell the collection completely.</param>
/// <param name="IsReparse">Whether its files are snapshots that are parsed again.</param>
internal sealed record RunScope(string Origin, bool IsComplete, bool IsReparse)
{
    /// <summary>Whether anything may be withdrawn, so that all that is told has to be at hand in the end.</summary>
    public bool Withdraws => IsComplete || IsReparse;

    /// <summary>Rows of earlier runs of the same collection.</summary>
    public string OfOrigin => $"run in (select no from runs where origin = '{Origin.Replace("'", "''", StringComparison.Ordinal)}')";

    public string OfOriginOrRun(int run) => string.Create(CultureInfo.InvariantCulture, $"(run = {run} or {OfOrigin})");

    public static string NotWithdrawn(string kind) => $"no not in (select row_no from withdrawals where kind = '{kind}')";
}
