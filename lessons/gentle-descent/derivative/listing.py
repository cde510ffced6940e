"""Three ways to a derivative: a difference quotient, the rules of SymPy, and a step into the complex numbers."""

# [region difference]
def f(x):
    return x * x + 2 * x + 3


def secant_slope(f, x, h):
    return (f(x + h) - f(x)) / h


print(f"slope_h_1 = {secant_slope(f, 1.0, 1.0):.6g}")
print(f"slope_h_tenth = {secant_slope(f, 1.0, 0.1):.6g}")
print(f"slope_h_thousandth = {secant_slope(f, 1.0, 0.001):.6g}")
# [endregion]

# [region symbolic]
import sympy

x = sympy.symbols("x")
print(f"polynomial = {sympy.diff(x**2 + 2 * x + 3, x)}")
print(f"chain = {sympy.diff(sympy.sin(x**2), x)}")
# [endregion]


# [region errors]
import numpy as np


def cube(x):
    return x * x * x


at, exact = 0.7, 3 * 0.7 * 0.7
h = np.array([1e-1, 1e-4, 1e-8, 1e-12, 1e-16])
forward = np.abs((cube(at + h) - cube(at)) / h - exact)
central = np.abs((cube(at + h) - cube(at - h)) / (2 * h) - exact)
for digits, forward_error, central_error in zip((1, 4, 8, 12, 16), forward, central):
    print(f"forward_{digits} = {forward_error:.0e}")
    print(f"central_{digits} = {central_error:.0e}")
# [endregion]

# [region complex]
tiny = 1e-20
slope = cube(complex(at, tiny)).imag / tiny
print(f"complex_is_exact = {abs(slope - exact) < 1e-15}")
print(f"number_moved = {at + tiny != at}")
# [endregion]
