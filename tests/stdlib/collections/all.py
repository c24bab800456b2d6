from collections import *
import collections, copy
import collections.abc as ca
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
# deque
d = deque('abcdef'); d.rotate(2); t(lambda: d); d.rotate(-3); t(lambda: d); d.insert(2,'X'); t(lambda: d); d.insert(-1,'Y'); t(lambda: d); del d[3]; t(lambda: d); d[0]='q'; t(lambda: d); d.remove('X'); t(lambda: d); d.reverse(); t(lambda: d); t(lambda: list(reversed(d))); t(lambda: d.index('e')); t(lambda: d.index('e',3,2)); t(lambda: d.count('q')); t(lambda: d[10]); t(lambda: d['a']); t(lambda: d[1:2]); t(lambda: d+deque('z')); t(lambda: d+[1]); t(lambda: d*2); t(lambda: deque([1,2],3)*4); t(lambda: d==deque(d)); t(lambda: deque([1])<deque([2])); t(lambda: d==list(d)); t(lambda: hash(d)); t(lambda: bool(deque())); t(lambda: deque(maxlen=0)); t(lambda: deque([1,2,3],maxlen=2)); t(lambda: deque([],-1)); t(lambda: deque([],'a')); t(lambda: deque(1)); t(lambda: deque(1,2,3)); t(lambda: deque([1],2).insert(0,3)); t(lambda: deque([1],1).insert(0,3)); t(lambda: deque().pop()); t(lambda: deque().popleft()); t(lambda: copy.copy(deque([1],4))); t(lambda: deque([1],4).copy().maxlen); t(lambda: 'a' in d); t(lambda: deque([1]).__reduce__()[:2]); t(lambda: deque([1,2],5).__reduce__()[:2])
def mut():
    d = deque([1,2,3])
    for x in d: d.append(x)
t(mut)
class D(deque): pass
t(lambda: D([1,2])); t(lambda: D([1,2]).copy()); x=D(); x.foo=1; t(lambda: x.foo); x=deque(); x.append(x); t(lambda: x); t(lambda: deque.append.__doc__ is not None); t(lambda: deque([1]).append()); t(lambda: deque().extend(5)); e=deque([1,2]); e.extend(e); t(lambda: e); e.extendleft([7,8]); t(lambda: e); e+=[3]; t(lambda: e); e*=2; t(lambda: e); t(lambda: e.clear()); t(lambda: e)
# defaultdict
dd=defaultdict(int); dd['a']+=1; t(lambda: dd); t(lambda: dd.default_factory); t(lambda: dd.copy()); t(lambda: dd|{1:2}); t(lambda: {1:2}|dd); dd.default_factory=None; t(lambda: dd['zz']); t(lambda: defaultdict(3)); t(lambda: defaultdict(list,a=1)); t(lambda: defaultdict(list,{1:2})); t(lambda: defaultdict()); t(lambda: dd.__missing__(3)); t(lambda: copy.deepcopy(defaultdict(list,{1:[2]}))); t(lambda: type(copy.copy(dd))); t(lambda: dict.__new__(defaultdict)); t(lambda: defaultdict.fromkeys([1],2)); t(lambda: defaultdict(int)==({}))
class MD(defaultdict, OrderedDict if 0 else object): pass
t(lambda: type('X',(defaultdict,OrderedDict),{})) ; t(lambda: type('X',(defaultdict,Counter),{}))
# OrderedDict
od=OrderedDict.fromkeys('abc',0); t(lambda: od); t(lambda: od.popitem()); t(lambda: od.popitem(last=False)); t(lambda: od.move_to_end('zz')); od.update(x=1); t(lambda: list(reversed(od))); t(lambda: od.setdefault('k',5)); t(lambda: od.pop('k')); t(lambda: od.pop('k')); t(lambda: od.pop('k',7)); t(lambda: od==OrderedDict(reversed(list(od.items())))); t(lambda: dict(od)==od); t(lambda: OrderedDict([(1,2)],a=3)); t(lambda: OrderedDict(1)); t(lambda: OrderedDict([1])); t(lambda: OrderedDict([1],[2])); t(lambda: OrderedDict().popitem()); t(lambda: od|{'q':1}); od|={'r':2}; t(lambda: od); t(lambda: copy.copy(od)); t(lambda: copy.deepcopy(od)); t(lambda: list(reversed(od.items()))); t(lambda: od.copy()==od); t(lambda: od!=od.copy())
q=OrderedDict(); 
for i in range(1000): q[i]=i
for i in range(990): q.popitem(last=False)
for i in range(0,3): q.move_to_end(995,last=bool(i%2))
t(lambda: q); q[1]=1; t(lambda: list(q)); s=OrderedDict(a=1); s['s']=s; t(lambda: s)
class LRU(OrderedDict):
    def __init__(self,n): super().__init__(); self.n=n
    def __setitem__(self,k,v):
        super().__setitem__(k,v)
        if len(self)>self.n: self.popitem(last=False)
    def __getitem__(self,k):
        v=super().__getitem__(k); self.move_to_end(k); return v
l=LRU(2); l[1]=1; l[2]=2; l[1]; l[3]=3; t(lambda: list(l)); t(lambda: 2 in l); t(lambda: l)
# namedtuple
P=namedtuple('P','x,y'); p=P(1,2); t(lambda: p==(1,2)); t(lambda: P(*[1,2])); t(lambda: P(1)); t(lambda: P(1,2,3)); t(lambda: P(x=1,z=2)); t(lambda: p._replace(z=1)); t(lambda: P._make([1])); t(lambda: P._fields); t(lambda: P._field_defaults); t(lambda: copy.copy(p)); t(lambda: p.__getnewargs__()); t(lambda: hash(p)==hash((1,2))); t(lambda: repr(P.x)); t(lambda: P.__new__.__defaults__); t(lambda: P.__match_args__); t(lambda: P.__module__); t(lambda: P.__mro__)
for a in (('class','a'),('A','class'),('A','a a'),('A','_a'),('A','1'),('1','a')): t(lambda: namedtuple(*a))
t(lambda: namedtuple('A','class a a _x',rename=True)._fields); t(lambda: namedtuple('A','a b',defaults=[1,2,3])); t(lambda: namedtuple('A',['a','b'],defaults=(1,))(5)); t(lambda: namedtuple('A',[])()); t(lambda: namedtuple('A','a',module='zz').__module__)
class Q(P):
    def s(self): return self.x+self.y
t(lambda: Q(1,2).s()); t(lambda: Q(1,2)); t(lambda: p[0]); t(lambda: p.__doc__); t(lambda: copy.replace(p,x=9)); 
def da(): del p.x
t(da)
match p:
    case P(a,b): print('match',a,b)
# Counter
c=Counter(a=3,b=1); t(lambda: c+Counter(b=5)); t(lambda: c-Counter(a=1,b=5)); t(lambda: c&Counter(a=1)); t(lambda: c|Counter(a=1,z=4)); t(lambda: c^Counter(a=1)); t(lambda: +Counter(a=-1,b=2)); t(lambda: -Counter(a=-1,b=2)); t(lambda: c.most_common()); t(lambda: c.most_common(1)); t(lambda: c.total()); t(lambda: c<=Counter(a=3,b=1)); t(lambda: c<Counter(a=4,b=1)); t(lambda: c==Counter('aaab')); t(lambda: c!=c); t(lambda: Counter.fromkeys('a')); c.subtract('ab'); t(lambda: c); c.update({'a':5}); t(lambda: c); del c['nope']; t(lambda: Counter(1)); t(lambda: Counter([1],[2])); t(lambda: c.copy()); t(lambda: Counter()); t(lambda: Counter(a='x',b=1)); c+=Counter(z=2); t(lambda: c); c-=Counter(z=5); t(lambda: c); c&=Counter(a=2); t(lambda: c); c|=Counter(k=1); t(lambda: c); t(lambda: c==3); t(lambda: c+3); t(lambda: sorted(Counter('hello world'.split()).elements())); t(lambda: Counter({1:2}).__reduce__()); t(lambda: c.pop('k'))
# ChainMap, User*
m=ChainMap({'a':1},{'b':2,'a':3}); t(lambda: m); t(lambda: list(m)); t(lambda: m['zz']); t(lambda: m.new_child(q=1)); t(lambda: m.parents); m['n']=1; t(lambda: m.maps[0]); t(lambda: m.pop('b')); t(lambda: len(m)); t(lambda: m|{'x':1}); t(lambda: {'x':1}|m); t(lambda: m.popitem()); t(lambda: bool(ChainMap())); t(lambda: ChainMap().popitem()); t(lambda: m.get('q',4)); t(lambda: dict(m)); t(lambda: m==dict(m)); t(lambda: ChainMap.fromkeys('ab')); t(lambda: m.__delitem__('zz'))
u=UserDict(a=1); u['b']=2; t(lambda: u); t(lambda: u|{'c':3}); t(lambda: u.copy()); t(lambda: u['q']); t(lambda: u.pop('a')); t(lambda: u=={'b':2})
ul=UserList([3,1,2]); ul.sort(); t(lambda: ul); t(lambda: ul[1:]); t(lambda: type(ul[1:])); t(lambda: ul*2); t(lambda: ul==[1,2,3]); t(lambda: [0]+ul); t(lambda: ul.index(3)); t(lambda: 2 in ul); t(lambda: ul<[9])
us=UserString('Hello'); t(lambda: us.lower()); t(lambda: type(us.lower())); t(lambda: us+'x'); t(lambda: us*2); t(lambda: us[1]); t(lambda: us.find('l')); t(lambda: us.replace('l','L')); t(lambda: us=='Hello'); t(lambda: us.encode()); t(lambda: UserString('%s')%1); t(lambda: us.split('l')); t(lambda: 'e' in us); t(lambda: us.startswith('He')); t(lambda: us.isalpha()); t(lambda: int(UserString('3'))); t(lambda: hash(us)==hash('Hello'))
# ABCs
class S(ca.Sequence):
    def __getitem__(self,i): return [1,2,3][i]
    def __len__(self): return 3
s=S(); t(lambda: list(s)); t(lambda: list(reversed(s))); t(lambda: s.index(2)); t(lambda: s.index(5)); t(lambda: s.count(2)); t(lambda: 3 in s); t(lambda: ca.Sequence()); t(lambda: ca.MutableMapping())
class SS(ca.MutableSet):
    def __init__(self,it=()): self.s=list(dict.fromkeys(it))
    def __contains__(self,x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self,x):
        if x not in self.s: self.s.append(x)
    def discard(self,x):
        if x in self.s: self.s.remove(x)
    def __repr__(self): return f'SS({self.s})'
a=SS([1,2,3]); b=SS([2,3,4]); t(lambda: a&b); t(lambda: a|b); t(lambda: a-b); t(lambda: a^b); t(lambda: a<=b); t(lambda: a==SS([3,2,1])); t(lambda: a.isdisjoint(b)); t(lambda: a&{1}); t(lambda: {1}-a if 0 else a-{1}); a|=b; t(lambda: a); a.remove(1); t(lambda: a.pop()); t(lambda: a.remove(99)); a^=[3,9]; t(lambda: a); a-=a; t(lambda: a); t(lambda: a.pop()); t(lambda: a._hash()==hash(frozenset())); t(lambda: hash(a))
class M(ca.MutableMapping):
    def __init__(self): self.d={}
    def __getitem__(self,k): return self.d[k]
    def __setitem__(self,k,v): self.d[k]=v
    def __delitem__(self,k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m=M(); m.update(a=1,b=2); t(lambda: m.keys()if 0 else list(m.keys())); t(lambda: list(m.items())); t(lambda: m.pop('a')); t(lambda: m.pop('a')); t(lambda: m.pop('a',3)); t(lambda: m.setdefault('q',9)); t(lambda: m.popitem()); t(lambda: m=={'q':9}); t(lambda: m.get('zz')); t(lambda: ('q',9) in m.items()); t(lambda: 9 in m.values()); t(lambda: m.keys()&{'q'}); t(lambda: repr(ca.KeysView({1:2}))); t(lambda: m.update([('z',1)])); t(lambda: m.clear()); t(lambda: len(m)); t(lambda: m.popitem()); t(lambda: reversed(m))
for n in ca.__all__:
    if n!='ByteString': print(n, [type(o).__name__ for o in ((), [], {}, set(), '', b'', 1, iter([]), (x for x in ()), range(1), len, type, {}.keys(), {}.items(), {}.values(), bytearray(), memoryview(b''), deque(), OrderedDict(), frozenset(), zip(), map(len,[]), enumerate([])) if isinstance(o, getattr(ca,n))])
match deque([1,2]):
    case [a,b]: print('seq',a,b)
match s:
    case [1,*r]: print('S',r)
match m:
    case {}: print('mapping')
class G(ca.Generator):
    def send(self,v): raise StopIteration(3)
    def throw(self,t,v=None,tb=None): return super().throw(t,v,tb)
g=G(); t(lambda: next(g)); t(lambda: g.close()); t(lambda: g.throw(ValueError('x'))); t(lambda: list(G()))
t(lambda: ca.Callable[[int],str]); t(lambda: ca.Iterable[int]); t(lambda: ca.Callable[...,int]); t(lambda: ca.Callable[int]); t(lambda: ca.Callable[[int],str].__args__)
