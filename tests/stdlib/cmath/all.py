import cmath, random
random.seed(5)
fs=[getattr(cmath,n) for n in 'acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh'.split()]
big=[710.0, 709.5, -710.3, 1e308, 5e-324, 1e-310, 745.2, 0.0, 1.0, 1e-160, 1.7e308]
pts=[complex(random.gauss(0,3),random.gauss(0,3)) for i in range(300)]+[complex(a,b) for a in big for b in big]
import math
for f in fs:
    for z in pts:
        try: r=f(z)
        except Exception as e: r=repr(e)
        print(f.__name__, z, r if isinstance(r,str) else '%.9g %.9g'%(r.real,r.imag))
