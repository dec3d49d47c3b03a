"""feedtui: a terminal reader for web feeds. docs/design.md describes the house."""

__version__ = "0.1.0"
