//! Bundles: entries one after the other, each after its length (c2sp.org/tlog-tiles).

use crate::{Bundle, ENTRY_BYTES_MAX, TILE_WIDTH};

/// Why bytes are no bundle, or entries cannot become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BundleFlaw {
    /// An entry is too long.
    #[error("entry {at} of the bundle has {length} bytes, the largest has 60,000")]
    Long {
        /// Which entry, from 0.
        at: usize,
        /// Its length.
        length: usize,
    },
    /// The bytes end within an entry.
    #[error("the bundle ends within entry {0}")]
    Cut(usize),
    /// There are more or fewer entries than the bundle should hold.
    #[error("the bundle holds {found} entries, its path says {wanted}")]
    Count {
        /// How many there are.
        found: usize,
        /// How many there should be.
        wanted: u16,
    },
    /// There are no entries, or more than 256.
    #[error("a bundle holds 1 to 256 entries, here are {0}")]
    Width(usize),
}

/// Returns the bytes of a bundle.
///
/// # Errors
/// An entry that is too long, or too few or too many of them.
pub fn encode_bundle<'e>(
    entries: impl IntoIterator<Item = &'e [u8]>,
) -> Result<Vec<u8>, BundleFlaw> {
    let (mut bytes, mut count) = (Vec::new(), 0_usize);
    for entry in entries {
        push_entry(entry, &mut bytes).ok_or(BundleFlaw::Long { at: count, length: entry.len() })?;
        count = count.saturating_add(1);
    }
    let is_bundle = (1..=usize::from(TILE_WIDTH)).contains(&count);
    if is_bundle { Ok(bytes) } else { Err(BundleFlaw::Width(count)) }
}

/// Appends one entry to the bytes of a bundle; none where it is too long.
pub fn push_entry(entry: &[u8], bytes: &mut Vec<u8>) -> Option<()> {
    let length = Some(entry.len()).filter(|length| *length <= ENTRY_BYTES_MAX)?;
    bytes.extend(u16::try_from(length).ok()?.to_be_bytes());
    bytes.extend_from_slice(entry);
    Some(())
}

/// Returns the entries of a bundle, as many as its path says.
///
/// # Errors
/// The first way in which the bytes differ from what encoding the entries gives.
pub fn parse_bundle(bundle: Bundle, bytes: &[u8]) -> Result<Vec<&[u8]>, BundleFlaw> {
    let wanted = bundle.width();
    let (mut entries, mut rest) = (Vec::with_capacity(usize::from(wanted)), bytes);
    while !rest.is_empty() {
        let at = entries.len();
        if at == usize::from(wanted) {
            return Err(BundleFlaw::Count { found: at.saturating_add(1), wanted });
        }
        let (length, after) = rest.split_first_chunk::<2>().ok_or(BundleFlaw::Cut(at))?;
        let length = usize::from(u16::from_be_bytes(*length));
        if length > ENTRY_BYTES_MAX {
            return Err(BundleFlaw::Long { at, length });
        }
        let (entry, after) = after.split_at_checked(length).ok_or(BundleFlaw::Cut(at))?;
        entries.push(entry);
        rest = after;
    }
    let found = entries.len();
    if found == usize::from(wanted) {
        Ok(entries)
    } else {
        Err(BundleFlaw::Count { found, wanted })
    }
}
