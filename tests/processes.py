"""Python code in a process of its own, for what one process can't show."""

import subprocess
import sys
import textwrap

HIDE_PYARROW = 'import sys\nsys.modules["pyarrow"] = None\n'


def run_python(code, *, timeout=60):
    """What the code prints; a failure shows what it wrote to stderr."""
    command = [sys.executable, "-c", textwrap.dedent(code)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
