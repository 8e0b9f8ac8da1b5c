"""Code that all commands in scripts/ share: paths, running programs, progress, stamps, one run at a time.

Uses only the standard library, because these modules run before anything has been installed. They are imported as
`project`, because Python puts the folder of the started script (scripts/) first on its search path.
"""

import sys

# Checked here, in syntax that older versions can read, because every command imports this package first.
if sys.version_info < (3, 11):  # noqa: UP036 - a sentence for the reader instead of a traceback
    sys.exit(
        "This project's commands need Python 3.11 or newer, and this is Python {}.{}. "
        "Start them with a newer one, for example: python3.13 {}".format(*sys.version_info[:2], sys.argv[0])
    )
