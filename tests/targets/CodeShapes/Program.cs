using Shapes;

Mark.Use(args);
if (args.Length < 2)
{
    return;
}

await Mark.M73(); /*@M73*/
await TopLocal(1); /*@TopLocal*/
Func<Task> lambda = async () => await Mark.M74(); /*@M74*/
Mark.Use(lambda);

async Task TopLocal(int n)
{
    await Mark.M75(n + args.Length); /*@M75*/
}
