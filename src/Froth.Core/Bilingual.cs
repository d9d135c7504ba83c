namespace Froth.Core;

/// <summary>The two languages in which Froth speaks.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    SimplifiedChinese,
}

/// <summary>One piece of prose in both languages. Numbers are never part of a translation: they are bound at rendering.</summary>
/// <param name="English">The English wording.</param>
/// <param name="Chinese">The Simplified Chinese wording.</param>
public readonly record struct Bilingual(string English, string Chinese)
{
    /// <summary>The wording in <paramref name="language"/>; falls back to English where the Chinese one is empty.</summary>
    public string In(Language language) =>
        language == Language.SimplifiedChinese && !string.IsNullOrEmpty(Chinese) ? Chinese : English;

    /// <summary>A wording that is the same in both languages, such as a firm's Latin name.</summary>
    public static Bilingual Same(string text) => new(text, text);

    /// <summary>This wording followed by another one; Chinese needs no space between sentences.</summary>
    public Bilingual Then(Bilingual next) => new($"{English} {next.English}", Chinese + next.Chinese);

    /// <inheritdoc />
    public override string ToString() => English;
}
