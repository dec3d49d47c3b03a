"""What keys do: a class for each kind of command, and in it the method of the command's name.

A method lets the desk or the article's pane do the work, and the stage show it. What takes time or
network is an errand, which waits for a child process.
"""
