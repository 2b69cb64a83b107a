//! The order of names in a language's alphabet, for rotations and lists.

/// The Cyrillic letters in an order that serves Russian and, beside it, the other languages of
/// the record that write in Cyrillic: each extra letter follows its base letter.
#[rustfmt::skip]
const CYRILLIC: [char; 47] = [
    'а', 'ә', 'б', 'в', 'г', 'ғ', 'д', 'е', 'ё', 'ж', 'з', 'и', 'і', 'ӣ', 'й', 'к',
    'қ', 'л', 'м', 'н', 'ң', 'о', 'ө', 'п', 'р', 'с', 'т', 'у', 'ў', 'ұ', 'ү', 'ӯ',
    'ф', 'х', 'ҳ', 'һ', 'ц', 'ч', 'ҷ', 'ш', 'щ', 'ъ', 'ы', 'ь', 'э', 'ю', 'я',
];

/// Returns the key by which a name is ordered.
///
/// Letters of the alphabet count by their place in it, case aside; marks that combine are passed
/// over; whatever else stands in a name counts by its code point, before all letters.
pub fn collation_key(name: &str) -> Vec<u32> {
    name.chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .flat_map(char::to_lowercase)
        .map(weight)
        .collect()
}

fn weight(letter: char) -> u32 {
    if letter.is_ascii() {
        return u32::from(letter);
    }
    let place = CYRILLIC.iter().position(|known| *known == letter);
    match place.and_then(|place| u32::try_from(place).ok()) {
        Some(place) => 0x11_0000_u32.saturating_add(place),
        None => u32::from(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yo_stands_between_ye_and_zhe() {
        let mut names = ["Жодино", "Ёлка", "Елка", "Ель", "Дубна"];
        names.sort_by_key(|name| collation_key(name));
        assert_eq!(names, ["Дубна", "Елка", "Ель", "Ёлка", "Жодино"]);
    }

    #[test]
    fn stress_marks_and_case_do_not_count() {
        assert_eq!(collation_key("Росси\u{301}я"), collation_key("россия"));
    }
}
