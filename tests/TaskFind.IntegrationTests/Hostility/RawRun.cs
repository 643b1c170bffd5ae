using System.Diagnostics;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Hostility;

/// <summary>One run of the tool with the very bytes that it wrote.</summary>
internal sealed record RawRun(int ExitCode, byte[] Output, byte[] Errors)
{
    /// <summary>Runs the tool with its streams in pipes.</summary>
    public static async Task<RawRun> OfAsync(IReadOnlyList<string> arguments)
    {
        using Process process = ToolRun.Start([.. ToolRun.Command, .. arguments]);
        process.StandardInput.Close();
        Task<byte[]> errors = ReadAsync(process.StandardError.BaseStream);
        byte[] output = await ReadAsync(process.StandardOutput.BaseStream);
        await process.WaitForExitAsync();
        return new RawRun(process.ExitCode, output, await errors);
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}
