"""Parts the linked module into its areas, which pages load apart (web/core/loader.ts).

    split_wasm.py AREAS.ts COMMAND...

COMMAND links the module `-o NAME.mjs` at -O1, with the names of functions and without merging strings, and prints the linker's map. What it
links is optimised; NAME.base.wasm and NAME.<area>.wasm come beside it. All have one memory and one table of functions, those of the base;
what an area needs of code, places in the table and constants it brings when it is instantiated.

An area is what its bindings (src/bindings/bind_<area>*.cpp) can reach, less what the base or an area that it needs has. What two areas reach
of which neither needs the other is in both: the copies are equal, and of each variable there is but one, in the memory. The base is what the
module needs to run at all. Who can reach what is read from the relocations of the objects, so nothing is guessed.
"""

import functools
import re
import subprocess
import sys
from collections import defaultdict
from itertools import groupby
from pathlib import Path

from wasm_objects import TO_TABLE, read_linked

# What Emscripten turns on for our flags; a newer one writes it into the module.
FEATURES = ["simd", "mutable-globals", "sign-ext", "nontrapping-float-to-int", "bulk-memory"]
BASE = "base"
# What lies between two constants of an area that are so near to each other is loaded with them: cheaper than one more segment.
NEAR = 8


def stop(sentence):
    raise SystemExit(f"split_wasm.py: {sentence}")


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    return done.stdout if done.returncode == 0 else sys.exit(done.returncode)


@functools.cache
def tool(name):
    folder = Path(run("em-config", "BINARYEN_ROOT").strip())
    return str(next(path for path in (folder / "bin" / name, folder / name) if path.exists()))


def binaryen(name, *arguments):
    return run(tool(name), *(f"--enable-{feature}" for feature in FEATURES), *map(str, arguments))


class Map:
    """The linker's map: what it took, from where, and where it put it."""

    def __init__(self, text):
        self.functions = []  # (place, {names}) in order
        self.data = []  # (address, size, writable, place, {names})
        section = ""
        for line in text.splitlines()[1:]:
            address, _, size, rest = re.match(r" *(\S+) +(\S+) +(\S+)( .*)", line).groups()
            indent, what = len(rest) - len(rest.lstrip()), rest.strip()
            if indent == 1:
                section = what
            elif indent == 9:
                place = what.rpartition(":(")[0]
                names = set()
                if section == "CODE":
                    self.functions.append((place, names))
                elif section.startswith("."):
                    self.data.append((int(address, 16), int(size, 16), not section.startswith(".rodata"), place, names))
            else:
                names.add(what)


class Module:
    """A module as text: its fields by kind."""

    def __init__(self, wasm):
        self.head, self.imports, self.functions, self.exports = [], {}, {}, {}
        self.slots, self.segments = {}, []
        for field in re.split(r"\n(?= \()", binaryen("wasm-dis", wasm, "-o", "-").rstrip().removesuffix(")")):
            kind = re.match(r" ?\((\w+)", field)[1]
            if kind == "func":
                self.functions[re.match(r" \(func \$(\S+)", field)[1]] = field
            elif kind == "import":
                self.imports[re.search(r"\(func \$(\S+)", field)[1].rstrip(")")] = field
            elif kind == "export":
                name, what, target = re.search(r'"([^"]+)" \((\w+) \$([^\s)]+)', field).groups()
                self.exports[name] = (what, target)
            elif kind == "elem" and "(i32.const" in field:
                first = int(re.search(r"\(i32\.const (\d+)\)", field)[1])
                names = re.findall(r"\$(\S+?)(?=[\s)])", field[field.index("(i32.const") :])
                self.slots.update(enumerate(names, first))
            elif kind == "data":
                address = int(re.search(r"\(i32\.const (\d+)\)", field)[1])
                text = field[field.index('"') + 1 : field.rindex('"')]
                unescaped = re.sub(r'\\([0-9a-f]{2}|["\\nrt\'])', lambda match: self._character(match[1]), text)
                self.segments.append((address, unescaped.encode("latin-1")))
            elif kind != "module":
                self.head.append(field)
        self.calls = {
            name: set(re.findall(r"\((?:return_)?call \$([^\s()]+)", text)) for name, text in self.functions.items()
        }

    @staticmethod
    def _character(escape):
        return chr(int(escape, 16)) if len(escape) == 2 else {"n": "\n", "r": "\r", "t": "\t"}.get(escape, escape)


def closure(roots, successors):
    """Everything that can be reached from some roots, them included."""
    found, waiting = set(), list(roots)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(successors(node))
    return found


class References:
    """Who refers to what among the functions and data that were linked. A node is (object, node of the object)."""

    def __init__(self, linked):
        places = {place for place, _ in linked.functions} | {entry[3] for entry in linked.data}
        self.objects = read_linked(places - {"<internal>"})
        self.kept = {}  # (place, name), and for global names the name alone → the node that was linked
        in_map = {(place, name) for place, names in linked.functions for name in names}
        in_map |= {(place, name) for _, _, _, place, names in linked.data for name in names}
        self.place_of = {}
        for place, objects in self.objects.items():
            for each in objects:
                self.place_of[each] = place
                for local, node, name in each.symbols:
                    if node and (place, name) in in_map:
                        self.kept.setdefault((place, name), (each, node))
                        if not local:
                            self.kept.setdefault(name, (each, node))

    def initialisers(self):
        """What runs when the module starts."""
        for each, place in self.place_of.items():
            for number in each.initialisers:
                if ".a(" not in place:
                    stop(f"{place} has a static object with a constructor, which every page would load; make it a static of a function")
                yield self._target(each, number)

    def _target(self, each, number):
        """What a symbol of an object stands for in the module; nothing for what the linker itself makes."""
        _, _, name = each.symbols[number]
        return self.kept.get((self.place_of[each], name)) or self.kept.get(name)

    def _of(self, node, kinds=None):
        each, inside = node
        targets = (self._target(each, symbol) for kind, symbol in each.references[inside] if kinds is None or kind in kinds)
        return {target for target in targets if target}

    def reached_from(self, roots):
        """All nodes that can be reached, and those of them whose place in the table is referred to."""
        found = closure(roots, self._of)
        return found, set().union(*(self._of(node, TO_TABLE) for node in found))


def bindings_of(areas, place):
    """The area whose bindings file was compiled to an object; none for other objects."""
    match = re.search(r"/bind_(\w+)\.cpp\.", place)
    if not match:
        return None
    owners = [area for area in areas if f"{match[1]}_".startswith(area.replace("-", "_") + "_")]
    return max(owners, key=len) if owners else stop(f"bind_{match[1]}.cpp is of no area in the table")


def read_table(path):
    """Area → the areas it needs, and those they need."""
    lines = re.findall(r"^  '?([a-z-]+)'?: \{ needs: \[(.*?)\]", path.read_text(), re.M)
    needs = {area: re.findall(r"'([a-z-]+)'", needed) for area, needed in lines}
    return {area: closure(needs[area], needs.get) for area in needs}


def align(functions, linked, nodes):
    """Name in the module → node: the functions stand in the order of the map, between those that Emscripten adds."""
    found, names = {}, iter(functions)
    for place, called in linked.functions:
        if place != "<internal>":
            # Of functions of one name all but the first have a number behind it.
            name = next((name for name in names if {name, re.sub(r"[._]\d+$", "", name)} & called), None)
            found[name or stop(f"{', '.join(called)} of {place} is not where the map says")] = nodes[place, min(called)]
    return found


class Split:
    """What belongs into which part."""

    def __init__(self, linked, before, after, needs):
        self.after, self.needs = after, needs
        references = References(linked)
        node_of = align(before.functions, linked, references.kept)
        roots = defaultdict(list)
        self.owner = {}  # export → part
        for name, (what, target) in before.exports.items():
            node = node_of.get(target) if what == "func" else None
            self.owner[name] = (node and bindings_of(needs, references.place_of[node[0]])) or BASE
            if node:
                roots[self.owner[name]].append(node)
        roots[BASE] += references.initialisers()
        reached, in_table = {}, {}
        for part in (BASE, *needs):
            reached[part], in_table[part] = references.reached_from(roots[part])
        self._share_slots(before, node_of, in_table)
        self._share_functions()
        self._share_data(linked, before, references, reached)

    def given(self, part):
        """The parts that are there before this one."""
        return () if part == BASE else (BASE, *sorted(self.needs[part]))

    def _share_slots(self, before, node_of, in_table):
        self.slots = {}
        for part in (BASE, *self.needs):
            known = set().union(*(self.slots[other] for other in self.given(part) if other in self.slots))
            own = {slot for slot, name in before.slots.items() if node_of.get(name) in in_table[part]}
            self.slots[part] = own - known
        lost = before.slots.keys() - set().union(*self.slots.values())
        if lost:
            stop(f"nobody refers to {', '.join(before.slots[slot] for slot in lost)}")

    def _share_functions(self):
        self.functions = {}
        for part in (BASE, *self.needs):
            given = set().union(*(self.functions[other] for other in self.given(part)))
            own = self.after.functions.keys() - given
            roots = {target for name, (_, target) in self.after.exports.items() if self.owner[name] == part}
            roots |= {self.after.slots[slot] for slot in self.slots[part]}
            self.functions[part] = closure(roots & own, lambda name: self.after.calls[name] & own)

    def _share_data(self, linked, before, references, reached):
        """Part → (address, bytes) of its data. Variables that several areas reach are the base's, or the second would reset them."""
        image = {address + index: byte for address, data in before.segments for index, byte in enumerate(data)}
        ranges = defaultdict(list)
        for address, size, writable, place, names in linked.data:
            node = references.kept.get((place, next(iter(names), "")))
            parts = [part for part in reached if node in reached[part]]
            if BASE in parts or (writable and len(parts) > 1):
                parts = [BASE]
            if not parts:
                stop(f"nobody refers to {', '.join(names)} of {place}")
            for part in parts:
                if not any(other in parts for other in self.given(part)):
                    ranges[part].append((address, address + size, writable))
        self.data = {part: list(pieces(ranges[part], image)) for part in (BASE, *self.needs)}


def pieces(ranges, image):
    """Joins ranges that lie near to each other and gives their bytes, without zeros at the ends."""
    joined = []
    for start, end, writable in sorted(ranges):
        if joined and start - joined[-1][1] <= NEAR and not writable and not joined[-1][2]:
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end, writable])
    for start, end, _ in joined:
        data = bytes(image.get(address, 0) for address in range(start, end))
        if content := data.strip(b"\0"):
            yield start + len(data) - len(data.lstrip(b"\0")), content


def signature(function):
    """The parameters and result of a function, without their names."""
    header = function.split("\n", 1)[0]
    parts = re.findall(r"\((param|result) ([^)]*)\)", header)
    return " ".join(f"({kind} {re.sub(r'[$][^ ]+ ', '', types)})" for kind, types in parts)


def escaped(data):
    return "".join(f"\\{byte:02x}" for byte in data)


class Writer:
    """Writes parts as modules of their own. What one has of another's functions goes by the function's number in that one."""

    def __init__(self, split):
        self.split, self.after = split, split.after
        self.number = {
            part: {name: str(index) for index, name in enumerate(name for name in self.after.functions if name in functions)}
            for part, functions in split.functions.items()
        }
        self.used = {part: self._used(part) for part in split.functions}
        self.imported = {part: self._imported(part) for part in split.functions}

    def _used(self, part):
        calls = (self.after.calls[name] for name in self.split.functions[part])
        return set().union(*calls, (self.after.slots[slot] for slot in self.split.slots[part]))

    def _imported(self, part):
        """Function → the part it is taken from."""
        taken = sorted(self.used[part] & self.after.functions.keys() - self.split.functions[part])
        return {name: next(other for other in self.split.given(part) if name in self.split.functions[other]) for name in taken}

    def _shared(self, kind):
        """What the base exports of a kind, as (name of the export, name in the text)."""
        return next((name, target) for name, (what, target) in self.after.exports.items() if what == kind)

    def _head(self, part):
        """Types, memory, table and global variables, which are the base's."""
        for field in self.after.head:
            kind, rest = re.match(r" \((\w+) (.*)", field, re.S).groups()
            if kind in ("memory", "table") and part != BASE:
                yield f' (import "{BASE}" "{self._shared(kind)[0]}" ({kind} {rest})'
            elif kind == "global" and (variable := re.match(r"(\S+) (\(mut \w+\))", rest)):
                name, of_type = variable.groups()
                yield f' (import "{BASE}" "{name}" (global {name} {of_type}))' if part != BASE else field
                if part == BASE:
                    yield f' (export "{name}" (global {name}))'
            else:
                yield field

    def text(self, part):
        split, after = self.split, self.after
        yield "(module"
        head = sorted(self._head(part), key=lambda field: " (import" not in field and " (type" not in field)
        yield from (field for field in head if field.startswith((" (type", " (import")))
        yield from (text for name, text in after.imports.items() if name in self.used[part])
        for name, source in self.imported[part].items():
            yield f' (import "{source}" "{self.number[source][name]}" (func ${name} {signature(after.functions[name])}))'
        yield from (field for field in head if not field.startswith((" (type", " (import")))
        for address, data in split.data[part]:
            yield f' (data (i32.const {address}) "{escaped(data)}")'
        for _, run_of_slots in groupby(enumerate(sorted(split.slots[part])), lambda pair: pair[1] - pair[0]):
            slots = [slot for _, slot in run_of_slots]
            yield f" (elem (i32.const {slots[0]}) {' '.join(f'${after.slots[slot]}' for slot in slots)})"
        for name, (what, target) in after.exports.items():
            if split.owner[name] == part:
                yield f' (export "{name}" ({what} ${target}))'
        for name in sorted({name for other in self.imported.values() for name, source in other.items() if source == part}):
            yield f' (export "{self.number[part][name]}" (func ${name}))'
        yield from (after.functions[name] for name in after.functions if name in split.functions[part])
        yield ")"

    def write(self, part, path):
        text = path.with_suffix(".wat")
        text.write_text("\n".join(self.text(part)))
        binaryen("wasm-as", text, "-o", path)
        binaryen("wasm-opt", "--remove-unused-module-elements", "--strip-debug", "--strip-producers", path, "-o", path)
        text.unlink()


def main():
    table, command = Path(sys.argv[1]), sys.argv[2:]
    linked = Map(run(*command))
    wasm = Path(command[command.index("-o") + 1]).with_suffix(".wasm")
    for old in wasm.parent.glob(f"{wasm.stem}.*.wasm"):
        old.unlink()
    optimised = wasm.with_suffix(".optimised")
    before = Module(wasm)
    binaryen("wasm-opt", "-O2", "-g", wasm, "-o", optimised)
    writer = Writer(Split(linked, before, Module(optimised), read_table(table)))
    for part in writer.used:
        writer.write(part, wasm.with_suffix(f".{part}.wasm"))
    binaryen("wasm-opt", "--strip-debug", "--strip-producers", optimised, "-o", wasm)
    optimised.unlink()


if __name__ == "__main__":
    main()
