using System.CommandLine;
using System.Text;
using Froth.Data.Sources;

namespace Froth.Cli.Commands;

/// <summary>The arguments of one source as options of a command: what a source declares is what the command line takes.</summary>
internal sealed class SourceOptions
{
    // Some sources need the content of a second file to parse the first. It travels with the snapshot, so that a kept file can be
    // parsed again after the second one is gone; the command line names the file, and reads it.
    private static readonly string[] ContentSuffixes = ["-json", "-csv"];

    private readonly ISource _source;
    private readonly List<(SourceArgument Argument, Option<string[]> Option)> _options;

    public SourceOptions(ISource source)
    {
        _source = source;
        var names = source.Description.Arguments.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        _options = [.. source.Description.Arguments.Where(a => !IsContent(a.Name, names)).Select(a => (a, Make(a)))];
    }

    public IEnumerable<Option> All => _options.Select(o => (Option)o.Option);

    /// <summary>The values given on the command line.</summary>
    public SourceArguments Read(ParseResult parsed)
    {
        var values = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        foreach (var (argument, option) in _options)
        {
            var given = parsed.GetValue(option) ?? [];
            List<string> listed = [.. argument.IsMany ? given.SelectMany(g => g.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : given];
            values.Add(new(argument.Name, listed));
            if (listed.Count > 0 && ContentOf(argument.Name) is { } content) values.Add(new(content, [File.ReadAllText(listed[^1], Encoding.UTF8)]));
        }

        return new SourceArguments(values);
    }

    private string? ContentOf(string name) =>
        _source.Description.Arguments.Select(a => a.Name).FirstOrDefault(n => ContentSuffixes.Any(s => n == name + s));

    private static bool IsContent(string name, HashSet<string> names) =>
        ContentSuffixes.Any(s => name.EndsWith(s, StringComparison.Ordinal) && names.Contains(name[..^s.Length]));

    private static Option<string[]> Make(SourceArgument argument)
    {
        var option = new Option<string[]>("--" + argument.Name) { Description = argument.Help.In(Words.Language), AllowMultipleArgumentsPerToken = argument.IsMany };
        if (argument.Allowed is { } allowed) option.AcceptOnlyFromAmong([.. allowed]);
        return option;
    }
}
