"""Dutch: what a form and its letters say."""
