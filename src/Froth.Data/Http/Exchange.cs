using System.Net;
using System.Text;
using Froth.Core;
using Froth.Data.Sources;

namespace Froth.Data.Http;

/// <summary>Sends a request and follows its redirects by hand, every hop under the same checks as the first.</summary>
internal sealed class Exchange(HttpClient client, HostGates gates, FetchLimits limits, TimeProvider clock, SourceRequest request, SourceSettings settings)
{
    /// <summary>The last response together with its place at the host, which is given back when the body is done with.</summary>
    public sealed record Answer(HttpResponseMessage Response, Uri Url, IDisposable Place) : IDisposable
    {
        public void Dispose()
        {
            Response.Dispose();
            Place.Dispose();
        }
    }

    /// <summary>An address as it may be shown and kept. A redirect may have put a signature into the query of another one.</summary>
    public string Shown(Uri url) => request.HasSecretQuery || url != request.Url ? url.GetLeftPart(UriPartial.Path) : url.GetLeftPart(UriPartial.Query);

    /// <summary>Host and path, for messages.</summary>
    public string Where(Uri url) => Shown(url)[(url.Scheme.Length + Uri.SchemeDelimiter.Length)..];

    /// <summary>Checks what can be checked before anything is sent.</summary>
    /// <exception cref="SourceUnavailableException">The address may not be asked.</exception>
    /// <exception cref="SourceNotConfiguredException">The host wants a contact.</exception>
    public void Check(Uri url)
    {
        AddressRules.Check(url, limits.AllowLoopbackHttp);
        if (HostGates.IsEdgar(url.IdnHost)) settings.Need("contact", "the SEC answers only programs that say whom to write to when they ask too much, and blocks all others");
    }

    /// <summary>Sends the request and follows redirects.</summary>
    public async Task<Answer> SendAsync(IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellation)
    {
        var url = request.Url;
        for (var hop = 0; hop <= limits.MaximumRedirects; hop++)
        {
            Check(url);
            var answer = await SendOnceAsync(url, headers, cancellation);
            if (!IsRedirect(answer.Response.StatusCode)) return answer;
            using (answer) url = Target(answer);
        }

        throw new SourceUnavailableException($"{Where(request.Url)} redirects more than {limits.MaximumRedirects} times, perhaps in a circle. Nothing was used. Look at the address in a browser; the source may have moved.");
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private async Task<Answer> SendOnceAsync(Uri url, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellation)
    {
        var gate = gates.Of(url);
        var place = await gate.EnterAsync(cancellation);
        try
        {
            await gate.WaitForSlotAsync(cancellation);
            using var message = Message(url, headers);
            using var timeout = new CancellationTokenSource(limits.HeaderTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
            try
            {
                return new Answer(await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token), url, place);
            }
            catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
            {
                throw new ConnectionLostException(new Bilingual($"did not answer within {limits.HeaderTimeout.TotalSeconds:0.#} s", $"在{limits.HeaderTimeout.TotalSeconds:0.#}秒内没有应答"), fault);
            }
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Message(Uri url, IReadOnlyList<(string Name, string Value)> headers)
    {
        var message = new HttpRequestMessage(request.JsonBody is null ? HttpMethod.Get : HttpMethod.Post, url);
        if (request.JsonBody is { } body) message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent());
        message.Headers.TryAddWithoutValidation("Accept", string.Join(", ", request.MediaTypes));
        message.Headers.TryAddWithoutValidation("Accept-Encoding", request.IsResumable ? "identity" : "gzip, br, deflate");
        foreach (var (name, value) in headers) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    // A contact becomes a comment of the header; what would end the comment or the header is left out of it.
    private string UserAgent()
    {
        var contact = string.Concat((settings.Of("contact") ?? "").Where(c => !char.IsControl(c) && c is not ('(' or ')' or '\\'))).Trim();
        return contact.Length == 0 ? $"Froth/{Fetcher.Version}" : $"Froth/{Fetcher.Version} ({contact})";
    }

    private Uri Target(Answer answer)
    {
        var location = answer.Response.Headers.Location;
        if (location is null) throw new SourceUnavailableException($"{Where(answer.Url)} redirects without saying where to. Nothing was used. Try again later.");
        if (request.JsonBody is not null)
            throw new SourceUnavailableException($"{Where(answer.Url)} redirects a request that bears a body, which may hold the user's token; it was not sent on. The source has moved: tell its maintainers.");
        return location.IsAbsoluteUri ? location : new Uri(answer.Url, location);
    }
}
