//! Conditions and their arithmetic in words.

use crate::asking::Asking;
use servanda_engine::Weighing;
use servanda_model::{Condition, PartySet, Share, Total};

/// Returns a condition as the charter language writes it.
pub fn condition_text(asking: &Asking<'_>, condition: &Condition) -> String {
    let inside = |set: &Option<PartySet>, word: &str| {
        set.as_ref().map(|set| format!(" {word} {}", parties(asking, set))).unwrap_or_default()
    };
    match condition {
        Condition::All(base, who) => format!("all {} {}", base.word(), who.word()),
        Condition::AtLeast(count, who, set) => {
            format!("at least {count} {}{}", who.word(), inside(set, "in"))
        }
        Condition::Share(share, who, base, less) => {
            let (share, who, base) = (share_text(*share), who.word(), base.word());
            format!("{share} {who} of {base}{}", inside(less, "less"))
        }
        Condition::FewerThan(count, who) => format!("fewer than {count} {}", who.word()),
        Condition::None(who, set) => format!("none {}{}", who.word(), inside(set, "in")),
        Condition::Includes(set) => format!("includes {}", parties(asking, set)),
        Condition::Weight(table, who, share, total) => {
            let table = asking.law.weights_names.word(*table);
            let of = match total {
                Total::Declared => "total",
                Total::Of(base) => base.word(),
            };
            format!("weight {table} of {} {} of {of}", who.word(), share_text(*share))
        }
        Condition::Not(inner) => format!("not {}", condition_text(asking, inner)),
        Condition::AllOf(_) => "all of".to_owned(),
        Condition::AnyOf(_) => "any of".to_owned(),
    }
}

fn share_text(share: Share) -> String {
    let how = if share.inclusive { "at least" } else { "more than" };
    format!("{how} {}/{}", share.numerator, share.denominator)
}

/// Returns the codes of a set of parties.
pub fn parties(asking: &Asking<'_>, set: &PartySet) -> String {
    let words: Vec<&str> = set.iter().map(|party| asking.law.party_names.word(party)).collect();
    words.join(", ")
}

/// Returns the arithmetic of a condition: what was counted, of how many, and how many it takes.
pub fn arithmetic(asking: &Asking<'_>, weighing: &Weighing<'_>) -> String {
    let part = weighing.part;
    let needed = weighing.needed();
    match (weighing.condition, weighing.whole) {
        (Condition::AllOf(_), _) => "all of these".to_owned(),
        (Condition::AnyOf(_), _) => "one of these".to_owned(),
        (Condition::Not(_), _) if weighing.holds => "what follows does not hold".to_owned(),
        (Condition::Not(_), _) => "what follows holds".to_owned(),
        (Condition::AtLeast(count, _, Some(_)), _) if part > 0 => {
            format!("{part} ({}), {count} needed", parties(asking, &weighing.counted))
        }
        (Condition::None(..), _) if part == 0 => "there is none".to_owned(),
        (Condition::None(..), _) => parties(asking, &weighing.counted),
        (Condition::Includes(_), _) => {
            format!("of these: {}", parties(asking, &weighing.counted))
        }
        (Condition::FewerThan(..), _) => format!("{part}"),
        (_, Some(0)) => format!("{part} of 0: the base is empty"),
        (_, Some(whole)) => match needed {
            Some(needed) => format!("{part} of {whole}, {needed} needed"),
            None => format!("{part} of {whole}"),
        },
        (_, None) => match needed {
            Some(needed) => format!("{part}, {needed} needed"),
            None => format!("{part}"),
        },
    }
}
