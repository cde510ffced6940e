"""Cuts the linked module in two: what every page asks, and the rest, loaded when a page first asks for it (web/core/module-in-parts.ts).

    split_wasm.py downhill.wasm --rest REGEX OBJECT...

The module must have been linked with --profiling-funcs. Writes downhill.first.wasm and downhill.rest.wasm beside it, and takes the
names out of all three. Both parts together are the module: they share its memory and its table of functions.

To the rest belongs what only the objects made from the rest's sources define, if the first part does not call it directly, and whatever
nothing but the rest calls. So only two ways lead from the first part into the rest: the rest's bindings (functions the module exports) and
pointers to functions in the table, through which the first part calls once the rest has been loaded.
"""

import argparse
import re
import subprocess
from pathlib import Path

# Binaryen writes other characters of a name as \\hh.
PLAIN = re.compile(r"[^a-zA-Z0-9!#$%&'*+\-./:<=>?@^_`|~]")
# What Emscripten turns on for our flags; a newer one writes it into the module.
FEATURES = ["simd", "mutable-globals", "sign-ext", "nontrapping-float-to-int", "bulk-memory"]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tool(name, root):
    folder = Path(run("em-config", root).strip())
    return str(next(path for path in (folder / "bin" / name, folder / name) if path.exists()))


def binaryen(name, *arguments):
    return run(tool(name, "BINARYEN_ROOT"), *(f"--enable-{feature}" for feature in FEATURES), *map(str, arguments))


def defined(objects):
    """The functions these objects define, as the linker may name them in the module: mangled, or as in the source."""
    nm = tool("emnm", "EMSCRIPTEN_ROOT")
    lines = [line for style in ([], ["--demangle"]) for line in run(nm, "--defined-only", *style, *objects).splitlines()]
    found = (re.match(r"[0-9a-f]+ [TtWw] (.+)", line) for line in lines)
    return {PLAIN.sub(lambda character: f"\\{ord(character[0]):02x}", match[1]) for match in found if match}


def read_module(wasm):
    """Who calls whom directly, which functions stand in the table, and which are exported."""
    calls, table, exported, function = {}, set(), set(), None
    for line in binaryen("wasm-dis", wasm, "-o", "-").splitlines():
        if match := re.match(r" \(func \$([^\s()]+)", line):
            function = match[1]
            calls[function] = set()
        elif line.startswith(" (elem "):
            table.update(re.findall(r"\$([^\s()]+)", line))
        elif match := re.match(r' \(export "[^"]+" \(func \$([^\s()]+)\)', line):
            exported.add(match[1])
        elif line.startswith("  ") and function:
            calls[function].update(re.findall(r"\((?:return_)?call \$([^\s()]+)", line))
    return calls, table, exported


def reachable(roots, calls, barred):
    found, waiting = set(), [root for root in roots if root not in barred]
    while waiting:
        function = waiting.pop()
        if function in found or function not in calls:
            continue
        found.add(function)
        waiting.extend(calls[function] - barred)
    return found


def main():
    options = argparse.ArgumentParser()
    options.add_argument("wasm", type=Path)
    options.add_argument("--rest", required=True)
    options.add_argument("objects", nargs="+")
    given = options.parse_args()

    of_rest = [path for path in given.objects if re.search(given.rest, path)]
    rest_only = defined(of_rest) - defined(set(given.objects) - set(of_rest))
    calls, table, exported = read_module(given.wasm)
    bindings = exported & rest_only
    first = reachable((exported | table) - rest_only, calls, barred=bindings)
    rest = sorted(calls.keys() - first)
    if not bindings or not rest:
        raise SystemExit("split_wasm.py: no function of the rest is in the module; are the names in it?")

    names = given.wasm.with_suffix(".rest")
    names.write_text("\n".join(rest) + "\n")
    parts = [given.wasm.with_suffix(f".{part}.wasm") for part in ("first", "rest")]
    binaryen("wasm-split", given.wasm, f"--split-funcs=@{names}", "--export-prefix=%", "-o1", parts[0], "-o2", parts[1])
    names.unlink()
    for path in (given.wasm, *parts):
        binaryen("wasm-opt", "--strip-debug", "--strip-producers", path, "-o", path)


main()
