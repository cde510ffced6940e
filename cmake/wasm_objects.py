"""What the functions and data of object files refer to, read from the relocations that the linker goes by."""

import bisect
import re
from collections import defaultdict
from pathlib import Path

# Kinds of symbols, and of relocations by what they put into code or data: a function's number, its place in the table, an address.
FUNCTION, DATA, SECTION = 0, 1, 3
TO_FUNCTION, TO_TABLE, TO_ADDRESS = {0, 26}, {1, 2, 12, 18, 19, 24}, {3, 4, 5, 11, 14, 15, 16, 17, 21, 23, 25}
WITH_ADDEND = TO_ADDRESS | {8, 9, 22}
LOCAL, UNDEFINED, EXPLICIT_NAME = 0x02, 0x10, 0x40


class Bytes:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def number(self):
        result = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    def take(self, count):
        self.at += count
        return self.data[self.at - count : self.at]

    def name(self):
        return self.take(self.number()).decode()


class Object:
    """One object file. A node is (FUNCTION, its index) or (DATA, (segment, offset)); `names` of one node are all that it goes by."""

    def __init__(self, data):
        self.imported = []  # names of imported functions
        self.code_starts, self.segment_starts = [], []  # where function bodies and segments begin in their sections
        self.symbols = []  # (whether it is local, node or None, name) by number
        self.initialisers = []  # names of functions to be called at the start
        relocations, sections, reader = [], [], Bytes(data, 8)
        while reader.at < len(data):
            kind = reader.take(1)[0]
            end = reader.number() + reader.at
            sections.append(kind)
            if kind == 0:
                name = reader.name()
                if name == "linking":
                    self._read_linking(reader, end)
                elif name.startswith("reloc."):
                    relocations.append((reader.at, end))
            elif kind == 2:
                self._read_imports(reader)
            elif kind == 10:
                self.code_starts = self._starts(reader, self._pass_function)
            elif kind == 11:
                self.segment_starts = self._starts(reader, self._pass_segment)
            reader.at = end
        self.data_of = defaultdict(list)
        for _, node, _ in self.symbols:
            if node and node[0] == DATA:
                self.data_of[node[1][0]].append(node[1][1])
        for offsets in self.data_of.values():
            offsets.sort()
        self.references = defaultdict(set)  # node → {(relocation type, symbol number)}
        for start, end in relocations:
            self._read_relocations(Bytes(data, start), sections)

    def _read_imports(self, reader):
        for _ in range(reader.number()):
            reader.name()
            name, kind = reader.name(), reader.take(1)[0]
            if kind == 0:
                self.imported.append(name)
                reader.number()
            elif kind == 3:
                reader.take(2)
            else:  # a table, after its type, or a memory
                reader.take(1 if kind == 1 else 0)
                flags = reader.number()
                reader.number()
                if flags & 1:
                    reader.number()

    @staticmethod
    def _starts(reader, pass_by):
        section = reader.at
        return [pass_by(reader) - section for _ in range(reader.number())]

    @staticmethod
    def _pass_function(reader):
        start = reader.at
        reader.take(reader.number())
        return start

    @staticmethod
    def _pass_segment(reader):
        if reader.number() == 0:  # its address: i32.const, the number, end
            reader.take(1)
            reader.number()
            reader.take(1)
        size = reader.number()
        start = reader.at
        reader.take(size)
        return start

    def _read_linking(self, reader, end):
        reader.number()
        while reader.at < end:
            kind = reader.take(1)[0]
            stop = reader.number() + reader.at
            if kind == 6:
                self.initialisers = [(reader.number(), reader.number())[1] for _ in range(reader.number())]
            elif kind == 8:
                self.symbols = [self._read_symbol(reader) for _ in range(reader.number())]
            reader.at = stop

    def _read_symbol(self, reader):
        kind, flags = reader.take(1)[0], reader.number()
        defined, local = not flags & UNDEFINED, bool(flags & LOCAL)
        if kind == DATA:
            name = reader.name()
            if not defined:
                return local, None, name
            segment, offset, _ = reader.number(), reader.number(), reader.number()
            return local, (DATA, (segment, offset)), name
        index = reader.number()
        if kind == SECTION:
            return local, None, ""
        named = defined or flags & EXPLICIT_NAME
        name = reader.name() if named else self.imported[index] if kind == FUNCTION else ""
        return local, (FUNCTION, index) if kind == FUNCTION and defined else None, name

    def _read_relocations(self, reader, sections):
        section = sections[reader.number()]
        for _ in range(reader.number()):
            kind, offset, symbol = reader.take(1)[0], reader.number(), reader.number()
            if kind in WITH_ADDEND:
                reader.number()
            if section == 10:
                node = (FUNCTION, bisect.bisect(self.code_starts, offset) - 1 + len(self.imported))
            elif section == 11:
                segment = bisect.bisect(self.segment_starts, offset) - 1
                offsets = self.data_of[segment]
                inside = offset - self.segment_starts[segment]
                node = (DATA, (segment, offsets[max(bisect.bisect(offsets, inside) - 1, 0)]))
            else:
                continue
            if kind in TO_FUNCTION | TO_TABLE | TO_ADDRESS:
                self.references[node].add((kind, symbol))


def members(archive):
    """The files in an archive, as (name, bytes)."""
    data, at, long_names = archive.read_bytes(), 8, b""
    while at < len(data):
        name, size = data[at : at + 16].decode().rstrip(), int(data[at + 48 : at + 58])
        content = data[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
        if name == "//":
            long_names = content
        elif name not in ("/", "/SYM64/"):
            if name[0] == "/":
                start = int(name[1:])
                name = long_names[start : long_names.index(b"\n", start)].decode()
            yield name.rstrip("/"), content


def read_linked(places):
    """The objects at places as the linker's map has them, such as `lib/libc.a(exp.o)`: place → objects (a library may have two of a name)."""
    objects, of_archive = defaultdict(list), defaultdict(set)
    for place in places:
        if match := re.fullmatch(r"(.+\.a)\((.+)\)", place):
            of_archive[match[1]].add(match[2])
        else:
            objects[place].append(Object(Path(place).read_bytes()))
    for archive, wanted in of_archive.items():
        for name, content in members(Path(archive)):
            if name in wanted:
                objects[f"{archive}({name})"].append(Object(content))
    return objects
