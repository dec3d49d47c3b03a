"""TeX becomes a tree: what people write into posts, not all that TeX can be made to do."""

from feedtui.article.maths.environments import ENVIRONMENTS
from feedtui.article.maths.parser import Parser
from feedtui.article.maths.prose import PROSE
from feedtui.article.maths.science import SCIENCE
from feedtui.article.maths.structures import STRUCTURES
from feedtui.article.maths.tokens import tokens
from feedtui.article.maths.tree import Node

_DEEPEST = 40
_MEANINGS = {**STRUCTURES, **ENVIRONMENTS, **PROSE, **SCIENCE}


def tree_of_tex(source: str) -> Node:
    """The formula that the TeX means."""
    return tree_of_tokens(tokens(source))


def tree_of_tokens(signs: list[str]) -> Node:
    """The formula that the tokens mean."""
    return Parser(signs, _DEEPEST, _MEANINGS).formula()
