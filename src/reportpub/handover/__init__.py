"""The hand-over folder: what goes to the printer and the web, told in a ticket and a manifest."""
