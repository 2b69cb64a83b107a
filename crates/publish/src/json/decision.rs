//! A decision as JSON, with its arithmetic as a tree.

use super::{article, moment, said};
use serde_json::{Value, json};
use servanda_model::{ArticleId, Evidence, Outcome, PartyId, PartySet, Who, Whom};
use servanda_query::{
    Asking, Ballot, ByReading, DecisionAnswer, Moment, Question, Roster, Weighing, arithmetic,
    condition,
};

/// The answer to `decide`.
pub fn decision(asking: &Asking<'_>, answer: &DecisionAnswer<'_>, at: &Moment) -> Value {
    let shown = answer.followed.and_then(|index| answer.readings.get(index));
    let shown = shown.or(answer.readings.first());
    let applied = shown.and_then(|reading| reading.decided.applied.last());
    let list = |set: &PartySet| codes(asking, set.iter());
    // What is still open, as a silence that runs, binds nobody yet.
    let stands = matches!(answer.outcome, Outcome::Adopted | Outcome::Conditional);
    let standing = shown.filter(|_| stands);
    let of_day = Roster::of(asking, answer.organ, at);
    let value = json!({
        "organ": asking.law.body_names.word(answer.organ),
        "matter": asking.law.matter_names.word(answer.kind),
        "outcome": answer.outcome.word(),
        "rule": applied.map(|applied| asking.law.rule_names.word(applied.rule.name)),
        "article": article(asking, applied.map(|applied| applied.article)),
        "counts": shown.map(|reading| counts(reading)),
        "bound": standing.map_or_else(|| json!([]), |reading| list(&reading.decided.bound)),
        "not_bound": standing.map_or_else(|| json!([]), |reading| list(&reading.decided.not_bound)),
        "aside": applied.and_then(|applied| applied.rule.binds.aside.clone()),
        "binds": applied.map(|applied| whom(asking, applied.rule.binds.whom)),
        "precedent": applied.and_then(|applied| applied.rule.precedent.clone()),
        "why": shown.map(|reading| why(asking, (reading, answer.outcome), &of_day)),
        "readings": answer.readings.iter().enumerate().map(|(index, reading)| json!({
            "name": reading.name,
            "outcome": reading.decided.outcome.word(),
            "article": article(asking, Some(reading.article)),
            "followed": answer.followed == Some(index),
            "bound": list(&reading.decided.bound),
            "why": why(asking, (reading, reading.decided.outcome), &of_day),
        })).collect::<Vec<_>>(),
        "set_aside": answer.set_aside.iter().map(|aside| json!({
            "state": asking.law.party_names.word(aside.cast.party),
            "vote": aside.cast.vote.word(),
            "at": aside.cast.at.map(|at| at.to_string()),
            "why": aside.why.words(),
            "article": article(asking, aside.article),
        })).collect::<Vec<_>>(),
        "expiry": answer.expiry.map(|at| at.to_string()),
        "notes": said(asking, &answer.notes),
    });
    moment(asking, at, value)
}

/// Returns the words of the charter language for those a rule binds.
fn whom(asking: &Asking<'_>, whom: Whom) -> String {
    match whom {
        Whom::Members => "members".to_owned(),
        Whom::MembersOf(body) => format!("members of {}", asking.law.body_names.word(body)),
        Whom::MembersWithVote => "members with vote".to_owned(),
        Whom::Electorate => "electorate".to_owned(),
        Whom::InFavour => "for".to_owned(),
        Whom::Nobody => "nobody".to_owned(),
    }
}

pub(super) fn codes(asking: &Asking<'_>, parties: impl Iterator<Item = PartyId>) -> Value {
    parties.map(|party| json!(asking.law.party_names.word(party))).collect()
}

/// Returns how many did what. Where a rule counts objections, a vote against is one; else an
/// objection is a vote against.
fn counts(reading: &ByReading<'_>) -> Value {
    let decided = &reading.decided;
    let objections =
        decided.applied.last().is_some_and(|applied| applied.rule.adopted.counts(Who::Objecting));
    let Ballot { against, objecting, .. } = &decided.ballot;
    let both = against.or(objecting).len();
    let (against, objecting) = if objections { (0, both) } else { (both, 0) };
    json!({
        "for": decided.ballot.in_favour.len(),
        "against": against,
        "abstaining": decided.ballot.abstaining.len(),
        "abstaining_declared": decided.ballot.abstaining_declared.len(),
        "absent": decided.ballot.absent.len(),
        "objecting": objecting,
        "objecting_to_format": decided.ballot.objecting_to_format.len(),
        "not_participating": decided.ballot.not_participating.len(),
        "electorate": decided.ballot.electorate.len(),
    })
}

/// Returns the rules that were applied, and what each looked at.
fn why(
    asking: &Asking<'_>,
    (reading, outcome): (&ByReading<'_>, Outcome),
    of_day: &Roster,
) -> Value {
    let decided = &reading.decided;
    let evidence = decided.applied.iter().map(|applied| evidence_of(asking, applied.article)).max();
    json!({
        "claim": format!("{} under {}", decided.outcome.word(), reading.name.as_deref().unwrap_or("the rule")),
        "verdict": match outcome {
            Outcome::Adopted => "yes",
            Outcome::Undetermined => "undetermined",
            Outcome::Conditional | Outcome::NotAdopted | Outcome::Vetoed | Outcome::NoQuorum => "no",
        },
        "evidence": evidence.unwrap_or(Evidence::Unverified).word(),
        "because": decided.applied.iter().map(|applied| json!({
            "rule": asking.law.rule_names.word(applied.rule.name),
            "article": article(asking, Some(applied.article)),
            "abstaining_counts_as": applied.rule.abstaining.word(),
            "absent_counts_as": applied.rule.absent.word(),
            "because": applied.looked_at.iter().map(|(question, weighing)| {
                let mut told = tree(asking, weighing, of_day);
                if let Some(object) = told.as_object_mut() {
                    object.insert("question".to_owned(), json!(word(*question)));
                }
                told
            }).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

/// Returns how sure an article is.
pub(super) fn evidence_of(asking: &Asking<'_>, article: ArticleId) -> Evidence {
    let row = asking.law.article(article);
    row.and_then(|row| row.versions.first()).map_or(Evidence::Unverified, |v| v.evidence)
}

fn word(question: Question) -> &'static str {
    match question {
        Question::Usable => "usable",
        Question::Quorum => "quorum",
        Question::Adopted => "adopted",
        Question::Vetoed => "vetoed",
    }
}

pub(super) fn tree(asking: &Asking<'_>, weighing: &Weighing<'_>, of_day: &Roster) -> Value {
    json!({
        "condition": condition(asking, weighing, of_day).english(asking.law),
        "holds": weighing.holds,
        "part": weighing.part,
        "whole": weighing.whole,
        "needed": weighing.needed(),
        "counted": codes(asking, weighing.counted.iter()),
        "text": arithmetic(weighing).english(asking.law),
        "because": weighing.inner.iter().map(|inner| tree(asking, inner, of_day)).collect::<Vec<_>>(),
    })
}
