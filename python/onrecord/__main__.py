"""The command: ``python -m onrecord`` and the console script ``onrecord``."""

import signal
import sys

from onrecord import _onrecord


def main() -> int:
    """Run the command with the arguments of the process; its exit status."""
    # The command is native: it must end at Ctrl-C and at a closed pipe without asking the interpreter.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    return _onrecord.main(["onrecord", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
