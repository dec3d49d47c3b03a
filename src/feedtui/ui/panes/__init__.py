"""The three panes. Each paints what the screen hands it and knows nothing of the other two."""
