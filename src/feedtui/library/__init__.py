"""What is known, and the only partner of the fronts.

The library holds the heads of all feeds in memory, lays the person's marks over them, and answers:
which entries are in this view, how many are unread, what does this one say. It also acts for the
person: marks and takes back marks, subscribes and unsubscribes. It asks no feed for anything; that
is the engine's work, in a process of its own, and the library reads what the engine wrote.

It knows no screen and no terminal, so that whatever the screen can do, the command line can.
"""
