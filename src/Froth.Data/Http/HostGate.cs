using System.Buffers.Binary;

namespace Froth.Data.Http;

/// <summary>
/// The gate to one host, or to a group of hosts that counts requests together. It lets at most so many requests be under way, and gives
/// each one that is sent a slot at a fixed distance from the one before: so no second ever sees more than the limit, not even the
/// first. The next free slot stands in a small file that all processes of the user share under an operating-system lock; a process
/// reserves its slot there and then waits for it, so the lock is never held while anything waits.
/// </summary>
internal sealed class HostGate(string path, int perSecond, int concurrency, TimeSpan longestHold, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _places = new(concurrency);
    private readonly SemaphoreSlim _turn = new(1);

    // Rounded up, so that the slots of a second are never one too many.
    private readonly long _distance = (TimeSpan.TicksPerSecond + perSecond - 1) / perSecond;
    private long _next;
    private long _heldUntil;

    /// <summary>Waits for a place among the requests under way; disposing the result gives it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        return new Place(_places);
    }

    /// <summary>Waits until the next request may be sent.</summary>
    public async Task WaitForSlotAsync(CancellationToken cancellation)
    {
        do
        {
            var slot = await ReserveAsync(cancellation);
            for (var now = Now; now < slot; now = Now)
            {
                // Timers count in whole milliseconds and may end one early; hence the rounding and the loop.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling((slot - now) / (double)TimeSpan.TicksPerMillisecond)), clock, cancellation);
            }
        }
        while (Volatile.Read(ref _heldUntil) > Now);
    }

    /// <summary>Sends nothing more to the host for a while, because it asked for that.</summary>
    public void Hold(TimeSpan pause)
    {
        var until = Now + Math.Min(pause.Ticks, longestHold.Ticks);
        for (var held = Volatile.Read(ref _heldUntil); until > held; held = Volatile.Read(ref _heldUntil))
        {
            if (Interlocked.CompareExchange(ref _heldUntil, until, held) == held) return;
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _turn.Dispose();
    }

    private long Now => clock.GetUtcNow().UtcTicks;

    private async Task<long> ReserveAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            using var file = await OpenAsync(cancellation);
            var next = Math.Max(_next, file is null ? 0 : Read(file));

            // A slot farther away than any honest wait stems from a clock that was set wrong.
            if (next > Now + longestHold.Ticks + TimeSpan.TicksPerMinute) next = 0;
            var slot = Math.Max(Math.Max(Now, next), Volatile.Read(ref _heldUntil));
            _next = slot + _distance;
            if (file is not null) Write(file, _next);
            return slot;
        }
        finally
        {
            _turn.Release();
        }
    }

    // Where the file cannot be had (a home without write permission), the limit holds within this process.
    private async Task<FileStream?> OpenAsync(CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (DirectoryNotFoundException)
            {
                if (!TryMakeFolder()) return null;
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(began) < LockPatience)
            {
                await Task.Delay(2, cancellation);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    private bool TryMakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long Read(FileStream file)
    {
        Span<byte> bytes = stackalloc byte[8];
        return file.ReadAtLeast(bytes, 8, throwOnEndOfStream: false) == 8 ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
    }

    private static void Write(FileStream file, long next)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, next);
        file.Position = 0;
        file.Write(bytes);
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private int _isBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isBack, 1) == 0) places.Release();
        }
    }
}
