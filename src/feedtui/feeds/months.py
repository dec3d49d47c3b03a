"""Names of months in the languages that feeds are written in, and what programs shorten them to.

Programs print dates in the language of their server, though RFC 822 asks for English. A name counts
by its first letters, without accents, because everybody abbreviates differently; where two
languages mean different months by one word, the one that more feeds are written in wins.
"""

from functools import cache
from unicodedata import combining, normalize

_BEGINNINGS = (
    "jan ene gen ian jaa led tam oca sty янв яну січ студз ιαν ינו يناير",
    "feb fev vee uno hel sub lut фев лют φεβ פבר فبراير",
    "mar mrz mrt maa maer bre brez мар бер сак μαρ מרץ مارس",
    "apr abr avr huh nis kwi dub апр кві крас απρ אפר أبريل ابريل",
    "may mai mei mag maj tou kve май мая тра μαι μαϊ מאי مايو",
    "jun juin giu iun juun kes haz cze cervn июн юни чер ιουν יונ يونيو",
    "jul juil lug iul juul hei tem lip cervenc июл юли лип ιουλ יול يوليو",
    "aug ago aou ag elo agu ags sie srp авг сер жні αυγ אוג أغسطس اغسطس",
    "sep set szep syy eyl wrz zar сен сеп вер σεπ ספט سبتمبر",
    "oct okt out ott lok eki paz rij окт жов кас οκτ אוק أكتوبر اكتوبر",
    "nov noi marr kas lis ноя ное лис νοε נוב نوفمبر",
    "dec dez dic des det jou ara gru pro дек гру снеж δεκ דצמ ديسمبر",
)
"""How the twelve begin."""


def month_named(name: str) -> int:
    """The month, from 1, that a name in any of the languages means; 0 if it means none."""
    folded = _folded(name)
    for length in range(len(folded), 1, -1):
        if month := _by_beginning().get(folded[:length]):
            return month
    return 0


@cache
def _by_beginning() -> dict[str, int]:
    return {
        _folded(beginning): month
        for month, beginnings in enumerate(_BEGINNINGS, start=1)
        for beginning in beginnings.split()
    }


def _folded(name: str) -> str:
    return "".join(letter for letter in normalize("NFKD", name.lower()) if not combining(letter))
