//! What binds a state on a day, and what it may claim.

use crate::asking::Asking;
use crate::describe::named;
use crate::disputes::contested::{came, contested, holds, said};
use crate::members::{Member, members};
use crate::moment::Moment;
use crate::status::{RowStatus, status};
use crate::votes::{lost_in, told};
use servanda_engine::Provision;
use servanda_model::{
    ArticleId, Deed, Evidence, Id as _, Instrument, InstrumentId, InstrumentKind, MemberStatus,
    Mention, PartyId, Remark, Rule, SourceRef, Status, remark,
};

/// Whether a state owes or may claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyKind {
    /// It owes.
    Obligation,
    /// It may claim.
    Entitlement,
    /// It has lost its vote.
    Loss,
    /// It owed what an act on record did.
    Discharged,
    /// Nothing on record says who owes it or may claim it.
    NotTold,
}

/// One duty or entitlement.
#[derive(Debug, Clone, PartialEq)]
pub struct Duty {
    /// Which.
    pub kind: DutyKind,
    /// What.
    pub text: Remark,
    /// The instrument.
    pub instrument: InstrumentId,
    /// The article.
    pub article: ArticleId,
    /// How sure the article is.
    pub evidence: Evidence,
    /// How the state stands to the instrument.
    pub status: RowStatus,
    /// The act by which it is bound, none where nothing on record says who is.
    pub act: Option<u32>,
    /// Who carries the article.
    pub sources: Vec<SourceRef>,
}

/// Lists what binds a state.
pub fn obligations(asking: &Asking<'_>, party: PartyId, moment: &Moment) -> Vec<Duty> {
    let mut duties = Vec::new();
    for (ordinal, _) in (0u32..).zip(&asking.law.instruments) {
        let instrument = InstrumentId::of(ordinal);
        let state = asking.fold(&asking.about_instrument(instrument), moment, &[]);
        let provisions: Vec<_> = asking.code.provisions(instrument, &state, moment.on).collect();
        let is_duty = |rule: &Rule| matches!(rule, Rule::Obliges(_) | Rule::Entitles(_));
        if !provisions.iter().any(|provision| is_duty(&provision.clause.rule)) {
            continue;
        }
        let answer = status(asking, instrument, moment);
        if answer.participants.is_empty() {
            let with_parties = asking.law.instrument(instrument).is_some_and(has_parties);
            if !with_parties {
                duties.extend(of_members(asking, (instrument, party), &provisions, moment));
            } else if is_on_record(asking, instrument, moment) {
                duties.extend(not_told(asking, instrument, &provisions));
            }
        }
        let Some(row) = answer.participants.iter().find(|row| row.party == party) else {
            continue;
        };
        if !binds(row.status) {
            continue;
        }
        for provision in provisions {
            let Some((mut kind, text)) = duty(&provision.clause.rule) else { continue };
            let mut told = remark!(OWN_WORDS, text = text);
            if kind == DutyKind::Obligation
                && let Some((becomes, with)) =
                    discharged(asking, (text, instrument, provision.article), moment)
            {
                (kind, told) = (becomes, with);
            }
            let article = asking.law.article(provision.article);
            let version = article.and_then(|a| a.versions.get(usize::from(provision.version)));
            duties.push(Duty {
                kind,
                text: told,
                instrument,
                article: provision.article,
                evidence: version.map_or(Evidence::Unverified, |version| version.evidence),
                status: row.status,
                act: Some(row.why.position),
                sources: version.map(|version| version.sources.clone()).unwrap_or_default(),
            });
        }
    }
    duties.extend(of_decisions(asking, party, moment));
    duties.extend(losses(asking, party, moment));
    duties
}

/// Returns what a clause obliges or entitles to.
fn duty(rule: &Rule) -> Option<(DutyKind, &str)> {
    if let Rule::Obliges(text) = rule {
        return Some((DutyKind::Obligation, text));
    }
    if let Rule::Entitles(text) = rule {
        return Some((DutyKind::Entitlement, text));
    }
    None
}

/// Says whether a registration on record that relies on an article did what the article asks.
fn discharged(
    asking: &Asking<'_>,
    (text, instrument, article): (&str, InstrumentId, ArticleId),
    moment: &Moment,
) -> Option<(DutyKind, Remark)> {
    let acts = (0u32..).zip(&asking.history.acts);
    let mut registered = acts.filter(|(_, act)| {
        let of = asking.history.instruments_of(&act.deed).contains(&instrument);
        let relies = act.details.as_deref().is_some_and(|all| all.under.contains(&article));
        matches!(act.deed, Deed::Register { .. }) && of && relies
    });
    registered.find_map(|(position, _)| {
        let placed = asking.place(position, moment, &[])?;
        let (act, when) = (named(asking, position), placed.when);
        if placed.day <= moment.on {
            let done = remark!(DUTY_DONE, text = text, when = when, act = act);
            return Some((DutyKind::Discharged, done));
        }
        let open = remark!(DUTY_UNDATED, text = text, act = act, when = when);
        (placed.when.earliest() <= moment.on).then_some((DutyKind::Obligation, open))
    })
}

/// Tells whether an act by a day is about an instrument or relies on an article of it.
fn is_on_record(asking: &Asking<'_>, instrument: InstrumentId, moment: &Moment) -> bool {
    let of = |article: &ArticleId| {
        asking.law.article(*article).is_some_and(|row| row.instrument == instrument)
    };
    (0u32..).zip(&asking.history.acts).any(|(position, act)| {
        let relies = act.details.as_deref().is_some_and(|all| all.under.iter().any(of));
        let adopts = matches!(&act.deed, Deed::Decide(made) if made.adopts.contains(&instrument));
        let about = asking.history.instruments_of(&act.deed).contains(&instrument);
        let by_now = || asking.place(position, moment, &[]).is_some_and(|it| it.day <= moment.on);
        (relies || adopts || about) && by_now()
    })
}

/// Says what an instrument obliges and entitles to of which the record has no party.
fn not_told(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    provisions: &[Provision<'_>],
) -> Vec<Duty> {
    let told = provisions.iter().filter_map(|provision| {
        let (_, text) = duty(&provision.clause.rule)?;
        let version =
            asking.law.article(provision.article)?.versions.get(usize::from(provision.version))?;
        Some(Duty {
            kind: DutyKind::NotTold,
            text: remark!(DUTY_OF_WHOM, text = text),
            instrument,
            article: provision.article,
            evidence: version.evidence,
            status: RowStatus::Unknown,
            act: None,
            sources: version.sources.clone(),
        })
    });
    told.collect()
}

/// Tells whether states become party to an instrument.
fn has_parties(instrument: &Instrument) -> bool {
    match instrument.kind {
        InstrumentKind::Treaty | InstrumentKind::Protocol => true,
        InstrumentKind::Decision | InstrumentKind::Practice => false,
    }
}

/// Says what a practice asks of the members of its organisation, and a decision that is on record.
/// What is owed each year is told year by year.
fn of_members(
    asking: &Asking<'_>,
    (instrument, party): (InstrumentId, PartyId),
    provisions: &[Provision<'_>],
    moment: &Moment,
) -> Vec<Duty> {
    let Some(row) = asking.law.instrument(instrument) else { return Vec::new() };
    let is_followed =
        row.kind == InstrumentKind::Practice || is_on_record(asking, instrument, moment);
    let Some(body) = row.of.filter(|_| is_followed) else { return Vec::new() };
    let members = members(asking, body, moment).members;
    let is_it = |row: &&Member| row.party == party && row.status == Some(MemberStatus::Member);
    let Some(member) = members.iter().find(is_it) else { return Vec::new() };
    let is_yearly = |article: ArticleId| {
        let mut own = provisions.iter().filter(|provision| provision.article == article);
        own.any(|provision| matches!(provision.clause.rule, Rule::EachYear(_)))
    };
    let told = provisions.iter().filter(|provision| !is_yearly(provision.article));
    let told = told.filter_map(|provision| {
        let (kind, text) = duty(&provision.clause.rule)?;
        let version =
            asking.law.article(provision.article)?.versions.get(usize::from(provision.version))?;
        Some(Duty {
            kind,
            text: remark!(OWN_WORDS, text = text),
            instrument,
            article: provision.article,
            evidence: version.evidence,
            status: RowStatus::Unknown,
            act: Some(member.why.position),
            sources: version.sources.clone(),
        })
    });
    told.collect()
}

/// Lists the decisions of which positions differ whether they bind the state.
fn of_decisions(asking: &Asking<'_>, party: PartyId, moment: &Moment) -> Vec<Duty> {
    let found = contested(asking, moment);
    let found = found.iter().filter(|found| found.concerns(asking, party));
    let told = found.filter_map(|found| {
        let readings = &found.count.readings;
        let binds = readings.iter().find(|reading| reading.decided.bound.contains(party))?;
        let row = asking.law.article(binds.article)?;
        let version = found.count.version(asking, binds.article)?;
        let by = readings.iter().map(|reading| {
            let outcome = came(reading.decided.outcome);
            Mention::from(match reading.name.as_deref() {
                Some(name) => remark!(READING_COMES_TO, outcome = outcome, reading = name),
                None => remark!(RULE_COMES_TO, outcome = outcome),
            })
        });
        let text = remark!(
            CARRY_OUT,
            act = named(asking, found.position),
            said = said(asking, found.position),
            readings = by.collect::<Vec<_>>()
        );
        let then = |first, held| remark!(THEN, first = first, then = holds(asking, held));
        Some(Duty {
            kind: DutyKind::Obligation,
            text: found.held(asking).fold(text, then),
            instrument: row.instrument,
            article: binds.article,
            evidence: version.evidence,
            status: RowStatus::Disputed,
            act: Some(found.position),
            sources: version.sources.clone(),
        })
    });
    told.collect()
}

/// Lists the votes that a state has lost in the organs of this record.
fn losses(asking: &Asking<'_>, party: PartyId, moment: &Moment) -> Vec<Duty> {
    let bodies = asking.law.body_names.iter().map(|(body, _)| body);
    let own = bodies.filter(|body| asking.moves_votes(*body));
    let lost = own.flat_map(|body| lost_in(asking, body, moment));
    let of_party = lost.filter(|lost| lost.party == party);
    of_party
        .filter_map(|lost| {
            let article = lost.why.article?;
            let row = asking.law.article(article)?;
            let version = row.versions.first()?;
            let answer = status(asking, row.instrument, moment);
            let standing = answer.participants.iter().find(|row| row.party == party);
            Some(Duty {
                kind: DutyKind::Loss,
                text: told(&lost),
                instrument: row.instrument,
                article,
                evidence: version.evidence,
                status: standing.map_or(RowStatus::Unknown, |row| row.status),
                act: Some(lost.why.position),
                sources: version.sources.clone(),
            })
        })
        .collect()
}

fn binds(status: RowStatus) -> bool {
    match status {
        RowStatus::Is(Status::Party | Status::Provisional | Status::Suspended)
        | RowStatus::Disputed
        | RowStatus::Unknown => true,
        RowStatus::Is(Status::Signatory | Status::Contracting | Status::Former) => false,
    }
}
