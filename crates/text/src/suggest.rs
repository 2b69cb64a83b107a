//! The nearest known word to an unknown one.

/// Returns the known word nearest to the given one, where one is near enough to be a slip.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(steps, _)| *steps <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Returns the known code of letters nearest to the given one: in so short a word two letters may be
/// a slip, where others are kept; of codes equally near the one with the same letters, then the one
/// with the same first.
pub fn nearest_code<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let is_code = |word: &str| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    let strange = |code: &str| code.chars().filter(|letter| !word.contains(*letter)).count();
    known
        .into_iter()
        .filter(|code| is_code(word) && is_code(code))
        .map(|code| {
            let begins_otherwise = code.chars().next() != word.chars().next();
            (distance(word, code), strange(code), begins_otherwise, code)
        })
        .filter(|(steps, ..)| *steps <= 2)
        .min()
        .map(|(.., code)| code)
}

/// Counts the insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 3 || a.len() > 64 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i.saturating_add(1)];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], n: usize| row.get(n).copied().unwrap_or(usize::MAX);
            let diagonal = at(&row, j).saturating_add(usize::from(x != y));
            let step = at(&row, j.saturating_add(1)).min(at(&next, j)).saturating_add(1);
            let mut best = diagonal.min(step);
            let swapped = i > 0
                && j > 0
                && a.get(i.saturating_sub(1)) == Some(y)
                && b.get(j.saturating_sub(1)) == Some(x);
            if swapped {
                best = best.min(at(&before, j.saturating_sub(1)).saturating_add(1));
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_mixed_letters_finds_the_one_that_was_meant() {
        let known = ["ARM", "AZE", "GEO", "KAZ", "RUS", "x-land"];
        assert_eq!(nearest_code("RMA", known), Some("ARM"));
        assert_eq!(nearest_code("GRG", known), Some("GEO"));
        assert_eq!(nearest_code("QQQ", known), None);
        assert_eq!(nearest_code("x-l", known), None);
    }
}
