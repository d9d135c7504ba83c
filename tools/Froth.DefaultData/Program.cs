using Froth.DefaultData;

var (shared, output) = (Option("--shared"), Option("--out"));
if (shared is null || output is null)
{
    Console.Error.WriteLine("usage: Froth.DefaultData --shared <folder of recorded files> --out <data folder>");
    return 2;
}

var build = DataSet.Build(shared);
Directory.CreateDirectory(output);
foreach (var (name, bytes) in build.Files) File.WriteAllBytes(Path.Combine(output, name), bytes);
foreach (var line in build.Summary) Console.WriteLine(line);
return 0;

string? Option(string name)
{
    var i = Array.IndexOf(args, name);
    return i >= 0 && i + 1 < args.Length ? args[i + 1] : null;
}
