"""The door to other people's servers, and how to behave at it.

`client` carries bytes and knows aiohttp; `manners` decides when and how a host may be asked, as
pure functions of time and history; `guard` decides what may be asked at all. Whatever a server
answers is a value here: a body, nothing new, or a refusal in words. Nothing that it says is
believed further than that.
"""
