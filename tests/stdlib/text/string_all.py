import string
from string import Template, Formatter

for n in string.__all__:
    v = getattr(string, n)
    print(n, repr(v) if isinstance(v, str) else callable(v))
print(string.capwords("  hello   wORLD foo"), string.capwords("a-b-c", "-"), string.capwords("\tabc\ndef "))
t = Template("$who likes ${what} for $$5, $who's")
print(t.substitute(who="tim", what="kung pao"), t.template, t.safe_substitute(who="x"), t.safe_substitute({"what": 1}), t.substitute({"who": 1}, what=2), t.is_valid(), t.get_identifiers())
def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)
tries(lambda: t.substitute(), lambda: Template("$").substitute(), lambda: Template("a\nb $ x").substitute(), lambda: Template("$1").safe_substitute(), lambda: Template("${").substitute(),
      lambda: Template("${a").safe_substitute(a=1), lambda: Template("$é").substitute(), lambda: Template("$").is_valid(), lambda: Template("$a $b $a ${c} $").get_identifiers(), lambda: Template("$mapping").substitute(mapping=3),
      lambda: Template("$self").substitute(self=3), lambda: t.substitute(1, 2), lambda: Template("$A $a").substitute(A=1, a=2), lambda: Template(1).substitute())
class A(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"
print(A("%foo_bar %% %x").safe_substitute(foo_bar=1), A.pattern.pattern == A.pattern.pattern, A.flags)
class B(Template):
    braceidpattern = "[a-z.]+"
print(B("$a ${a.b}").substitute({"a": 1, "a.b": 2}))
class C(Template):
    pattern = r"@(?:(?P<escaped>@)|(?P<named>\w+)|<(?P<braced>\w+)>|(?P<invalid>))"
print(C("@a @@ @<b>").substitute(a=1, b=2))
class D(Template):
    pattern = r"(?P<badname>\w+)"
tries(lambda: D("a").substitute(), lambda: D("a").safe_substitute(), lambda: D("a").is_valid(), lambda: D("a").get_identifiers())
class E(Template):
    flags = 0
print(E("$a $A").safe_substitute(a=1, A=2))
f = Formatter()
tries(lambda: f.format("{} {} {a} {0}"), lambda: f.format("{0} {1} {a!r:>5}", 1, 2, a="x"), lambda: f.format("{} {}", 1, 2), lambda: f.format("{0}{}", 1), lambda: f.format("{}{0}", 1), lambda: f.format("{:{}}|{:>{w}}", 1, 5, 2, w=4),
      lambda: f.format("{a.real} {b[0]} {b[x]}", a=1, b={0: 2, "x": 3}), lambda: f.format("{!z}", 1), lambda: f.format("{!s}{!r}{!a}", "é", "é", "é"), lambda: f.format("{{}}"), lambda: f.format("{", 1), lambda: f.format("}", 1),
      lambda: f.format("{x}"), lambda: f.format("{3}", 1), lambda: f.vformat("{0} {k}", (1,), {"k": 2}), lambda: list(f.parse("a{b!r:c}d{{e}}{}")), lambda: f.get_field("0.real", (3,), {}), lambda: f.format("{:{:{:{}}}}", 1, 2, 3, 4), lambda: f.format(), lambda: f.format("{format_string}", format_string="q"))
class G(Formatter):
    def get_value(self, key, args, kw):
        return f"<{key}>"
    def check_unused_args(self, used, args, kw):
        print(sorted(map(str, used)), args, kw)
    def format_field(self, v, spec):
        return f"{v}~{spec}"
print(G().format("{0} {a:>3} {b}", 1, 2, c=3))
