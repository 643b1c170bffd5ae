namespace Matrix;

/// <summary>Awaits in branches, loops and protected regions.</summary>
internal static class ControlFlow
{
    public static void StartAll()
    {
        for (int stop = 1; stop <= 4; stop++)
        {
            int at = stop;
            Sites.Start(() => SwitchExpression(at));
            Sites.Start(() => SwitchStatement(at));
            Sites.Start(() => TryCatchFinally(at));
            Sites.Start(() => NestedTry(at));
        }

        Sites.Start(() => IfElse(true));
        Sites.Start(() => IfElse(false));
        Sites.Start(() => Conditional(true));
        Sites.Start(() => Conditional(false));
        Sites.Start(IfCondition);
        Sites.Start(Coalesced);
        Sites.Start(CoalescedLeft);
        Sites.Start(ConditionalAccess);
        Sites.Start(While);
        Sites.Start(DoWhile);
        Sites.Start(ForEachBody);
        Sites.Start(ForEachSource);
        Sites.Start(SwitchHead);
        Sites.Start(Using);
        Sites.Start(AwaitUsingBlock);
        Sites.Start(AwaitUsingDeclaration);
        Sites.Start(TwoAwaitUsings);
        Sites.Start(FilteredCatch);
        Sites.Start(Thrown);
        Sites.Start(SwitchExpressionHead);
    }

    private static async Task<int> SwitchExpression(int stop)
    {
        int sum = stop switch
        {
            1 => await Sites.Park("ControlFlow.SwitchExpression", 1),
            2 => 5 + await Sites.Park("ControlFlow.SwitchExpression", 2),
            3 => await Sites.Park("ControlFlow.SwitchExpression", 3) + 7,
            _ => await Sites.Park("ControlFlow.SwitchExpression", 4),
        };
        return sum;
    }

    private static async Task<int> SwitchStatement(int stop)
    {
        switch (stop)
        {
            case 1:
                return await Sites.Park("ControlFlow.SwitchStatement", 1);
            case 2:
                await Sites.Park("ControlFlow.SwitchStatement", 2);
                break;
            case 3 when stop < 9:
                int value = await Sites.Park("ControlFlow.SwitchStatement", 3);
                return value;
            default:
                await Sites.Park("ControlFlow.SwitchStatement", 4);
                goto case 2;
            case 99:
                break;
        }

        return 0;
    }

    private static async Task<int> TryCatchFinally(int stop)
    {
        int sum = 0;
        try
        {
            sum += await Sites.ParkIf(stop == 1, "ControlFlow.TryCatchFinally", 1);
            throw new InvalidOperationException("expected");
        }
        catch (InvalidOperationException)
        {
            sum += await Sites.ParkIf(stop == 2, "ControlFlow.TryCatchFinally", 2);
        }
        finally
        {
            await Sites.ParkIf(stop == 3, "ControlFlow.TryCatchFinally", 3);
        }

        return sum + await Sites.ParkIf(stop == 4, "ControlFlow.TryCatchFinally", 4);
    }

    private static async Task<int> NestedTry(int stop)
    {
        int sum = 0;
        try
        {
            await Sites.ParkIf(stop == 1, "ControlFlow.NestedTry", 1);
            try
            {
                sum += await Sites.ParkIf(stop == 2, "ControlFlow.NestedTry", 2);
                try
                {
                    sum += await Sites.ParkIf(stop == 3, "ControlFlow.NestedTry", 3);
                }
                finally
                {
                    sum++;
                }
            }
            catch (IOException)
            {
                sum--;
            }
        }
        finally
        {
            sum += await Sites.ParkIf(stop == 4, "ControlFlow.NestedTry", 4);
        }

        return sum;
    }

    private static async Task<int> IfElse(bool yes)
    {
        if (yes)
        {
            return await Sites.Park("ControlFlow.IfElse", 1);
        }
        else
        {
            return await Sites.Park("ControlFlow.IfElse", 2);
        }
    }

    private static async Task<int> Conditional(bool yes)
    {
        int value = yes
            ? await Sites.Park("ControlFlow.Conditional", 1, up: 1, down: 1)
            : await Sites.Park("ControlFlow.Conditional", 2, up: 2, down: 0);
        return value;
    }

    private static async Task<int> IfCondition()
    {
        if (await Sites.ParkFor(true, "ControlFlow.IfCondition", 1))
        {
            return 1;
        }

        return 2;
    }

    private static async Task<string> Coalesced()
    {
        string? nothing = await Task.FromResult<string?>(null);
        return nothing ?? await Sites.ParkFor("text", "ControlFlow.Coalesced", 2);
    }

    private static async Task<string> CoalescedLeft()
    {
        string text = await Sites.ParkFor<string?>(null, "ControlFlow.CoalescedLeft", 1) ?? "nothing";
        return text;
    }

    private static async Task<int?> ConditionalAccess()
    {
        return (await Sites.ParkFor("text", "ControlFlow.ConditionalAccess", 1))?.Length;
    }

    private static async Task While()
    {
        int left = 2;
        while (await Sites.ParkFor(left-- > 1, "ControlFlow.While", 1))
        {
            left--;
        }
    }

    private static async Task DoWhile()
    {
        int sum = 0;
        do
        {
            sum += await Sites.ParkIf(sum > 0, "ControlFlow.DoWhile", 1);
        }
        while (sum < 2);
    }

    private static async Task ForEachBody()
    {
        foreach (string text in new[] { "a", "b", "c" })
        {
            await Sites.ParkIf(text == "c", "ControlFlow.ForEachBody", 1);
        }
    }

    private static async Task<int> ForEachSource()
    {
        int sum = 0;
        foreach (int i in await Sites.ParkFor(new[] { 1, 2 }, "ControlFlow.ForEachSource", 1))
        {
            sum += i;
        }

        return sum;
    }

    private static async Task<int> SwitchHead()
    {
        switch (await Sites.Park("ControlFlow.SwitchHead", 1))
        {
            case 1:
                return 5;
            default:
                return 6;
        }
    }

    private static async Task Using()
    {
        using (var stream = new MemoryStream())
        {
            stream.WriteByte(1);
            await Sites.Park("ControlFlow.Using", 1);
        }
    }

    private static async Task AwaitUsingBlock()
    {
        int sum = 0;
        await using (new ParkedDisposable("ControlFlow.AwaitUsingBlock"))
        {
            sum++;
            sum += sum;
        }
    }

    private static async Task AwaitUsingDeclaration()
    {
        int sum = 1;
        await using var disposable = new ParkedDisposable("ControlFlow.AwaitUsingDeclaration");
        sum += sum;
        sum -= 1;
    }

    private static async Task TwoAwaitUsings()
    {
        await using var first = new ParkedDisposable("ControlFlow.TwoAwaitUsings");
        await using (var second = new MemoryStream())
        {
            second.WriteByte(1);
        }
    }

    private static async Task FilteredCatch()
    {
        try
        {
            throw new InvalidOperationException("expected");
        }
        catch (InvalidOperationException e) when (e.Message.Length > 99)
        {
            await Sites.Pass();
        }
        catch (Exception e) when (e.Message.Length > 3)
        {
            await Sites.Park("ControlFlow.FilteredCatch", 2);
        }
    }

    private static async Task Thrown()
    {
        try
        {
            throw await Sites.ParkFor(new IOException("expected"), "ControlFlow.Thrown", 1);
        }
        catch (IOException)
        {
            await Sites.Pass();
        }
    }

    private static async Task<string> SwitchExpressionHead()
    {
        return await Sites.Park("ControlFlow.SwitchExpressionHead", 1, up: 0, down: 4) switch
        {
            0 => "none",
            _ => "some",
        };
    }
}
