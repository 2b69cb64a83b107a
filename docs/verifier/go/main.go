// Verifies notes, tiles and proofs with Debian's Go packages of notes and trees,
// and makes some of its own for the other side to verify.
//
//	main DIRECTORY
//
// DIRECTORY/given is read: notes, a log as tiles, proofs, receipts.
// DIRECTORY/back is written: notes and a tree made by those packages.
package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	log.SetFlags(0)
	given, back := filepath.Join(os.Args[1], "given"), filepath.Join(os.Args[1], "back")
	keys := verifiers(lines(given, "keys"))
	fmt.Println(notes(given, keys), "notes opened or refused as they should be")
	head := checkpoint(given, keys)
	hashes := tlog.TileHashReader(head, tiles(given))
	fmt.Println(entries(given, hashes, head.N), "entries hash to their place in the tiles")
	fmt.Println(roots(given, hashes), "roots are the same")
	fmt.Println(inclusions(given, hashes), "proofs of inclusion are the same and hold")
	fmt.Println(consistencies(given, hashes), "proofs of consistency are the same and hold")
	fmt.Println(receipts(given, keys), "receipts hold")
	check(os.MkdirAll(back, 0o777))
	signNotes(given, back)
	growTree(back)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func must(holds bool, what string, about ...interface{}) {
	if !holds {
		log.Fatalf(what, about...)
	}
}

func read(parts ...string) []byte {
	bytes, err := os.ReadFile(filepath.Join(parts...))
	check(err)
	return bytes
}

func lines(parts ...string) []string {
	return strings.Split(strings.TrimSuffix(string(read(parts...)), "\n"), "\n")
}

func number(text string) int64 {
	number, err := strconv.ParseInt(text, 10, 64)
	check(err)
	return number
}

func hash(text string) tlog.Hash {
	hash, err := tlog.ParseHash(text)
	check(err)
	return hash
}

// proof reads hashes with commas between them.
func proof(text string) []tlog.Hash {
	var proof []tlog.Hash
	for _, part := range strings.Split(text, ",") {
		if part != "" {
			proof = append(proof, hash(part))
		}
	}
	return proof
}

func same(a, b []tlog.Hash) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// A cosigner verifies cosignature/v1 of c2sp.org/tlog-cosignature, which the package does not know.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }

func (c cosigner) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	return ed25519.Verify(c.key, []byte(message), sig[8:])
}

func verifiers(keys []string) note.Verifiers {
	var all []note.Verifier
	for _, key := range keys {
		if verifier, err := note.NewVerifier(key); err == nil {
			all = append(all, verifier)
			continue
		}
		parts := strings.SplitN(key, "+", 3)
		id, err := strconv.ParseUint(parts[1], 16, 32)
		check(err)
		bytes, err := base64.StdEncoding.DecodeString(parts[2])
		check(err)
		must(len(bytes) == 33 && bytes[0] == 4, "%s is a key of another kind", key)
		sum := sha256.Sum256(append([]byte(parts[0]+"\n"), bytes...))
		must(binary.BigEndian.Uint32(sum[:]) == uint32(id), "%s has the id of another key", key)
		all = append(all, cosigner{parts[0], uint32(id), bytes[1:]})
	}
	return note.VerifierList(all...)
}

// notes opens every file of notes/good with as many signatures as its name begins with,
// and none of notes/damaged.
func notes(given string, keys note.Verifiers) int {
	good, err := filepath.Glob(filepath.Join(given, "notes/good/*"))
	check(err)
	for _, path := range good {
		opened, err := note.Open(read(path), keys)
		must(err == nil, "%s: %v", path, err)
		count, _, _ := strings.Cut(filepath.Base(path), "-")
		must(len(opened.Sigs) == int(number(count)), "%s has %d signatures", path, len(opened.Sigs))
	}
	damaged, err := filepath.Glob(filepath.Join(given, "notes/damaged/*"))
	check(err)
	for _, path := range damaged {
		_, err := note.Open(read(path), keys)
		must(err != nil, "%s is opened", path)
	}
	return len(good) + len(damaged)
}

// checkpoint opens the checkpoint of the log.
func checkpoint(given string, keys note.Verifiers) tlog.Tree {
	opened, err := note.Open(read(given, "log/checkpoint"), keys)
	check(err)
	lines := strings.Split(opened.Text, "\n")
	return tlog.Tree{N: number(lines[1]), Hash: hash(lines[2])}
}

// tiles reads the tiles of a log, whose paths do not name the height of a tile.
type tiles string

func (t tiles) Height() int                                { return 8 }
func (t tiles) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(t), "log", path))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

// entries reads the bundles and compares the hash of each entry with its tile.
func entries(given string, hashes tlog.HashReader, size int64) int64 {
	for index := int64(0); index < size; {
		place := tlog.Tile{H: 8, L: 0, N: index / 256, W: 256}
		if size-index < 256 {
			place.W = int(size - index)
		}
		path := strings.Replace(place.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle := read(given, "log", path)
		for ; len(bundle) > 0; index++ {
			length := int(binary.BigEndian.Uint16(bundle))
			entry := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			stored, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
			check(err)
			must(tlog.RecordHash(entry) == stored[0], "entry %d is not the one in the tile", index)
		}
	}
	return size
}

// roots compares lines of size and root.
func roots(given string, hashes tlog.HashReader) int {
	all := lines(given, "log/roots")
	for _, line := range all {
		parts := strings.Split(line, " ")
		root, err := tlog.TreeHash(number(parts[0]), hashes)
		check(err)
		must(root == hash(parts[1]), "the root of size %s differs", parts[0])
	}
	return len(all)
}

// inclusions compares lines of size, index and proof.
func inclusions(given string, hashes tlog.HashReader) int {
	all := lines(given, "log/inclusion")
	for _, line := range all {
		parts := strings.Split(line, " ")
		size, index, theirs := number(parts[0]), number(parts[1]), proof(parts[2])
		ours, err := tlog.ProveRecord(size, index, hashes)
		check(err)
		must(same(ours, theirs), "the proof of %d in %d differs", index, size)
		root, err := tlog.TreeHash(size, hashes)
		check(err)
		leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		check(err)
		check(tlog.CheckRecord(theirs, size, root, index, leaf[0]))
	}
	return len(all)
}

// consistencies compares lines of new size, old size and proof.
func consistencies(given string, hashes tlog.HashReader) int {
	all := lines(given, "log/consistency")
	for _, line := range all {
		parts := strings.Split(line, " ")
		size, old, theirs := number(parts[0]), number(parts[1]), proof(parts[2])
		ours, err := tlog.ProveTree(size, old, hashes)
		check(err)
		must(same(ours, theirs), "the proof from %d to %d differs", old, size)
		root, err := tlog.TreeHash(size, hashes)
		check(err)
		oldRoot, err := tlog.TreeHash(old, hashes)
		check(err)
		check(tlog.CheckTree(theirs, size, root, old, oldRoot))
	}
	return len(all)
}

// receipts verifies c2sp.org/tlog-proof texts of entries that lie beside them.
func receipts(given string, keys note.Verifiers) int {
	all, err := filepath.Glob(filepath.Join(given, "receipts/*.tlog-proof"))
	check(err)
	for _, path := range all {
		head, signed, found := strings.Cut(string(read(path)), "\n\n")
		lines := strings.Split(head, "\n")
		must(found && lines[0] == "c2sp.org/tlog-proof@v1", "%s is no receipt", path)
		if strings.HasPrefix(lines[1], "extra ") {
			lines = lines[1:]
		}
		opened, err := note.Open([]byte(signed), keys)
		check(err)
		must(len(opened.Sigs) == 2, "%s has %d signatures", path, len(opened.Sigs))
		tree := strings.Split(opened.Text, "\n")
		index := number(strings.TrimPrefix(lines[1], "index "))
		leaf := tlog.RecordHash(read(strings.TrimSuffix(path, ".tlog-proof")))
		hashes := proof(strings.Join(lines[2:], ","))
		check(tlog.CheckRecord(hashes, number(tree[1]), hash(tree[2]), index, leaf))
	}
	return len(all)
}

func write(text string, parts ...string) {
	path := filepath.Join(parts...)
	check(os.MkdirAll(filepath.Dir(path), 0o777))
	check(os.WriteFile(path, []byte(text), 0o666))
}

// signNotes signs the given texts with the given key and with a new one.
func signNotes(given, back string) {
	old, err := note.NewSigner(strings.TrimSpace(string(read(given, "secret"))))
	check(err)
	secret, public, err := note.GenerateKey(rand.Reader, "go.example/new")
	check(err)
	fresh, err := note.NewSigner(secret)
	check(err)
	write(public+"\n", back, "key")
	write(secret+"\n", back, "secret")
	texts, err := filepath.Glob(filepath.Join(given, "texts/*"))
	check(err)
	for _, path := range texts {
		signed, err := note.Sign(&note.Note{Text: string(read(path))}, old, fresh)
		check(err)
		write(string(signed), back, "notes", filepath.Base(path))
	}
	fmt.Println(len(texts), "texts signed")
}

// stored keeps all hashes of a tree.
type stored []tlog.Hash

func (s *stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var all []tlog.Hash
	for _, index := range indexes {
		all = append(all, (*s)[index])
	}
	return all, nil
}

// growTree makes a tree of its own, with its tiles and with proofs of all its leaves and sizes.
func growTree(back string) {
	const size = 300
	var tree stored
	var roots, inclusion, consistency strings.Builder
	for index := int64(0); index < size; index++ {
		entry := fmt.Sprintf("entry %d of Go", index)
		more, err := tlog.StoredHashes(index, []byte(entry), &tree)
		check(err)
		tree = append(tree, more...)
		root, err := tlog.TreeHash(index+1, &tree)
		check(err)
		fmt.Fprintf(&roots, "%d %v\n", index+1, root)
	}
	for _, tile := range tlog.NewTiles(8, 0, size) {
		bytes, err := tlog.ReadTileData(tile, &tree)
		check(err)
		write(string(bytes), back, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
	}
	for index := int64(0); index < size; index++ {
		hashes, err := tlog.ProveRecord(size, index, &tree)
		check(err)
		fmt.Fprintf(&inclusion, "%d %d %s\n", size, index, joined(hashes))
		older, err := tlog.ProveTree(size, index+1, &tree)
		check(err)
		fmt.Fprintf(&consistency, "%d %d %s\n", size, index+1, joined(older))
	}
	write(roots.String(), back, "roots")
	write(inclusion.String(), back, "inclusion")
	write(consistency.String(), back, "consistency")
	fmt.Println(size, "leaves grown")
}

func joined(hashes []tlog.Hash) string {
	var texts []string
	for _, hash := range hashes {
		texts = append(texts, hash.String())
	}
	return strings.Join(texts, ",")
}
