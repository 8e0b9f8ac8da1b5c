"""The work of others in the wheel and in the site: who made it, under which licence, and where its source is.

`in_browser.py` and `in_theme.py` name each part; versions and digests come from the locked packages, and licences from
`LICENSES/`, compared with those that the packages bring. From these parts follow the page "Licences", the folder of
licences that every site publishes, and the bills of materials.
"""
