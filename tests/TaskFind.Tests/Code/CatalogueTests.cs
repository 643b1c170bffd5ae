using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Checks the list of a module's methods.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void Methods_are_listed_with_the_way_they_can_wait()
    {
        using var code = CodeShapes.Open("CodeShapes");
        var methods = code.Methods().ToList();
        Assert.Contains(methods, m => m is { SimpleName: "MultiLine", Kind: MethodKind.Async });
        Assert.Contains(methods, m => m is { SimpleName: "Numbers", Kind: MethodKind.AsyncIterator });
        Assert.Contains(methods, m => m is { SimpleName: "M01", Kind: MethodKind.Sync });
        Assert.Contains(methods, m => m is { SimpleName: "Generic", ContainingMethod: "Local", Kind: MethodKind.Async });
        Assert.Contains(methods, m => m is { SimpleName: "<lambda>", ContainingMethod: "Nested", Kind: MethodKind.Async });
        Assert.Contains(methods, m => m is { SimpleName: "DoAsync", Kind: MethodKind.Async });
        Assert.DoesNotContain(methods, m => m.SimpleName.Contains("MoveNext", StringComparison.Ordinal) && m.Kind != MethodKind.Sync);
        Assert.Equal(CodeShapes.Machines(code).Count(), methods.Count(m => m.Kind is MethodKind.Async or MethodKind.AsyncIterator));
    }

    [Fact]
    public void A_definition_is_the_first_statement_of_the_body()
    {
        using var code = CodeShapes.Open("CodeShapes");
        var plain = code.Methods().First(m => m.SimpleName == "Plain").Method;
        var awaitLine = CodeShapes.Marks().Single(m => m.Key == "M01").Line;
        Assert.Equal(awaitLine - 1, code.DefinedAt(plain)!.Line);
        Assert.Equal(code.DefinedAt(plain), CodeShapes.Machines(code).Single(m => m.Kickoff == plain).DefinedAt);
        var sync = code.Methods().First(m => m.SimpleName == "Flag").Method;
        Assert.Equal("Mark.cs", code.DefinedAt(sync)!.FileName);
    }

    [Fact]
    public void A_call_is_found_by_the_name_of_what_it_calls()
    {
        using var code = CodeShapes.Open("CodeShapes.Optimized");
        var machine = CodeShapes.Machines(code).Single(m => m.Method.SimpleName == "TryCatchFinally");
        var moveNext = machine.Shape.MoveNext;
        var il = code.CodeOf(moveNext).Il!;
        var only = code.CallSite(moveNext, -1, -1, "M25");
        Assert.NotNull(only);
        Assert.Equal(CodeShapes.Marks().Single(m => m.Key == "M25").Line, code.LineOf(moveNext, only.Value, out _)!.Line);
        Assert.Equal(only, code.CallSite(moveNext, 0, il[il.Count - 1].End, "M25"));
        Assert.Null(code.CallSite(moveNext, 0, only.Value, "M25"));
        Assert.Null(code.CallSite(moveNext, -1, -1, "GetAwaiter"));
        Assert.Null(code.CallSite(moveNext, -1, -1, "Nobody"));
        Assert.Null(code.CallSite(moveNext, -1, -1, null));

        var local = CodeShapes.Machines(code).Single(m => m.Method.SimpleName == "Capturing").Shape.MoveNext;
        Assert.NotNull(code.CallSite(local, -1, -1, "Static"));
    }

    [Fact]
    public void Every_operation_has_the_operand_the_runtime_says()
    {
        var known = typeof(System.Reflection.Emit.OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<System.Reflection.Emit.OpCode>()
            .Where(o => o.OpCodeType != System.Reflection.Emit.OpCodeType.Nternal)
            .ToDictionary(o => (int)(ushort)o.Value, o => o.OperandType switch
            {
                System.Reflection.Emit.OperandType.InlineNone => 0,
                System.Reflection.Emit.OperandType.InlineSwitch => -1,
                System.Reflection.Emit.OperandType.InlineI8 or System.Reflection.Emit.OperandType.InlineR => 8,
                System.Reflection.Emit.OperandType.InlineVar => 2,
                System.Reflection.Emit.OperandType.ShortInlineBrTarget or System.Reflection.Emit.OperandType.ShortInlineI
                    or System.Reflection.Emit.OperandType.ShortInlineVar => 1,
                _ => 4,
            });
        for (var op = 0; op < 0x100; op++)
        {
            Assert.Equal(known.TryGetValue(op, out var size) ? size : null, IlOperands.SizeOf((System.Reflection.Metadata.ILOpCode)op));
            Assert.Equal(known.TryGetValue(0xFE00 | op, out size) ? size : op == 0x19 ? 1 : null, IlOperands.SizeOf((System.Reflection.Metadata.ILOpCode)(0xFE00 | op)));
        }
    }
}
