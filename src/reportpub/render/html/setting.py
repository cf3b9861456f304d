"""What tells the engine that the lines of a block are composed; it is written into the HTML.

Whether running text is justified or ragged is the layout's choice, with `text-align`.
"""

TEXT = ' data-set="text"'
"""Running text, cells and notes."""

TITLE = ' data-set="title"'
"""Headings, captions and labels: lines of even length, no word divided."""

GRID = ' data-grid=""'
"""A block whose children are whole lines high."""

FLOAT = ' data-float=""'
"""A block that may wait for the next page while the text after it fills this one."""
