//! Why a decision on record stands: its organ, the rule as it counted, every condition with its
//! numbers, what each reading gives, the positions that were taken, the condition it waited for.

use super::{Reason, article_sources, nothing, plain};
use crate::adoption::{Adoption, adoption, votes};
use crate::arithmetic::{in_words, parties};
use crate::asking::Asking;
use crate::decision::recount::{Recount, recount};
use crate::decision::{ByReading, NotCounted};
use crate::describe::act_sentence;
use crate::disputes::contested::held_on;
use crate::moment::Moment;
use servanda_engine::Applied;
use servanda_model::{
    ArticleId, Evidence, LabelId, Outcome, PartyId, PartySet, Version, VersionStart, Vote,
};

/// The decision with all that its count rests on, and the one that found its condition met.
pub(super) fn of_adoption(asking: &Asking<'_>, label: LabelId, moment: &Moment) -> Vec<Reason> {
    let Some(found) = adoption(asking, label, moment) else { return Vec::new() };
    let mut reason = plain(asking, found.position);
    reason.looked_at = votes(asking, &found);
    if reason.sources.is_empty() {
        // However sure the article is, nobody is named who tells that it was so decided.
        reason.evidence = Some(Evidence::Unverified);
    }
    let mut articles: Vec<ArticleId> = Vec::new();
    if let Some(counted) = recount(asking, found.position, moment) {
        articles = counted.readings.iter().map(|reading| reading.article).collect();
        let shown = counted.followed.and_then(|index| counted.readings.get(index));
        let rule = shown.or(counted.readings.first()).map(|reading| reading.article);
        reason.article = rule.or_else(|| counted.organ_article(asking));
        reason.looked_at.extend(received(asking, &counted));
        reason.because = of_count(asking, &counted, &found);
    }
    let mut reasons = vec![reason];
    reasons.extend(positions(asking, (label, found.position), &articles, moment));
    if found.decision.outcome == Outcome::Conditional && found.fulfilled.is_none() {
        let text = format!(
            "by {} no act on record finds its condition met; until one does, it waits",
            moment.on
        );
        reasons.push(Reason { text, ..nothing() });
    }
    reasons.extend(found.fulfilled.map(|position| plain(asking, position)));
    reasons
}

/// Says how each is counted, where states voted by acts of their own.
fn received(asking: &Asking<'_>, counted: &Recount<'_>) -> Vec<String> {
    let Some(votes) = &counted.received else { return Vec::new() };
    let of = |vote: Vote| {
        let who = votes.iter().filter(|(_, cast)| *cast == vote);
        let who: PartySet = who.map(|(party, _)| *party).collect();
        let line = || format!("counted {}: {}", vote.cast_word(), parties(asking, &who));
        (!who.is_empty()).then(line)
    };
    Vote::ALL.into_iter().filter_map(of).collect()
}

/// Says who sits in the organ, what each reading of the rule gives, and whether the record says so.
fn of_count<'r>(
    asking: &'r Asking<'r>,
    counted: &Recount<'r>,
    found: &Adoption<'_>,
) -> Vec<Reason> {
    let mut reasons = vec![seats(asking, counted)];
    let word = |party: &PartyId| asking.law.party_names.word(*party);
    let Some(kind) = counted.kind else {
        let text = "of which kind its matter was is told neither by the act nor by a step that it is, and no kind is the organ's by default: no rule is counted";
        reasons.push(Reason { text: text.to_owned(), ..nothing() });
        return reasons;
    };
    let kind = asking.law.matter_names.word(kind);
    if counted.readings.is_empty() {
        let text = format!("no rule for `{kind}` counts on {}", counted.on);
        reasons.push(Reason { text, ..nothing() });
    }
    for (index, reading) in counted.readings.iter().enumerate() {
        let follows = counted.readings.len() > 1 && counted.followed == Some(index);
        reasons.push(of_reading(asking, counted, (reading, kind), follows));
    }
    if !counted.untold.is_empty() && counted.seats.is_some() {
        let untold: Vec<&str> = counted.untold.iter().map(word).collect();
        let counts = if counted.is_sure() {
            "whatever it was, the outcome is the same"
        } else {
            "the rule is told and not counted"
        };
        let text = format!("what {} did is not on record: {counts}", untold.join(", "));
        reasons.push(Reason { text, ..nothing() });
    }
    if counted.is_sure() {
        reasons.push(beside_the_record(counted, found.decision.outcome));
    }
    reasons
}

/// Says whether the rule gives what the record tells.
fn beside_the_record(counted: &Recount<'_>, told: Outcome) -> Reason {
    let gives = |reading: &ByReading<'_>| {
        reading.surely == Some(told)
            || (reading.surely == Some(Outcome::Adopted) && told == Outcome::Conditional)
    };
    let agree = counted.readings.iter().filter(|reading| gives(reading)).count();
    let (word, all) = (told.word(), counted.readings.len());
    let text = match (agree, all) {
        (agree, all) if agree == all => format!("the record says {word}, and so does the count"),
        (0, _) => format!("the record says {word}; the count gives another outcome"),
        _ => format!("the record says {word}; by another reading the outcome is contested"),
    };
    Reason { text, ..nothing() }
}

/// Says of whom the organ is made on the day that counts, and who has a seat and no vote.
fn seats<'r>(asking: &'r Asking<'r>, counted: &Recount<'r>) -> Reason {
    let organ = asking.law.body_names.word(counted.organ);
    let article = counted.organ_article(asking);
    let mut reason = article.map_or_else(nothing, |id| of_article(asking, counted, id));
    let on = match counted.frozen_by {
        Some(matter) => {
            let matter = asking.history.labels.word(matter);
            format!("on {}, when {matter} was opened", counted.on)
        }
        None => format!("on {}", counted.on),
    };
    reason.text = match &counted.seats {
        Some(seats) => format!(
            "`{organ}` has {} members {on}: {}",
            seats.members.len(),
            parties(asking, &seats.members)
        ),
        None => format!(
            "of whom `{organ}` is made {on} is not on record: the votes told are its electorate"
        ),
    };
    let without = counted.seats.iter().flat_map(|seats| seats.without_voice());
    let told = without.map(|(party, article)| {
        let party = asking.law.party_names.word(party);
        let article = article.map(|id| format!(" ({})", asking.law.article_names.word(id)));
        format!("{party} has a seat and no vote{}", article.unwrap_or_default())
    });
    reason.looked_at = told.collect();
    reason
}

/// Says what one reading gives: its rules in the order in which they were tried, and whom it binds.
fn of_reading<'r>(
    asking: &'r Asking<'r>,
    counted: &Recount<'r>,
    (reading, kind): (&ByReading<'r>, &str),
    follows: bool,
) -> Reason {
    let mut reason = of_article(asking, counted, reading.article);
    let organ = asking.law.body_names.word(counted.organ);
    let read = reading.name.map(|name| format!("read as `{name}`")).unwrap_or_default();
    let read = match (read.is_empty(), follows) {
        (true, _) => String::new(),
        (false, true) => format!("{read}, as practice follows it: "),
        (false, false) => format!("{read}: "),
    };
    let outcome = reading.surely.filter(|_| counted.seats.is_some());
    let outcome = outcome.map_or("not counted", Outcome::word);
    reason.text = format!("{read}`{kind}` of `{organ}`: {outcome}");
    let applied = reading.decided.applied.iter();
    reason.because = applied.map(|applied| of_rule(asking, counted, (reading, applied))).collect();
    if counted.is_told() {
        let bound = &reading.decided.bound;
        let bound = if bound.is_empty() { "nobody".to_owned() } else { parties(asking, bound) };
        reason.looked_at.push(format!("binds {bound}"));
        let not = &reading.decided.not_bound;
        if !not.is_empty() {
            let aside = reading.decided.applied.last().and_then(|it| it.rule.binds.aside.as_ref());
            let who = parties(asking, not);
            reason.looked_at.push(match aside {
                Some(aside) => format!("{who}: {aside}"),
                None => format!("does not bind {who}"),
            });
        }
    }
    reason
}

/// Says what one rule asked: its electorate, who is left out of it, and every condition.
fn of_rule<'r>(
    asking: &'r Asking<'r>,
    counted: &Recount<'r>,
    (reading, applied): (&ByReading<'r>, &Applied<'r>),
) -> Reason {
    let mut reason = of_article(asking, counted, applied.article);
    let rule = asking.law.rule_names.word(applied.rule.name);
    let (abstaining, absent) = (applied.rule.abstaining.word(), applied.rule.absent.word());
    let worded =
        counted.version(asking, applied.article).and_then(|version| worded(asking, version));
    reason.text = format!(
        "rule `{rule}`{}: abstention counts as {abstaining}, absence as {absent}",
        worded.unwrap_or_default()
    );
    let electorate = &reading.decided.ballot.electorate;
    reason.looked_at.push(format!(
        "{} may vote: {}",
        electorate.len(),
        parties(asking, electorate)
    ));
    let seats = counted.seats.as_ref().map(|seats| seats.voting()).unwrap_or_default();
    reason.looked_at.extend(left_out(asking, counted, &seats.less(electorate)));
    for (question, weighing) in &applied.looked_at {
        reason.looked_at.extend(in_words(asking, *question, weighing, counted.is_told()));
    }
    reason
}

/// Says who has a vote and is left out, and why.
fn left_out(asking: &Asking<'_>, counted: &Recount<'_>, left: &PartySet) -> Vec<String> {
    let why = |party: PartyId| {
        let aside = counted.set_aside.iter().find(|aside| aside.cast.party == party);
        aside.map_or(NotCounted::Target, |aside| aside.why).words()
    };
    let one = |party: PartyId| {
        format!("left out: {}: {}", asking.law.party_names.word(party), why(party))
    };
    left.iter().map(one).collect()
}

/// Begins a reason that rests on an article as it counted.
fn of_article<'r>(asking: &'r Asking<'r>, counted: &Recount<'r>, article: ArticleId) -> Reason {
    let version = counted.version(asking, article);
    let sources = version.map_or_else(|| article_sources(asking, article), |it| it.sources.clone());
    let evidence = version.map(|version| version.evidence);
    Reason { article: Some(article), sources, evidence, text: String::new(), ..nothing() }
}

/// Says what made the wording that counted, where it is not the first.
fn worded(asking: &Asking<'_>, version: &Version) -> Option<String> {
    match version.start {
        VersionStart::Original => None,
        VersionStart::WithInstrument(_, by) | VersionStart::From(_, by) => {
            Some(format!(", as `{}` words it", asking.law.article_names.word(by)))
        }
        VersionStart::ByAct(position) => {
            Some(format!(", as worded by {}", crate::describe::act_name(asking, position)))
        }
    }
}

/// Lists what states held on a decision by a day.
fn positions(
    asking: &Asking<'_>,
    decided: (LabelId, u32),
    articles: &[ArticleId],
    moment: &Moment,
) -> Vec<Reason> {
    let held = held_on(asking, decided, articles, moment);
    let held = held.into_iter().map(|position| {
        let details = asking.history.act(position).and_then(|act| act.details.as_deref());
        let article = details.and_then(|details| details.under.first()).copied();
        let text = format!("position: {}", act_sentence(asking, position));
        Reason { article, text, ..plain(asking, position) }
    });
    held.collect()
}
