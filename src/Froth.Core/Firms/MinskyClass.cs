namespace Froth.Core.Firms;

/// <summary>Minsky's classes of financing, from the safest; with two that stand beside them and are never merged with them.</summary>
public enum MinskyClass
{
    /// <summary>H: cash flow covers interest and principal falling due.</summary>
    Hedge,

    /// <summary>S: cash flow covers interest but not principal, which must be rolled over.</summary>
    Speculative,

    /// <summary>P: cash flow does not cover interest.</summary>
    Ponzi,

    /// <summary>E: no debt to serve and cash flows out: it lives on further equity. Froth's own class, not Minsky's.</summary>
    EquityDependent,

    /// <summary>U: what is known does not decide. Never counted as one of the others.</summary>
    Unknown,
}

/// <summary>Names and letters of the classes.</summary>
public static class MinskyClasses
{
    /// <summary>The letter: H, S, P, E or U.</summary>
    public static string LetterOf(MinskyClass value) => value switch
    {
        MinskyClass.Hedge => "H",
        MinskyClass.Speculative => "S",
        MinskyClass.Ponzi => "P",
        MinskyClass.EquityDependent => "E",
        _ => "U",
    };

    /// <summary>The name without its letter.</summary>
    public static Bilingual NameOf(MinskyClass value) => value switch
    {
        MinskyClass.Hedge => new("hedge", "对冲型"),
        MinskyClass.Speculative => new("speculative", "投机型"),
        MinskyClass.Ponzi => new("Ponzi", "庞氏型"),
        MinskyClass.EquityDependent => new("equity-dependent", "依赖股权型"),
        _ => new("unknown", "不详"),
    };

    /// <summary>
    /// The class that payments and the cash to make them decide. Ties go to the safer class. Without any payment due: H when cash does not
    /// flow out, else E.
    /// </summary>
    /// <param name="cashFlow">Cash from operations before interest.</param>
    /// <param name="interest">Interest due; not negative.</param>
    /// <param name="principal">Principal due; not negative.</param>
    /// <returns>Never E or H for lack of data: NaN in any argument gives U.</returns>
    public static MinskyClass Of(double cashFlow, double interest, double principal)
    {
        if (double.IsNaN(cashFlow + interest + principal)) return MinskyClass.Unknown;
        if (interest == 0 && principal == 0) return cashFlow >= 0 ? MinskyClass.Hedge : MinskyClass.EquityDependent;
        if (cashFlow >= interest + principal) return MinskyClass.Hedge;
        return cashFlow >= interest ? MinskyClass.Speculative : MinskyClass.Ponzi;
    }
}
