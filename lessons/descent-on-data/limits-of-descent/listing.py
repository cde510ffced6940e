"""When descent keeps its promise and when it does not."""

# [region functions]
def convex_slope(x):  # f(x) = x^2 + 2x + 3
    return 2 * x + 2


def wavy(x):  # not convex: two valleys
    return x**4 - 3 * x**2 + x


def wavy_slope(x):
    return 4 * x**3 - 6 * x + 1


# [endregion]


# [region descend]
def descend(slope, start, rate, steps):
    x = start
    for _ in range(steps):
        x = x - rate * slope(x)
        if abs(x) > 1e6:
            return None  # diverged
    return x


# [endregion]

# [region run]
for start in (-2.0, 0.1, 0.2, 2.0):
    end = descend(wavy_slope, start, rate=0.05, steps=500)
    print(f"from {start:4.1f} to {end:7.4f}, height {wavy(end):7.4f}")
# [endregion]
left = descend(wavy_slope, -2.0, 0.05, 500)
right = descend(wavy_slope, 2.0, 0.05, 500)
print(f"left = {left:.4f}")
print(f"right = {right:.4f}")
print(f"left_height = {wavy(left):.4f}")
print(f"right_height = {wavy(right):.4f}")
print(f"convex_10 = {convex_slope(descend(convex_slope, 3.0, 0.01, 10)):.3f}")
print(f"convex_1000 = {convex_slope(descend(convex_slope, 3.0, 0.01, 1000)):.9f}")
print(f"too_fast = {descend(convex_slope, 3.0, 1.01, 2000)}")
