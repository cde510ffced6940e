"""An objective is a function of the parameters: the data are numbers in it."""

# [region objective]
import numpy

x = numpy.array([0.0, 1.0, 2.0, 3.0])
y = numpy.array([1.0, 3.0, 3.0, 5.0])


def objective_for(x, y):
    """The data go in here, once; what comes out is a function of the parameters alone."""

    def objective(beta):
        residuals = y - beta[0] - beta[1] * x
        return numpy.mean(residuals**2)

    return objective


before = objective_for(x, y)
after = objective_for(x, numpy.array([1.0, 3.0, 3.0, 1.0]))
print(f"before = {before([1.2, 1.2]):.1f}")
print(f"after = {after([1.2, 1.2]):.1f}")
print(f"after_best = {after([2.0, 0.0]):.1f}")
# [endregion]


# [region sums]
def sums(x, y):
    return [numpy.mean(term) for term in (x, x**2, y, x * y, y**2)]


print("sums = " + ", ".join(f"{value:g}" for value in sums(x, y)))
# [endregion]

# [region places]
places = [(b0, b1) for b0 in numpy.linspace(0, 2.4, 25) for b1 in numpy.linspace(0, 2.4, 25)]
formulas = {
    "mean": before,
    "sum": lambda beta: 4 * before(beta),
    "half": lambda beta: before(beta) / 2,
    "norm": lambda beta: numpy.sqrt(4 * before(beta)),
    "absolute": lambda beta: numpy.mean(numpy.abs(y - beta[0] - beta[1] * x)),
    "penalised": lambda beta: before(beta) + beta[1] ** 2,
}
for name, formula in formulas.items():
    best = min(places, key=formula)
    print(f"{name} = ({best[0]:.1f}, {best[1]:.1f})")
# [endregion]

# [region penalty]
guesses = numpy.array([2.0, 3.0, 3.5, 5.0, 8.0])
centres = numpy.linspace(0, 8, 8001)
for penalty in (0, 1, 4):
    heights = [numpy.mean((guesses - c) ** 2) + penalty * c**2 for c in centres]
    print(f"centre_{penalty} = {centres[numpy.argmin(heights)]:.2f}")
# [endregion]

# The objective multiplied out agrees with the one that adds squares.
b0, b1 = numpy.random.default_rng(1).normal(size=(2, 100))
expanded = b0**2 + 3 * b0 * b1 + 3.5 * b1**2 - 6 * b0 - 12 * b1 + 11
print(f"checked = {numpy.allclose(expanded, [before(beta) for beta in zip(b0, b1)], rtol=0, atol=1e-12)}")
