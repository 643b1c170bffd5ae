using System.Runtime.CompilerServices;

namespace Shapes;

internal interface IThing
{
    Task DoAsync(string name);
}

internal class Basic : IThing
{
    private readonly SemaphoreSlim _gate = new(0);
    private Task<int>? _field;
    private static Task<int>? s_field;

    public async Task Plain()
    {
        await Mark.M01(); /*@M01*/
        Mark.Use(this);
        var n = await Mark.M02(); /*@M02*/
        Mark.Use(n);
    }

    public async Task<int> MultiLine()
    {
        Mark.Use(1);
        var sum = /*^M03*/ /*^M04*/
            await Mark.M03() /*@M03*/
            + await Mark.M04(); /*@M04*/
        Mark.Use( /*^M05*/
            await Mark.M05( /*@M05*/
                sum));
        return /*^M06*/
            await Mark /*@M06*/
                .M06();
    }

    public async Task<int> Several()
    {
        var n = Add(await Mark.M07(), await Mark.M08()); /*@M07*/ /*@M08*/
        return n + await Mark.M09(await Mark.M10()); /*@M09*/ /*@M10*/
    }

    public async Task<int> SwitchArms(int what)
    {
        Mark.Use(what);
        var n = what switch
        {
            1 => await Mark.M11(), /*@M11*/
            2 => await Mark.M12() + 1, /*@M12*/
            3 when await Mark.M13() > 1 => 3, /*@M13*/
            _ => await Mark.M14(), /*@M14*/
        };
        Mark.Use(n);
        return n;
    }

    public async Task<int> SwitchStatement(int what)
    {
        switch (what)
        {
            case 1:
                return await Mark.M15(); /*@M15*/
            case 2:
                await Mark.M16(); /*@M16*/
                goto case 1;
            default:
                await Mark.M17(); /*@M17*/
                break;
        }

        return what;
    }

    public async Task TryCatchFinally(Exception e)
    {
        try
        {
            await Mark.M18(); /*@M18*/
            try
            {
                await Mark.M19(); /*@M19*/
            }
            finally
            {
                await Mark.M20(); /*@M20*/
            }
        }
        catch (InvalidOperationException x) when (x.HResult == 1)
        {
            Mark.Use(x);
            await Mark.M21(); /*@M21*/
        }
        catch (ArgumentException) when (Mark.Flag())
        {
            await Mark.M22(); /*@M22*/
        }
        catch (Exception x)
        {
            await Mark.M23(); /*@M23*/
            throw new InvalidOperationException("", x);
        }
        finally
        {
            Mark.Use(e);
            await Mark.M24(); /*@M24*/
        }

        await Mark.M25(); /*@M25*/
    }

    public async Task Disposal()
    {
        await using (var d = new D01()) /*@D01_Dispose*/
        {
            await Mark.M26(); /*@M26*/
        }

        await using var other = new D02(); /*@D02_Dispose*/
        await using (new D03().ConfigureAwait(false)) /*@ConfiguredAsyncDisposable_Dispose*/
        {
            Mark.Use(2);
        }

        Mark.Use(other);
        await Mark.M27(); /*@M27*/
    }

    public async Task DisposalOfStruct()
    {
        Mark.Use(1);
        await using (var d = new D04()) /*@D04_Dispose*/
        {
            Mark.Use(d);
        }

        Mark.Use(2);
    }

    public async Task Each(IAsyncEnumerable<int> items)
    {
        await foreach (var item in new E01()) /*@E01_Next*/ /*@E01_Dispose*/
        {
            await Mark.M28(item); /*@M28*/
        }

        await foreach (var item in /*@E02_Next*/
            new E02()) /*@E02_Dispose*/
        {
            Mark.Use(item);
        }
    }

    public async Task Loops(int n)
    {
        for (var i = await Mark.M29(); i < await Mark.M30(); i += await Mark.M31()) /*@M29*/ /*@M30*/ /*@M31*/
        {
            Mark.Use(i);
        }

        while (await Mark.M32() > 1) /*@M32*/
        {
            n++;
        }

        do
        {
            n--;
        }
        while (await Mark.M33() > 1); /*@M33*/

        foreach (var x in new[] { await Mark.M34() }) /*@M34*/
        {
            await Mark.M35(x); /*@M35*/
        }

        lock (_gate)
        {
            n++;
        }

        await _gate.WaitAsync(); /*@WaitAsync*/
        using (await Mark.M36() > 1 ? new MemoryStream() : null) /*@M36*/
        {
            await Mark.M37(); /*@M37*/
        }

        if (n > 1 && await Mark.M38() > 2 || await Mark.M39() > 3) /*@M38*/ /*@M39*/
        {
            await Mark.M40(); /*@M40*/
        }
        else
        {
            await Mark.M41(); /*@M41*/
        }
    }

    public async Task Fields()
    {
        _field = Mark.M01(1);
        s_field = _field;
        await _field; /*@_field*/
        await s_field; /*@s_field*/
        var local = Mark.M01(2);
        Mark.Use(local);
        await local; /*@local*/
        var hoisted = Mark.M01(3);
        await Mark.M42(); /*@M42*/
        await hoisted; /*@hoisted*/
        await Mark.V01(); /*@V01*/
        await Mark.V02().ConfigureAwait(false); /*@V02*/
        await Mark.M43().ConfigureAwait(false); /*@M43*/
        await Mark.M44().ConfigureAwait(ConfigureAwaitOptions.ForceYielding); /*@M44*/
        await Task.Yield(); /*@Yield*/
        await Custom.C01(); /*@C01*/
    }

    public async Task Conditional(Task<int>? one, Task<int> two)
    {
        await (Mark.Flag() ? one! : two); /*@Conditional_1*/
        await (one ?? two); /*@Conditional_2*/
        var n = one == null ? await Mark.M45() : await Mark.M46(); /*@M45*/ /*@M46*/
        Mark.Use(n);
        _field ??= Task.FromResult(await Mark.M47()); /*@M47*/
        Mark.Use(await Mark.M48() is var x and > 1 ? x : 0); /*@M48*/
        Mark.Use($"{await Mark.M49()} {await Mark.M50()}"); /*@M49*/ /*@M50*/
    }

    public async Task Arrow() => await Mark.M51(); /*@M51*/

    public async Task ArrowMultiLine() =>
        await Mark.M52( /*@M52*/
            1);

    public async void Void()
    {
        await Mark.M53(); /*@M53*/
    }

    public async ValueTask<int> Value()
    {
        return await Mark.V03(); /*@V03*/
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> Pooled()
    {
        return await Mark.V04(); /*@V04*/
    }

    public async Task Overloaded(int n)
    {
        await Mark.M54(n); /*@M54*/
    }

    public async Task Overloaded(string s, Pair r)
    {
        await Mark.M55(r.N); /*@M55*/
    }

    async Task IThing.DoAsync(string name)
    {
        await Mark.M56(); /*@M56*/
    }

    public async Task Dynamic(dynamic d)
    {
        Mark.Use(1);
        await d; /*@d*/
        await d.Work(Mark.Flag()); /*@Work*/
        Mark.Use(2);
    }

    private static int Add(int a, int b) => a + b;

    public struct Pair
    {
        public int N;
    }
}
