using Froth.Numerics;

namespace Froth.Core.Firms;

/// <summary>
/// How the class of a firm holds up when its figures are moved within what their grade leaves open: the share of draws in each class.
/// It tells how firmly the figures decide, not how likely anything is to happen. Source: Froth methods 1.7.
/// </summary>
/// <param name="Hedge">Share of draws in H.</param>
/// <param name="Speculative">Share of draws in S.</param>
/// <param name="Ponzi">Share of draws in P.</param>
/// <param name="EquityDependent">Share of draws in E.</param>
/// <param name="Unknown">1 when the class is U, else 0: what is not told cannot be moved.</param>
/// <param name="Draws">How many draws were made; 0 when nothing was open, and the shares are then exactly 0 or 1.</param>
public sealed record ClassShares(double Hedge, double Speculative, double Ponzi, double EquityDependent, double Unknown, int Draws)
{
    private static readonly MinskyClass[] Classes = Enum.GetValues<MinskyClass>();

    /// <summary>The class with the largest share; of equal ones the safer.</summary>
    public MinskyClass Modal => Classes.MaxBy(Of);

    /// <summary>The share of <see cref="Modal"/>.</summary>
    public double ModalShare => Of(Modal);

    /// <summary>The share of draws in a class.</summary>
    public double Of(MinskyClass value) => value switch
    {
        MinskyClass.Hedge => Hedge,
        MinskyClass.Speculative => Speculative,
        MinskyClass.Ponzi => Ponzi,
        MinskyClass.EquityDependent => EquityDependent,
        _ => Unknown,
    };

    /// <summary>
    /// Moves each told figure by itself: cash from operations, interest paid, interest capitalised, principal due, lease principal.
    /// Interest paid that stands inside cash from operations moves both sides alike.
    /// </summary>
    /// <param name="service">What was read.</param>
    /// <param name="perturbation">The draws; the usual ones when left out.</param>
    public static ClassShares Of(DebtService service, Perturbation? perturbation = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        var known = service.Class;
        var draws = perturbation ?? Perturbation.Default;
        // Without payments the class hangs on the sign of cash alone, which no draw changes.
        if (known is MinskyClass.Unknown or MinskyClass.EquityDependent || service is { Interest.Value: 0, Principal.Value: 0 }) return Certain(known);
        var (term, inside) = (new LinearTerm[Perturbation.Streams], service.IsInterestInside == true ? 1 : 0);
        var (count, hedge, income, place) = (0, 0.0, 0.0, Perturbation.PlaceOf(service.Quarter));
        Enter(service.Operating!, 1, 1, 0);
        Enter(service.InterestPaid!, inside - 1, inside - 1, 1);
        Enter(service.InterestCapitalised!, -1, -1, 2);
        Enter(service.PrincipalDue!, -1, 0, 3);
        Enter(service.LeasePrincipal!, -1, 0, 4);
        if (count == 0) return Certain(known);
        var (first, second) = LinearSigns.Count(hedge, income, term.AsSpan(0, count), draws.Draws);
        double all = draws.Draws;
        return new ClassShares(first / all, second / all, (draws.Draws - first - second) / all, 0, 0, draws.Draws);

        void Enter(FirmFigure figure, int inHedge, int inIncome, int stream)
        {
            var (a, b) = (inHedge * figure.Value, inIncome * figure.Value);
            if (a == 0 && b == 0) return;
            if (draws.IsCertain(figure.Grade)) (hedge, income) = (hedge + a, income + b);
            else term[count++] = new LinearTerm(draws.Factors(figure.Grade, stream, place), a, b);
        }
    }

    private static ClassShares Certain(MinskyClass value) => new(
        Share(value, MinskyClass.Hedge), Share(value, MinskyClass.Speculative), Share(value, MinskyClass.Ponzi),
        Share(value, MinskyClass.EquityDependent), Share(value, MinskyClass.Unknown), 0);

    private static double Share(MinskyClass value, MinskyClass of) => value == of ? 1 : 0;
}
