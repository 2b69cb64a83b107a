#!/usr/bin/env python3
"""Verifies a log of sealed acts as docs/formats/log.md specifies it, with nothing of the program.

    verify.py LOG [--genesis ID]                     a file of SQLite, a directory or address of tiles
    verify.py --receipt FILE --act FILE --key KEY    a receipt, without asking anybody

Ends with 0 where all holds, 1 and the first place that differs, 2 where nothing can be read. Law is not judged.
"""
import argparse, base64, datetime, functools, hashlib, json, os, re, sqlite3, sys, urllib.parse, urllib.request
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

def need(holds, what, *expected_and_found):
    if not holds:
        raise ValueError(what + (": expected {}, found {}".format(*expected_and_found) if expected_and_found else ""))

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

# --- Ed25519 (RFC 8032), as strictly as a log asks for it. ---
P, L, ZERO = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493, (0, 1)
D, ROOT = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)

def add(a, b):
    (x, y), (u, v), t = a, b, D * a[0] * b[0] * a[1] * b[1]
    return (x * v + u * y) * pow(1 + t, -1, P) % P, (y * v + x * u) * pow(1 - t, -1, P) % P

def times(number, one):
    half = times(number // 2, add(one, one)) if number > 1 else ZERO
    return add(half, one) if number % 2 else half

def may_be_enrolled(key):
    """Whether 32 bytes are a point of the prime-order group, other than zero, as it would be written."""
    y, sign = int.from_bytes(key, "little") % 2**255, key[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * ROOT % P
    return y < P and x > 0 and (x * x - square) % P == 0 and times(L, (x if x % 2 == sign else P - x, y)) == ZERO

def is_by(key, message, signature):
    """The package compares `R` byte for byte with a point of the key's group, whose only one of small order is zero."""
    if len(signature) != 64 or signature[:32] == b"\1" + bytes(31) or int.from_bytes(signature[32:], "little") >= L:
        return False
    try:
        return Ed25519PublicKey.from_public_bytes(key).verify(signature, message) is None
    except InvalidSignature:
        return False

# --- Forms: base64, names, notes and keys (c2sp.org/signed-note), checkpoints (c2sp.org/tlog-checkpoint). ---
def unarmour(text):
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "base64 is not written as it would be printed")
    return data

def is_name(text):
    foreign = r"\x00-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000+"  # white space as Unicode has it, controls, `+`
    return len(text.encode()) <= 255 and re.fullmatch(f"[^{foreign}]+", text)

def parse_note(data, most=1_000_000):
    """The text of a note with its last newline, and its lines as ((name, key id), signature)."""
    need(len(data) <= most, "the bytes of the note", f"at most {most}", len(data))
    text, gap, rows = data.decode("utf-8").rpartition("\n\n")
    need(not re.search("[\x00-\x09\x0b-\x1f]", text + rows), "a control character stands in the note")
    need(gap and rows.endswith("\n") and rows.count("\n") <= 100, "a note ends with 1 to 100 signature lines")
    lines = []
    for row in rows[:-1].split("\n"):
        match = re.fullmatch("\u2014 ([^ ]*) ([^ ]*)", row)
        need(match and is_name(match[1]), f"`{row}` is not `\u2014 NAME SIGNATURE`")
        data = unarmour(match[2])
        need(5 <= len(data) <= 8196, "a signature has four bytes of key id and 1 to 8,192 more")
        lines.append(((match[1], data[:4]), data[4:]))
    return text + "\n", lines

def parse_key(text, kind=1):
    """A key `NAME+ID+BASE64` as ((name, key id), 32 bytes); those of witnesses are of kind 4."""
    name, _, rest = text.partition("+")
    data, is_named = unarmour(rest[9:]), is_name(name) and (kind == 1 or name[-2:] in ("/c", "/l"))
    need(is_named and data[:1] == bytes([kind]) and len(data) == 33, f"`{name}` is not Ed25519, kind {kind}, with 32 bytes")
    own = sha256(name.encode(), b"\n", data)[:4]
    need(rest[:9] == own.hex() + "+", f"the id of the key `{name}`", own.hex(), rest[:8])
    need(may_be_enrolled(data[1:]), f"the key `{name}` is no canonical point of the prime-order group")
    return (name, own), data[1:]

def parse_checkpoint(data, origin, keys_at):
    """Size and root. A line that names a key of the depositary and is not by it spoils all."""
    text, lines = parse_note(data)
    match = re.fullmatch(re.escape(origin) + "\n(0|[1-9][0-9]{0,18})\n([^\n]{44})\n([^\n]+\n)*", text)
    need(match and int(match[1]) < 2**63 and len(unarmour(match[2])) == 32, f"a checkpoint is `{origin}`, size and root")
    by = [(key, signature) for named, signature in lines for own, key in keys_at(int(match[1])) if own == named]
    need(by and all(is_by(key, text.encode(), signature) for key, signature in by), "the checkpoint is not by the depositary's key")
    return int(match[1]), unarmour(match[2])

# --- What an entry says: one line of strict JSON (RFC 8785), of which these are all there are. ---
PARTS = {"S": r'"(?:[^"\\\x00-\x1f]|\\["\\bfnrt]|\\u00(?:0[0-7bef]|1[0-9a-f]))*"', "N": "(?:0|[1-9][0-9]{0,15})",
         "H": '"[0-9a-f]{64}"', "T": "(?:true|false)", "Z": r'"[0-9]{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ"'}
PARTS.update(L=r"\[(?:{0}(?:,{0})*)?\]".format(PARTS["S"]), R='(?:"rehearses":%s,)?' % PARTS["S"])
KEYS = ['{"key":S,%s"next":H,"role":"authority"}', '{"key":S,%s"next":H,"party":S,"role":"delegation","with_person":T}',
        '{"key":S,%s"next":H,"role":"depositary"}', '{"key":S,%s"next":H,"party":S,"role":"person"}', '{"key":S,%s"party":S,"role":"witness"}']
LINES = ['{"keys":[K],"kind":"genesis","language":N,"organisation":S,R"threshold":N}',
         '{"file":S,"kind":"enact","line":N,"text":S}', '{"file":S,"kind":"recite","line":N,"text":S}',
         '{"kind":"act","seen":{"root":H,"size":N},"text":S}', '{"at":Z,"kind":"received"}',
         '{"key":S,"kind":"rotate","next":H,"old":H}', '{"from":N,"key":H,"kind":"revoke","reason":S}',
         '{"bytes":N,"commitment":H,"kind":"document","media":S,"readers":L,"title":S}',
         '{"commitment":H,"kind":"erase","reason":S}', *(key % '"kind":"enrol",' for key in KEYS)]
pattern = lambda line: re.sub("[A-Z]", lambda part: PARTS[part[0]], re.escape(line))
PARTS["K"] = "(?:{0})(?:,(?:{0}))*".format("|".join(pattern(key % "") for key in KEYS))
SHAPES = [re.compile(pattern(line), re.ASCII) for line in LINES]

def parse_act(data):
    """A sealed act: text, origin, kind, fields, signature lines."""
    text, lines = parse_note(data, 60_000)
    rows = text[:-1].split("\n")
    need(len(rows) == 3 and rows[0] == "servanda.act/v1" and is_name(rows[1]), "a sealed act has header, origin and one line")
    need(any(shape.fullmatch(rows[2]) for shape in SHAPES), "the third line is none that docs/formats/log.md has", "one of those", rows[2][:300])
    says = json.loads(rows[2], parse_int=lambda digits: int(digits) if int(digits) < 2**53 else need(False, "a number is 2^53 or more"))
    datetime.date.fromisoformat(re.sub("^0000", "0400", says.get("at", "2026-11-22")[:10]))  # there is such a day
    for held in says.get("keys", [says] if says["kind"] in ("enrol", "rotate") else []):
        held["key"] = parse_key(held["key"], 4 if held.get("role") == "witness" else 1)
        held["digest"] = sha256(held["key"][1]).hex()
    return text, rows[1], says["kind"], says, lines

# --- The log, entry by entry: keys, times, documents, tree. Keys go by the SHA-256 of their 32 bytes. ---
class Log:
    def __init__(self, origin):
        self.origin, self.ids, self.keys, self.enrolled, self.documents = origin, {}, {}, {}, {}
        self.received, self.founded, self.contested, self.signatures, self.rotated = "", False, [], 0, {}
        self.rows, self.roots, self.offices = [[] for height in range(64)], [sha256()], [[]]

    def in_use(self, role, party=None):
        """The keys of a role that sign now, in the order of their digests."""
        held = [self.keys[one] for one in sorted(self.keys)]
        return [one for one in held if one["role"] == role and party in (None, one.get("party"))]

    def signers(self, kind, says, last):
        """For each signature line the keys that may stand there; there are as many lines."""
        office = self.in_use("depositary")
        if kind == "genesis":
            return [[held] for held in says["keys"]]
        if kind in ("enrol", "revoke"):
            return [self.in_use("authority")] * self.threshold
        if kind == "rotate":
            return [[self.keys[one] for one in self.keys if one == says["old"]], [says]]
        if kind != "act" or any(held["key"][0] == last for held in office):
            return [office]
        seal = [held for held in self.in_use("delegation") if held["key"][0] == last][:1]
        return [self.in_use("person", seal[0]["party"]), seal] if seal and seal[0]["with_person"] else [seal]

    def take(self, data, position=None, act_id=None, leaf=None):
        """Verifies the next entry, also against what is kept beside it, and takes it into account."""
        text, origin, kind, says, lines = parse_act(data)
        index, own, node = len(self.ids), sha256(text.encode()), sha256(b"\0", data)
        need(position in (None, index), "the position of the row", index, position)
        need(act_id in (None, own), "the id of the act", own.hex(), act_id and act_id.hex())
        need(leaf in (None, node), "the hash of the leaf", node.hex(), leaf and leaf.hex())
        need(origin == self.origin, "the origin", self.origin, origin)
        need((kind == "genesis") == (index == 0), "the first entry of a log is its genesis, and no other is")
        may, by = self.signers(kind, says, lines[-1][0]), set()
        need(len(lines) == len(may), f"the signature lines of `{kind}`", len(may), len(lines))
        for (named, signature), held in zip(lines, may):
            key = next((one["key"][1] for one in held if one["key"][0] == named), None)
            need(key and key not in by, f"`{named[0]}+{named[1].hex()}` does not sign `{kind}` here, or does so twice")
            need(is_by(key, text.encode(), signature), f"a signature was not made by `{named[0]}` over this text")
            by.add(key)
        need(own not in self.ids, f"the act {own.hex()} stands at entry {self.ids.get(own)} already")
        self.follow(index, kind, says)
        self.ids[own], self.signatures = index, self.signatures + len(lines)
        self.offices.append([held["key"] for held in self.in_use("depositary")])
        for row in self.rows:  # RFC 6962: two nodes of one height become one, and those that are alone make the root
            row.append(node)
            if len(row) % 2:
                break
            node = sha256(b"\1", *row[-2:])
        alone = [row[-1] for row in self.rows if len(row) % 2]
        self.roots.append(functools.reduce(lambda right, left: sha256(b"\1", left, right), alone))

    def follow(self, index, kind, says):
        """What follows from an entry for the entries after it."""
        need(kind not in ("enact", "recite") or not self.founded, f"`{kind}` stands after the founding")
        self.founded = kind not in ("genesis", "enact", "recite")
        if kind == "genesis":
            roles, self.threshold = [held["role"] for held in says["keys"]], says["threshold"]
            need(0 < self.threshold <= roles.count("authority") and "depositary" in roles, "the genesis has too few keys")
            need(says["language"] == 1, "the version of the charter language", 1, says["language"])
        coming = says.get("keys", [says] if kind == "enrol" else [])
        if kind in ("rotate", "revoke"):
            one = says["old" if kind == "rotate" else "key"]
            need(one in self.keys or kind == "revoke" and one in self.rotated, f"no key with the digest {one} is in use")
            old = self.keys.pop(one, None) or self.rotated.pop(one)  # a key that was rotated may be revoked still
        if kind == "rotate":
            need(says["digest"] == old.get("next"), "the digest of the key that comes", old.get("next"), says["digest"])
            coming, self.rotated[one] = [dict(old, key=says["key"], next=says["next"], digest=says["digest"])], old
        elif kind == "revoke":
            role, least = old["role"], {"authority": self.threshold, "depositary": 1}
            need(len(self.in_use(role)) >= least.get(role, 0), f"too few keys of the {role} would be left")
            need(says["from"] <= index, "the entry that a key is revoked from", f"at most {index}", says["from"])
            contested = f"what `{old['key'][0][0]}` signed in entries {says['from']} to {index - 1} is contested since entry {index}"
            self.contested += [contested] if says["from"] < index else []
        elif kind == "received":
            need(says["at"] > self.received, "the time of receipt", f"after {self.received}", says["at"])
            self.received = says["at"]
        elif kind == "act":
            size, root = says["seen"]["size"], says["seen"]["root"]
            need(self.received, "no time of receipt stands before the act")
            need(size <= index, "the size that the signer saw", f"at most {index}", size)
            need(root == self.roots[size].hex(), f"the root that the signer saw at {size}", self.roots[size].hex(), root)
        elif kind in ("document", "erase"):
            stands = self.documents.get(says["commitment"], "not yet")  # its bytes; none where it was erased
            need((stands == "not yet") == (kind == "document") and stands is not None, f"`{kind}` does not fit its document")
            self.documents[says["commitment"]] = says.get("bytes")
        for held in coming:
            self.keys[held["digest"]] = self.enrolled.setdefault(held["digest"], held)
            need(self.keys[held["digest"]] is held, f"the key `{held['key'][0][0]}` was enrolled before")

# --- Where a log is read from: the tables of SQLite (docs/formats/store.md), or tiles (c2sp.org/tlog-tiles). ---
def of_sqlite(path):
    base = sqlite3.connect(f"file:{urllib.parse.quote(path)}?mode=ro", uri=True)
    rows = lambda what: base.execute("select " + what)
    (origin, size, root, checkpoint), = rows("origin, size, root, (select bytes from checkpoint) from identity, head")
    return (origin, size, root, checkpoint, rows("bytes, position, id, hash from entry order by position"),
            rows("level, position, bytes from tile"), rows("commitment, salt, bytes from body"))

def of_tiles(place):
    place = place if re.match("https?://", place) else "file://" + urllib.parse.quote(os.path.abspath(place))
    get = lambda path: urllib.request.urlopen(f"{place.rstrip('/')}/{path}", timeout=60).read()
    def tiles(kind, count):
        """Each with its index and width; where a partial tile is gone, the full one is there and begins with it."""
        for index in range((count + 255) // 256):
            width, digits = min(256, count - 256 * index), str(index).zfill((len(str(index)) + 2) // 3 * 3)
            path = f"tile/{kind}/" + re.sub("(...)(?=...)", r"x\1/", digits)
            try:
                tile = get(path if width == 256 else f"{path}.p/{width}")
            except OSError:
                tile = get(path)
            yield index, width, tile
    def entries():
        for _, width, rest in tiles("entries", size):
            for _ in range(width):
                end = 2 + int.from_bytes(rest[:2], "big")
                need(2 <= len(rest) >= end, "the bundle ends within the entry")
                yield rest[2:end],
                rest = rest[end:]
    checkpoint = get("checkpoint")
    origin, size = checkpoint.decode().split("\n")[0], int(checkpoint.split(b"\n")[1])
    hashes = ((level, index, tile[:32 * width]) for level in range(8) for index, width, tile in tiles(level, size >> 8 * level))
    return origin, size, None, checkpoint, entries(), hashes, ()

def verify_log(place, genesis):
    origin, size, root, checkpoint, entries, tiles, bodies = (of_sqlite if os.path.isfile(place) else of_tiles)(place)
    log = Log(origin)
    try:
        for entry in entries:
            log.take(*entry)
        need(len(log.ids) >= size, f"it is not there, and {size} are counted")
    except (ValueError, RecursionError, sqlite3.DatabaseError) as error:
        raise ValueError(f"entry {len(log.ids)}: {error}") from None
    first, found, count = next(iter(log.ids), b"").hex(), log.roots[-1], len(log.ids)
    need((size, root or found) == (count, found), "size and root", f"{size}, {(root or found).hex()}", f"{count}, {found.hex()}")
    need(genesis in (None, first), "the id of the genesis", genesis, first)
    for level, index, data in tiles:
        own = b"".join(dict(enumerate(log.rows)).get(8 * level, [])[index * 256:index * 256 + 256])
        need(data == own, f"tile {index} of level {level}", own.hex(), data.hex())
    for commitment, salt, data in bodies:
        need((log.documents.get(commitment.hex()), sha256(salt, data)) == (len(data), commitment), f"the body {commitment.hex()} is of no document")
    if checkpoint is not None:
        size, said = parse_checkpoint(checkpoint, origin, lambda size: log.offices[min(size, count)])
        need(size <= count, "the entries that the checkpoint counts", f"at most {count}", size)
        need(said == log.roots[size], "the root of the checkpoint", log.roots[size].hex(), said.hex())
    under = f"{size if checkpoint else 0} of them under a checkpoint, root {found.hex()}, genesis {first}"
    print(f"{origin} holds: {count} entries with {log.signatures} signatures, {under}", *log.contested, sep="\n")

def verify_receipt(receipt, act, key):
    (head, _, checkpoint), entry = open(receipt, "rb").read().partition(b"\n\n"), open(act, "rb").read()
    origin, key = parse_act(entry)[1], parse_key(key)
    form = "c2sp.org/tlog-proof@v1\n(?:extra ([^\n]+)\n)?index (0|[1-9][0-9]{0,18})((?:\n[^\n]{44}){0,63})"
    match = re.fullmatch(form, head.decode())
    need(match and len(unarmour(match[1] or "")) <= 65_535, "the receipt is not in the form of c2sp.org/tlog-proof@v1")
    size, root = parse_checkpoint(checkpoint, origin, lambda size: [key])
    index, node, proof = int(match[2]), sha256(b"\0", entry), [unarmour(one) for one in match[3].split()]
    inner = (index ^ size - 1).bit_length()  # from this height on the path is at the right edge: siblings are on the left
    need(index < size and len(proof) == inner + bin(index >> inner).count("1"), "index and proof are none of a tree of this size")
    for height, one in enumerate(proof):
        node = sha256(b"\1", one, node) if height >= inner or index >> height & 1 else sha256(b"\1", node, one)
    need(node == root, "the root that the proof leads to", root.hex(), node.hex())
    print(f"the act is entry {index} of {origin}, which had {size} entries")

def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log", nargs="?")
    _ = [parser.add_argument(word) for word in ("--genesis", "--receipt", "--act", "--key")]
    asked = parser.parse_args(words)
    _ = asked.log or asked.receipt and asked.act and asked.key or parser.error("name a log, or a receipt, act and key")
    try:
        verify_log(asked.log, asked.genesis) if asked.log else verify_receipt(asked.receipt, asked.act, asked.key)
    except (OSError, ValueError, sqlite3.DatabaseError) as error:
        code, told = (2, "cannot read:") if isinstance(error, (OSError, sqlite3.OperationalError)) else (1, "differs:")
        return print(told, error, file=sys.stderr) or code
    return 0

if __name__ == "__main__":
    sys.exit(main())
