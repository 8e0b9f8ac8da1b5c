"""Sheets as people and spreadsheet programs read and write them: their cells, headings and dialects."""
