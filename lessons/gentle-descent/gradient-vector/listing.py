"""Gradient descent on f(x, y) = x^2 + 2y^2 with SymPy for the partial derivatives and NumPy for the vectors."""

# [region gradient]
import numpy
import sympy

x, y = sympy.symbols("x y")
f = x**2 + 2 * y**2
partials = [sympy.diff(f, variable) for variable in (x, y)]
gradient = sympy.lambdify((x, y), partials)
# [endregion]


# [region descend]
def descend(start, rate, tolerance=1e-5, limit=1000):
    point, steps = numpy.array(start, dtype=float), 0
    while numpy.linalg.norm(gradient(*point)) >= tolerance and steps < limit:
        point = point - rate * numpy.array(gradient(*point))
        steps += 1
    return point, steps


# [endregion]

# [region run]
point, steps = descend(start=[3.0, 2.0], rate=0.1)
print(f"partial_x = {partials[0]}")
print(f"partial_y = {partials[1]}")
print(f"steps = {steps}")
print(f"norm_end = {numpy.linalg.norm(gradient(*point)):.2e}")
# [endregion]

start = numpy.array([3.0, 2.0])
slope_x, slope_y = gradient(*start)
print(f"slope_x = {slope_x:.0f}")
print(f"slope_y = {slope_y:.0f}")
print(f"norm_start = {numpy.hypot(slope_x, slope_y):.0f}")
first = start - 0.1 * numpy.array([slope_x, slope_y])
print(f"first_x = {first[0]:.1f}")
print(f"first_y = {first[1]:.1f}")
value = sympy.lambdify((x, y), f)
print(f"value_start = {value(*start):.0f}")
print(f"value_first = {value(*first):.2f}")
print(f"steps_best_rate = {descend([3.0, 2.0], 1 / 3)[1]}")
print(f"steps_at_limit_rate = {descend([3.0, 2.0], 0.5)[1]}")
