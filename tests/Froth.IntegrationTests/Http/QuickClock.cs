namespace Froth.IntegrationTests.Http;

/// <summary>
/// A clock on which waiting takes no time: a timer of less than a day moves the clock to its end and fires at once; a longer one, which is
/// how tests switch a timeout off, never fires.
/// </summary>
public sealed class QuickClock : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static TimeSpan Never => TimeSpan.FromDays(1);

    /// <summary>Every wait so far, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        lock (_lock) _now += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new QuickTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class QuickTimer(QuickClock clock, TimerCallback callback, object? state) : ITimer
    {
        private int _version;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var version = Interlocked.Increment(ref _version);
            if (dueTime >= Never || dueTime < TimeSpan.Zero) return true;
            var end = clock.GetUtcNow() + dueTime;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                if (Volatile.Read(ref _version) != version) return;
                lock (clock._lock)
                {
                    clock.Waits.Add(dueTime);
                    if (end > clock._now) clock._now = end;
                }

                callback(state);
            });
            return true;
        }

        public void Dispose() => Interlocked.Increment(ref _version);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
