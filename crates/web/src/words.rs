//! Words of a request: ids of the record, days, positions, and the nearest known word.

use crate::refusal::{Kind, Refusal};
use servanda_journal::nearest;
use servanda_model::{Day, Id, Instant, Law, Names};
use servanda_query::Known;

/// The most characters of a reader's own word that are shown back.
const SHOWN_CHARS: usize = 80;
/// The most known words that a hint lists.
const LISTED: usize = 40;

/// Finds a declared word, or says which is nearest.
pub(crate) fn find<I: Id>(names: &Names<I>, word: &str, what: &str) -> Result<I, Refusal> {
    names.find(word).ok_or_else(|| {
        let known: Vec<&str> = names.iter().map(|(_, known)| known).collect();
        unknown(word, what, &known)
    })
}

/// Says that a word is not known, with the nearest one or a list.
pub(crate) fn unknown(word: &str, what: &str, known: &[&str]) -> Refusal {
    let refusal = Refusal::new(
        Kind::UnknownWord,
        format!("`{}` is not {what} this record knows", shown(word)),
    );
    let near_to = |word: &str| nearest(word, known.iter().copied());
    let near = near_to(word)
        .or_else(|| near_to(&word.to_lowercase()))
        .or_else(|| near_to(&word.to_uppercase()));
    match near {
        Some(near) => Refusal {
            near: Some(near.to_owned()),
            ..refusal.hint(format!("did you mean `{near}`?"))
        },
        None => {
            let some = known.get(..LISTED.min(known.len())).unwrap_or_default();
            refusal.hint(format!("known: {}", some.join(", ")))
        }
    }
}

/// Returns a reader's own word as it may be shown back: short, on one line, in one direction.
pub(crate) fn shown(word: &str) -> String {
    let plain = |c: char| match c {
        '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{061C}' => '\u{FFFD}',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    let mut text: String = word.chars().take(SHOWN_CHARS).map(plain).collect();
    if word.chars().nth(SHOWN_CHARS).is_some() {
        text.push('…');
    }
    text
}

/// Reads a day, or the day of the seat on which an instant lies.
pub(crate) fn day(text: &str, law: &Law) -> Result<Day, Refusal> {
    let read = if text.contains('T') {
        text.parse::<Instant>().map(|at| law.day_at(at))
    } else {
        text.parse::<Day>()
    };
    read.map_err(|()| {
        Refusal::new(Kind::Unreadable, format!("`{}` is no day of the calendar", shown(text)))
            .hint("write it as `1999-04-21`, or an instant as `1999-04-21T12:00:00Z`")
    })
}

/// Reads up to where the record is known: a position, or a day of recording.
pub(crate) fn known(text: &str, law: &Law) -> Result<Known, Refusal> {
    match position(text) {
        Some(position) => Ok(Known::Position(position)),
        None => day(text, law).map(Known::On).map_err(|refusal| Refusal {
            message: format!("`{}` is neither a position nor a day", shown(text)),
            ..refusal.hint("write a position as `120`, a day as `1999-04-21`")
        }),
    }
}

/// Reads the position of an act.
pub(crate) fn position(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_instants_are_read_and_nothing_else() {
        for text in ["1999-04-20", "1999-04-20T23:59Z", "1999-04-20T23:59:59Z"] {
            assert_eq!(day(text, &Law::default()).unwrap().to_string(), "1999-04-20", "{text}");
        }
        for text in [
            "1999-4-20",
            "1999-04-31",
            "1999-04-20T",
            "1999-04-20T25:00Z",
            "1999-04-20T1:2Z",
            "now",
            "\0",
        ] {
            assert_eq!(day(text, &Law::default()).unwrap_err().kind, Kind::Unreadable, "{text}");
        }
    }

    #[test]
    fn a_position_is_digits_and_a_day_is_not() {
        assert_eq!(known("1999", &Law::default()).unwrap(), Known::Position(1999));
        assert!(matches!(known("1999-04-21", &Law::default()).unwrap(), Known::On(_)));
        assert_eq!(known("-1", &Law::default()).unwrap_err().kind, Kind::Unreadable);
        assert_eq!(known("99999999999", &Law::default()).unwrap_err().kind, Kind::Unreadable);
    }

    #[test]
    fn a_word_is_shown_short_and_in_one_direction() {
        assert_eq!(shown("a\u{202E}b\0\nc"), "a\u{FFFD}b\u{FFFD}\u{FFFD}c");
        assert_eq!(shown(&"x".repeat(200)).chars().count(), 81);
    }
}
