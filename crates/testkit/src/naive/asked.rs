//! Which parts of rules of decision the naive count knows, each by its words.
//!
//! A part is listed as not covered until a generated text is decided by it.

use crate::generate::Poll;
use servanda_model::{
    AllAbsent, Base, Condition, CountsAs, DecisionRule, Outcome, Total, Vote, Voters, Who, Whom,
};
use std::collections::BTreeSet;

const PARTS: [&str; 16] = [
    "electorate members",
    "electorate parties to",
    "less target",
    "less interested",
    "less not-participating",
    "usable",
    "otherwise nothing",
    "quorum",
    "vetoed",
    "failing",
    "silence",
    "all absent counts as adopted",
    "all absent counts as no-quorum",
    "after",
    "binds less",
    "binds members of",
];

const BINDS: [(&str, Whom); 5] = [
    ("binds members", Whom::Members),
    ("binds members with vote", Whom::MembersWithVote),
    ("binds electorate", Whom::Electorate),
    ("binds for", Whom::InFavour),
    ("binds nobody", Whom::Nobody),
];

/// Lists the parts by which no text seen so far was decided.
pub fn not_asked(seen: &BTreeSet<String>) -> Vec<String> {
    let mut all: Vec<String> = PARTS.map(str::to_owned).to_vec();
    all.extend(BINDS.map(|(words, _)| words.to_owned()));
    all.extend(Who::OF_DECISIONS.map(|(_, who)| counting(who)));
    all.extend(Base::OF_DECISIONS.map(of));
    all.extend(["weight of total", "weight of a base"].map(str::to_owned));
    for counts_as in CountsAs::ALL {
        all.push(format!("abstaining counts as {}", counts_as.word()));
        all.push(format!("absent counts as {}", counts_as.word()));
    }
    all.extend(Vote::ALL.map(|vote| format!("vote {}", vote.word())));
    all.extend(Outcome::ALL.map(|outcome| format!("outcome {}", outcome.word())));
    all.retain(|words| !seen.contains(words));
    all
}

fn counting(who: Who) -> String {
    format!("counting {}", who.word())
}

fn of(base: Base) -> String {
    format!("of {}", base.word())
}

/// Adds the votes of a text and what came of it.
pub fn words_of_poll(poll: &Poll, outcome: Outcome, seen: &mut BTreeSet<String>) {
    seen.extend(poll.votes.values().map(|vote| format!("vote {}", vote.word())));
    seen.insert(format!("outcome {}", outcome.word()));
}

/// Adds the parts of a rule.
pub fn words_of_rule(rule: &DecisionRule, seen: &mut BTreeSet<String>) {
    let electorate = rule.electorate;
    let parts = [
        electorate.of == Voters::Members,
        matches!(electorate.of, Voters::PartiesTo(_)),
        electorate.less_target,
        electorate.less_interested,
        electorate.less_not_taking_part,
        rule.usable.is_some(),
        matches!(rule.usable, Some((_, None))),
        rule.quorum.is_some(),
        rule.vetoed.is_some(),
        rule.failing.is_some(),
        rule.silence.is_some(),
        rule.all_absent == Some(AllAbsent::Adopted),
        rule.all_absent == Some(AllAbsent::NoQuorum),
        rule.precedent.is_some(),
        !rule.binds.less.is_empty(),
        matches!(rule.binds.whom, Whom::MembersOf(_)),
    ];
    let has = PARTS.iter().zip(parts).filter(|(_, has)| *has);
    seen.extend(has.map(|(words, _)| (*words).to_owned()));
    let binds = BINDS.iter().filter(|(_, whom)| *whom == rule.binds.whom);
    seen.extend(binds.map(|(words, _)| (*words).to_owned()));
    seen.insert(format!("abstaining counts as {}", rule.abstaining.word()));
    seen.insert(format!("absent counts as {}", rule.absent.word()));
    let usable = rule.usable.as_ref().map(|(usable, _)| usable);
    let asked = [usable, rule.quorum.as_ref(), Some(&rule.adopted), rule.vetoed.as_ref()];
    asked.into_iter().flatten().for_each(|condition| words_of(condition, seen));
}

fn words_of(condition: &Condition, seen: &mut BTreeSet<String>) {
    match condition {
        Condition::All(base, who) | Condition::Share(_, who, base, _) => {
            seen.extend([counting(*who), of(*base)]);
        }
        Condition::AtLeast(_, who, _) | Condition::FewerThan(_, who) | Condition::None(who, _) => {
            seen.insert(counting(*who));
        }
        Condition::Includes(_) => {}
        Condition::Weight(_, who, _, total) => {
            let total = match total {
                Total::Declared => "weight of total",
                Total::Of(_) => "weight of a base",
            };
            seen.extend([counting(*who), total.to_owned()]);
        }
        Condition::Not(inner) => words_of(inner, seen),
        Condition::AllOf(all) | Condition::AnyOf(all) => {
            all.iter().for_each(|one| words_of(one, seen));
        }
    }
}
