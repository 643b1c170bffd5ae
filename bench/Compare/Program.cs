// The rivals, each as a command that prints one line of figures: see bench/README.md.
using System.Globalization;
using TaskFind.Bench;

return args switch
{
    ["clrmd", var target] => Figures.Print(() => ClrMdLoop.Run(target)),
    ["floor", var target, var rounds] => Floor.Run(target, int.Parse(rounds, CultureInfo.InvariantCulture)),
    ["dump", var pid, var file] => Figures.Print(() => HeapDump.Write(int.Parse(pid, CultureInfo.InvariantCulture), file)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("clrmd PID|DUMP   floor PID|DUMP ROUNDS   dump PID FILE");
    return 2;
}
