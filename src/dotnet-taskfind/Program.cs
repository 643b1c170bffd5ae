using TaskFind.Tool;
using TaskFind.Tool.Demo;
using TaskFind.Tool.Looking;

ChildLife.EndWithParent();
return Isolation.IsAskedFor(args) ? CommandLine.Guarded(args, Isolation.Run) : DemoMode.IsAskedFor(args) ? DemoMode.Run(args) : CommandLine.Run(args);
