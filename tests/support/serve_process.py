"""Starting `furat-search serve` on a free port."""
import re
import subprocess


def start_serving(command, **settings):
    """The process and its port, once it listens. `command` is "furat-search serve" with its options but --listen."""
    process = subprocess.Popen([*command, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, **settings)
    line = process.stdout.readline().decode()
    match = re.match(r"listening on http://127\.0\.0\.1:(\d+)/ \(index .*, \d+ passages\)$", line)
    if match is None:
        process.kill()
        said = process.communicate()[1]
        raise RuntimeError(f"furat-search serve ended with {process.returncode}: {line!r} {said!r}")
    return process, int(match[1])
