"""Footnotes: found by their shape, whoever wrote them, before the tree is walked.

Every platform writes them differently and all alike: a short link in the text leads to an element
that exists, and from there a link leads back. `labels` judges texts, `places` names and addresses,
`shapes` elements; `search` puts references and notes together. `unnamed` helps where a platform
took the names away, `sidenotes` finds notes that stand in their sentence. `bodies` says what of a
note isn't its text, and `assembly` what the walk needs to know of all that.

Work is bounded: every climb and every look around ends after a few steps.
"""
