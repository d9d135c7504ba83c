using System.Text.RegularExpressions;
using Froth.Core.Reports;

namespace Froth.Tests.House;

public sealed partial class DocumentationTests
{
    [Fact]
    public void IndicatorPages_InTheRepository_AreCurrent()
    {
        var pages = IndicatorPages.All().ToList();
        pages.Count.ShouldBeGreaterThan(40);
        foreach (var (name, text) in pages)
        {
            var path = Repository.Path("docs", "indicators", name);
            File.Exists(path).ShouldBeTrue($"{name} is missing; run: ./froth indicator docs docs/indicators");
            File.ReadAllText(path).ShouldBe(text, $"{name} is not current; run: ./froth indicator docs docs/indicators");
        }

        var names = pages.Select(p => p.Name.Replace('\\', '/')).ToHashSet();
        Directory.EnumerateFiles(Repository.Path("docs", "indicators"), "*.md", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Repository.Path("docs", "indicators"), p).Replace('\\', '/'))
            .Where(n => !names.Contains(n)).ShouldBeEmpty("pages of indicators that no longer exist");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-Hans.md")]
    public void Readme_Links_PointToSomething(string readme)
    {
        var text = File.ReadAllText(Repository.Path(readme));
        var links = Link().Matches(text).Select(m => m.Groups[1].Value).Where(l => !l.StartsWith("http", StringComparison.Ordinal) && !l.StartsWith('#')).ToList();
        links.ShouldNotBeEmpty();
        foreach (var link in links) Path.Exists(Repository.Path(link.Split('#')[0])).ShouldBeTrue($"{readme}: {link}");
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
