using Net;

Sockets.StartAll();
Streams.StartAll();
Http.StartAll();
Files.StartAll();
Sites.Settle();
Facts.Print();
Commands.Serve();
