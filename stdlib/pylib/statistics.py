# statistics: averages, spreads, relations, the normal distribution.

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "kde", "kde_random",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
           "pvariance", "quantiles", "stdev", "variance"]

import math
from bisect import bisect_left, bisect_right
from collections import namedtuple
from fractions import Fraction
from math import acos, asin, atan, cos, cosh, erfc, exp, fabs, fsum, hypot, isfinite, isinf, log, pi, sin, sqrt, sumprod, tan, tau


class StatisticsError(ValueError):
    pass


# Sums are exact: data are turned into ratios, added by denominator.

def _ratio(x):
    """Return x as a ratio; the denominator is None for what is not finite."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _common(types):
    """Return the type of a result made of data of these types."""
    T = int
    for S in types:
        if T is S or S is int or S is bool:
            continue
        if T is int or issubclass(S, T):
            T = S
        elif issubclass(T, S):
            continue
        elif issubclass(T, int):
            T = S
        elif issubclass(S, int):
            continue
        elif issubclass(T, Fraction) and issubclass(S, float):
            T = S
        elif not (issubclass(T, float) and issubclass(S, Fraction)):
            raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")
    return T


def _total(partials, power=1):
    if None in partials:
        return partials[None]
    return sum([Fraction(n, d ** power) for d, n in partials.items()])


def _sum(data):
    """Return the common type, the exact sum and the number of the data."""
    types, partials, count = {}, {}, 0
    for x in data:
        types[type(x)] = True
        n, d = _ratio(x)
        partials[d] = partials.get(d, 0) + n
        count += 1
    return _common(types), _total(partials), count


def _squares(data, center=None):
    """Return the type, the sum of the squared distances from the mean or from
    center, the mean and the number of the data."""
    if center is not None:
        T, total, count = _sum([(x - center) * (x - center) for x in data])
        return T, total, center, count
    types, sums, squares, count = {}, {}, {}, 0
    for x in data:
        types[type(x)] = True
        n, d = _ratio(x)
        sums[d] = sums.get(d, 0) + n
        squares[d] = squares.get(d, 0) + n * n
        count += 1
    T = _common(types)
    if not count:
        return T, Fraction(0), Fraction(0), 0
    if None in sums:
        return T, sums[None], sums[None], count
    sx, sxx = _total(sums), _total(squares, 2)
    return T, (count * sxx - sx * sx) / count, sx / count, count


def _convert(value, T):
    """Turn an exact result into the type of the data."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if _is_decimal(T):
            return T(value.numerator) / T(value.denominator)
        raise


def _is_decimal(T):
    if T in (int, float, Fraction):
        return False
    from decimal import Decimal

    return issubclass(T, Decimal)


def _not_negative(values, message):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


def mean(data):
    """Return the arithmetic mean."""
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, T)


def fmean(data, weights=None):
    """Return the mean, which may be weighted, as a float."""
    if weights is None:
        if not hasattr(data, "__len__"):
            data = list(data)
        total = fsum(data)
        if not len(data):
            raise StatisticsError("fmean requires at least one data point")
        return total / len(data)
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        total = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length") from None
    weight = fsum(weights)
    if not weight:
        raise StatisticsError("sum of weights must be non-zero")
    return total / weight


def geometric_mean(data):
    """Return the geometric mean as a float."""
    logs = []
    n, zero = 0, False
    for x in data:
        n += 1
        if x > 0.0 or math.isnan(x):
            logs.append(log(x))
        elif x == 0.0:
            zero = True
        else:
            raise StatisticsError("No negative inputs allowed", x)
    total = fsum(logs)
    if not n:
        raise StatisticsError("Must have a non-empty dataset")
    if math.isnan(total):
        return math.nan
    if zero:
        return math.nan if total == math.inf else 0.0
    return exp(total / n)


def harmonic_mean(data, weights=None):
    """Return the reciprocal of the mean of the reciprocals."""
    if iter(data) is data:
        data = list(data)
    message = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        import numbers

        if not (isinstance(x, numbers.Real) or _is_decimal(type(x))):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError(message)
        return x
    if weights is None:
        weights, weight = [1] * n, n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        _, weight, _ = _sum(_not_negative(weights, message))
    try:
        T, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _not_negative(data, message)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(weight / total, T)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data, len(data)


def median(data):
    """Return the middle of the sorted data, the mean of two if their number is even."""
    data, n = _sorted(data)
    i = n // 2
    return data[i] if n % 2 else (data[i - 1] + data[i]) / 2


def median_low(data):
    data, n = _sorted(data)
    return data[(n - 1) // 2]


def median_high(data):
    data, n = _sorted(data)
    return data[n // 2]


def median_grouped(data, interval=1.0):
    """Return the median of data that stand for intervals around them."""
    data, n = _sorted(data)
    x = data[n // 2]
    below = bisect_left(data, x)
    equal = bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (n / 2 - below) / equal


def _counts(data):
    counts = {}
    for x in iter(data):
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    """Return the most frequent value, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """Return the most frequent values."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == most]


def quantiles(data, *, n=4, method="exclusive"):
    """Return the n - 1 points that cut the data into parts of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size == 1:
        return data * (n - 1)
    if not size:
        raise StatisticsError("must have at least one data point")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def _variance(name, data, center, missing):
    T, total, _, n = _squares(data, center)
    if n <= missing:
        raise StatisticsError(f"{name} requires at least {'two data points' if missing else 'one data point'}")
    return T, total / (n - missing)


def variance(data, xbar=None):
    """Return the variance of a sample."""
    T, value = _variance("variance", data, xbar, 1)
    return _convert(value, T)


def pvariance(data, mu=None):
    """Return the variance of a population."""
    T, value = _variance("pvariance", data, mu, 0)
    return _convert(value, T)


def _deviation(name, data, center, missing):
    T, value = _variance(name, data, center, missing)
    try:
        n, d = value.numerator, value.denominator
    except AttributeError:
        raise ValueError("inf or nan encountered in data") from None
    return _decimal_sqrt(n, d) if _is_decimal(T) else _float_sqrt(n, d)


def stdev(data, xbar=None):
    """Return the standard deviation of a sample."""
    return _deviation("stdev", data, xbar, 1)


def pstdev(data, mu=None):
    """Return the standard deviation of a population."""
    return _deviation("pstdev", data, mu, 0)


def _float_sqrt(n, d):
    """Return the square root of n/d, rounded correctly."""
    def root(n, d):
        a = math.isqrt(n // d)
        return a | (a * a * d != n)  # an odd digit stands for a rest

    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        return (root(n, d << 2 * shift) << shift) / 1
    return root(n << -2 * shift, d) / (1 << -shift)


def _decimal_sqrt(n, d):
    """Return the square root of n/d, rounded correctly."""
    from decimal import Decimal

    if not n:
        return Decimal("0.0")
    root = (Decimal(n) / Decimal(d)).sqrt()
    square = Fraction(n, d)
    up, down = root.next_plus(), root.next_minus()
    if square > ((Fraction(root) + Fraction(up)) / 2) ** 2:
        return up
    if square < ((Fraction(root) + Fraction(down)) / 2) ** 2:
        return down
    return root


def _paired(what, x, y):
    if len(y) != len(x):
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{what} requires at least two data points")
    return len(x)


def covariance(x, y, /):
    """Return the covariance of two samples."""
    n = _paired("covariance", x, y)
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return sumprod((xi - xbar for xi in x), (yi - ybar for yi in y)) / (n - 1)


def _ranks(data, start):
    """Return the ranks of the data; equal ones share the mean of theirs."""
    order = sorted(range(len(data)), key=data.__getitem__)
    result = [0] * len(data)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and data[order[j]] == data[order[i]]:
            j += 1
        for k in order[i:j]:
            result[k] = start - 1 + i + (j - i + 1) / 2
        i = j
    return result


def correlation(x, y, /, *, method="linear"):
    """Return Pearson's or, with method ranked, Spearman's coefficient."""
    n = _paired("correlation", x, y)
    if method not in {"linear", "ranked"}:
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        start = (n - 1) / -2
        x, y = _ranks(list(x), start), _ranks(list(y), start)
    else:
        xbar, ybar = fsum(x) / n, fsum(y) / n
        x, y = [xi - xbar for xi in x], [yi - ybar for yi in y]
    try:
        return sumprod(x, y) / _sqrt_product(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


def _sqrt_product(x, y):
    """Return the square root of x * y without overflow, with a correction."""
    h = sqrt(x * y)
    if not isfinite(h):
        if isinf(h) and not isinf(x) and not isinf(y):
            return _sqrt_product(2.0 ** -512 * x, 2.0 ** -512 * y) / 2.0 ** -512
        return h
    if not h:
        if x and y:
            return _sqrt_product(2.0 ** 537 * x, 2.0 ** 537 * y) / 2.0 ** 537
        return h
    return h + sumprod((x, h), (y, -h)) / (2.0 * h)


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """Return slope and intercept of the line with the least squared distances."""
    n = _paired("linear regression", x, y)
    if not proportional:
        xbar, ybar = fsum(x) / n, fsum(y) / n
        x, y = [xi - xbar for xi in x], [yi - ybar for yi in y]
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)


# Kernels: density, cumulative, its inverse, and how far they reach.

def _newton(estimate, f, derivative):
    def inverse(y):
        x = estimate(y)
        while abs(diff := f(x) - y) > 1e-12:
            x -= diff / derivative(x)
        return x

    return inverse


def _mirrored(estimate):
    def inverse(p):
        return estimate(p) if p <= 1 / 2 else estimate(1.0 - p) * -1.0

    return inverse


def _quartic_estimate(p):
    if p < 0.0106:
        return (2.0 * p) ** 0.3838 - 1.0
    x = (2.0 * p) ** 0.4258865685331 - 1.0
    return x + 0.026818732 * sin(7.101753784 * p + 2.73230839482953) if p < 0.499 else x


def _triweight_estimate(p):
    x = (2.0 * p) ** 0.3400218741872791 - 1.0
    return x - 0.033 * sin(1.07 * tau * (p - 0.035)) if 1e-05 < p < 0.499 else x


def _kernels():
    sqrt2pi, neg_sqrt2 = sqrt(2 * pi), -sqrt(2)
    k = {
        "normal": (lambda t: exp(-1 / 2 * t * t) / sqrt2pi, lambda t: 1 / 2 * erfc(t / neg_sqrt2), lambda p: _inverse_normal(p, 0.0, 1.0), None),
        "logistic": (lambda t: 1 / 2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), lambda p: log(p / (1.0 - p)), None),
        "sigmoid": (lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), lambda p: log(tan(p * (pi / 2))), None),
        "rectangular": (lambda t: 1 / 2, lambda t: 1 / 2 * t + 1 / 2, lambda p: 2.0 * p - 1.0, 1.0),
        "triangular": (lambda t: 1.0 - abs(t), lambda t: t * t * (1 / 2 if t < 0.0 else -1 / 2) + t + 1 / 2,
                       lambda p: sqrt(2.0 * p) - 1.0 if p < 1 / 2 else 1.0 - sqrt(2.0 - 2.0 * p), 1.0),
        "parabolic": (lambda t: 3 / 4 * (1.0 - t * t), lambda t: sumprod((-1 / 4, 3 / 4, 1 / 2), (t ** 3, t, 1.0)),
                      lambda p: 2.0 * cos((acos(2.0 * p - 1.0) + pi) / 3.0), 1.0),
        "cosine": (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 1 / 2 * sin(pi / 2 * t) + 1 / 2, lambda p: 2.0 * asin(2.0 * p - 1.0) / pi, 1.0),
    }
    pdf, cdf = lambda t: 15 / 16 * (1.0 - t * t) ** 2, lambda t: sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t ** 5, t ** 3, t, 1.0))
    k["quartic"] = pdf, cdf, _newton(_mirrored(_quartic_estimate), cdf, pdf), 1.0
    pdf3, cdf3 = (lambda t: 35 / 32 * (1.0 - t * t) ** 3,
                  lambda t: sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t ** 7, t ** 5, t ** 3, t, 1.0)))
    k["triweight"] = pdf3, cdf3, _newton(_mirrored(_triweight_estimate), cdf3, pdf3), 1.0
    for name, of in ("gauss", "normal"), ("uniform", "rectangular"), ("epanechnikov", "parabolic"), ("biweight", "quartic"):
        k[name] = k[of]
    return k


def _kernel(data, h, kernel):
    if not len(data):
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not h={h!r}")
    found = _kernels().get(kernel)
    if found is None:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    return found


def kde(data, h, kernel="normal", *, cumulative=False):
    """Return a function that estimates the density of the data, or the
    cumulative distribution, with a kernel of width h."""
    density, distribution, _, reach = _kernel(data, h, kernel)
    n, sample = len(data), sorted(data)

    def near(x):
        """Return the data within reach of x, and how many are below."""
        nonlocal n, sample
        if len(data) != n:
            n, sample = len(data), sorted(data)
        i = bisect_left(sample, x - h * reach)
        return sample[i:bisect_right(sample, x + h * reach)], i

    def pdf(x):
        if reach is None:
            return sum([density((x - xi) / h) for xi in data]) / (len(data) * h)
        return sum([density((x - xi) / h) for xi in near(x)[0]]) / (n * h)

    def cdf(x):
        if reach is None:
            return sum([distribution((x - xi) / h) for xi in data]) / len(data)
        within, below = near(x)
        return sum([distribution((x - xi) / h) for xi in within], below) / n

    f = cdf if cumulative else pdf
    f.__doc__ = f"{'CDF' if cumulative else 'PDF'} estimate with h={h!r} and kernel={kernel!r}"
    return f


def kde_random(data, h, kernel="normal", *, seed=None):
    """Return a function that draws from the estimated density of the data."""
    import random

    inverse = _kernel(data, h, kernel)[2]
    source = random.Random(seed)

    def rand():
        return source.choice(data) + h * inverse(source.random())

    rand.__doc__ = f"Random KDE selection with h={h!r} and kernel={kernel!r}"
    return rand


# Coefficients of Wichura's algorithm AS241, highest power first: near the
# middle, further out, in the tails.
_as241 = (
    ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4, 4.59219_53931_54987_1457e+4,
      1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
     (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4, 2.12137_94301_58659_5867e+4,
      5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0)),
    ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
      3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
     (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
      6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0, 2.05319_16266_37758_82187e+0, 1.0)),
    ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
      2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
     (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
      1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1, 5.99832_20655_58879_37690e-1, 1.0)),
)


def _inverse_normal(p, mu, sigma):
    """Return the value below which a share p of a normal distribution lies."""
    def quotient(table, r):
        values = []
        for coefficients in table:
            value = coefficients[0]
            for c in coefficients[1:]:
                value = value * r + c
            values.append(value)
        return values

    q = p - 0.5
    if fabs(q) <= 0.425:
        num, den = quotient(_as241[0], 0.180625 - q * q)
        return mu + num * q / den * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    num, den = quotient(_as241[1], r - 1.6) if r <= 5.0 else quotient(_as241[2], r - 5.0)
    x = num / den
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution with mean mu and standard deviation sigma."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """Return the distribution with mean and deviation of a sample."""
        T, total, xbar, n = _squares(data)
        if n < 2:
            raise StatisticsError("stdev requires at least two data points")
        value = total / (n - 1)
        try:
            return cls(float(xbar), _float_sqrt(value.numerator, value.denominator))
        except AttributeError:
            return cls(float(xbar), float(xbar) / float(total))

    def samples(self, n, *, seed=None):
        """Return n random values."""
        import random

        source = random.random if seed is None else random.Random(seed).random
        return [_inverse_normal(source(), self._mu, self._sigma) for _ in range(n)]

    def _spread(self, fn):
        if not self._sigma:
            raise StatisticsError(f"{fn}() not defined when sigma is zero")

    def pdf(self, x):
        """Return the density at x."""
        variance = self._sigma * self._sigma
        if not variance:
            self._spread("pdf")
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """Return the probability of values up to x."""
        self._spread("cdf")
        return 0.5 * erfc((self._mu - x) / (self._sigma * sqrt(2.0)))

    def inv_cdf(self, p):
        """Return the x for which cdf(x) is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _inverse_normal(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """Return the points that cut the distribution into n equal parts."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """Return the common area of two densities."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        if not x.variance or not y.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = y.variance - x.variance, fabs(y._mu - x._mu)
        if not dv:
            return erfc(dm / (2.0 * x._sigma * sqrt(2.0)))
        a = x._mu * y.variance - y._mu * x.variance
        b = x._sigma * y._sigma * sqrt(dm * dm + dv * log(y.variance / x.variance))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(y.cdf(x1) - x.cdf(x1)) + fabs(y.cdf(x2) - x.cdf(x2)))

    def zscore(self, x):
        """Return the distance of x from the mean in standard deviations."""
        self._spread("zscore")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    median = mode = mean

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
