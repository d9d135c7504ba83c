using Froth.Core;

namespace Froth.Cli;

/// <summary>
/// The language of this run, settled before the command line is parsed so that help and error messages speak it too:
/// <c>--lang</c>, else FROTH_LANG, else English.
/// </summary>
internal static class Words
{
    public const string ChineseTag = "zh-Hans";

    public static Language Language { get; private set; } = Language.English;

    public static void Settle(string[] arguments)
    {
        var at = Array.IndexOf(arguments, "--lang");
        var tag = at >= 0 && at + 1 < arguments.Length ? arguments[at + 1]
            : arguments.FirstOrDefault(a => a.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..]
            ?? Environment.GetEnvironmentVariable("FROTH_LANG") ?? "en";
        Language = tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.SimplifiedChinese : Language.English;
    }

    public static string Say(string english, string chinese) => new Bilingual(english, chinese).In(Language);

    public static string Tag => Language == Language.English ? "en" : ChineseTag;
}
