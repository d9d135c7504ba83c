using CsCheck;
using Froth.Core;
using Froth.Core.Entities;

namespace Froth.Tests.Data;

public sealed class NameMatchingTests
{
    [Theory]
    [InlineData("NVIDIA Corp", "nvidia")]
    [InlineData("NVIDIA CORPORATION", "nvidia")]
    [InlineData("ＮＶＩＤＩＡ　Corp．", "nvidia")]
    [InlineData("Alphabet Inc.", "alphabet")]
    [InlineData("  Amazon.com,  Inc. ", "amazoncom")]
    [InlineData("Nebius Group N.V.", "nebius group")]
    [InlineData("Total S A", "total")]
    [InlineData("SAP SE", "sap")]
    [InlineData("AT&T Inc", "at and t")]
    [InlineData("Taiwan Semiconductor Manufacturing Co., Ltd.", "taiwan semiconductor manufacturing")]
    [InlineData("阿里巴巴集团控股有限公司", "阿里巴巴集团控股")]
    [InlineData("寒武纪科技股份有限公司", "寒武纪科技")]
    [InlineData("Limited", "limited")]
    [InlineData("公司", "公司")]
    [InlineData("...", "")]
    public void Normalise_SpellingsOfAName_GiveOne(string told, string expected) => NameMatching.Normalise(told).ShouldBe(expected);

    // The first three are the worked examples of Winkler (1990).
    [Theory]
    [InlineData("martha", "marhta", 0.9611)]
    [InlineData("dixon", "dicksonx", 0.8133)]
    [InlineData("dwayne", "duane", 0.8400)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "x", 0)]
    [InlineData("same", "same", 1)]
    public void Similarity_KnownPairs_GiveThePublishedFigures(string first, string second, double expected) =>
        NameMatching.Similarity(first, second).ShouldBe(expected, 0.00005);

    [Fact]
    public void Similarity_AnyTexts_LieBetweenZeroAndOneAndEqualTextsAtOne() => Gen.Select(Gen.String[Gen.Char['a', 'e'], 0, 12], Gen.String[Gen.Char['a', 'e'], 0, 12]).Sample((first, second) =>
    {
        NameMatching.Similarity(first, second).ShouldBeInRange(0, 1);
        NameMatching.Similarity(first, first).ShouldBe(1);
    });

    [Fact]
    public void Find_NamesOfAllKinds_DecidesOnlyWhereItIsCertain()
    {
        var index = new NameIndex([Firm("nvidia", "NVIDIA", "NVDA"), Firm("meta", "Meta Platforms, Inc."), Firm("arm-uk", "Arm Ltd"), Firm("arm-us", "Arm Inc")]);
        index.Find("nvda").Entity.ShouldBe("nvidia");
        index.Find("META PLATFORMS").Entity.ShouldBe("meta");
        var (entity, candidate, score, reason) = index.Find("Arm PLC");
        (entity, candidate, score).ShouldBe((null, "arm-uk", 1.0));
        reason.ShouldContain("arm-uk, arm-us");
        index.Find("Meta Platform").ShouldSatisfyAllConditions(m => m.Entity.ShouldBeNull(), m => m.Candidate.ShouldBe("meta"), m => m.Score.ShouldBeGreaterThan(0.9));
        index.Find("Something Else Entirely").ShouldBe(new NameMatch(null, "", 0, "no known entity has such a name"));
        index.Find("  ").Entity.ShouldBeNull();
        index.Add(Firm("else", "Something Else Entirely"));
        index.Find("something else entirely llc").Entity.ShouldBe("else");
    }

    private static Entity Firm(string id, string name, params string[] aliases) => new() { Id = id, Name = Bilingual.Same(name), Kind = EntityKind.Firm, Aliases = aliases };
}
