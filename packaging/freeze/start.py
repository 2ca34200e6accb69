"""The script that a frozen labormeter begins with."""

import multiprocessing
import os
import sys

from labormeter import frozen

if __name__ == "__main__":
    multiprocessing.freeze_support()
    frozen.start(sys.argv[1:], os.environ, str(getattr(sys, "_MEIPASS", sys.prefix)))
