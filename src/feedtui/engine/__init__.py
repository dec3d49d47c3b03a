"""Refresh: which feeds are due, ask them, read what came, merge it, keep it, and say what happened.

The engine is a process of its own. The command line runs it in the foreground, cron in the night,
and the screen as a child whose output it reads, so that no parser ever makes a key wait. Bodies are
read in further children (`worker`), which can be killed when a document makes the parser run away;
the engine itself loads nothing that reads documents.

    due? -> its host's turn? -> net (bytes | nothing new | refused) -> same bytes? -> worker:
    feeds.parse, feeds.merge, store -> pages of entries, where they are wanted -> one Outcome

`due` and `plan` decide, purely; `turns` has patience with hosts; `asking` goes the way of one feed,
and `histories` remembers what came of it; `run` opens what a run needs, `refresh` puts it together.
A feed that fails, fails alone: every way to fail is an Outcome, and nothing that was kept is lost.
"""
