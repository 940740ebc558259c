#!/usr/bin/env python3
"""act.py JAHIZ WORKSPACE ACTS - stdlib only.

How long an act takes in the dashboard: copies WORKSPACE, opens it in a pseudo-terminal, narrows the severity board to open
incidents and acknowledges ACTS of them one after the other. Measured is from the Enter that writes to the first byte that
shows the new state, or says that it is written; the event is then on the disk.
"""
import fcntl
import os
import pty
import select
import shutil
import statistics
import struct
import sys
import tempfile
import termios
import time


class Dashboard:
    def __init__(self, jahiz, workspace, state):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", XDG_STATE_HOME=state)
            os.execvp(jahiz, [jahiz, workspace, "--bidi", "visual"])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def answer(self, quiet, signs=()):
        """Reads until nothing has come for QUIET seconds, or one of the signs: milliseconds until that."""
        seen, start = b"", time.perf_counter()
        while select.select([self.terminal], [], [], quiet)[0]:
            seen += os.read(self.terminal, 65536)
            if b"\x1b[c" in seen and not signs:
                os.write(self.terminal, b"\x1b[?62;22c")
                seen = b""
            if any(sign in seen for sign in signs):
                return (time.perf_counter() - start) * 1000
        return None

    def press(self, keys, quiet=0.3):
        os.write(self.terminal, keys)
        self.answer(quiet)


def main(jahiz, source, count):
    with tempfile.TemporaryDirectory() as folder:
        workspace = os.path.join(folder, "workspace")
        shutil.copytree(source, workspace)
        os.sync()
        dashboard = Dashboard(jahiz, workspace, folder)
        dashboard.answer(1)
        dashboard.press(b"2")
        dashboard.press(b"f")
        dashboard.press(b"state:open\r", 1)
        times = []
        for _ in range(count):
            dashboard.press(b"a")
            dashboard.press(b"\r")
            os.write(dashboard.terminal, b"\r")
            # What the footer said before may begin with the same letters, which are then not sent again.
            times.append(dashboard.answer(2, (b"Written", b"acknowledged")))
            dashboard.answer(0.7)
        os.write(dashboard.terminal, b"q")
        os.waitpid(dashboard.process, 0)
        with open(os.path.join(workspace, "incidents/events.jsonl"), "rb") as log:
            written = sum(b'"source":"jahiz"' in line for line in log)
    known = [each for each in times if each is not None]
    print("acts=%d written=%d median_ms=%.1f max_ms=%.1f" % (
        count, written, statistics.median(known), max(known)), [round(each, 1) for each in known])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
