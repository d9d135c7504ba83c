using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Froth.Core;
using Froth.Core.Bubbles;
using Froth.Numerics;

namespace Froth.Data.Bubbles;

/// <summary>The LPPLS confidence of random walks, saved every few paths: a stopped run goes on, and a longer one starts from a shorter one.</summary>
public sealed class LpplsNullCache
{
    // Few enough to lose little, enough to keep many threads busy.
    private const int Chunk = 32;

    // Raised when files are laid out otherwise or the same key would give other numbers.
    private const int Version = 1;

    private readonly string _folder;
    private readonly SavedFiles _files;

    /// <summary>A folder of saved paths; made when first written to.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="tell">Told of damaged files and of a folder that cannot be written to.</param>
    public LpplsNullCache(string folder, Action<Bilingual>? tell = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        (_folder, _files) = (folder, new SavedFiles(tell));
    }

    /// <summary>The confidence of the walks of <see cref="LpplsTest.Walks"/>.</summary>
    /// <param name="series">Prices, above 0.</param>
    /// <param name="settings">Windows, paths and seed.</param>
    /// <param name="threads">Threads to use; 0 for all.</param>
    /// <param name="progress">Told after every path.</param>
    /// <param name="cancel">Stops between windows.</param>
    /// <exception cref="SimulationStoppedException">Cancelled.</exception>
    public LpplsChance Shares(PriceSeries series, LpplsTestSettings settings, int threads, Action<NullProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var key = KeyOf(series, settings);
        var path = Path.Combine(_folder, $"lppls-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..24]}-v{Version}.null");
        var known = _files.Read(path, key, reader => new LpplsChance(NullFile.Doubles(reader), NullFile.Doubles(reader))) ?? new LpplsChance([], []);
        var resumed = Math.Min(known.Paths, settings.Replications);
        while (known.Paths < settings.Replications)
        {
            var done = known.Paths;
            try
            {
                var run = new LpplsRun(threads, (at, _) => progress?.Invoke(new NullProgress(done + (int)at, settings.Replications, resumed)), cancel);
                known = known.And(LpplsTest.Walks(series, settings, done, Math.Min(Chunk, settings.Replications - done), run));
            }
            catch (OperationCanceledException)
            {
                throw new SimulationStoppedException(new NullProgress(done, settings.Replications, resumed));
            }

            var (rising, falling) = (known.Rising, known.Falling);
            _files.Write(path, key, writer =>
            {
                NullFile.Write(writer, rising);
                NullFile.Write(writer, falling);
            });
        }

        return known.Paths == settings.Replications ? known : known.First(settings.Replications);
    }

    private static string KeyOf(PriceSeries series, LpplsTestSettings settings)
    {
        var hash = SHA256.HashData([.. MemoryMarshal.AsBytes<double>(LpplsTest.TimesOf(series)), .. MemoryMarshal.AsBytes<double>(series.Logged().Values)]);
        var w = settings.Windows;
        return string.Create(CultureInfo.InvariantCulture,
            $"froth-lppls-null {Version} windows={w.Longest}-{w.Shortest}-{w.Step} box={w.Box} effort={w.Effort} filter={string.Join(';', w.Filter.Rules.Select(r => $"{r.Of}:{r.Low:R}:{r.High:R}"))} seed={settings.Seed} series={Convert.ToHexStringLower(hash)}");
    }
}
