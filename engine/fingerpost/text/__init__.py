"""The lowest layer: texts and HTML primitives, the page's wording, and safe reading of JSON."""
