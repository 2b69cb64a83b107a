//! Changes of inputs that are worth changing, which stand in `tests/corpus` of each room.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// One change of bytes.
#[derive(Debug, Clone)]
enum Change {
    Set(Index, u8),
    Turn(Index, u32),
    Cut(Index, usize),
    Insert(Index, Vec<u8>),
    Repeat(Index, usize),
}

/// What changes the meaning of texts: ends, quotes, digits, signs, bytes that are no text.
const PIECES: [&[u8]; 16] = [
    b"\n",
    b"\n\n",
    b" ",
    b"\"",
    b"\\",
    b"\\u000a",
    b"{",
    b"}",
    b",",
    b"0",
    b"-1",
    b"=",
    b"+",
    b"\xe2\x80\x94 ",
    b"\xff",
    b"\0",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let piece =
        prop_oneof![select(PIECES.to_vec()).prop_map(<[u8]>::to_vec), vec(any::<u8>(), 1..4),];
    let change = prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (at(), 0_u32..8).prop_map(|(at, bit)| Change::Turn(at, bit)),
        (at(), 1_usize..9).prop_map(|(at, count)| Change::Cut(at, count)),
        (at(), piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at(), 1_usize..60).prop_map(|(at, count)| Change::Repeat(at, count)),
    ];
    vec(change, 0..4)
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let length = bytes.len().saturating_add(1);
    let (Change::Set(at, _)
    | Change::Turn(at, _)
    | Change::Cut(at, _)
    | Change::Insert(at, _)
    | Change::Repeat(at, _)) = change;
    let at = at.index(length);
    match change {
        Change::Set(_, byte) => bytes.iter_mut().skip(at).take(1).for_each(|b| *b = *byte),
        Change::Turn(_, bit) => {
            bytes.iter_mut().skip(at).take(1).for_each(|b| *b = b.rotate_left(*bit) ^ 1);
        }
        Change::Cut(_, count) => {
            let end = at.saturating_add(*count).min(bytes.len());
            drop(bytes.drain(at..end));
        }
        Change::Insert(_, piece) => drop(bytes.splice(at..at, piece.iter().copied())),
        Change::Repeat(_, count) => {
            let part: Vec<u8> = bytes.iter().skip(at).take(*count).copied().collect();
            drop(bytes.splice(at..at, part));
        }
    }
}

/// Inputs with up to three changes, and bytes of any kind.
pub(crate) fn bytes(inputs: &[&'static [u8]]) -> impl Strategy<Value = Vec<u8>> + use<> {
    let changed = (select(inputs.to_vec()), changes()).prop_map(|(bytes, changes)| {
        let mut bytes = bytes.to_vec();
        changes.iter().for_each(|change| apply(&mut bytes, change));
        bytes
    });
    prop_oneof![9 => changed, 1 => vec(any::<u8>(), 0..200)]
}
