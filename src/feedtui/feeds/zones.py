"""Names of time zones that dates end with, as hours east of Greenwich.

RFC 822 names the American ones; the others are what feeds write. Names that mean several zones
(CST, IST) are read as the one that most feeds come from.
"""

_HOURS = {
    "ADT": -3, "AST": -4, "EDT": -4, "EST": -5, "ET": -5, "CDT": -5, "CST": -6, "CT": -6,
    "MDT": -6, "MST": -7, "MT": -7, "PDT": -7, "PST": -8, "PT": -8, "AKDT": -8, "AKST": -9,
    "HST": -10, "NST": -3.5, "NDT": -2.5, "BRT": -3, "BRST": -2, "ART": -3, "CLT": -4, "CLST": -3,
    "COT": -5, "PET": -5, "VET": -4,
    "BST": 1, "WEST": 1, "CET": 1, "MET": 1, "MEZ": 1, "WAT": 1, "CEST": 2, "MEST": 2, "MESZ": 2,
    "EET": 2, "CAT": 2, "SAST": 2, "EEST": 3, "MSK": 3, "TRT": 3, "EAT": 3, "MSD": 4, "GST": 4,
    "IRST": 3.5, "PKT": 5, "IST": 5.5, "NPT": 5.75, "ICT": 7, "WIB": 7, "HKT": 8, "SGT": 8,
    "PHT": 8, "AWST": 8, "JST": 9, "KST": 9, "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13,
}  # fmt: skip

_FARTHEST = 15
"""Hours that no zone is away from Greenwich."""


def seconds_east(zone: str) -> int:
    """Seconds east of Greenwich of a name or an offset; of what nobody knows, none."""
    zone = zone.replace("\N{MINUS SIGN}", "-")
    sign = max(zone.find("+"), zone.find("-"))
    if sign < 0:
        return int(_HOURS.get(zone.upper(), 0) * 3600)
    digits = zone[sign + 1 :].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    if int(hours) >= _FARTHEST:
        return 0
    seconds = int(hours) * 3600 + int(minutes) * 60
    return -seconds if zone[sign] == "-" else seconds
