#!/usr/bin/env python3
"""Compares what verify.py finds with what the program found, over a directory that its tests wrote.

    compare.py DIRECTORY

`*.cases` has a line of JSON for each log or receipt: whether it holds, and the first entry that
differs; `*.forms` one for each act, alone; `*.vectors` one for each signature. Directories of tiles
are looked at once more over HTTP.
"""
import contextlib, functools, glob, http.server, io, json, os, re, sys, threading
import verify

verify.may_be_enrolled = functools.lru_cache(None)(verify.may_be_enrolled)  # the same keys stand in many logs

class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Says nothing of what was asked."""

def read(directory, kind):
    """The lines of all files of a kind."""
    return [json.loads(line) for path in glob.glob(f"{directory}/*.{kind}") for line in open(path, encoding="utf-8")]

def found(words):
    """What verify.py says of these words: whether all holds, the entry that it names, its message."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        code = verify.main(words)
    entry = re.match("differs: entry ([0-9]+):", told.getvalue())
    return code, entry and int(entry[1]), told.getvalue().strip()

def is_act(data):
    try:
        return bool(verify.parse_act(data))
    except (ValueError, RecursionError):
        return False

def decided(case):
    """Whether a case's key may be enrolled, and whether its signature is one of that key."""
    key, message, signature = (bytes.fromhex(case[part]) for part in ("key", "message", "signature"))
    is_key = len(key) == 32 and verify.may_be_enrolled(key)
    return is_key, is_key and verify.is_by(key, message, signature)

def main(directory):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=directory))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    cases, differ = read(directory, "cases"), 0
    for case in cases:
        if "log" in case:
            log = os.path.join(directory, case["log"])
            asked = [[log]] + [[f"http://127.0.0.1:{server.server_port}/{case['log']}"]] * os.path.isdir(log)
        else:
            receipt, act = (os.path.join(directory, case[what]) for what in ("receipt", "act"))
            asked = [["--receipt", receipt, "--act", act, "--key", case["key"]]]
        for words in asked:
            code, entry, told = found(words)
            if (code, entry) != (0 if case["holds"] else 1, case.get("entry")):
                differ += 1
                print(f"{case.get('what', case)}: expected entry {case.get('entry')}, found {code}, {told}", file=sys.stderr)
    forms = read(directory, "forms")
    for form in forms:
        if is_act(bytes.fromhex(form["form"])) != form["holds"]:
            differ += 1
            print(f"expected {form['holds']} of {bytes.fromhex(form['form'])[:400]}", file=sys.stderr)
    vectors = read(directory, "vectors")
    for case in vectors:
        if decided(case) != (case["enrolled"], case["verifies"]):
            differ += 1
            print(f"{case['name']}: expected {case['enrolled']}, {case['verifies']}, found {decided(case)}", file=sys.stderr)
    print(f"{len(cases)} logs and receipts, {len(forms)} forms of acts, {len(vectors)} signatures, {differ} found otherwise")
    return 0 if cases and forms and vectors and not differ else 1

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
