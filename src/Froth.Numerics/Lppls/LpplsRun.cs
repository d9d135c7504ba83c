using System.Runtime.ExceptionServices;

namespace Froth.Numerics;

/// <summary>How a long run goes: nothing here changes its result.</summary>
/// <param name="Threads">Most threads at once; 0 for as many as the thread pool gives, about one a processor.</param>
/// <param name="Progress">Told (done, all) after each piece of work, from the thread that did it; calls do not overlap.</param>
/// <param name="Cancel">Ends the run with <see cref="OperationCanceledException"/>.</param>
public sealed record LpplsRun(int Threads = 0, Action<long, long>? Progress = null, CancellationToken Cancel = default)
{
    /// <summary>Does pieces 0 to count − 1, each thread with its own tools; each piece writes only to its own place.</summary>
    internal void Do<T>(int count, Func<T> tools, Action<int, T> piece)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        var done = 0L;
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Threads == 0 ? -1 : Threads, CancellationToken = Cancel };
        try
        {
            Parallel.For(0, count, options, tools, One, _ => { });
        }
        catch (AggregateException several) when (several.InnerExceptions.Count > 0)
        {
            // The caller sees what went wrong as if one thread had done the work.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        T One(int i, ParallelLoopState state, T own)
        {
            Cancel.ThrowIfCancellationRequested();
            piece(i, own);
            if (Progress is null) return own;
            lock (gate) Progress(++done, count);
            return own;
        }
    }
}
