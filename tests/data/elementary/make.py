"""Writes values.csv: the elementary functions of expressions and their slopes over the whole range of doubles.

Every number is worked out by mpmath to 400 digits and rounded once, so it owes nothing to the mathematics library of a system.
"""
import random
import struct
from pathlib import Path

import mpmath as mp

mp.mp.dps = 400
one, half = mp.mpf(1), mp.mpf(1) / 2
normal = lambda x: half * mp.erfc(-x / mp.sqrt(2))
bell = lambda x: mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)
sigmoid = lambda x: one / (1 + mp.exp(-x))

# name: value, slope, whether x is in the domain
FUNCTIONS = {
    'exp': (mp.exp, mp.exp, lambda x: True),
    'log': (mp.log, lambda x: 1 / x, lambda x: x > 0),
    'log10': (mp.log10, lambda x: 1 / (x * mp.log(10)), lambda x: x > 0),
    'log2': (lambda x: mp.log(x) / mp.log(2), lambda x: 1 / (x * mp.log(2)), lambda x: x > 0),
    'sqrt': (mp.sqrt, lambda x: 1 / (2 * mp.sqrt(x)), lambda x: x > 0),
    'cbrt': (lambda x: mp.sign(x) * mp.cbrt(abs(x)), lambda x: 1 / (3 * mp.cbrt(abs(x)) ** 2), lambda x: x != 0),
    'sin': (mp.sin, mp.cos, lambda x: True),
    'cos': (mp.cos, lambda x: -mp.sin(x), lambda x: True),
    'tan': (mp.tan, lambda x: mp.sec(x) ** 2, lambda x: True),
    'asin': (mp.asin, lambda x: 1 / mp.sqrt(1 - x * x), lambda x: abs(x) < 1),
    'acos': (mp.acos, lambda x: -1 / mp.sqrt(1 - x * x), lambda x: abs(x) < 1),
    'atan': (mp.atan, lambda x: 1 / (1 + x * x), lambda x: True),
    'sinh': (mp.sinh, mp.cosh, lambda x: True),
    'cosh': (mp.cosh, mp.sinh, lambda x: True),
    'tanh': (mp.tanh, lambda x: mp.sech(x) ** 2, lambda x: True),
    'asinh': (lambda x: mp.sign(x) * mp.asinh(abs(x)), lambda x: 1 / mp.sqrt(x * x + 1), lambda x: True),
    'acosh': (mp.acosh, lambda x: 1 / mp.sqrt(x * x - 1), lambda x: x > 1),
    'atanh': (mp.atanh, lambda x: 1 / (1 - x * x), lambda x: abs(x) < 1),
    'erf': (mp.erf, lambda x: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x), lambda x: True),
    'erfc': (mp.erfc, lambda x: -2 / mp.sqrt(mp.pi) * mp.exp(-x * x), lambda x: True),
    'sigmoid': (sigmoid, lambda x: sigmoid(x) * sigmoid(-x), lambda x: True),
    'softplus': (lambda x: mp.log(1 + mp.exp(x)), sigmoid, lambda x: True),
    'gelu': (lambda x: x * normal(x), lambda x: normal(x) + x * bell(x), lambda x: True),
}
FAR = {'exp', 'sinh', 'cosh', 'tanh', 'erf', 'erfc', 'sigmoid', 'softplus', 'gelu'}  # settled long before 10⁶


def points():
    sizes = [5e-324, 1e-310, 1e-300, 1e-160, 1e-20, 1e-9, 1e-3, 0.1, 0.3, 0.5, 0.75, 0.99, 1 - 2**-40, 1.0, 1 + 2**-40, 1.0001,
             1.5, 2.0, 3.0, 4.0, 5.5, 6.0, 8.0, 10.0, 12.0, 19.5, 20.0, 26.0, 37.0, 40.0, 100.0, 350.0, 700.0, 709.5, 745.0, 1e3, 1.5e4, 123456.789, 1e6, 7e7,
             1e8, 1e10, 1e15, 1e16, 1e20, 1e100, 1e154, 1e155, 1e200, 1e300, 1.7e308]
    draw = random.Random(5)
    while len(sizes) < 90:
        x = abs(struct.unpack('d', struct.pack('Q', draw.getrandbits(64)))[0])
        if x == x and x < 1e308:
            sizes.append(x)
    return [0.0] + [s for size in sizes for s in (size, -size)]


def double(value):
    return float(value) if abs(value) < mp.mpf('1.797693134862315708e308') else float('inf') * (1 if value > 0 else -1)


def limit(function, x):
    """Far out, where mpmath would need as many digits as x is large."""
    if x > 0:
        return {'exp': ('inf', 'inf'), 'sinh': ('inf', 'inf'), 'cosh': ('inf', 'inf'), 'tanh': (1, 0), 'erf': (1, 0), 'erfc': (0, 0),
                'sigmoid': (1, 0), 'softplus': (x, 1), 'gelu': (x, 1)}[function]
    return {'exp': (0, 0), 'sinh': ('-inf', 'inf'), 'cosh': ('inf', '-inf'), 'tanh': (-1, 0), 'erf': (-1, 0), 'erfc': (2, 0),
            'sigmoid': (0, 0), 'softplus': (0, 0), 'gelu': (0, 0)}[function]


def main():
    lines = ['function,x,value,slope']
    for name, (value, slope, inside) in FUNCTIONS.items():
        for x in points():
            if not inside(x):
                if name in ('log', 'log10', 'log2', 'sqrt', 'acosh') and x < 0:
                    lines.append(f'{name},{x.hex()},nan,nan')
                continue
            if name in FAR and abs(x) > 2000:
                f, d = map(float, limit(name, x))
            else:
                exact = mp.mpf(x)
                f, d = double(value(exact)), double(slope(exact))
            lines.append(f'{name},{x.hex()},{f.hex()},{d.hex()}')
    (Path(__file__).parent / 'values.csv').write_text('\n'.join(lines) + '\n')


main()
