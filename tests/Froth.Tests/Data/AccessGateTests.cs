using Froth.Core.Data;

namespace Froth.Tests.Data;

public sealed class AccessGateTests
{
    [Theory]
    [InlineData(AccessClass.Public, Exit.Export, true)]
    [InlineData(AccessClass.Public, Exit.Citation, true)]
    [InlineData(AccessClass.Licensed, Exit.Citation, true)]
    [InlineData(AccessClass.Licensed, Exit.Export, false)]
    [InlineData(AccessClass.Licensed, Exit.Computation, true)]
    [InlineData(AccessClass.Confidential, Exit.Citation, false)]
    [InlineData(AccessClass.Confidential, Exit.Export, false)]
    [InlineData(AccessClass.Confidential, Exit.Computation, true)]
    public void Allow_EachClassAndExit_FollowsTheOneRule(AccessClass access, Exit exit, bool allowed) =>
        AccessGate.Allow(access, exit).ShouldBe(allowed);
}
