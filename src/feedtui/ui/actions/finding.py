"""Looking for words in the article: hits as one types, and going from one to the next."""

from feedtui.article.placing import Place
from feedtui.ui.stage import Stage


class Finding:
    """Commands of the search. The place where it began is kept until it has words."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._origin = Place()

    def find(self) -> None:
        """Have the person type what to look for."""
        self._origin = self._stage.article.place
        self._stage.open_words()

    def typed(self, words: str) -> None:
        """Show the hits of what was typed up to now."""
        if self._stage.typing_words:
            self._look_for(words)

    async def keep(self) -> None:
        """Take the words as they are, and give the keyboard back."""
        self._look_for(await self._stage.close_words())

    async def leave(self) -> None:
        """End the search where it began."""
        await self._stage.close_words()
        self._stage.article.end_search()
        self._stage.article.go(self._origin)

    def next_hit(self, count: int = 1) -> None:
        """To the next hit, or one further on."""
        self._stage.article.next_hit(count)

    def previous_hit(self, count: int = 1) -> None:
        """To the hit before, or one further back."""
        self._stage.article.next_hit(-count)

    def _look_for(self, words: str) -> None:
        if words.strip():
            self._stage.article.find(words, self._origin)
        else:
            self._stage.article.end_search()
