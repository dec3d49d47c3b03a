"""Maths: whatever a page wrote a formula in, a reader gets a line of Unicode, or a few.

`kinds` knows the tools: it says which elements are formulas; `find` decides which of their copies
to read. `raw` finds TeX that stands in running text, `running` in text that was cut into pieces.
TeX goes through `tokens`, `macros` and the `parser`, whose commands stand in `structures`, `prose`
and `science`. `mathml` reads MathML, and with it what `chtml`, `commonhtml` and `katex` bring into
MathML's form from the glyphs that were meant for the eye. All become the tree of `tree`; `linear`
writes that in one line, `display` in several, with blanks around operators (`spacing`) and brackets
where they are needed (`brackets`). `typesetter` holds what belongs to a whole article: its
definitions, and how much work is left. `formulas` is the door.

Nothing here raises, for any string. Depth and length are bounded: what lies deeper, or is longer
than any formula, is shown as the text that it is.
"""
