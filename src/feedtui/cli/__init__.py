"""The command line: one file per command, text and JSON out.

`main` knows the commands by name and one line of help; the file of a command is imported when it
is run, so that `feedtui entries` pays for neither the screen nor the network. A command has two
functions: `arguments`, what may be said to it, and `run`, which does it and returns the code.

What goes to a terminal is for people; what goes into a pipe is plain and stable; `--json` prints
one object per line, with the field names that the README lists.
"""
