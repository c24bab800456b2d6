import unicodedata as u, hashlib
h = hashlib.md5()
for c in range(0, 0x110000, 13):
    if c > 0x30000 and c % 7: continue
    ch = chr(c)
    h.update(repr((u.category(ch), u.bidirectional(ch), u.combining(ch), u.east_asian_width(ch), u.mirrored(ch), u.decimal(ch,None), u.digit(ch,None), u.numeric(ch,None), u.decomposition(ch), u.name(ch,''))).encode())
print(h.hexdigest())
h = hashlib.md5()
for c in range(0,0x30000,37):
    ch = chr(c)
    for f in 'NFC NFD NFKC NFKD'.split():
        h.update(u.normalize(f, 'a'+ch+'\u0301'+ch).encode('utf-8','surrogatepass'))
        h.update(str(u.is_normalized(f, ch)).encode())
    n = u.name(ch,'')
    if n: assert u.lookup(n)==ch
print(h.hexdigest())
def t(f,*a):
    try: print(f.__name__, a, ascii(f(*a)))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)
for a in [('a',),('',),('ab',),(1,),('\x00',), ('\x00', 5)]:
    for f in (u.name,u.decimal,u.digit,u.numeric,u.category,u.mirrored,u.combining): 
        if len(a)==1 or f in (u.name,u.decimal,u.digit,u.numeric): t(f,*a)
t(u.lookup,'nosuch'); t(u.lookup,'latin small letter a'); t(u.lookup,'NULL'); t(u.lookup, 1); t(u.lookup,'LF'); t(u.lookup,'HANGUL SYLLABLE GAG'); t(u.lookup, 'CJK UNIFIED IDEOGRAPH-4E00'); t(u.lookup,'CJK UNIFIED IDEOGRAPH-04E00')
t(u.normalize,'NFC',1); t(u.normalize,'X','é'); t(u.normalize,1,''); t(u.normalize,'NFD','é\ud800'); t(u.is_normalized,'NFC','e\u0301'); t(u.normalize,'X','')
print(u.unidata_version)
s='abc\u00e9'; print(u.normalize('NFC', s) is s)
