"""Forks, on demand, processes that have everything loaded already.

Reads ``deed path other`` from standard input; the process forked for it writes to
standard output, which says ``born PID`` before and ``dead STATUS`` after.
"""

import os
import sys
import traceback

import fault_deeds


def main():
    fault_deeds.warm_up()
    for line in sys.stdin:
        deed, path, other = line.rstrip("\n").split("\t")
        if not (pid := os.fork()):
            _live(deed, path, other)
        fault_deeds.tell("born", pid)
        _, status = os.waitpid(pid, 0)
        fault_deeds.tell("dead", status)


def _live(deed, path, other):
    status = 1
    try:
        fault_deeds.DEEDS[deed](path, other)
        status = 0
    finally:
        # Never back into the loop above: that is the parent's.
        if status:
            traceback.print_exc()
        os._exit(status)


if __name__ == "__main__":
    main()
