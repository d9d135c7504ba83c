using System.Diagnostics;
using System.Globalization;
using Froth.Core;
using Froth.Data.Bubbles;

namespace Froth.Cli.Output.Bubbles;

/// <summary>Tells on standard error how a simulation goes, once it takes more than a second: done, rate and time left.</summary>
internal sealed class SimulationProgress(Bilingual what) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Where nobody watches, a line now and then; a terminal's one line is written over.
    private static readonly TimeSpan Pause = Console.IsErrorRedirected ? TimeSpan.FromSeconds(30) : TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _turn = new();
    private TimeSpan _next = Patience;
    private int _width;

    public void Report(NullProgress progress)
    {
        lock (_turn)
        {
            if (_watch.Elapsed < _next) return;
            _next = _watch.Elapsed + Pause;
            var line = Line(what, progress, _watch.Elapsed);
            if (Console.IsErrorRedirected)
            {
                Console.Error.WriteLine(line);
                return;
            }

            Console.Error.Write("\r" + line.PadRight(_width));
            _width = line.Length;
        }
    }

    public static string Line(Bilingual what, NullProgress progress, TimeSpan elapsed)
    {
        var made = progress.Done - progress.Resumed;
        var rate = made / Math.Max(elapsed.TotalSeconds, 1e-3);
        var left = made > 0 ? TimeSpan.FromSeconds(Math.Min((progress.Total - progress.Done) / rate, 1e7)) : (TimeSpan?)null;
        return string.Create(CultureInfo.InvariantCulture, $"{what.In(Words.Language)}: {progress.Done:#,0}/{progress.Total:#,0}, {rate:#,0.#}/s{(left is { } time ? $", ETA {Clock(time)}" : "")}");
    }

    public void Dispose()
    {
        // Leaves the terminal as it was; Chinese letters are two columns wide.
        if (_width > 0) Console.Error.Write("\r" + new string(' ', 2 * _width) + "\r");
    }

    private static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
        : time.ToString(@"mm\:ss", CultureInfo.InvariantCulture);
}
