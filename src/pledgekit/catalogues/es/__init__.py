"""Spanish: what a form and its letters say."""
