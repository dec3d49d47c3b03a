"""Numbers in sentences."""


def counted(number: int, one: str, many: str = "") -> str:
    """`1 feed`, `2 feeds`, `0 entries`. Without `many`, an s is added to `one`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
