"""The language that the writer of a listing declared, in one of the ways that programs know."""

import re
from collections.abc import Iterator

from feedtui.article.element import TEXT, Element, around, element
from feedtui.article.tags import names
from feedtui.clean import SafeText, clean_line

_LONGEST = 500
_OUTWARDS = 3
"""Elements around a listing that may name its language."""

_ATTRIBUTES = (
    "data-lang",
    "data-language",
    "data-enlighter-language",
    "data-code-block-lang",
    "data-code-language",
    "language",
)
_OWN = re.compile(
    r"(?:\b(?:lang|language|brush|highlight-source|sourceCode|src|typocode)[-_: ]+"
    r"|\b(?:hljs|syntaxhighlighter)\s+(?:nogutter\s+)?)"
    r"(?!src\b|sourceCode\b|numberSource\b|language\b|lang\b|hljs\b)([\w+#.-]{1,30})"
)
_AROUND = re.compile(
    r"\b(?:lang|language|brush|highlight-source|highlight|typocode)[-_:]\s*([\w+#.-]{1,30})"
)
_IN_DATA = re.compile(r'"language"\s*:\s*"([\w+#.-]{1,30})"')

_NONE = names(
    "none plain plaintext plain-text text txt nohighlight no-highlight default auto raw undefined"
    " null code notranslate wrapper container"
)
_KNOWN = names(
    "ada asm awk bash basic batch c clojure cmake coffeescript console cpp c++ csharp c# cs css d"
    " dart delphi diff dockerfile elisp elixir elm emacs-lisp erlang fortran fsharp go graphql"
    " groovy haskell html http ini java javascript js json jsx julia kotlin latex less lisp lua"
    " makefile markdown matlab mysql nginx nix objc ocaml pascal perl php powershell prolog puppet"
    " py python r rb ruby rust rs scala scheme scss sh shell sql swift tcl terraform toml ts tsx"
    " typescript vb vbnet vim xml yaml yml zig"
)
"""Names that count as a language when they are a class of their own, or the value of `lang`."""


def language(found: Element) -> SafeText:
    """The language of a listing, empty when it declares none."""
    declared = next(filter(None, _declared(found)), "")
    return clean_line("" if declared.lower() in _NONE else declared)


def _declared(found: Element) -> Iterator[str]:
    first = found.node.first_child
    inner = () if first is None or first.tag == TEXT else (element(first),)
    for each in (found, *inner):
        yield _attribute(each)
        yield _first(_OWN, each.get("class"))
        yield next((name for name in sorted(each.classes) if name.lower() in _KNOWN), "")
        yield each.get("lang") if each.get("lang").lower() in _KNOWN else ""
    for node in around(found.node, _OUTWARDS):
        outer = element(node)
        yield _attribute(outer)
        yield _first(_AROUND, outer.get("class"))
        yield _first(_IN_DATA, outer.get("data-attrs"))


def _attribute(found: Element) -> str:
    return next((found.get(name)[:30] for name in _ATTRIBUTES if found.get(name)), "")


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text[:_LONGEST])
    return "" if match is None else match[1]
