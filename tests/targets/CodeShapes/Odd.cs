namespace Shapes;

internal class Odd
{
    public string Name = "";

    public async Task<int> Deep(Odd? next)
    {
        var length = (next?.Name is { } name /*^M76*/
            ? name
            : "none").Length + await Mark.M76(); /*@M76*/
        Mark.Use(new Odd /*^M77*/
        {
            Name = (await Mark.M77()).ToString(), /*@M77*/
        });
        var query = from n in Enumerable.Range(0, length)
                    where n > 1
                    select Mark.M01(n);
        await Task.WhenAll(query); /*@WhenAll*/
        var r = length > 2 /*^M80*/
            ? length switch
            {
                3 => await Mark.M78(), /*@M78*/
                _ => await Mark.M79(), /*@M79*/
            }
            : await Mark.M80(); /*@M80*/
        return r;
    }

    public async Task<int> Returns(int n)
    {
        if (n == 0) return await Mark.M81(); /*@M81*/
        if (n == 1) await Mark.M82(); else await Mark.M83(); /*@M82*/ /*@M83*/
        return n switch
        {
            1 => 1,
            2 => await Mark.M84(), /*@M84*/
            _ => n > 3 /*^M85*/ /*^M86*/
                ? await Mark.M85() /*@M85*/
                : await Mark.M86(), /*@M86*/
        };
    }

    public async Task Generated()
    {
        Mark.Use(1); /*@M87*/
#line hidden
        await Mark.M87();
#line default
        Mark.Use(2);
    }

    public async Task<int> TryReturn()
    {
        try
        {
            return await Mark.M88(); /*@M88*/
        }
        catch
        {
            return await Mark.M89(); /*@M89*/
        }
    }

    public async Task Using()
    {
        using var a = new MemoryStream();
        await using var b = new MemoryStream(); /*@Stream_Dispose*/
        {
            await Mark.M90(); /*@M90*/
        }
    }
}
