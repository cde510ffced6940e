"""Writes values.csv: densities and distribution functions at 50 digits, for the tests in tests/core/probability.

    python3 tests/data/distributions/make.py        needs mpmath (Debian: python3-mpmath)

Each line: id; parameters; weights; x; log density; P(X <= x); P(X > x). Inputs are doubles, taken exactly; results have 17
digits. Formulas are the definitions: sums, closed forms, and for the incomplete gamma and beta functions power series of positive
terms and a continued fraction, with so many digits that 1 - p is harmless.
"""
from pathlib import Path

from mpmath import mp, mpf, log, exp, erfc, sqrt, pi, atan, loggamma, floor

mp.dps = 60
TINY = mpf(10) ** -45

def gamma_shares(a, x):
    """P(a, x) by its series below the mean, Q(a, x) by its continued fraction (Lentz) above, and the complement."""
    front = exp(a * log(x) - x - loggamma(a))
    if x <= a + 1:
        term = total = 1 / a
        k = 0
        while term > total * TINY:
            k += 1
            term *= x / (a + k)
            total += term
        return front * total, 1 - front * total
    b = x + 1 - a
    c, d = mpf(10) ** 300, 1 / b
    fraction = d
    k = 0
    while True:
        k += 1
        step = -k * (k - a)
        b += 2
        d = 1 / (step * d + b)
        c = b + step / c
        fraction *= d * c
        if abs(d * c - 1) < TINY:
            return 1 - front * fraction, front * fraction

def beta_series(a, b, x, y):
    """I_x(a, b) by x^a (1 - x)^b / (a B) times a series of positive terms; y = 1 - x."""
    term = total = mpf(1)
    k = 0
    while term > total * TINY * y:
        term *= x * (a + b + k) / (a + 1 + k)
        k += 1
        total += term
    return exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b)) / a * total

def beta_shares(a, b, x, y):
    """I_x(a, b) and its complement; y = 1 - x."""
    if x == 0 or y == 0:
        return x, y
    if y < x:
        upper, lower = beta_shares(b, a, y, x)
        return lower, upper
    lower = beta_series(a, b, x, y)  # converges the faster, the smaller x is
    upper = 1 - lower
    return lower, upper if upper > 1e-20 else beta_series(b, a, y, x)

def normal(z):
    return erfc(-z / sqrt(mpf(2))) / 2

def cauchy(z):
    return atan(-1 / z) / pi if z < -1 else mpf(1) / 2 + atan(z) / pi if z < 1 else 1 - atan(1 / z) / pi

rows = []

def add(id, parameters, x, log_density, cdf, upper=None, weights=()):
    upper = 1 - cdf if upper is None else upper
    named = ','.join(f'{key}={value!r}' for key, value in parameters.items())
    numbers = (mp.nstr(v, 17, min_fixed=1, max_fixed=0) for v in (mpf(log_density), mpf(cdf), mpf(upper)))
    rows.append(';'.join([id, named, ' '.join(map(repr, weights)), repr(float(x)), *numbers]))

def whole(mean, deviation, low, high):
    """Values near the mean and far out in both tails."""
    steps = (-30, -8, -3, -1, -0.3, 0, 0.3, 1, 3, 8, 30)
    return sorted({min(high, max(low, round(mean + z * deviation))) for z in steps} | {low, low + 1 if low < high else low})

for p in (0.0, 1e-9, 0.3, 0.5, 1.0):
    for x in (0, 1):
        share = mpf(p) if x else 1 - mpf(p)
        if share > 0:
            add('bernoulli', {'probability': p}, x, log(share), 1 - mpf(p) if x == 0 else 1)

for n, p in ((1, 0.3), (10, 0.3), (30, 0.5), (1200, 0.5), (1000, 1e-4), (100000, 0.001), (100000, 0.5), (100000, 0.999)):
    P, Q = mpf(p), 1 - mpf(p)
    for k in whole(n * p, (n * p * (1 - p)) ** 0.5, 0, n):
        mass = loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + k * log(P) + (n - k) * log(Q)
        upper, cdf = beta_shares(mpf(k + 1), mpf(n - k), P, Q) if k < n else (0, 1)
        add('binomial', {'trials': n, 'probability': p}, k, mass, cdf, upper)

for p in (1e-6, 0.01, 0.3, 0.999):
    for k in (1, 2, 5, 20, 100, 30000):
        Q = 1 - mpf(p)
        add('geometric', {'probability': p}, k, log(mpf(p)) + (k - 1) * log(Q), 1 - Q ** k, Q ** k)

for rate in (0.001, 0.5, 4.0, 30.5, 200.0, 5000.0, 100000.0):
    R = mpf(rate)
    for k in whole(rate, rate ** 0.5, 0, 10**9):
        upper, cdf = gamma_shares(mpf(k + 1), R)
        add('poisson', {'rate': rate}, k, k * log(R) - R - loggamma(k + 1), cdf, upper)

for low, high in ((1, 6), (-1000000, 1000000), (3, 3)):
    for x in sorted({low, low + (high - low) // 3, high}):
        n = mpf(high - low + 1)
        add('discrete-uniform', {'from': low, 'to': high}, x, -log(n), (x - low + 1) / n)

for weights in ((1.0, 2.0, 5.0, 0.5), (0.1, 0.2, 0.7), (1e-12, 1.0, 1e-9)):
    total = sum(map(mpf, weights))
    for k in range(len(weights)):
        add('categorical', {}, k, log(mpf(weights[k]) / total), sum(map(mpf, weights[: k + 1])) / total,
            sum(map(mpf, weights[k + 1 :])) / total, weights)

for low, high in ((0.0, 1.0), (-3.5, 1000.25), (-1e6, 1e6)):
    for part in (0.0, 1e-9, 0.25, 0.5, 0.999):
        x = low + part * (high - low)
        width = mpf(high) - mpf(low)
        add('uniform', {'from': low, 'to': high}, x, -log(width), (mpf(x) - mpf(low)) / width)

scores = (-37.0, -20.0, -10.0, -5.0, -2.0, -1.0, -0.1, 0.0, 0.3, 1.5, 4.0, 8.3, 15.0, 37.0)
for mean, deviation in ((0.0, 1.0), (3.0, 0.25), (-1000.0, 1e-6), (1e6, 1e6)):
    for score in scores:
        x = mean + score * deviation
        z = (mpf(x) - mpf(mean)) / mpf(deviation)
        add('normal', {'mean': mean, 'deviation': deviation}, x, -z * z / 2 - log(2 * pi) / 2 - log(mpf(deviation)), normal(z), normal(-z))
        if abs(score) <= 15:
            x = mean + score * score * score * deviation
            z = (mpf(x) - mpf(mean)) / mpf(deviation)
            add('cauchy', {'location': mean, 'scale': deviation}, x, -log(pi * mpf(deviation) * (1 + z * z)), cauchy(z), cauchy(-z))
            add('laplace', {'location': mean, 'scale': deviation}, x, -abs(z) - log(2 * mpf(deviation)),
                exp(z) / 2 if z < 0 else 1 - exp(-z) / 2, exp(-z) / 2 if z > 0 else 1 - exp(z) / 2)
for z in (1e20, -1e160):
    add('cauchy', {'location': 0.0, 'scale': 1.0}, z, -log(pi * (1 + mpf(z) ** 2)), cauchy(mpf(z)), cauchy(-mpf(z)))

for mean, deviation in ((0.0, 0.5), (-20.0, 5.0), (3.0, 0.01)):
    for score in scores if deviation > 0.1 else scores[3:-2]:
        x = float(exp(mean + score * deviation))
        z = (log(mpf(x)) - mpf(mean)) / mpf(deviation)
        add('log-normal', {'log-mean': mean, 'log-deviation': deviation}, x,
            -z * z / 2 - log(2 * pi) / 2 - log(mpf(deviation)) - log(mpf(x)), normal(z), normal(-z))

for rate in (1e-6, 0.7, 1e6):
    for t in (1e-12, 0.01, 0.5, 1.0, 3.0, 40.0, 600.0):
        x = t / rate
        s = mpf(rate) * mpf(x)
        add('exponential', {'rate': rate}, x, log(mpf(rate)) - s, 1 - exp(-s), exp(-s))

for shape, scale in ((0.01, 1.0), (0.1, 3.0), (0.5, 2.0), (1.0, 0.7), (2.5, 1e-6), (4.0, 2.0), (30.0, 1.0), (1000.0, 1e6), (100000.0, 0.01)):
    for score in (-30, -8, -3, -1, 0, 0.5, 2, 6, 20, 35):
        x = (shape + score * shape**0.5) * scale
        for x in ([x] if x > 0 else [shape * scale * 10.0**score, shape * scale * 0.1]):
            z, k = mpf(x) / mpf(scale), mpf(shape)
            add('gamma', {'shape': shape, 'scale': scale}, x, (k - 1) * log(z) - z - loggamma(k) - log(mpf(scale)), *gamma_shares(k, z))

for a, b in ((0.01, 0.01), (0.5, 0.5), (0.05, 300.0), (1.0, 4.0), (4.0, 1.0), (2.0, 5.0), (30.0, 0.7), (200.0, 4000.0), (100000.0, 100000.0), (0.3, 100000.0), (100000.0, 1.5)):
    mean, deviation = a / (a + b), (a * b / (a + b + 1)) ** 0.5 / (a + b)
    places = {mean + score * deviation for score in (-25, -8, -3, -1, 0, 0.5, 2, 6, 25)} | {1e-12, 1e-3, 0.05, 0.5, 0.999}
    for x in sorted(places):
        if 0 < x < 1:
            A, B, X = mpf(a), mpf(b), mpf(x)
            density = (A - 1) * log(X) + (B - 1) * log(1 - X) + loggamma(A + B) - loggamma(A) - loggamma(B)
            add('beta', {'alpha': a, 'beta': b}, x, density, *beta_shares(A, B, X, 1 - X))

for freedom in (0.1, 0.5, 1.0, 2.0, 3.0, 7.5, 30.0, 1000.0, 1e6):
    for x in (-1e100, -1e6, -300.0, -37.0, -10.0, -5.0, -1.0, -0.01, 0.0, 1e-9, 0.5, 2.0, 6.0, 25.0, 1e5, 1e60):
        n, X = mpf(freedom), mpf(x)
        tail = beta_shares(n / 2, mpf(1) / 2, n / (n + X * X), X * X / (n + X * X))[0] / 2 if X else mpf(1) / 2
        density = loggamma((n + 1) / 2) - loggamma(n / 2) - log(n * pi) / 2 - (n + 1) / 2 * log(1 + X * X / n)
        add('student-t', {'freedom': freedom}, x, density, tail if x < 0 else 1 - tail, tail if x > 0 else 1 - tail)

for share, m1, s1, m2, s2 in ((0.4, -1.5, 0.6, 1.0, 0.8), (1e-6, 0.0, 1.0, 50.0, 0.01), (0.0, 0.0, 1.0, 2.0, 3.0)):
    for score in scores:
        x = m1 + score * s1
        w, z1, z2 = mpf(share), (mpf(x) - mpf(m1)) / mpf(s1), (mpf(x) - mpf(m2)) / mpf(s2)
        density = w * exp(-z1 * z1 / 2) / mpf(s1) + (1 - w) * exp(-z2 * z2 / 2) / mpf(s2)
        add('normal-mixture', {'share': share, 'mean-1': m1, 'deviation-1': s1, 'mean-2': m2, 'deviation-2': s2}, x,
            log(density / sqrt(2 * pi)), w * normal(z1) + (1 - w) * normal(z2), w * normal(-z1) + (1 - w) * normal(-z2))

for low, high, weights in ((0.0, 1.0, (1.0, 3.0, 0.5, 2.0)), (-2.0, 6.0, (0.1, 0.9, 0.4)), (0.0, 8.0, (0.0, 1.0, 0.0, 2.0))):
    width, total, n = (mpf(high) - mpf(low)) / len(weights), sum(map(mpf, weights)), len(weights)
    for part in (0.02, 0.3, 0.6, 0.97):
        x = low + part * (high - low)
        bar = int(floor((mpf(x) - mpf(low)) / width))
        inside = (mpf(x) - mpf(low)) / width - bar
        below = sum(map(mpf, weights[:bar])) / total + inside * mpf(weights[bar]) / total
        height = mpf(weights[bar]) / total / width
        add('drawn', {'from': low, 'to': high}, x, log(height) if height else mpf('-inf'), below, None, weights)

(Path(__file__).parent / 'values.csv').write_text('\n'.join(rows) + '\n')
print(len(rows), 'rows')
