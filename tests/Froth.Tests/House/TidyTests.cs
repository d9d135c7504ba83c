using System.Text.RegularExpressions;

namespace Froth.Tests.House;

/// <summary>Sizes and traces that a reader should never meet.</summary>
public sealed partial class TidyTests
{
    private const int LongestFile = 500;
    private const int LongestMethod = 70;

    private static readonly string[] Rooms = ["src", "tests", "bench", "tools"];

    [Fact]
    public void Files_InTheHouse_StayShort()
    {
        var files = CodeFiles().ToList();
        files.Count.ShouldBeGreaterThan(60);
        files.Where(f => File.ReadLines(f).Count() > LongestFile).Select(Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Methods_InTheHouse_StayShort()
    {
        var counted = 0;
        var tooLong = new List<string>();
        foreach (var file in CodeFiles())
        {
            foreach (var (name, lines) in Methods(File.ReadAllLines(file)))
            {
                counted++;
                if (lines > LongestMethod) tooLong.Add($"{Relative(file)}: {name} has {lines} lines");
            }
        }

        counted.ShouldBeGreaterThan(300);
        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void Text_InTheHouse_HasNoUnfinishedBusinessOrMachinePaths()
    {
        var files = CodeFiles().Where(f => !f.EndsWith("TidyTests.cs", StringComparison.Ordinal)).ToList();
        files.Where(f => Unfinished().IsMatch(File.ReadAllText(f))).Select(Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Comments_InTheSource_AreUtf8WithoutByteOrderMark()
    {
        var files = CodeFiles().ToList();
        files.ShouldNotBeEmpty();
        files.Where(f => File.ReadAllBytes(f) is [0xEF, 0xBB, 0xBF, ..]).Select(Relative).ShouldBeEmpty();
    }

    // A method starts at a line that opens a parameter list at member depth and ends where its brace closes at the same indentation.
    private static IEnumerable<(string Name, int Lines)> Methods(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var head = MethodHead().Match(lines[i]);
            if (!head.Success || i + 1 >= lines.Length) continue;
            var indent = head.Groups["indent"].Value;
            var open = i + 1;
            while (open < lines.Length && open < i + 6 && lines[open] != indent + "{") open++;
            if (open >= lines.Length || lines[open] != indent + "{") continue;
            var close = Array.FindIndex(lines, open, l => l == indent + "}");
            if (close > open) yield return (head.Groups["name"].Value, close - open - 1);
        }
    }

    private static IEnumerable<string> CodeFiles() => Rooms.Select(r => Repository.Path(r)).Where(Directory.Exists)
        .SelectMany(r => Directory.EnumerateFiles(r, "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    [GeneratedRegex(@"^(?<indent> {4,8})(public|private|internal|protected)[^=;]*?\b(?<name>\w+)(<[^>]+>)?\([^;]*$")]
    private static partial Regex MethodHead();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bXXX\b|NotImplementedException|""/(home|root|Users)/")]
    private static partial Regex Unfinished();
}
