"""Lists that people have become records: rows of text → values → drafts. On the road of recording. Layer 9.

`rows` reads a file to rows of text; whatever else has rows of text (a workbook) goes on from there the same way.
`columns` says which column is which key, `cells` what a cell means, `planning` what a row would do to the register.
"""
