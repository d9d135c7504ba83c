using CsCheck;
using Froth.Data.Http;

namespace Froth.IntegrationTests.Http;

/// <summary>The limit of requests a second, on a clock of its own.</summary>
public sealed class HostGateTests : IDisposable
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(10);
    private readonly string _folder = Directory.CreateTempSubdirectory("froth-gate-").FullName;
    private int _number;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WaitForSlot_ManyRequestsOfSeveralProcesses_KeepTheLimitInEverySecond() => Gen.Select(
        Gen.Int[1, 12], Gen.Int[1, 3], Gen.Int[0, 2_000].Array[5, 60]).Sample(
        (perSecond, processes, pauses) => Run(perSecond, processes, pauses).GetAwaiter().GetResult(), iter: 40, threads: 1);

    [Fact]
    public async Task WaitForSlot_SlotFarInTheFuture_IsNotWaitedFor()
    {
        var clock = new QuickClock();
        var path = NewPath();
        clock.Advance(TimeSpan.FromDays(400));
        await new HostGate(path, 5, 4, LongestHold, clock).WaitForSlotAsync(default);
        clock.Advance(TimeSpan.FromDays(-400));
        var began = clock.GetUtcNow();
        await new HostGate(path, 5, 4, LongestHold, clock).WaitForSlotAsync(default);
        clock.GetUtcNow().ShouldBe(began);
    }

    [Fact]
    public async Task Hold_UntilItsEnd_NothingIsSentByAnyProcess()
    {
        var clock = new QuickClock();
        var path = NewPath();
        using var gate = new HostGate(path, 5, 4, LongestHold, clock);
        using var other = new HostGate(path, 5, 4, LongestHold, clock);
        var began = clock.GetUtcNow();
        gate.Hold(TimeSpan.FromSeconds(40));
        gate.Hold(TimeSpan.FromSeconds(10));
        await gate.WaitForSlotAsync(default);
        (clock.GetUtcNow() - began).ShouldBe(TimeSpan.FromSeconds(40));
        await other.WaitForSlotAsync(default);
        (clock.GetUtcNow() - began).ShouldBe(TimeSpan.FromSeconds(40.2));
    }

    [Fact]
    public async Task WaitForSlot_FileCannotBeHad_KeepsTheLimitWithinTheProcess()
    {
        var clock = new QuickClock();
        File.WriteAllText(Path.Combine(_folder, "taken"), "");
        using var gate = new HostGate(Path.Combine(_folder, "taken", "x.slot"), 5, 4, LongestHold, clock);
        var began = clock.GetUtcNow();
        for (var i = 0; i < 11; i++) await gate.WaitForSlotAsync(default);
        (clock.GetUtcNow() - began).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Of_HostsOfEdgar_ShareOneGate()
    {
        using var gates = new HostGates(new FetchLimits { SlotFolder = _folder }, TimeProvider.System);
        var data = gates.Of(new Uri("https://data.sec.gov/a"));
        gates.Of(new Uri("https://www.SEC.gov/b")).ShouldBeSameAs(data);
        gates.Of(new Uri("https://sec.gov/")).ShouldBeSameAs(data);
        gates.Of(new Uri("https://notsec.gov/")).ShouldNotBeSameAs(data);
        gates.Of(new Uri("https://sec.gov.example.org/")).ShouldNotBeSameAs(data);
    }

    private async Task Run(int perSecond, int processes, int[] pauses)
    {
        var clock = new QuickClock();
        var path = NewPath();
        var gates = Enumerable.Range(0, processes).Select(_ => new HostGate(path, perSecond, 4, LongestHold, clock)).ToArray();
        var sent = new List<long>();
        for (var i = 0; i < pauses.Length; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(pauses[i] % 5 == 0 ? pauses[i] : 0));
            await gates[i % processes].WaitForSlotAsync(default);
            sent.Add(clock.GetUtcNow().UtcTicks);
        }

        for (var i = perSecond; i < sent.Count; i++) (sent[i] - sent[i - perSecond]).ShouldBeGreaterThanOrEqualTo(TimeSpan.TicksPerSecond);
        foreach (var gate in gates) gate.Dispose();
    }

    private string NewPath() => Path.Combine(_folder, $"{_number++}.slot");
}
