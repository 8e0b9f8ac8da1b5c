"""A tree as the rows of a sheet, and as a workbook."""
