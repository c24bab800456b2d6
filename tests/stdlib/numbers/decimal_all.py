# Construction, contexts, conversions, formats and errors.
import copy
import math
import decimal as d
from decimal import *

def t(*calls):
    for f in calls:
        try:
            print(repr(f()).split(" object at ")[0])
        except Exception as e:
            print(type(e).__name__, e)

def fresh():
    setcontext(Context())
t(lambda:Decimal('x'),lambda:Decimal(0)/0,lambda:Decimal(1)/0,lambda:Decimal('1e999999')*Decimal('1e999999'),lambda:Decimal('sNaN')+1,lambda:Decimal('sNaN')==1,lambda:Decimal('NaN')<1,lambda:Decimal(1)+1.5,lambda:Decimal(1)+'x',lambda:Decimal([1]),lambda:Decimal((0,(1,2),'x')),lambda:Decimal((0,(1,2),-1)),lambda:Decimal((2,(1,),0)),lambda:Decimal((0,(10,),0)),lambda:Decimal((0,(),'F')),lambda:Decimal((0,(1,),'n')),lambda:Decimal((1,2)),lambda:Decimal(None),lambda:Decimal('  1_0.5 '),lambda:Decimal('1__0'),lambda:Decimal('٣'),lambda:Decimal(1,2),lambda:Decimal(value='3'),lambda:Decimal(True),lambda:Decimal(0.1),lambda:Decimal(1j),lambda:getcontext(),lambda:getcontext().flags,lambda:getcontext().traps,lambda:Context(prec=0),lambda:Context(rounding='x'),lambda:Context(Emin=1),lambda:Context(Emax=-1),lambda:Context(capitals=2),lambda:Context(clamp=2),lambda:Context(prec='x'),lambda:Context(flags=[Inexact],traps=[]),lambda:Context(flags=1),lambda:getcontext().foo,lambda:setcontext(1),lambda:hash(Decimal('sNaN')),lambda:int(Decimal('NaN')),lambda:int(Decimal('Inf')),lambda:round(Decimal('NaN')),lambda:round(Decimal('Inf')),lambda:float(Decimal('sNaN')),lambda:Decimal('NaN').as_integer_ratio(),lambda:Decimal('Inf').as_integer_ratio(),lambda:Decimal('1.5').quantize('x'),lambda:Decimal(1).quantize(Decimal('1e-30')),lambda:Decimal(1).foo,lambda:divmod(Decimal(1),0),lambda:Decimal(0)**0,lambda:Decimal(-1).sqrt(),lambda:Decimal(1).compare('x'),lambda:Decimal(1).exp(1),lambda:Decimal.from_float('x'),lambda:Decimal.from_number('x'),lambda:Decimal.from_number(1.5),lambda:localcontext(1),lambda:localcontext(foo=1),lambda:localcontext(prec=5),lambda:Decimal(5).quantize(Decimal(1),rounding='x'),lambda:Decimal(5).to_integral_value(rounding=5),lambda:Decimal(5).__format__(1),lambda:format(Decimal(5),'x'),lambda:format(Decimal(5),'010.3q'),lambda:Decimal(1).as_tuple(),lambda:Decimal('NaN12').as_tuple(),lambda:Decimal('-Inf').as_tuple(),lambda:Context().create_decimal('x'),lambda:Context(prec=3).create_decimal('1.23456'),lambda:Context(prec=3).create_decimal_from_float(1.23456),lambda:getcontext().add(1,2),lambda:getcontext().add('1',2),lambda:getcontext().power(2,3,5),lambda:getcontext().Etiny(),lambda:getcontext().copy(),lambda:getcontext().clear_flags(),lambda:DefaultContext,lambda:BasicContext,lambda:ExtendedContext,lambda:getcontext().traps[Inexact],lambda:getcontext().traps['x'],lambda:str(getcontext().traps),lambda:Decimal(1)<'x',lambda:Decimal(1)<1j,lambda:Decimal(1)==1j,lambda:Decimal(1)<0.5,lambda:pow(Decimal(2),3,Decimal(5)),lambda:pow(2,Decimal(3)),lambda:2.0+Decimal(1),lambda:Decimal(3).logical_and(1),lambda:DivisionByZero.__mro__,lambda:InvalidOperation.__mro__,lambda:FloatOperation.__mro__,lambda:ConversionSyntax.__mro__, lambda: DivisionUndefined.__mro__, lambda: Underflow.__mro__, lambda:Decimal(1).__reduce__(),lambda:getcontext().__reduce__(),lambda:float(Decimal('1e400')),lambda:Decimal.__module__,lambda:Context.__module__,lambda:DecimalTuple(1,2,3),lambda:d.HAVE_THREADS,lambda:d.__version__, lambda: IEEEContext(64), lambda: IEEEContext(33), lambda: MAX_PREC, lambda: MIN_ETINY)
fresh()
for s in ["0", "-0", "+0", "1", "-1.50", "1E3", "1e-7", "1e-6", "0.000001", "0.0000001", "123456789012345678901234567890.5", "Inf", "-infinity", "nan", "-NaN", "sNaN123", "nan00", "1e400", "-0E-5", "0e5", "00012.300", ".5", "5.", "1E+2", "1_000.5", "", ".", "e5", "1e", "1e+", "--1", "1 2", "in", "nanx", "0x1", "1.2.3", "+.1e-2", "９", "1e1000000", "1e-2000000", "infinit"]:
    try:
        x = Decimal(s)
        print(repr(s), x, repr(x), x.to_eng_string(), x.as_tuple(), x.adjusted(), x.is_signed(), x.number_class(), bool(x), x.copy_abs(), x.copy_negate())
    except Exception as e:
        print(repr(s), type(e).__name__, e)
for x in [Decimal("3.7"), Decimal("-3.5"), Decimal("2.5"), Decimal("0"), Decimal("1e3"), Decimal("-0.1"), Decimal("12345.6789")]:
    print(int(x), float(x), complex(x), round(x), round(x, 1), round(x, -1), round(x, 3), math.floor(x), math.ceil(x), math.trunc(x), x.as_integer_ratio(), hash(x), hash(x) == hash(float(x)), x.real, x.imag, x.conjugate(), abs(x), -x, +x, x.is_zero())
print(hash(Decimal("1e20")) == hash(10**20), hash(Decimal("0.5")) == hash(0.5), hash(Decimal("Inf")), hash(Decimal("-Inf")), hash(Decimal("1e-5")), hash(Decimal(-1)), hash(Decimal("1e1000")), Decimal("1.0") == 1, Decimal("0.1") == 0.1, Decimal("0.5") == 0.5, Decimal(1) < 2, 3 > Decimal(2), Decimal("NaN") == Decimal("NaN"), Decimal("NaN") != 1, Decimal("inf") > 10**100, {Decimal(1): "a"}[1], Decimal(2) == 2 + 0j)
for x in [Decimal("1234567.891"), Decimal("-0.00001234"), Decimal("0"), Decimal("1E+10"), Decimal("-1.5"), Decimal("Infinity"), Decimal("NaN"), Decimal("999.995"), Decimal("0.00"), Decimal("1e-10"), Decimal("-0.004"), Decimal("12345678901234567890")]:
    print(x, [format(x, s) for s in ("", "f", ".2f", "+.1f", " .0f", "e", ".3e", "E", ".0e", "g", ".3g", "G", "%", ".1%", ",", ",.2f", "_.1f", "15", "<15", "^15", "=15", "*>15.2f", "015.2f", "015,.2f", "#.0f", "z.2f", "+z.0f", "n", ".5n", "10.1e", "020,", "F", "é^12", "01", "08,.0f", ".0g", "#g")])
for s in ["", "5.2", "x", "<<<", "010", "<010", "5.f", ",n", ".", "+-", "ff", "1,2", "_,", ">5.1f"]:
    t(lambda: format(Decimal("1.25"), s))
c = Context(prec=5, rounding=ROUND_DOWN)
with localcontext(c) as ctx:
    print(ctx is c, Decimal(2) / 3, getcontext() is ctx, ctx.flags[Inexact])
    ctx.prec = 3
    print(Decimal(2) / 3)
print(getcontext().prec, c.flags[Inexact])
with localcontext(prec=4, rounding=ROUND_UP, traps={s: s is Inexact for s in getcontext().traps}):
    t(lambda: Decimal(1) / 3, lambda: Decimal(1) / 4)
with localcontext() as ctx:
    ctx.traps[FloatOperation] = True
    t(lambda: Decimal(1.5), lambda: Decimal(1) < 1.5, lambda: Decimal(1) == 1.5, lambda: Decimal.from_float(1.5), lambda: ctx.create_decimal(1.5), lambda: ctx.create_decimal_from_float(1.5))
    t(lambda: setattr(ctx, 'traps', [DivisionByZero]))
    other = Context(traps=[DivisionByZero])
    ctx.traps = other.traps
    t(lambda: Decimal(0) / 0, lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: ctx.flags, lambda: list(ctx.flags), lambda: len(ctx.traps), lambda: ctx.traps.copy() == dict(ctx.traps), lambda: ctx.traps.get(Inexact))
    ctx.clear_traps()
    t(lambda: Decimal(1) / 0, lambda: Decimal(-1) / 0, lambda: divmod(Decimal(1), 0), lambda: Decimal("Inf") - Decimal("Inf"), lambda: Decimal("sNaN5") + 1, lambda: Decimal(5) // 0, lambda: Decimal(5) % 0, lambda: ctx)
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(r, [str(Decimal(s).quantize(Decimal("1"), rounding=r)) for s in "1.1 1.5 2.5 -1.1 -1.5 -2.5 0.5 5.1 10.01 -0.0 0.4".split()], [str(Context(prec=2, rounding=r).create_decimal(s)) for s in "1.25 1.35 -1.25 9.99 1.01 1.05".split()], Decimal("7.5").to_integral_value(rounding=r), Decimal("-7.5").to_integral_exact(r))
x = Decimal("1.5")
print(copy.copy(x) is x, copy.deepcopy(x) is x, sum([Decimal("0.1")] * 10), max(Decimal(1), Decimal(2)), sorted([Decimal(3), 1, Decimal("-2.5"), 2.5]), isinstance(x, Decimal), str(x), f"{x:.3f}", "%s %.2f %d" % (x, x, x))
class S(Decimal):
    pass
s = S("1.25")
print(repr(s), type(s).__name__, type(s + 1).__name__, type(-s).__name__, type(S.from_float(0.5)).__name__, s == Decimal("1.25"), type(Decimal(s)).__name__)
from fractions import Fraction
print(Fraction(Decimal("1.25")), Fraction.from_decimal(Decimal("-0.5")), Decimal("0.5") == Fraction(1, 2), Decimal("0.3") < Fraction(1, 3), Fraction(1, 3) > Decimal("0.3"))
