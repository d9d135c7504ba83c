using System.Text.Json;

namespace Froth.Tests.Indicators;

/// <summary>One published test vector: its inputs, what must come out, and how near.</summary>
internal sealed class VectorFile
{
    private readonly JsonElement _vector;

    private VectorFile(JsonElement vector) => _vector = vector;

    public double Tolerance => _vector.GetProperty("tol").GetDouble();

    public static VectorFile Of(string id)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Shared("methods", "vectors.json")));
        return new VectorFile(document.RootElement.GetProperty("vectors").EnumerateArray().Single(v => v.GetProperty("id").GetString() == id).Clone());
    }

    public double In(string name) => _vector.GetProperty("in").GetProperty(name).GetDouble();

    public double Out(string name) => _vector.GetProperty("out").GetProperty(name).GetDouble();

    public double[] Ins(string name) => [.. _vector.GetProperty("in").GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    public double[] Outs(string name) => [.. _vector.GetProperty("out").GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    public double[,] InMatrix(string name) => Matrix(_vector.GetProperty("in").GetProperty(name));

    public double[,] OutMatrix(string name) => Matrix(_vector.GetProperty("out").GetProperty(name));

    private static double[,] Matrix(JsonElement rows)
    {
        var cells = rows.EnumerateArray().Select(r => r.EnumerateArray().Select(c => c.GetDouble()).ToArray()).ToArray();
        var matrix = new double[cells.Length, cells[0].Length];
        for (var i = 0; i < cells.Length; i++)
            for (var j = 0; j < cells[i].Length; j++) matrix[i, j] = cells[i][j];
        return matrix;
    }
}
