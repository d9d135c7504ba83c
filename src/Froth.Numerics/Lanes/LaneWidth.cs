using System.Runtime.Intrinsics.X86;

namespace Froth.Numerics;

/// <summary>How many numbers a kernel takes at a time. Every width does the same operations on each number, so results agree to the last bit or nearly (1e-12 relative is promised).</summary>
public enum LaneWidth
{
    /// <summary>The widest that this processor is fast at.</summary>
    Widest,

    /// <summary>One number at a time: any processor.</summary>
    One,

    /// <summary>Four numbers at a time: AVX2 with fused multiply-add.</summary>
    Four,

    /// <summary>Eight numbers at a time: AVX-512. On a processor without it the same operations run as two halves, correct but slower.</summary>
    Eight,
}

/// <summary>What this processor is fast at.</summary>
public static class LaneWidths
{
    /// <summary>The width that a kernel runs at when asked for <paramref name="asked"/>.</summary>
    /// <param name="asked">What the caller wants.</param>
    /// <returns>Never <see cref="LaneWidth.Widest"/>; <see cref="LaneWidth.One"/> where four lanes are not to be had.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the widths.</exception>
    public static LaneWidth Resolve(LaneWidth asked) => asked switch
    {
        LaneWidth.One => LaneWidth.One,
        LaneWidth.Four when HasFour => LaneWidth.Four,
        LaneWidth.Eight when HasFour => LaneWidth.Eight,
        LaneWidth.Widest when Avx512F.IsSupported => LaneWidth.Eight,
        LaneWidth.Widest when HasFour => LaneWidth.Four,
        LaneWidth.Widest or LaneWidth.Four or LaneWidth.Eight => LaneWidth.One,
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked, "Not a width of lanes."),
    };

    private static bool HasFour => Avx2.IsSupported && Fma.IsSupported;
}
