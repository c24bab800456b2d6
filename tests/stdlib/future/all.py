from __future__ import annotations
import __future__

print(__future__.all_feature_names, sorted(__future__.__all__))
for n in __future__.all_feature_names:
    f = getattr(__future__, n)
    print(n, f, f.getOptionalRelease(), f.getMandatoryRelease(), f.compiler_flag)
print([(n, getattr(__future__, n)) for n in dir(__future__) if n.startswith("CO_")])
def f(a: undefined) -> 3: pass
print(f.__annotations__, annotations, hex(f.__code__.co_flags))
print(compile("def g(a: b): pass", "", "exec", __future__.annotations.compiler_flag).co_flags & __future__.CO_FUTURE_ANNOTATIONS)
