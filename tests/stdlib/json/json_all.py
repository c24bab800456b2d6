import json
def t(s, **k):
    try: print(repr(json.loads(s, **k)))
    except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
for s in ['"\\u12"','"\\u12x4"','"\\ud83d\\u12"','"\\ud83d\\ude0"', '"ab\\x"', '"\\','"\\u', '["a\x01"]','[','[1,','[1,]','{"a":1,}','{','{"a"','{"a":','{"a":1','{1:2}','nul','-','-I','01','1.','1e','1.e5','1 2','',' ','\ufeff1','[1 2]','{"a" 1}','{"a":1 "b"}', '"\\ud83d\\ude00"','"\\ud83dx"','"\\ude00\\ud83d"', '1e400','-0','-0.0','NaN','[Infinity,-Infinity]', '9'*30, b'\xef\xbb\xbf1', b'[1,"\xc3\xa9"]','"a'*1+'\n"', '\t1\n', '[1,\n2,\n3 4]',
   '{"a":\n}','tru','[true,false,null]', '"\\/\\b\\f\\n\\r\\t\\"\\\\"']:
    print(repr(s)[:40], end=' '); t(s)
t('"\t"', strict=False)
t('9'*5000)
t(5); t(None)
class O: pass
def d(o, **k):
    try: print(json.dumps(o, **k))
    except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None), )
d({"a":[1,O()]}); d([{"x":(1,{3:O()})}]); d(O()); d({O():1}); d({O():1,'b':2}, skipkeys=True); d({1:2,1.5:3,True:4,None:5,float('inf'):1})
d([float('nan')], allow_nan=False); d({float('nan'):1}, allow_nan=False);d(float('inf'), allow_nan=False,indent=1)
a=[];a.append(a);d(a); b={};b['k']=b;d(b);d(b,indent=1)
d([1,{"b":[],"a":{}}],indent=2); d([1,{"b":[],"a":{}}],indent='\t',sort_keys=True); d({"b":1,"a":[1,2]},separators=(',',':'));d([1,[2]],indent=0)
d("é\U0001f600\ud800\x7f\x00\x1f"); d("é\U0001f600\x7f\x00\"\\\n", ensure_ascii=False)
def df(o): return [o.__class__.__name__]
d([O()], default=df); 
def df2(o): return O()
try: json.dumps([O()], default=lambda o:o)
except Exception as e: print(type(e), e, e.__notes__)
def boom(o): 1/0
d([O()], default=boom)
d({"a":O()},indent=1)
d({1:1,"a":2},sort_keys=True)
print(list(json.JSONEncoder().iterencode({"a":[1,2,{"b":None}],"c":{}, "e":[], 1:2.5})))
print(list(json.JSONEncoder(indent=1).iterencode({"a":[1,2,{"b":None}],"c":{}, "e":[], 1:2.5})))
print(list(json.JSONEncoder().iterencode("x")), list(json.JSONEncoder().iterencode(1)), list(json.JSONEncoder().iterencode([1])))
try: list(json.JSONEncoder().iterencode([{"a":O()}]))
except Exception as e: print(e, e.__notes__)
try: pass
except Exception as e: print(len(e.__notes__) > 100)
try: print(json.JSONEncoder(default=lambda o:{1:{2}}).encode([{"a":O()}]))
except Exception as e: print(type(e))
d({"x":1}, foo=1)
print(json.JSONDecodeError.__mro__, json.__all__)
try: json.loads('[1,\n2 3]')
except json.JSONDecodeError as e: print(e.msg,e.doc,e.pos,e.lineno,e.colno,e.args, repr(e));  print(e.__reduce__())
for s in ['['*100000,'{"a":'*100000]:
    pass
x=[]
for i in range(100000): x=[x]
try: json.dumps(x)
except Exception as e: print(type(e).__name__)
print(json.JSONDecoder().raw_decode('[1] x'), json.JSONDecoder().raw_decode('  [1] x', 2))
t('{"a":1,"a":2}', object_pairs_hook=list); t('{"a":{"b":1}}', object_hook=lambda d: sorted(d.items())); t('[1.5,2,NaN]',parse_float=str,parse_int=float,parse_constant=lambda c:'<'+c+'>')
print(json.detect_encoding(b'{}'), json.loads('"x"'.encode('utf-16')), json.loads(bytearray('"x"'.encode('utf-32-le'))))
print(json.decoder.scanstring('"abc"',1), json.encoder.encode_basestring_ascii('é'), json.encoder.encode_basestring('é'))
for f in (json.dumps,json.loads,json.dump,json.load): 
    pass
