namespace Froth.Core.Firms;

/// <summary>What the figures say about a claim.</summary>
public enum HeadTailVerdict
{
    /// <summary>The whole interval lies on the side of the claim.</summary>
    Supported,

    /// <summary>The whole interval lies on the other side.</summary>
    Contradicted,

    /// <summary>The interval lies on both sides, or there are too few firms.</summary>
    NotDecided,
}

/// <summary>One part of the claim that leaders are hedge-financed and the tail is Ponzi-financed, with its test.</summary>
/// <param name="Claim">The claim in words.</param>
/// <param name="Value">The share, or the difference of shares; NaN without firms.</param>
/// <param name="Low">Lower end of its 90 percent interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Bar">What it must exceed.</param>
/// <param name="N">Firms with a class in the half with fewer of them.</param>
public sealed record HeadTailClaim(Bilingual Claim, double Value, double Low, double High, double Bar, int N)
{
    /// <summary>Fewest firms with a class in a half from which a claim is judged.</summary>
    public const int FewestFirms = 10;

    /// <summary>The verdict; never decided by fewer than <see cref="FewestFirms"/>.</summary>
    public HeadTailVerdict Verdict => N < FewestFirms ? HeadTailVerdict.NotDecided
        : Low > Bar ? HeadTailVerdict.Supported : High < Bar ? HeadTailVerdict.Contradicted : HeadTailVerdict.NotDecided;
}
