"""How far an article has been read, in words."""


def progress_in_words(percent: int, minutes: int) -> str:
    """So many percent of an article that takes so many minutes, as in `42 % · 3 of 7 min`.

    The time is left out where it says no more than the percents: of an article of a minute, or of
    one whose time isn't known.
    """
    if minutes <= 1:
        return f"{percent} %"
    read = max(round(percent * minutes / 100), 1)
    return f"{percent} % · {read} of {minutes} min"
