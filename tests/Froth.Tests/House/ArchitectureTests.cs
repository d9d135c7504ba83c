using System.Reflection;
using System.Text.RegularExpressions;
using Froth.Core.Data;
using Froth.Core.Financing;
using Froth.Core.Indicators;

namespace Froth.Tests.House;

/// <summary>Rules the compiler cannot enforce. Each asserts that it looked at something.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] BannedInPureRooms =
        ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider.System", "HttpClient", "File.", "Directory.", "Random.Shared", "new Random(", "Environment."];

    [Theory]
    [InlineData("Froth.Numerics")]
    [InlineData("Froth.Core")]
    public void PureRooms_Source_TouchesNoClockFileNetworkOrChance(string project)
    {
        var files = Sources(project);
        if (project == "Froth.Core") files.Count.ShouldBeGreaterThan(30);
        foreach (var (path, text) in files)
        {
            var code = Comments().Replace(text, "");
            foreach (var banned in BannedInPureRooms) code.Contains(banned, StringComparison.Ordinal).ShouldBeFalse($"{path} uses {banned}");
        }
    }

    [Fact]
    public void Core_References_OnlyNumericsAndMathNet()
    {
        var outside = typeof(Indicator).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n != "netstandard").ToList();
        outside.ShouldBeSubsetOf(["Froth.Numerics", "MathNet.Numerics"]);
    }

    [Fact]
    public void Indicators_Types_AreSealedAndOneToAFile()
    {
        var types = IndicatorCatalogue.All.Select(i => i.GetType()).ToList();
        types.Count.ShouldBeGreaterThanOrEqualTo(20);
        types.ShouldAllBe(t => t.IsSealed);
        var files = Sources("Froth.Core").ToDictionary(f => Path.GetFileNameWithoutExtension(f.Path), f => f.Text, StringComparer.Ordinal);
        foreach (var type in types)
        {
            files.ShouldContainKey(type.Name, $"{type.Name} has no file of its own");
            Regex.Count(files[type.Name], @":\s*\w*Indicator\b").ShouldBeGreaterThanOrEqualTo(1);
        }
    }

    [Fact]
    public void Names_OfTypes_AvoidEmptyWords()
    {
        var types = typeof(Indicator).Assembly.GetTypes().Where(t => t.FullName!.StartsWith("Froth.", StringComparison.Ordinal)).ToList();
        types.Count.ShouldBeGreaterThan(50);
        // Debt service is the field's own term for interest and principal due.
        types.Where(t => EmptyWords().IsMatch(t.Name) && t.Name != nameof(Froth.Core.Firms.DebtService)).Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void FlowKinds_EveryKind_HasALayer()
    {
        foreach (var kind in Enum.GetValues<FlowKind>()) Should.NotThrow(() => FlowKinds.LayerOf(kind));
        FlowKinds.IsFinancing(FlowKind.Guarantee).ShouldBeFalse();
        FlowKinds.IsFinancing(FlowKind.ComputeLease).ShouldBeFalse();
        FlowKinds.IsFinancing(FlowKind.Spv).ShouldBeTrue();
    }

    [Fact]
    public void ClosedLists_EveryMember_HasItsOneMapping()
    {
        foreach (var pillar in Enum.GetValues<Pillar>())
        {
            Pillars.NameOf(pillar).Chinese.ShouldNotBeEmpty();
            Enum.IsDefined(Pillars.RoleOf(pillar)).ShouldBeTrue();
        }

        Codes.All<Grade>().ShouldBe(["audited", "filed", "third-party", "company", "press", "unconfirmed", "estimated", "assumed"]);
        foreach (var grade in Enum.GetValues<Grade>()) Froth.Core.Reports.Glossary.Of(grade).Chinese.ShouldNotBeEmpty();
        foreach (var reason in Enum.GetValues<MissingReason>()) Froth.Core.Reports.Glossary.Of(reason).Chinese.ShouldNotBeEmpty();
    }

    internal static List<(string Path, string Text)> Sources(string project) =>
        [.. Directory.EnumerateFiles(Repository.Path("src", project), "*.cs", SearchOption.AllDirectories)
            .Select(p => (Path.GetRelativePath(Repository.Root, p), File.ReadAllText(p)))];

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comments();

    [GeneratedRegex("(Manager|Helper|(?<!Debt)Service|Util|Utils|Dto)$")]
    private static partial Regex EmptyWords();
}
