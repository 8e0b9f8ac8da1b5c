"""Everything for a site with a tree: the plugin, the Markdown extension, the starter, the files for the browser."""
