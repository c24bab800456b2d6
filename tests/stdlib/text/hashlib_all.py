import hashlib
import hmac
import io
import secrets

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

data = [b"", b"abc", bytes(range(256)), b"x" * 1000]
for n in sorted(hashlib.algorithms_guaranteed):
    for d in data:
        h = getattr(hashlib, n)(d)
        if n.startswith("shake"):
            print(n, h.hexdigest(20), h.digest(3), h.digest_size, h.block_size, h.name)
        else:
            print(n, h.hexdigest(), h.digest() == hashlib.new(n, d).digest(), h.digest_size, h.block_size, h.name)
    h = hashlib.new(n)
    for i in range(130):
        h.update(bytes([i]) * i)
        if i == 70:
            g = h.copy()
    a = (16,) if n.startswith("shake") else ()
    print(n, h.hexdigest(*a), g.hexdigest(*a))
for kw in [dict(digest_size=20), dict(key=b"key"), dict(salt=b"salt"), dict(person=b"me"), dict(digest_size=5, key=b"k" * 32, salt=b"12345678", person=b"p"), dict(fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=1, inner_size=32, last_node=True), dict(node_offset=1 << 40)]:
    print(kw, hashlib.blake2b(b"data", **kw).hexdigest(), hashlib.blake2s(b"data", **kw).hexdigest())
tries(lambda:hashlib.new('foo'),lambda:hashlib.md5('a'),lambda:hashlib.new('md5','a'),lambda:hashlib.md5(1),lambda:hashlib.md5(b'',string=b'x'),lambda:hashlib.sha256(b'').update('x'),lambda:hashlib.sha256().update(1),lambda:hashlib.shake_128().digest(),lambda:hashlib.shake_128(b'a').hexdigest(4),lambda:hashlib.blake2b(digest_size=65),lambda:hashlib.blake2b(digest_size=0),lambda:hashlib.blake2b(key=b'a'*65),lambda:hashlib.blake2b(salt=b'a'*17),lambda:hashlib.blake2b(person=b'a'*17),lambda:hashlib.blake2b(fanout=256),lambda:hashlib.blake2b(depth=0),lambda:hashlib.blake2b(leaf_size=-1),lambda:hashlib.blake2b(node_offset=-1),lambda:hashlib.blake2b(node_depth=300),lambda:hashlib.blake2b(inner_size=65),lambda:hashlib.blake2s(salt=b'a'*9),lambda:hashlib.blake2s(node_offset=1<<48),lambda:hashlib.new('SHA256').name,lambda:hashlib.new('sha512_256', b"a").hexdigest(),lambda:hashlib.new('SHA-256').name,lambda:hashlib.new(1),
      lambda:hashlib.pbkdf2_hmac('sha256',b'a',b'b',0),lambda:hashlib.pbkdf2_hmac('sha256',b'a',b'b',1,0),lambda:hashlib.pbkdf2_hmac('sha256','a',b'b',1),lambda:hashlib.pbkdf2_hmac('sha1',b'a',b'b',1000, 50),lambda:hashlib.pbkdf2_hmac('sha512',b'a',b'b',2),lambda:hashlib.blake2b.MAX_KEY_SIZE,lambda:hashlib.blake2b.SALT_SIZE,lambda:hashlib.blake2s.PERSON_SIZE,lambda:hashlib.blake2b.MAX_DIGEST_SIZE,lambda:hashlib.file_digest(1,'md5'),lambda:type(hashlib.md5())())
print(hashlib.file_digest(io.BytesIO(b"abc"), "sha1").hexdigest(), hashlib.file_digest(open(__file__, "rb"), hashlib.md5).hexdigest() == hashlib.md5(open(__file__, "rb").read()).hexdigest())
tries(lambda:hmac.new(b'a'),lambda:hmac.new('a',b'b','md5'),lambda:hmac.new(b'a','b','md5'),lambda:hmac.new(b'a',b'b','foo'),lambda:hmac.new(b'a',b'b',1),lambda:hmac.new(b'a',b'b',hashlib.md5).name,lambda:hmac.new(b'a',b'b','md5').digest_size,lambda:hmac.new(b'a',b'b','md5').block_size,lambda:hmac.compare_digest('a','b'),lambda:hmac.compare_digest('é','b'),lambda:hmac.compare_digest('a',b'b'),lambda:hmac.compare_digest(b'a',b'a'),lambda:hmac.digest(b'a',b'b','sha1').hex(),lambda:hmac.digest(b'a',b'b','foo'),lambda:hmac.new(b'a',b'b','md5').copy().hexdigest(),lambda:hmac.new(b'a',b'b','shake_128'),lambda:hmac.compare_digest(1,2),lambda:hmac.digest(b'a',b'b',hashlib.sha1).hex(),lambda:hmac.new(bytearray(b'k')*200,digestmod='sha512').hexdigest())
h = hmac.new(b"k", digestmod="sha256")
h.update(b"a")
h.update(b"b")
print(h.hexdigest() == hmac.new(b"k", b"ab", "sha256").hexdigest(), h.name, isinstance(h, hmac.HMAC))
print(len(secrets.token_bytes()), len(secrets.token_hex(4)), len(secrets.token_urlsafe(16)), secrets.randbelow(1), 0 <= secrets.randbits(5) < 32, secrets.choice([3]), secrets.compare_digest("a", "a"), sorted(secrets.__all__))
tries(lambda: secrets.randbelow(0), lambda: secrets.choice([]))
print(hashlib.__all__, sorted(hashlib.algorithms_guaranteed))
