"""The command line, layer 10: a command parses, calls one library function, prints. One file a command."""
