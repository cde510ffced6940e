"""The tangent of f(x) = x^2 + 2x + 3, and what adding or subtracting the slope does to the height."""

# [region slope]
import sympy

symbol = sympy.symbols("x")
expression = symbol**2 + 2 * symbol + 3
f = sympy.lambdify(symbol, expression)
slope = sympy.lambdify(symbol, sympy.diff(expression, symbol))
# [endregion]


# [region tangent]
def tangent(at, x):
    return f(at) + slope(at) * (x - at)


print(f"curve_near = {f(2.1):.6g}")
print(f"tangent_near = {tangent(2.0, 2.1):.6g}")
print(f"curve_far = {f(5.0):.6g}")
print(f"tangent_far = {tangent(2.0, 5.0):.6g}")
# [endregion]

# [region move]
rate = 0.1
for name, x in (("right", 2.0), ("left", -3.0)):
    print(f"{name}_height = {f(x):.6g}")
    print(f"{name}_added = {f(x + rate * slope(x)):.6g}")
    print(f"{name}_subtracted = {f(x - rate * slope(x)):.6g}")
# [endregion]

print(f"right_whole_slope = {f(2.0 - slope(2.0)):.6g}")

# [region kink]
def one_sided(f, x, h):
    return (f(x + h) - f(x)) / h


print(f"kink_from_right = {one_sided(abs, 0.0, 1e-6):.0f}")
print(f"kink_from_left = {one_sided(abs, 0.0, -1e-6):.0f}")
# [endregion]
