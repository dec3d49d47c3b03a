"""What stands in an article's place: questions about cookies, empty shells, offers to subscribe.

A wall is short and speaks of itself, or stands at an address of its own. A long text is never taken
for one, whatever it mentions.
"""

import re
from urllib.parse import urlsplit

from feedtui.clean import SafeText
from feedtui.model import EMPTY

SCRIPT = SafeText("the page shows its text to nobody without JavaScript")
COOKIES = SafeText("the page shows nothing but a question about cookies")
LOGIN = SafeText("the page asks for a login or a subscription")
PERSON = SafeText("the page wants to see a person before it shows its text")

_LONGEST = 150
"""Words above which a text is no wall."""


def _spoken(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SIGNS = {
    SCRIPT: _spoken(
        r"\b(?:enable|activate|turn on|requires?|needs?|without|aktivier\w+|activ\w+|включ\w+)"
        r"\W(?:\w+\W+){0,3}javascript"
        r"|javascript\W(?:\w+\W+){0,5}(?:enabled?|disabled|required|needed|aktivier\w+"
        r"|deaktiviert|désactivé|activé|desactivado|отключ\w+|включ\w+)"
    ),
    COOKIES: _spoken(
        r"cookies?\b.{0,400}\b(?:accept|agree|allow|consent|manage|partners|preferences"
        r"|akzeptieren|zustimm\w+|accepter|aceptar|accett\w+|aceitar|accepteren|принять|соглас\w+)"
        r"|\b(?:accept|agree|allow|consent|akzeptieren|accepter|aceptar)\b.{0,400}cookies?"
        r"|cookie.{0,40}同意|同意.{0,40}cookie"
    ),
    LOGIN: _spoken(
        r"(?:subscribe|log ?in|sign ?in|sign ?up|register|become a member)\b.{0,40}\bto"
        r" (?:continue|read|keep reading|view|see|unlock|access)"
        r"|(?:subscribers|members)[ -]only"
        r"|(?:only|exclusive\w*) (?:for|to) (?:our )?(?:subscribers|members)"
        r"|for (?:paying |paid )?subscribers"
        r"|already (?:a subscriber|a member|subscribed|have an account)"
        r"|réservée? (?:à nos|aux) abonnés|déjà abonné|für abonnent\w+"
        r"|solo para suscriptores|riservato agli abbonati|только для подписчиков|会員限定"
    ),
    PERSON: _spoken(
        r"(?:verify|confirm|prove|check)\w* (?:that )?you(?:'re| are) (?:a |not a )?"
        r"(?:human|robot|bot)"
        r"|checking your browser|are you a (?:robot|human)|captcha|unusual traffic"
        r"|access denied|just a moment"
    ),
}


_ENTRANCES = re.compile(r"/(?:log-?in|sign-?in|users/sign_in|auth)/?", re.IGNORECASE)


def wall_at(address: str) -> SafeText:
    """What kind of wall an address leads to; empty when it says nothing of one."""
    parts = urlsplit(address)
    if "consent" in (parts.hostname or "").split("."):
        return COOKIES
    return LOGIN if _ENTRANCES.fullmatch(parts.path) else EMPTY


def wall(text: str) -> SafeText:
    """What kind of wall a text is, in words; empty when it is none."""
    words = text.split()
    if len(words) > _LONGEST:
        return EMPTY
    line = " ".join(words)
    return next((kind for kind, sign in _SIGNS.items() if sign.search(line)), EMPTY)
