using System.Net;
using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using Froth.Core;
using Froth.Data.Sources;
using Polly;
using Polly.Retry;

namespace Froth.Data.Http;

/// <summary>One fetch from its first attempt to its result.</summary>
internal sealed class FetchRun(
    Exchange exchange, HostGates gates, FetchLimits limits, TimeProvider clock, SourceRequest request, FetchContext context, IProgress<FetchProgress>? progress)
{
    private const int WorthGoingOn = 1 << 16;
    private readonly Reception _reception = new(exchange, limits, clock, request, context, progress);
    private readonly string _where = exchange.Where(request.Url);
    private int _attempts;

    /// <summary>
    /// Tries until there is a result or no more hope. The attempts are counted anew whenever a large download has come further: a line
    /// that breaks every few minutes still delivers it in the end.
    /// </summary>
    public async Task<FetchResult> RunAsync(CancellationToken cancellation)
    {
        exchange.Check(request.Url);
        MakeFolder();
        var began = clock.GetTimestamp();
        var pipeline = Pipeline();
        while (true)
        {
            var before = _reception.HeldOfPart;
            var attempt = await pipeline.ExecuteAsync(AttemptAsync, cancellation);
            if (attempt.Result is { } result) return result;
            if (_reception.HeldOfPart < before + WorthGoingOn) throw GaveUp(attempt, clock.GetElapsedTime(began));
        }
    }

    private ResiliencePipeline<Attempt> Pipeline()
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock };
        if (limits.MaximumAttempts < 2) return builder.Build();
        return builder.AddRetry(new RetryStrategyOptions<Attempt>
        {
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result is { Result: null }),
            MaxRetryAttempts = limits.MaximumAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = limits.FirstDelay,
            MaxDelay = limits.LongestDelay,
            DelayGenerator = failed => ValueTask.FromResult(failed.Outcome.Result!.RetryAfter),
            OnRetry = failed =>
            {
                Wait(failed.Outcome.Result!, failed.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    private async ValueTask<Attempt> AttemptAsync(CancellationToken cancellation)
    {
        _attempts++;
        try
        {
            return await _reception.AttemptAsync(cancellation);
        }
        catch (ConnectionLostException fault)
        {
            return Attempt.Failed(fault.What, fault);
        }
        catch (InvalidDataException fault)
        {
            return Attempt.Failed(new Bilingual("sent a compressed body that is damaged or cut off", "发来的压缩内容损坏或不完整"), fault);
        }
        catch (HttpRequestException fault)
        {
            for (Exception? inner = fault; inner is not null; inner = inner.InnerException)
            {
                if (inner is SourceUnavailableException) ExceptionDispatchInfo.Throw(inner);
                if (inner is AuthenticationException)
                    throw new SourceUnavailableException($"{_where} was not asked: no trusted encrypted connection could be made ({inner.Message}) Nothing was sent. Check this machine's date and its certificates, and whether something stands between it and the host.", fault);
            }

            return Attempt.Failed(new Bilingual($"could not be reached ({fault.Message})", "无法连接"), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(fault);
        }
    }

    private void Wait(Attempt failed, TimeSpan pause)
    {
        if (failed.IsThrottled) gates.Of(request.Url).Hold(pause);
        var host = request.Url.Host;
        var (seconds, next) = ($"{Math.Ceiling(pause.TotalSeconds):0}", $"{_attempts + 1}");
        progress?.Report(new FetchProgress(_where, 0, null, new Bilingual(
            $"{host} {failed.Fault.English}; attempt {next} follows in {seconds} s.", $"{host}{failed.Fault.Chinese}；{seconds}秒后进行第{next}次尝试。")));
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(context.Folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(fault);
        }
    }

    private SourceUnavailableException Unwritable(Exception fault) => new(
        $"{_where} could not be kept in {context.Folder}: {fault.Message} Check the free space and the permissions of that folder, and try again.", fault);

    private SourceUnavailableException GaveUp(Attempt last, TimeSpan elapsed) => new(
        $"{_where} {last.Fault.English}; {_attempts} attempts within {Math.Ceiling(elapsed.TotalSeconds):0} s did not help. What was held before is untouched. " + (last.IsThrottled
            ? "The host limits how often it is asked: wait ten minutes and try again, and check that the setting 'contact' is a real one."
            : "Check the connection, or try again later; what was ingested already is not fetched again."), last.Cause) { MayPass = true };
}

/// <summary>How one attempt ended: with a result, or with a fault that may pass.</summary>
/// <param name="Result">The result, or null.</param>
/// <param name="Fault">What the host did, as the rest of a sentence that begins with the host.</param>
/// <param name="RetryAfter">How long the host asks to be left alone.</param>
/// <param name="IsThrottled">Whether the host says that it is asked too often.</param>
/// <param name="Cause">The exception behind it.</param>
internal sealed record Attempt(FetchResult? Result, Bilingual Fault, TimeSpan? RetryAfter, bool IsThrottled, Exception? Cause)
{
    public static Attempt Succeeded(FetchResult result) => new(result, default, null, false, null);

    public static Attempt Failed(Bilingual fault, Exception? cause = null) => new(null, fault, null, false, cause);

    /// <summary>A status after which asking again may help.</summary>
    public static Attempt Failed(HttpResponseMessage response, FetchLimits limits, TimeProvider clock)
    {
        var wish = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - clock.GetUtcNow() : null;
        if (wish is { } given) wish = TimeSpan.FromTicks(Math.Clamp(given.Ticks, 0, limits.LongestRetryAfter.Ticks));
        var isThrottled = wish is not null || response.StatusCode is HttpStatusCode.TooManyRequests
            || (response.StatusCode is HttpStatusCode.Forbidden && HostGates.IsEdgar(response.RequestMessage?.RequestUri?.IdnHost ?? ""));
        return new Attempt(null, new Bilingual($"answered {(int)response.StatusCode} ({response.ReasonPhrase})", $"返回{(int)response.StatusCode}"), wish, isThrottled, null);
    }
}
