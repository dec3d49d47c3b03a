"""The screen: three panes over the library, and nothing that the library could do itself.

The desk owns what is shown (which view, which entries, which article) and knows no toolkit; the
main screen tells the panes, and they answer with messages. What a key does is a row of one table
(`commands`), from which the footer, the help screen and the documentation derive; an action is a
few lines that call the desk. Refreshing is a child process whose output is read line by line.

Textual and Rich are known here only. Text from feeds is painted as segments, never through a call
that parses markup, and a filter at the edge of the app deletes control characters from all that is
painted, whoever put them there.
"""
