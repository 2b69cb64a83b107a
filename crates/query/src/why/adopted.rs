//! Why a decision on record stands: its organ, the rule as it counted, every condition with its
//! numbers, what each reading gives, the positions that were taken, the condition it waited for.

use super::{Reason, article_sources, plain, said};
use crate::adoption::{Adoption, adoption, votes};
use crate::arithmetic::in_words;
use crate::asking::Asking;
use crate::decision::recount::{Recount, recount};
use crate::decision::{ByReading, NotCounted};
use crate::describe::deed_of;
use crate::disputes::contested::held_on;
use crate::moment::Moment;
use servanda_engine::Applied;
use servanda_model::{
    ArticleId, CountsAs, Evidence, LabelId, Mention, Outcome, PartyId, PartySet, Remark, Version,
    VersionStart, Vote, Wording, remark,
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
        reason.looked_at.extend(received(&counted));
        reason.because = of_count(asking, &counted, &found);
    }
    let mut reasons = vec![reason];
    reasons.extend(positions(asking, (label, found.position), &articles, moment));
    if found.decision.outcome == Outcome::Conditional && found.fulfilled.is_none() {
        reasons.push(said(remark!(WAITS, day = moment.on)));
    }
    reasons.extend(found.fulfilled.map(|position| plain(asking, position)));
    reasons
}

/// Says how each is counted, where states voted by acts of their own.
fn received(counted: &Recount<'_>) -> Vec<Remark> {
    let Some(votes) = &counted.received else { return Vec::new() };
    let of = |vote: Vote| {
        let who = votes.iter().filter(|(_, cast)| *cast == vote);
        let who: PartySet = who.map(|(party, _)| *party).collect();
        let line = || remark!(COUNTED, vote = Mention::Word(vote.cast_word()), parties = &who);
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
    let Some(kind) = counted.kind else {
        reasons.push(said(remark!(NO_KIND)));
        return reasons;
    };
    let kind = Mention::Code(asking.law.matter_names.word(kind).to_owned());
    if let Some(to_come) = &counted.to_come {
        reasons.push(said(to_come.clone()));
    } else if counted.readings.is_empty() {
        reasons.push(said(remark!(NO_RULE, kind = kind.clone(), day = counted.on)));
    }
    for (index, reading) in counted.readings.iter().enumerate() {
        let follows = counted.readings.len() > 1 && counted.followed == Some(index);
        reasons.push(of_reading(asking, counted, (reading, kind.clone()), follows));
    }
    if !counted.untold.is_empty() && counted.seats.is_some() {
        let untold = Mention::Parties(counted.untold.clone());
        let counts = match counted.is_sure() {
            true => Mention::Form("yes", "whatever it was, the outcome is the same"),
            false => Mention::Form("no", "the rule is told and not counted"),
        };
        reasons.push(said(remark!(UNTOLD, parties = untold, counts = counts)));
    }
    if counted.is_sure() {
        reasons.push(beside_the_record(counted, found.decision.outcome));
    }
    reasons
}

/// Says whether the rule gives what the record tells.
fn beside_the_record(counted: &Recount<'_>, told: Outcome) -> Reason {
    let gives = |reading: &ByReading<'_>| {
        // A record that says that a text was not adopted says no more of the way in which it was not.
        reading.surely == Some(told)
            || (reading.surely == Some(Outcome::Adopted) && told == Outcome::Conditional)
            || (matches!(reading.surely, Some(Outcome::Vetoed | Outcome::NoQuorum))
                && told == Outcome::NotAdopted)
    };
    let agree = counted.readings.iter().filter(|reading| gives(reading)).count();
    let (word, all) = (came(Mention::Word(told.word())), counted.readings.len());
    said(match (agree, all) {
        (agree, all) if agree == all => remark!(RECORD_AGREES, outcome = word),
        (0, _) => remark!(RECORD_DIFFERS, outcome = word),
        _ => remark!(RECORD_CONTESTED, outcome = word),
    })
}

/// Mentions what came of it.
fn came(outcome: Mention) -> Mention {
    Mention::from(remark!(OUTCOME, outcome = outcome))
}

/// Says of whom the organ is made on the day that counts, and who has a seat and no vote.
fn seats<'r>(asking: &'r Asking<'r>, counted: &Recount<'r>) -> Reason {
    let (organ, day) = (counted.organ, counted.on);
    let matter = counted
        .frozen_by
        .map(|matter| Mention::Label(asking.history.labels.word(matter).to_owned()));
    let text = match (&counted.seats, matter) {
        (Some(seats), matter) => {
            let (all, count) = (&seats.members, Mention::Count(u64::from(seats.members.len())));
            match matter {
                Some(matter) => remark!(
                    SEATS_THEN,
                    organ = organ,
                    count = count,
                    day = day,
                    matter = matter,
                    parties = all
                ),
                None => remark!(SEATS, organ = organ, count = count, day = day, parties = all),
            }
        }
        (None, Some(matter)) => remark!(NO_SEATS_THEN, organ = organ, day = day, matter = matter),
        (None, None) => remark!(NO_SEATS, organ = organ, day = day),
    };
    let mut reason = match counted.organ_article(asking) {
        Some(id) => of_article(asking, counted, id, text),
        None => said(text),
    };
    let without = counted.seats.iter().flat_map(|seats| seats.without_voice());
    let told = without.map(|(party, article)| {
        remark!(SEAT_WITHOUT_VOTE, party = party, article = Mention::Under(article))
    });
    reason.looked_at = told.collect();
    reason
}

/// Says what one reading gives: its rules in the order in which they were tried, and whom it binds.
fn of_reading<'r>(
    asking: &'r Asking<'r>,
    counted: &Recount<'r>,
    (reading, kind): (&ByReading<'r>, Mention),
    follows: bool,
) -> Reason {
    let organ = counted.organ;
    let outcome = reading.surely.filter(|_| counted.seats.is_some());
    let uncounted = Mention::Form("not-counted", "not counted");
    let outcome = came(outcome.map_or(uncounted, |outcome| Mention::Word(outcome.word())));
    let text = match reading.name.as_deref() {
        None => remark!(KIND_GIVES, kind = kind, organ = organ, outcome = outcome),
        Some(name) => {
            let gaps = [
                ("reading", Mention::from(name)),
                ("kind", kind),
                ("organ", Mention::Body(organ)),
                ("outcome", outcome),
            ];
            Remark::new(if follows { Wording::KIND_FOLLOWED } else { Wording::KIND_READ }, gaps)
        }
    };
    let mut reason = of_article(asking, counted, reading.article, text);
    let applied = reading.decided.applied.iter();
    reason.because = applied.map(|applied| of_rule(asking, counted, (reading, applied))).collect();
    if counted.is_told() {
        let bound = &reading.decided.bound;
        let bound = if bound.is_empty() { Mention::Word("nobody") } else { Mention::from(bound) };
        reason.looked_at.push(remark!(BINDS, parties = bound));
        let not = &reading.decided.not_bound;
        if !not.is_empty() {
            let aside = reading.decided.applied.last().and_then(|it| it.rule.binds.aside.as_ref());
            reason.looked_at.push(match aside {
                Some(aside) => remark!(ASIDE, parties = not, aside = aside.as_str()),
                None => remark!(BINDS_NOT, parties = not),
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
    let text = worded(asking, counted.version(asking, applied.article), applied);
    let mut reason = of_article(asking, counted, applied.article, text);
    let electorate = &reading.decided.ballot.electorate;
    let count = Mention::Count(u64::from(electorate.len()));
    reason.looked_at.push(remark!(MAY_VOTE, count = count, parties = electorate));
    let seats = counted.seats.as_ref().map(|seats| seats.voting()).unwrap_or_default();
    reason.looked_at.extend(left_out(counted, &seats.less(electorate)));
    let roster = counted.roster(asking);
    for (question, weighing) in &applied.looked_at {
        let weighing = (weighing, &roster);
        reason.looked_at.extend(in_words(asking, *question, weighing, counted.is_told()));
    }
    reason
}

/// Says who has a vote and is left out, and why.
fn left_out(counted: &Recount<'_>, left: &PartySet) -> Vec<Remark> {
    let why = |party: PartyId| {
        let aside = counted.set_aside.iter().find(|aside| aside.cast.party == party);
        let why = aside.map_or(NotCounted::Target, |aside| aside.why);
        Mention::Form(why.word(), why.words())
    };
    let one = |party: PartyId| remark!(LEFT_OUT, party = party, why = why(party));
    left.iter().map(one).collect()
}

/// Begins a reason that rests on an article as it counted.
fn of_article<'r>(
    asking: &'r Asking<'r>,
    counted: &Recount<'r>,
    article: ArticleId,
    text: Remark,
) -> Reason {
    let version = counted.version(asking, article);
    let sources = version.map_or_else(|| article_sources(asking, article), |it| it.sources.clone());
    let evidence = version.map(|version| version.evidence);
    Reason { article: Some(article), sources, evidence, ..said(text) }
}

/// Names a rule with what it makes of abstention and absence, and with what made the wording that
/// counted, where it is not the first.
fn worded(asking: &Asking<'_>, version: Option<&Version>, applied: &Applied<'_>) -> Remark {
    let rule = Mention::Code(asking.law.rule_names.word(applied.rule.name).to_owned());
    let counts_as =
        |way: CountsAs| Mention::from(remark!(COUNTS_AS, way = Mention::Word(way.word())));
    let (abstaining, absent) = (counts_as(applied.rule.abstaining), counts_as(applied.rule.absent));
    match version.map_or(VersionStart::Original, |version| version.start) {
        VersionStart::Original => {
            remark!(RULE_COUNTS, rule = rule, abstaining = abstaining, absent = absent)
        }
        VersionStart::WithInstrument(_, by) | VersionStart::From(_, by) => remark!(
            RULE_WORDED,
            rule = rule,
            article = by,
            abstaining = abstaining,
            absent = absent
        ),
        VersionStart::ByAct(position) => remark!(
            RULE_WORDED_BY,
            rule = rule,
            act = crate::describe::named(asking, position),
            abstaining = abstaining,
            absent = absent
        ),
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
        let text = remark!(POSITION, act = deed_of(asking, position));
        Reason { article, text, ..plain(asking, position) }
    });
    held.collect()
}
