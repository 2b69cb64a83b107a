//! Which kinds of acts, rules and conditions the naive engine knows, each by its word.
//!
//! A new kind does not compile until it has a word here, and is listed as not covered until a
//! generated record carries it.

use servanda_model::{Condition, Deed, Law, Rule};
use std::collections::BTreeSet;

/// Every kind of act.
pub const DEED_WORDS: [&str; 42] = [
    "sign",
    "deposit",
    "ratify",
    "refuse",
    "in-force",
    "provisional",
    "notice",
    "revoke",
    "end",
    "suspend",
    "resume",
    "register",
    "reserve",
    "object",
    "join",
    "leave",
    "suspend-member",
    "vote-right",
    "vote",
    "session",
    "convene",
    "agenda",
    "minutes",
    "credentials",
    "credentials of a label",
    "decide",
    "chair",
    "appoint",
    "vacate",
    "request",
    "offer",
    "contribute",
    "release",
    "report",
    "statement",
    "event",
    "exercise",
    "figure",
    "position",
    "treaty-with",
    "correct",
    "amend",
];

/// Every kind of rule.
pub const RULE_WORDS: [&str; 29] = [
    "signature",
    "in-force",
    "in-force as sources say",
    "term",
    "extends",
    "withdrawal",
    "provisional from signature",
    "provisional by declaration",
    "reservations",
    "accession",
    "full-powers",
    "corrections",
    "ends",
    "lasts",
    "obliges",
    "entitles",
    "membership",
    "admission",
    "restoration",
    "suspension",
    "expulsion",
    "class",
    "loss of vote",
    "organ or office",
    "rotation",
    "rule",
    "matter",
    "procedure",
    "each year",
];

/// Every kind of condition.
pub const CONDITION_WORDS: [&str; 10] = [
    "all",
    "at least",
    "share",
    "fewer than",
    "none",
    "includes",
    "weight",
    "not",
    "all of",
    "any of",
];

/// Returns the word of an act's kind.
pub fn deed_word(deed: &Deed) -> &'static str {
    match deed {
        Deed::Sign { .. } => "sign",
        Deed::Deposit { .. } => "deposit",
        Deed::Ratify { .. } => "ratify",
        Deed::Refuse { .. } => "refuse",
        Deed::EnterIntoForce { .. } => "in-force",
        Deed::Provisional { .. } => "provisional",
        Deed::GiveNotice { .. } => "notice",
        Deed::Revoke { .. } => "revoke",
        Deed::End { .. } => "end",
        Deed::Suspend { .. } => "suspend",
        Deed::Resume { .. } => "resume",
        Deed::Register { .. } => "register",
        Deed::Reserve { .. } => "reserve",
        Deed::Object { .. } => "object",
        Deed::Join { .. } => "join",
        Deed::Leave { .. } => "leave",
        Deed::SuspendMember { .. } => "suspend-member",
        Deed::VoteRight { .. } => "vote-right",
        Deed::Vote { .. } => "vote",
        Deed::Session { .. } => "session",
        Deed::Paper(paper) => paper.word(),
        Deed::Decide(_) => "decide",
        Deed::Chair { .. } => "chair",
        Deed::Appoint(_) => "appoint",
        Deed::Vacate { .. } => "vacate",
        Deed::Request { .. } => "request",
        Deed::Aid(aid) => aid.kind.word(),
        Deed::State(_) => "statement",
        Deed::Happen { .. } => "event",
        Deed::Exercise { .. } => "exercise",
        Deed::Figure(_) => "figure",
        Deed::Position { .. } => "position",
        Deed::Agree { .. } => "treaty-with",
        Deed::Correct { .. } => "correct",
        Deed::Amend { .. } => "amend",
    }
}

/// Returns the word of a rule's kind.
pub fn rule_word(rule: &Rule) -> &'static str {
    match rule {
        Rule::Signature(_) => "signature",
        Rule::EntryIntoForce { .. } => "in-force",
        Rule::EntryAsSourcesSay => "in-force as sources say",
        Rule::Term(_) => "term",
        Rule::Extends(..) => "extends",
        Rule::Withdrawal(_) => "withdrawal",
        Rule::ProvisionalFromSignature => "provisional from signature",
        Rule::ProvisionalByDeclaration => "provisional by declaration",
        Rule::Reservations(_) => "reservations",
        Rule::Accession(_) => "accession",
        Rule::FullPowers(_) => "full-powers",
        Rule::Corrections(_) => "corrections",
        Rule::Ends(_) => "ends",
        Rule::LastsWith(_) => "lasts",
        Rule::Obliges(_) => "obliges",
        Rule::Entitles(_) => "entitles",
        Rule::Membership(..) => "membership",
        Rule::Mandate(mandate) => mandate.change.word(),
        Rule::Class { .. } => "class",
        Rule::LossOfVote(_) => "loss of vote",
        Rule::Establishes(_) => "organ or office",
        Rule::Rotation(_) => "rotation",
        Rule::Decides(_) => "rule",
        Rule::Matter(_) => "matter",
        Rule::EachYear(_) => "each year",
        Rule::Procedure(_) => "procedure",
    }
}

/// Adds the words of a condition and of the conditions inside it.
pub fn condition_words(condition: &Condition, seen: &mut BTreeSet<&'static str>) {
    let (word, inner) = match condition {
        Condition::All(..) => ("all", &[][..]),
        Condition::AtLeast(..) => ("at least", &[][..]),
        Condition::Share(..) => ("share", &[][..]),
        Condition::FewerThan(..) => ("fewer than", &[][..]),
        Condition::None(..) => ("none", &[][..]),
        Condition::Includes(_) => ("includes", &[][..]),
        Condition::Weight(..) => ("weight", &[][..]),
        Condition::Not(inner) => ("not", std::slice::from_ref(&**inner)),
        Condition::AllOf(all) => ("all of", &all[..]),
        Condition::AnyOf(any) => ("any of", &any[..]),
    };
    seen.insert(word);
    inner.iter().for_each(|one| condition_words(one, seen));
}

/// Adds the words of everything a record carries.
pub fn words_of<'a>(
    law: &Law,
    deeds: impl Iterator<Item = &'a Deed>,
    seen: &mut BTreeSet<&'static str>,
) {
    seen.extend(deeds.map(deed_word));
    for (_, clause) in law.clauses() {
        seen.insert(rule_word(&clause.rule));
        match &clause.rule {
            Rule::EntryIntoForce { when: Some(condition), .. } => condition_words(condition, seen),
            Rule::Decides(rule) => condition_words(&rule.adopted, seen),
            _ => {}
        }
    }
}

/// Lists the words that no record seen so far carries.
pub fn uncovered(seen: &BTreeSet<&'static str>) -> Vec<&'static str> {
    let all = DEED_WORDS.iter().chain(&RULE_WORDS).chain(&CONDITION_WORDS);
    all.filter(|word| !seen.contains(*word)).copied().collect()
}
