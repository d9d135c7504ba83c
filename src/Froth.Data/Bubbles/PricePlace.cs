using Froth.Core;

namespace Froth.Data.Bubbles;

/// <summary>Names a place in a file of prices before a problem.</summary>
internal static class PricePlace
{
    public static BadPricesException Refuse(string file, Bilingual problem) => new(new($"{file}: {problem.English}", $"{file}：{problem.Chinese}"));

    public static BadPricesException Refuse(string file, long line, string column, Bilingual problem) =>
        new(new($"{file}, line {line}, column {column}: {problem.English}", $"{file}第{line}行{column}列：{problem.Chinese}"));

    public static BadPricesException Refuse(string file, long first, long last, string column, Bilingual problem) =>
        new(new($"{file}, lines {first} to {last}, column {column}: {problem.English}", $"{file}第{first}至{last}行{column}列：{problem.Chinese}"));
}
