"""Refresh: which feeds are due, ask them, read what came, merge it, keep it, and say what happened.

The engine is a process of its own. The command line runs it in the foreground, cron in the night,
and the screen as a child whose output it reads, so that no parser ever makes a key wait. Bodies are
read in further children (`worker`), which can be killed when a document makes the parser run away.

    due? -> net (bytes | nothing new | refused) -> same bytes? -> worker: feeds.parse, feeds.merge,
    store -> pages of entries, where they are wanted -> worker: pages.extract, store -> one Outcome

A feed that fails, fails alone: every way to fail is an Outcome, and nothing that was kept is lost.
"""
