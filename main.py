"""Start surveytool from a checkout or from the bundle."""

import sys

from surveytool.app import main

if __name__ == "__main__":
    sys.exit(main())
