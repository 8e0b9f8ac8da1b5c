"""The ground floor: text for pages, wording, and JSON as it stands in a page."""
