"""A view as tables, objects and folders for others. Beside rendering: view → what other programs read. Layer 8."""
