"""Gradient descent on f(x) = x^2 + 2x + 3, SymPy differentiates, Python walks."""

# [region function]
import sympy

x = sympy.symbols("x")
f = x**2 + 2 * x + 3
slope = sympy.lambdify(x, sympy.diff(f, x))
# [endregion]


# [region descend]
def descend(start, rate, tolerance=1e-5, limit=1000):
    position, steps = start, 0
    while abs(slope(position)) >= tolerance and steps < limit:
        position = position - rate * slope(position)
        steps += 1
    return position, steps


# [endregion]

# [region run]
position, steps = descend(start=3.0, rate=0.1)
print(f"derivative = {sympy.diff(f, x)}")
print(f"steps = {steps}")
print(f"x_end = {position:.7f}")
print(f"slope_end = {slope(position):.2e}")
# [endregion]

first = 3.0 - 0.1 * slope(3.0)
second = first - 0.1 * slope(first)
print(f"x_1 = {first:.2f}")
print(f"x_2 = {second:.2f}")
print(f"steps_tiny_rate = {descend(3.0, 0.01)[1]}")
print(f"steps_half_rate = {descend(3.0, 0.5)[1]}")
print(f"steps_large_rate = {descend(3.0, 0.9)[1]}")
print(f"steps_bounce = {descend(3.0, 1.0, limit=1000)[1]}")
print(f"x_after_ten_at_1_1 = {descend(3.0, 1.1, limit=10)[0]:.2f}")
print(f"steps_loose_tolerance = {descend(3.0, 0.1, tolerance=1e-2)[1]}")
print(f"steps_tight_tolerance = {descend(3.0, 0.1, tolerance=1e-10)[1]}")
