import copy
import random
import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F

def t(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

rnd = random.Random(4)
inf, nan = float("inf"), float("nan")
sets = [[], [1], [1, 2], [1, 2, 3, 4], [1.5, 2.5, 3.25], [D("0.5"), D("0.75"), D("0.625"), D("0.375")], [F(3, 7), F(1, 21), F(5, 3)], [1, 2.5], [1, F(1, 2)], [True, False, True], [1e308, 1e308], [inf, 1.0], [nan, 1], [2.5, 3.25, 5.5, 11.25, 11.75], [1, 1, 2, 3, 3], [0.1] * 10, [10**30, 1, -10**30], [rnd.gauss(5, 2) for _ in range(50)], [rnd.randrange(100) for _ in range(31)], [0, 4], [-1, 2], "abc", [F(1, 2), 0.5]]
for s in sets:
    print(s)
    for f in (st.mean, st.fmean, st.geometric_mean, st.harmonic_mean, st.median, st.median_low, st.median_high, st.median_grouped, st.mode, st.multimode, st.variance, st.pvariance, st.stdev, st.pstdev, st.quantiles, st.NormalDist.from_samples):
        try:
            print(f.__name__, repr(f(s)))
        except Exception as e:
            print(f.__name__, type(e).__name__, e)
    for kw in (dict(n=10), dict(n=3, method="inclusive"), dict(n=1), dict(n=0), dict(method="x")):
        t(lambda: st.quantiles(s, **kw))
t(lambda: st.mean(iter([1, 2])), lambda: st.fmean(iter([1, 2])), lambda: st.fmean([1, 2, 3], [1, 1, 2]), lambda: st.fmean([1], [0]), lambda: st.fmean([1, 2], [1]), lambda: st.harmonic_mean([40, 60], weights=[5, 30]), lambda: st.harmonic_mean([1, 2], [1]), lambda: st.harmonic_mean([1, 2], [-1, 1]), lambda: st.harmonic_mean([1, 2], [0, 0]), lambda: st.harmonic_mean(["a"]), lambda: st.harmonic_mean(iter([1, 2])), lambda: st.median_grouped([1, 3, 3, 5, 7], interval=2), lambda: st.median_grouped(["a"]), lambda: st.mode(["red", "blue", "red"]), lambda: st.multimode("aabbbbccddddeeffffgg"), lambda: st.variance([1, 2, 3], 2), lambda: st.pvariance([1, 2, 3], mu=2), lambda: st.stdev([1, 2, 3], xbar=2.5), lambda: st.pstdev([D(1), D(2), D(4)]), lambda: st.mean(["a", 1]), lambda: st.mean([None]), lambda: st.geometric_mean([0, 1]), lambda: st.geometric_mean([0, inf]))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2.5, 1]
t(lambda: st.covariance(x, y), lambda: st.correlation(x, y), lambda: st.correlation(x, y, method="ranked"), lambda: st.correlation([1, 1, 2], [3, 1, 1], method="ranked"), lambda: st.linear_regression(x, y), lambda: st.linear_regression(x, y, proportional=True), lambda: st.covariance([1], [1]), lambda: st.correlation([1, 2], [1]), lambda: st.correlation([1, 1], [1, 2]), lambda: st.linear_regression([1, 1], [1, 2]), lambda: st.correlation(x, y, method="z"), lambda: st.correlation([1e200, 2e200], [1e200, 3e200]), lambda: st.correlation([1e-200, 2e-200], [1e-200, 3e-200]), lambda: st.linear_regression([], []))
n, m = st.NormalDist(100, 15), st.NormalDist(90, 10)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance, n + m, n - m, n + 5, 5 + n, 5 - n, n * 2, 2 * n, n / -2, -n, +n, n == m, n == st.NormalDist(100, 15), hash(n) == hash(st.NormalDist(100, 15)), n.zscore(130), n.overlap(m), n.overlap(st.NormalDist(100, 10)), n.overlap(st.NormalDist(80, 15)), n.quantiles(), n.samples(3, seed=5), copy.copy(n) == n)
print([n.pdf(v) for v in (70, 100, 131.5)], [round(n.cdf(v), 14) for v in (70, 100, 131.5)], [n.inv_cdf(p) for p in (1e-20, 0.001, 0.05, 0.3, 0.5, 0.77, 0.99, 0.9999999)])
z = st.NormalDist(5, 0)
t(lambda: st.NormalDist(0, -1), lambda: z.pdf(1), lambda: z.cdf(1), lambda: z.zscore(1), lambda: z.overlap(n), lambda: n.overlap(3), lambda: n.inv_cdf(0), lambda: n.inv_cdf(1.5), lambda: n == 3, lambda: st.NormalDist.from_samples([1]))
data = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for k in ("normal", "gauss", "logistic", "sigmoid", "rectangular", "uniform", "triangular", "parabolic", "epanechnikov", "quartic", "biweight", "triweight", "cosine"):
    f, g, r = st.kde(data, 1.5, k), st.kde(data, 1.5, k, cumulative=True), st.kde_random(data, 1.5, k, seed=3)
    print(k, [f(v) for v in (-3, 0, 2.5, 7)], [round(g(v), 14) for v in (-3, 0, 2.5, 7)], [r() for _ in range(4)], f.__doc__, g.__doc__, r.__doc__)
t(lambda: st.kde([], 1), lambda: st.kde(["a"], 1), lambda: st.kde([1], 0), lambda: st.kde([1], 1, "q"), lambda: st.kde_random([1], -1))
print(sorted(st.__all__))
