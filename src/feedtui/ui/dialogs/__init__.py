"""What lies over the main screen for a moment and gives an answer."""
