using System.Text;
using Froth.Core.Filings;

namespace Froth.Tests.Filings;

public sealed class ConceptMapTests
{
    [Fact]
    public void Shipped_EveryRule_IsCompleteInBothLanguages()
    {
        var rules = ConceptMap.Shipped.Rules;
        rules.Count.ShouldBeGreaterThan(50);
        rules.ShouldAllBe(r => r.Title.English.Length > 0 && r.Title.Chinese.Length > 0);
        rules.ShouldAllBe(r => r.Tags.Count > 0 || r.Matching != null);
        rules.ShouldAllBe(r => r.Tags.Select(t => t.Tag).Distinct().Count() == r.Tags.Count);
        rules.SelectMany(r => r.Exceptions).ShouldAllBe(e => e.Why.Length > 40);
    }

    [Theory]
    [InlineData("revenue")]
    [InlineData("operating-cash-flow")]
    [InlineData("capital-expenditure")]
    [InlineData("interest-expense")]
    [InlineData("interest-paid")]
    [InlineData("cash")]
    [InlineData("cash-and-securities")]
    [InlineData("debt-current")]
    [InlineData("debt-noncurrent")]
    [InlineData("debt-total")]
    [InlineData("net-income")]
    [InlineData("operating-income")]
    [InlineData("gross-profit")]
    [InlineData("research-and-development")]
    [InlineData("depreciation-amortisation")]
    [InlineData("shares-outstanding")]
    [InlineData("purchase-obligations")]
    public void Shipped_PromisedConcept_IsThere(string concept) => ConceptMap.Shipped.Find(concept).ShouldNotBeNull();

    [Fact]
    public void Needed_ConceptWithSums_BringsItsTerms() =>
        ConceptMap.Shipped.Needed(["debt-total"]).Rules.Select(r => r.Concept).ShouldContain("short-term-borrowings");

    [Fact]
    public void Needed_GrossProfit_BringsRevenueAndItsCost() =>
        ConceptMap.Shipped.Needed(["gross-profit"]).Rules.Select(r => r.Concept).ShouldBe(["revenue", "cost-of-revenue", "gross-profit"]);

    [Fact]
    public void Read_TermWithMinus_IsTakenOff()
    {
        const string json = """{"version":1,"concepts":[{"concept":"a","kind":"flow","measure":"money"},{"concept":"b-c","kind":"flow","measure":"money"},{"concept":"d","kind":"flow","measure":"money","sums":[["a","-b-c"]]}]}""";
        var terms = ConceptMap.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))).Find("d")!.Sums[0];
        terms.Select(t => (t.Concept, t.IsSubtracted)).ShouldBe([("a", false), ("b-c", true)]);
    }

    [Fact]
    public void Read_SumThatLeadsBack_IsRefused()
    {
        const string json = """{"version":1,"concepts":[{"concept":"a","kind":"flow","measure":"money","sums":[["b"]]},{"concept":"b","kind":"flow","measure":"money","sums":[["a"]]}]}""";
        Should.Throw<ArgumentException>(() => ConceptMap.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))).Message.ShouldContain("back to itself");
    }
}
