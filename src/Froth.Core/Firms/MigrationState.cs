namespace Froth.Core.Firms;

/// <summary>Where a firm stands at a snapshot: one of the four classes, or out of them. What is out never becomes a class.</summary>
public enum MigrationState
{
    /// <summary>H.</summary>
    Hedge,

    /// <summary>S.</summary>
    Speculative,

    /// <summary>P.</summary>
    Ponzi,

    /// <summary>E.</summary>
    EquityDependent,

    /// <summary>D: it defaulted; it stays there.</summary>
    Default,

    /// <summary>A: it was bought; it stays there.</summary>
    Acquired,

    /// <summary>L: it was listed; from the next snapshot on its accounts begin anew.</summary>
    Listed,

    /// <summary>U: its data end or do not decide.</summary>
    Unknown,
}

/// <summary>Letters, names and order of the states.</summary>
public static class MigrationStates
{
    /// <summary>The four classes, from which a firm can move.</summary>
    public static IReadOnlyList<MigrationState> Classes { get; } =
        [MigrationState.Hedge, MigrationState.Speculative, MigrationState.Ponzi, MigrationState.EquityDependent];

    /// <summary>All states to which a firm can move: the classes, then the exits.</summary>
    public static IReadOnlyList<MigrationState> All { get; } = Enum.GetValues<MigrationState>();

    /// <summary>True for the four classes.</summary>
    public static bool IsClass(MigrationState state) => state <= MigrationState.EquityDependent;

    /// <summary>The state of a class.</summary>
    public static MigrationState Of(MinskyClass value) => value switch
    {
        MinskyClass.Hedge => MigrationState.Hedge,
        MinskyClass.Speculative => MigrationState.Speculative,
        MinskyClass.Ponzi => MigrationState.Ponzi,
        MinskyClass.EquityDependent => MigrationState.EquityDependent,
        _ => MigrationState.Unknown,
    };

    /// <summary>The letter: H, S, P, E, D, A, L or U.</summary>
    public static string LetterOf(MigrationState state) => state switch
    {
        MigrationState.Hedge => "H",
        MigrationState.Speculative => "S",
        MigrationState.Ponzi => "P",
        MigrationState.EquityDependent => "E",
        MigrationState.Default => "D",
        MigrationState.Acquired => "A",
        MigrationState.Listed => "L",
        _ => "U",
    };

    /// <summary>The name without its letter.</summary>
    public static Bilingual NameOf(MigrationState state) => state switch
    {
        MigrationState.Hedge => MinskyClasses.NameOf(MinskyClass.Hedge),
        MigrationState.Speculative => MinskyClasses.NameOf(MinskyClass.Speculative),
        MigrationState.Ponzi => MinskyClasses.NameOf(MinskyClass.Ponzi),
        MigrationState.EquityDependent => MinskyClasses.NameOf(MinskyClass.EquityDependent),
        MigrationState.Default => new("defaulted", "违约"),
        MigrationState.Acquired => new("acquired", "被收购"),
        MigrationState.Listed => new("listed", "上市"),
        _ => new("no data", "无数据"),
    };

    /// <summary>
    /// 1 for a move to a less safe state, −1 to a safer one, 0 for neither. P and E stand side by side, so a move between them is neither; so
    /// are a purchase, a listing and the end of data. A default is a move down from every class.
    /// </summary>
    public static int Direction(MigrationState from, MigrationState to) =>
        !IsClass(from) || to is MigrationState.Acquired or MigrationState.Listed or MigrationState.Unknown ? 0 : Math.Sign(Rank(to) - Rank(from));

    private static int Rank(MigrationState state) => state switch
    {
        MigrationState.Hedge => 0,
        MigrationState.Speculative => 1,
        MigrationState.Ponzi or MigrationState.EquityDependent => 2,
        _ => 3,
    };
}
