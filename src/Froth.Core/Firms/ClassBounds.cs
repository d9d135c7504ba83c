namespace Froth.Core.Firms;

/// <summary>
/// Which classes what is known leaves open. Cash from operations alone says much: where interest is paid out of it, a positive one has
/// covered interest, and a negative one has not, whatever the missing terms are. The class itself stays U until all terms are known.
/// </summary>
/// <param name="Safest">The safest class that is possible.</param>
/// <param name="Worst">The worst class that is possible.</param>
public readonly record struct ClassBounds(MinskyClass Safest, MinskyClass Worst)
{
    /// <summary>True when only one class is possible.</summary>
    public bool IsDecided => Safest == Worst;

    /// <summary>The classes left open by a reading; null when nothing is known about cash.</summary>
    public static ClassBounds? Of(DebtService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (service.Class != MinskyClass.Unknown) return new ClassBounds(service.Class, service.Class);
        if (service.Operating is not { Value: var cash }) return null;
        if (cash < 0) return OfOutflow(service);
        if (service.IsInterestInside == true) return new ClassBounds(MinskyClass.Hedge, Covers(cash, service.InterestCapitalised) ? MinskyClass.Speculative : MinskyClass.Ponzi);
        if (service is { IsInterestInside: false, Interest: { } interest })
            return cash >= interest.Value ? new ClassBounds(MinskyClass.Hedge, MinskyClass.Speculative) : new ClassBounds(MinskyClass.Ponzi, MinskyClass.Ponzi);
        return new ClassBounds(MinskyClass.Hedge, MinskyClass.Ponzi);
    }

    /// <inheritdoc />
    public override string ToString() =>
        IsDecided ? MinskyClasses.LetterOf(Safest) : $"{MinskyClasses.LetterOf(Safest)}–{MinskyClasses.LetterOf(Worst)}";

    // Cash flows out: with any payment due it is P, with none E.
    private static ClassBounds OfOutflow(DebtService service)
    {
        if (service.Principal is { Value: > 0 } || service.InterestPaid is { Value: > 0 }) return new ClassBounds(MinskyClass.Ponzi, MinskyClass.Ponzi);
        var debt = service.Quarter.Balance(FirmConcepts.DebtTotal);
        if (debt is { Value: > 0 }) return new ClassBounds(MinskyClass.Ponzi, MinskyClass.Ponzi);
        return debt is { Value: 0 } ? new ClassBounds(MinskyClass.EquityDependent, MinskyClass.EquityDependent) : new ClassBounds(MinskyClass.Ponzi, MinskyClass.EquityDependent);
    }

    private static bool Covers(double cash, FirmFigure? payment) => payment is not null && cash >= payment.Value;
}
