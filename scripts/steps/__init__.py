"""The steps of the commands: pictures and typeface, the browser's files, the site, the static checks."""
