"""Articles of any length for the benchmarks, the same at every run.

Each part has what articles have: headings, paragraphs with links and formulas, a list, a quote, a
listing, a table, a picture, a footnote. Half of the bytes of a real article are markup, too.
"""

from collections.abc import Iterator
from itertools import count
from random import Random

from feedtui.article.tags import names

_WORDS = sorted(
    names(
        "river lamp quiet engine paper letter harbour winter garden signal copper window table"
        " naïve façade measure kernel bridge orchard theory market cloud stone because where"
        " between nothing several remains begins against towards northern silver question answer"
    )
)
_LISTING = """\
def measure(values):
    total = 0
    for value in values:  # every one of them
        total += value ** 2
    return total / len(values)
"""


def essay(size: int, seed: int = 1) -> str:
    """The HTML of an article of about `size` bytes."""
    parts: list[str] = []
    length = 0
    for part in _parts(Random(seed)):
        if length >= size:
            break
        parts.append(part)
        length += len(part.encode())
    return "".join(parts)


def _parts(chance: Random) -> Iterator[str]:
    notes: list[str] = []
    for number in count(1):
        yield f'<h2 id="part-{number}">{_said(chance, 5)}</h2>\n'
        yield from (_paragraph(chance, number) for _ in range(3))
        yield f"<ul>{''.join(f'<li>{_said(chance, 12)}</li>' for _ in range(4))}</ul>\n"
        yield f"<blockquote><p>{_said(chance, 40)}</p></blockquote>\n"
        yield f'<pre><code class="language-python">{_LISTING}</code></pre>\n'
        yield _table(chance)
        yield _picture(chance, number)
        notes.append(_note(chance, number))
        if number % 10 == 0:
            yield f'<ol class="footnotes">{"".join(notes)}</ol>\n'
            notes.clear()


def _paragraph(chance: Random, number: int) -> str:
    link = f'<a href="https://example.org/{chance.randrange(400)}">{_said(chance, 2)}</a>'
    note = f'<sup id="r{number}"><a href="#n{number}">[{number}]</a></sup>'
    return (
        f"<p>{_said(chance, 30)} <em>{_said(chance, 3)}</em>, {link}; {_said(chance, 30)} "
        rf"\(x_{{{number}}} = \frac{{a + b}}{{2c}}\) {_said(chance, 20)} <code>f(x)</code> "
        f"<strong>{_said(chance, 3)}</strong> {_said(chance, 10)}.{note}</p>\n"
    )


def _table(chance: Random) -> str:
    head = "".join(f"<th>{_said(chance, 1)}</th>" for _ in range(4))
    rows = "".join(f"<tr><td>{_said(chance, 2)}</td>{_numbers(chance)}</tr>" for _ in range(5))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>\n"


def _numbers(chance: Random) -> str:
    return "".join(f"<td>{chance.randrange(10_000)}</td>" for _ in range(3))


def _picture(chance: Random, number: int) -> str:
    source = f'<img src="https://example.org/{number}.jpg" alt="{_said(chance, 4)}">'
    return f"<figure>{source}<figcaption>{_said(chance, 8)}</figcaption></figure>\n"


def _note(chance: Random, number: int) -> str:
    back = f'<a href="#r{number}">↩</a>'
    return f'<li id="n{number}"><p>{_said(chance, 15)} {back}</p></li>'


def _said(chance: Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))
