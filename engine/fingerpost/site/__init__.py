"""A site with a tree in it: the Markdown extension, the starter, the files for the browser."""
