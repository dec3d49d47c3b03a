"""Maths: whatever a page wrote a formula in, a reader gets one line of Unicode.

`find` knows the tools: it says which element is a formula and which of its copies to read; `raw`
finds TeX that stands in running text. `tex` reads TeX. `mathml` reads MathML, and with it what
`chtml` and `katex` bring into MathML's form from the glyphs that were meant for the eye. All become
the tree of `tree`, and `linear` writes that: superscripts where Unicode has them, brackets where a
line could be read in two ways, blanks around operators (`spacing`).

Nothing here raises, for any string. Depth and length are bounded: what lies deeper, or is longer
than any formula, is shown as the text that it is.
"""

from feedtui.article.maths.find import formula, in_text, is_display

__all__ = ["formula", "in_text", "is_display"]
