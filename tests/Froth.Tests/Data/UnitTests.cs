using Froth.Core.Data;

namespace Froth.Tests.Data;

public sealed class UnitTests
{
    [Fact]
    public void TryParse_EveryKnownCode_GivesItsUnit()
    {
        foreach (var unit in Unit.All)
        {
            Unit.TryParse(unit.Code, out var found).ShouldBeTrue(unit.Code);
            found.ShouldBe(unit);
        }
    }

    [Fact]
    public void TeraOperations_IsAnAmountOfWorkAndNotMoney()
    {
        Unit.Parse("tera-operations").ShouldBe(Unit.TeraOperations);
        Unit.TeraOperations.Kind.ShouldBe(UnitKind.Physical);
        Unit.TeraOperations.IsMoney.ShouldBeFalse();
        Unit.TeraOperations.ShouldNotBe(Unit.Exaflops);
    }

    [Fact]
    public void Parse_UnknownCode_ListsTheKnownOnes() =>
        Should.Throw<ArgumentException>(() => Unit.Parse("flop")).Message.ShouldContain("tera-operations");
}
