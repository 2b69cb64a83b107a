//! A text cut into its top-level entries, so that the pieces one after the other are the text.

/// Cuts a text before each top-level entry; comments and empty lines belong to the entry below
/// them, those at the end to the last.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let (mut at, mut rest, mut has_entry) = (0usize, 0usize, false);
    for line in text.split_inclusive('\n') {
        let is_entry = !line.starts_with([' ', ';', '\n', '\r']);
        let is_deeper = line.starts_with(' ') && !line.trim().is_empty();
        if is_entry && has_entry {
            cuts.push(rest);
        }
        has_entry |= is_entry;
        at = at.saturating_add(line.len());
        if is_entry || is_deeper {
            rest = at;
        }
    }
    cuts.push(text.len());
    let pairs = cuts.windows(2).filter_map(|pair| match pair {
        [from, to] => text.get(*from..*to),
        _ => None,
    });
    pairs.filter(|piece| !piece.is_empty()).collect()
}
