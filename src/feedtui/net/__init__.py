"""The door to other people's servers, and how to behave at it.

`client` carries bytes, over `sessions` that know how a host is reached (`resolving` finds it), and
from one of the `places` at a host to the next; what goes wrong on the way `failures` puts in words.
`guard` decides what may be asked at all, `manners` when a feed is asked (and `page_manners` an
entry's page), out of what the headers say (`freshness`), what the feed's own entries say
(`rhythm`) and whose it is (`hosts`); `moves` decides when a redirect is believed. They are pure
functions of time, history and chance. `local` reads what a person keeps on this machine.

Whatever a server answers is a value (`answers`): a body, nothing new, or a refusal in words.
Nothing that it says is believed further than that.
"""
