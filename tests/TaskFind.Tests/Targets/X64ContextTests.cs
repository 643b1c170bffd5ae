using System.Buffers.Binary;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class X64ContextTests
{
    [Theory]
    [InlineData(16, 0xF8)] // rip
    [InlineData(19, 0x98)] // rsp
    [InlineData(4, 0xA0)]  // rbp
    [InlineData(8, 0xC0)]  // r9
    [InlineData(9, 0xB8)]  // r8
    [InlineData(0, 0xF0)]  // r15
    public void Each_register_goes_where_the_debugging_library_looks(int from, int to)
    {
        ulong[] registers = [.. Enumerable.Range(0, X64Context.RegisterCount).Select(i => 0x1_0000_0000ul + (ulong)i)];
        byte[] context = new byte[X64Context.Bytes];
        Assert.True(X64Context.Write(registers, context));
        Assert.Equal(registers[from], BinaryPrimitives.ReadUInt64LittleEndian(context.AsSpan(to)));
    }

    [Fact]
    public void Too_little_room_is_refused() => Assert.False(X64Context.Write(new ulong[X64Context.RegisterCount], new byte[100]));
}
