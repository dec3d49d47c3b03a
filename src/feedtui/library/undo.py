"""Taking back: each action of the person is one step, however many entries it touched."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """One action: a name for the person, and for each entry and field what it was before."""

    name: str
    before: tuple[tuple[str, str, bool], ...]


@dataclass(slots=True)
class Steps:
    """The actions of this session, the latest last."""

    _done: list[Step] = field(default_factory=list)

    def did(self, step: Step) -> None:
        """Remember an action; one that changed nothing is none."""
        if step.before:
            self._done.append(step)

    def take(self) -> Step | None:
        """The latest action, which is to be taken back now; None when there is none left."""
        return self._done.pop() if self._done else None
