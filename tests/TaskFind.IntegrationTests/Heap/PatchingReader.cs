using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>Reads another value where one word is.</summary>
internal sealed class PatchingReader(IDataReader inner, ulong at, ulong value) : AlteringReader(inner)
{
    public override int Read(ulong address, Span<byte> buffer)
    {
        int got = Inner.Read(address, buffer);
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(word, value);
        for (int i = 0; i < word.Length; i++)
        {
            if (at + (ulong)i - address is var offset && at + (ulong)i >= address && offset < (ulong)Math.Max(got, 0))
            {
                buffer[(int)offset] = word[i];
            }
        }

        return got;
    }
}
