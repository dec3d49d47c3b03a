"""The language that the writer of a listing declared, in one of the ways that programs know."""

import re

from feedtui.article.element import TEXT, Element, element
from feedtui.clean import SafeText, clean_line

_LANGUAGE = re.compile(r"(?:lang|language|brush|highlight-source|sourceCode)[-: ]+([\w+#.-]{1,30})")


def language(found: Element) -> SafeText:
    """The language of a `pre`, empty when it declares none."""
    inner = found.node.first_child
    names = [found.get("class")]
    if inner is not None and inner.tag != TEXT:
        names.append(element(inner).get("class"))
    match = _LANGUAGE.search(" ".join(names)[:500])
    return SafeText("") if match is None else clean_line(match[1])
