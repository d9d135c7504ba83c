namespace Froth.Core.Data;

/// <summary>How sure a fact is, from the kind of its source. The order is from the surest to the least sure.</summary>
public enum Grade
{
    /// <summary>Audited accounts.</summary>
    Audited,

    /// <summary>Filed with a regulator.</summary>
    Filed,

    /// <summary>Published by an independent third party that states its method.</summary>
    ThirdParty,

    /// <summary>Told by the company itself.</summary>
    Company,

    /// <summary>Reported by named press.</summary>
    Press,

    /// <summary>One weak source; stays out of headline totals.</summary>
    Unconfirmed,

    /// <summary>Estimated or forecast.</summary>
    Estimated,

    /// <summary>Assumed, for want of anything better.</summary>
    Assumed,
}

/// <summary>Who may see a fact. Enforced at every exit.</summary>
public enum AccessClass
{
    /// <summary>May be shown and exported to anyone.</summary>
    Public,

    /// <summary>May be used in computation and cited as a single point, but its rows are not exported.</summary>
    Licensed,

    /// <summary>Neither shown nor exported.</summary>
    Confidential,
}

/// <summary>The words of the closed lists as they stand in files and JSON (kebab case).</summary>
public static class Codes
{
    /// <summary>The kebab-case code of an enum value: <c>ThirdParty</c> is <c>third-party</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Table<T>.ByValue[value];

    /// <summary>Finds an enum value by its exact kebab-case code.</summary>
    public static bool TryParse<T>(string? code, out T value) where T : struct, Enum => Table<T>.ByCode.TryGetValue(code ?? "", out value);

    /// <summary>All codes of a closed list, in declaration order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    // Written without LINQ: this runs at every start, and each LINQ method over an enum would be compiled then.
    private static class Table<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = [];
        public static readonly Dictionary<string, T> ByCode = new(StringComparer.Ordinal);

        static Table()
        {
            foreach (var value in Enum.GetValues<T>())
            {
                var code = Kebab(value.ToString());
                ByValue[value] = code;
                ByCode[code] = value;
            }
        }

        private static string Kebab(string name)
        {
            var code = new System.Text.StringBuilder(name.Length + 4);
            foreach (var letter in name)
            {
                if (char.IsUpper(letter) && code.Length > 0) code.Append('-');
                code.Append(char.ToLowerInvariant(letter));
            }

            return code.ToString();
        }
    }
}
