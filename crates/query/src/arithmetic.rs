//! Conditions and their arithmetic in words.

use crate::asking::Asking;
use servanda_engine::{Question, Weighing};
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

/// Says in words what a rule asked and what was found: one line for each condition, those that it
/// is made of below it. Where the votes are not told, only what was asked.
pub(crate) fn in_words(
    asking: &Asking<'_>,
    question: Question,
    weighing: &Weighing<'_>,
    is_told: bool,
) -> Vec<String> {
    let asked = match question {
        Question::Usable => "usable when",
        Question::Quorum => "quorum:",
        Question::Adopted => "adopted when",
        Question::Vetoed => "vetoed when",
    };
    let mut lines = Vec::new();
    line(asking, asked, weighing, is_told, &mut lines);
    lines
}

fn line(
    asking: &Asking<'_>,
    asked: &str,
    weighing: &Weighing<'_>,
    is_told: bool,
    lines: &mut Vec<String>,
) {
    let condition = condition_text(asking, weighing.condition);
    lines.push(if is_told {
        let is_broken = matches!(weighing.condition, Condition::None(..)) && weighing.part > 0;
        let found = if is_broken {
            format!("found {}: {}", weighing.part, parties(asking, &weighing.counted))
        } else {
            arithmetic(asking, weighing)
        };
        let margin = margin(weighing).map(|margin| format!(", {margin}")).unwrap_or_default();
        let holds = if weighing.holds { "it holds" } else { "it does not hold" };
        format!("{asked} {condition}: {found}{margin}: {holds}")
    } else {
        format!("{asked} {condition}")
    });
    for inner in &weighing.inner {
        line(asking, "of these:", inner, is_told, lines);
    }
}

/// Says how far what was counted lies from what it takes.
fn margin(weighing: &Weighing<'_>) -> Option<String> {
    let (part, needed) = (weighing.part, weighing.needed()?);
    if matches!(weighing.condition, Condition::FewerThan(..)) {
        return Some(match part.checked_sub(needed) {
            None => format!("fewer than {needed}"),
            Some(0) => "one too many".to_owned(),
            Some(more) => format!("{} too many", more.saturating_add(1)),
        });
    }
    Some(match (part.checked_sub(needed), needed.checked_sub(part)) {
        (Some(0), _) => "exactly as many as it takes".to_owned(),
        (Some(1), _) => "one more than it takes".to_owned(),
        (Some(more), _) => format!("{more} more than it takes"),
        (None, Some(1)) => "one fewer than it takes".to_owned(),
        (None, fewer) => format!("{} fewer than it takes", fewer.unwrap_or(0)),
    })
}
