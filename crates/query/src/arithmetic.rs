//! Conditions and their arithmetic, as sentences.

mod roster;

use crate::asking::Asking;
use servanda_engine::{Question, Weighing};
use servanda_model::{Condition, Mention, Remark, Share, Total, Who, remark};

pub use roster::Roster;

/// Says a condition as the charter language writes it, a set in it as it stands on the day.
pub fn condition(asking: &Asking<'_>, weighing: &Weighing<'_>, roster: &Roster) -> Remark {
    let among = |set| roster.among(set, weighing);
    let number = |count: u32| Mention::Count(u64::from(count));
    match weighing.condition {
        Condition::All(base, who) => {
            remark!(C_ALL, base = of(base.word()), who = of_whom(*who))
        }
        Condition::AtLeast(count, who, set) => {
            let (count, who) = (number(*count), of_whom(*who));
            match set {
                Some(set) => {
                    remark!(C_AT_LEAST_IN, count = count, who = who, parties = &among(set))
                }
                None => remark!(C_AT_LEAST, count = count, who = who),
            }
        }
        Condition::Share(share, who, base, less) => {
            let mut gaps = shared(*share);
            gaps.push(("who", of_whom(*who)));
            gaps.push(("base", of(base.word())));
            let mut said = match less {
                Some(_) => remark!(C_SHARE_LESS),
                None => remark!(C_SHARE),
            };
            gaps.extend(less.as_ref().map(|less| ("parties", Mention::from(&among(less)))));
            said.mentions = gaps;
            said
        }
        Condition::FewerThan(count, who) => {
            remark!(C_FEWER, count = number(*count), who = of_whom(*who))
        }
        Condition::None(who, None) => remark!(C_NONE, who = of_whom(*who)),
        Condition::None(who, Some(set)) => {
            remark!(C_NONE_IN, who = of_whom(*who), parties = &among(set))
        }
        // Each of these is asked for, whoever stands there.
        Condition::Includes(set) => remark!(C_INCLUDES, parties = set),
        Condition::Weight(table, who, share, total) => {
            let base = match total {
                Total::Declared => "total",
                Total::Of(base) => base.word(),
            };
            let mut said = remark!(
                C_WEIGHT,
                weights = Mention::Code(asking.law.weights_names.word(*table).to_owned()),
                who = of_whom(*who),
                base = of(base)
            );
            said.mentions.extend(shared(*share));
            said
        }
        Condition::Not(_) => {
            let inner = weighing.inner.first();
            let inner = inner.map(|inner| Mention::from(condition(asking, inner, roster)));
            remark!(C_NOT, condition = inner.unwrap_or(Mention::Word("nobody")))
        }
        Condition::AllOf(_) => remark!(C_ALL_OF),
        Condition::AnyOf(_) => remark!(C_ANY_OF),
    }
}

/// Mentions who is counted.
fn of_whom(who: Who) -> Mention {
    Mention::from(remark!(WHO, who = Mention::Word(who.word())))
}

/// Mentions of whom a share is.
fn of(base: &'static str) -> Mention {
    Mention::from(remark!(BASE, base = Mention::Word(base)))
}

/// Mentions a share.
fn shared(share: Share) -> Vec<(&'static str, Mention)> {
    let how = match share.inclusive {
        true => Mention::Form("at-least", "at least"),
        false => Mention::Form("more-than", "more than"),
    };
    let part = |number: u32| Mention::Number(number);
    vec![
        ("how", how),
        ("numerator", part(share.numerator)),
        ("denominator", part(share.denominator)),
    ]
}

/// Says the arithmetic of a condition: what was counted, of how many, and how many it takes.
pub fn arithmetic(weighing: &Weighing<'_>) -> Remark {
    let (part, counted) = (Mention::Count(weighing.part), &weighing.counted);
    let needed = weighing.needed().map(Mention::Count);
    match (weighing.condition, weighing.whole) {
        (Condition::AllOf(_), _) => remark!(ALL_OF_THESE),
        (Condition::AnyOf(_), _) => remark!(ONE_OF_THESE),
        (Condition::Not(_), _) if weighing.holds => remark!(DOES_NOT_FOLLOW),
        (Condition::Not(_), _) => remark!(FOLLOWS),
        (Condition::AtLeast(count, _, Some(_)), _) if weighing.part > 0 => {
            let needed = Mention::Count(u64::from(*count));
            remark!(SOME_NEEDED, part = part, parties = counted, needed = needed)
        }
        (Condition::None(..), _) if weighing.part == 0 => remark!(THERE_IS_NONE),
        (Condition::None(..), _) => remark!(THESE, parties = counted),
        (Condition::Includes(_), _) => remark!(OF_THESE, parties = counted),
        (Condition::FewerThan(..), _) => remark!(PART, part = part),
        (_, Some(0)) => remark!(EMPTY_BASE, part = part),
        (_, Some(whole)) => {
            let whole = Mention::Count(whole);
            match needed {
                Some(needed) => {
                    remark!(PART_OF_NEEDED, part = part, whole = whole, needed = needed)
                }
                None => remark!(PART_OF, part = part, whole = whole),
            }
        }
        (_, None) => match needed {
            Some(needed) => remark!(PART_NEEDED, part = part, needed = needed),
            None => remark!(PART, part = part),
        },
    }
}

/// Says what a rule asked and what was found: one line for each condition, those that it is made of
/// below it. Where the votes are not told, only what was asked.
pub(crate) fn in_words(
    asking: &Asking<'_>,
    question: Question,
    (weighing, roster): (&Weighing<'_>, &Roster),
    is_told: bool,
) -> Vec<Remark> {
    let asked = match question {
        Question::Usable => Mention::Form("usable", "usable when"),
        Question::Quorum => Mention::Form("quorum", "quorum:"),
        Question::Adopted => Mention::Form("adopted", "adopted when"),
        Question::Vetoed => Mention::Form("vetoed", "vetoed when"),
    };
    let mut lines = Vec::new();
    line(asking, asked, (weighing, roster), is_told, &mut lines);
    lines
}

fn line(
    asking: &Asking<'_>,
    asked: Mention,
    (weighing, roster): (&Weighing<'_>, &Roster),
    is_told: bool,
    lines: &mut Vec<Remark>,
) {
    let condition = condition(asking, weighing, roster);
    lines.push(if is_told {
        let is_broken = matches!(weighing.condition, Condition::None(..)) && weighing.part > 0;
        let found = if is_broken {
            let count = Mention::Count(weighing.part);
            remark!(FOUND, count = count, parties = &weighing.counted)
        } else {
            arithmetic(weighing)
        };
        let holds = match weighing.holds {
            true => Mention::Form("yes", "it holds"),
            false => Mention::Form("no", "it does not hold"),
        };
        match margin(weighing) {
            Some(margin) => remark!(
                LOOKED_AT_BY,
                asked = asked,
                condition = condition,
                found = found,
                margin = margin,
                holds = holds
            ),
            None => remark!(
                LOOKED_AT,
                asked = asked,
                condition = condition,
                found = found,
                holds = holds
            ),
        }
    } else {
        remark!(ASKED, asked = asked, condition = condition)
    });
    for inner in &weighing.inner {
        line(asking, Mention::Form("inner", "of these:"), (inner, roster), is_told, lines);
    }
}

/// Says how far what was counted lies from what it takes.
fn margin(weighing: &Weighing<'_>) -> Option<Remark> {
    let (part, needed) = (weighing.part, weighing.needed()?);
    if matches!(weighing.condition, Condition::FewerThan(..)) {
        return Some(match part.checked_sub(needed) {
            None => remark!(FEWER_THAN, count = Mention::Count(needed)),
            Some(0) => remark!(ONE_TOO_MANY),
            Some(more) => remark!(TOO_MANY, count = Mention::Count(more.saturating_add(1))),
        });
    }
    Some(match (part.checked_sub(needed), needed.checked_sub(part)) {
        (Some(0), _) => remark!(EXACTLY),
        (Some(1), _) => remark!(ONE_MORE),
        (Some(more), _) => remark!(MORE, count = Mention::Count(more)),
        (None, Some(1)) => remark!(ONE_FEWER),
        (None, fewer) => remark!(FEWER, count = Mention::Count(fewer.unwrap_or(0))),
    })
}
