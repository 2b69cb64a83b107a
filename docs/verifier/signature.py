"""Ed25519 (RFC 8032) as strictly as a log asks for it; verify.py beside it uses this.

    signature.py FILE    decides cases, one a line of JSON, and compares with what the line says

A key is a canonical point of the prime-order group and no other. A signature has an `S` below the
order and an `R` that is canonical and not of small order, and holds without the cofactor: that step
is the package's, whose OpenSSL compares `R` byte for byte.
"""
import functools, json, sys
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

P, L, ZERO = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493, (0, 1)
D, ROOT = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)

def point(data):
    """The point of 32 bytes; none where there is none, or where it would be written otherwise."""
    y, sign = int.from_bytes(data, "little") % 2**255, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * ROOT % P
    is_there = y < P and (x * x - square) % P == 0 and (x or not sign)
    return (x if x % 2 == sign else P - x, y) if is_there else None

def add(a, b):
    (x, y), (u, v) = a, b
    t = D * x * u * y * v % P
    over = pow((1 + t) * (1 - t), -1, P)
    return (x * v + u * y) * (1 - t) * over % P, (y * v + x * u) * (1 + t) * over % P

def times(number, one):
    half = times(number // 2, add(one, one)) if number > 1 else ZERO
    return add(half, one) if number % 2 else half

@functools.lru_cache(None)
def may_be_enrolled(key):
    one = point(key)
    return one is not None and times(8, one) != ZERO and times(L, one) == ZERO

def is_by(key, message, signature):
    """Strict: `S` below L, `R` canonical and not of small order, and no cofactor (OpenSSL has none)."""
    r = point(signature[:32]) if len(signature) == 64 else None
    if r is None or times(8, r) == ZERO or int.from_bytes(signature[32:], "little") >= L:
        return False
    try:
        return Ed25519PublicKey.from_public_bytes(key).verify(signature, message) is None
    except InvalidSignature:
        return False

def main(path):
    """Each case has `key`, `message` and `signature` in hexadecimal, and what was decided elsewhere."""
    cases = [json.loads(line) for line in open(path, encoding="utf-8")]
    differ = 0
    for at, case in enumerate(cases, 1):
        key, message, signature = (bytes.fromhex(case[part]) for part in ("key", "message", "signature"))
        is_key = len(key) == 32 and may_be_enrolled(key)
        decided = {"enrolled": is_key, "verifies": is_key and is_by(key, message, signature)}
        if any(case[what] != decided[what] for what in decided):
            differ += 1
            print(f"line {at}, {case['name']}: expected {case['enrolled']}, {case['verifies']}, found {decided}", file=sys.stderr)
    print(f"{len(cases)} cases, {differ} decided otherwise")
    return 1 if differ or not cases else 0

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
