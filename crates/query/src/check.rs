//! The record's own checks, the claims of sources, and the findings that are and are not expected.

mod contrary;

use crate::adoption::adoption;
use crate::asking::{Asking, Slice};
use crate::moment::{Known, Moment};
use crate::status::RowStatus;
use crate::votes::is_without_vote;
use crate::{chair::chair, members::members, office::office, status::status};
use servanda_engine::State;
use servanda_model::{
    ArticleId, BodyId, Check, CheckKind, Claim, Comparison, Evidence, Expectation, Fact, Finding,
    Grade, InstrumentId, MemberStatus, Mention, Origin, PartyId, PartyKind, Remark, Status,
    Wording, remark,
};

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Undecided readings give different answers.
    Disputed,
    /// It depends on a date that is not known.
    Undetermined,
}

/// What `check` found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// The number of acts.
    pub acts: usize,
    /// The number of assertions that hold.
    pub held: usize,
    /// The assertions that do not hold, and expectations that nothing meets.
    pub failed: Vec<Failed>,
    /// Findings, with whether the record expects them.
    pub findings: Vec<Checked>,
    /// The articles whose versions have each evidence.
    pub evidence: Vec<(Evidence, Vec<ArticleId>)>,
}

/// An assertion that does not hold, or an expectation that nothing meets.
#[derive(Debug, Clone, PartialEq)]
pub struct Failed {
    /// Where it stands.
    pub origin: Origin,
    /// What does not hold.
    pub message: Remark,
    /// Where what contradicts it stands, where the record itself does.
    pub other: Option<Origin>,
}

/// A finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// It.
    pub finding: Finding,
    /// Where the act stands.
    pub origin: Origin,
    /// Why it is expected, where it is.
    pub expected: Option<String>,
    /// Where what contradicts it stands, where the record itself does.
    pub other: Option<Origin>,
}

/// Checks a whole record.
pub fn check(asking: &Asking<'_>, today: servanda_model::Day) -> Report {
    let mut report = Report { acts: asking.history.acts.len(), ..Report::default() };
    let last = asking.history.acts.iter().map(|act| act.when.order()).max().unwrap_or(today);
    let state = asking.fold(&asking.everything(), &Moment::on(last.max(today)), &[]);
    let findings = state.findings.clone();
    let mut met = Vec::new();
    for finding in findings {
        expected_or_not(asking, finding, &mut met, &mut report);
    }
    let from_disputes = undecided(asking);
    for finding in from_disputes {
        expected_or_not(asking, finding, &mut met, &mut report);
    }
    for finding in crate::yearly::findings(asking, &Moment::on(last.max(today))) {
        expected_or_not(asking, finding, &mut met, &mut report);
    }
    for finding in crate::office::findings(asking, &state, last.max(today)) {
        expected_or_not(asking, finding, &mut met, &mut report);
    }
    for finding in crate::sessions::findings(asking, &state, last.max(today)) {
        expected_or_not(asking, finding, &mut met, &mut report);
    }
    contradictions(asking, &mut met, &mut report);
    let contrary = contrary::checks(&asking.history.checks);
    for check in &asking.history.checks {
        one(asking, (check, contrary.get(&check.origin).copied()), &mut met, &mut report);
    }
    unmet(asking, &met, &mut report);
    report.evidence = evidence(asking);
    report.findings.sort_by_key(|checked| (checked.finding.position, checked.finding.grade));
    report
}

/// Adds the acts that tell otherwise than an act before them.
fn contradictions(asking: &Asking<'_>, met: &mut Vec<Origin>, report: &mut Report) {
    let noticed = report.findings.iter().map(|checked| checked.finding.position);
    let noticed: std::collections::BTreeSet<u32> = noticed.collect();
    for (finding, other) in contrary::acts(asking, |at| noticed.contains(&at)) {
        expected_or_not(asking, finding, met, report);
        if let Some(last) = report.findings.last_mut() {
            last.other = asking.history.act(other).map(|act| act.origin);
        }
    }
}

/// Lists the acts whose readings the record has not decided between.
fn undecided(asking: &Asking<'_>) -> Vec<Finding> {
    let moment = Moment { on: servanda_model::Day::MAX, known: Known::Now, account: None };
    let rivals = asking.rivals(&asking.everything(), &moment);
    let mut findings: Vec<Finding> = Vec::new();
    for (choice, decided) in rivals {
        let known = findings.last().is_some_and(|last| last.position == choice.position);
        if !decided && !known {
            findings.push(Finding {
                grade: Grade::Disputed,
                position: choice.position,
                article: None,
                notice: remark!(READ_DIFFERENTLY).into(),
            });
        }
    }
    findings
}

fn expected_or_not(
    asking: &Asking<'_>,
    finding: Finding,
    met: &mut Vec<Origin>,
    report: &mut Report,
) {
    let act = asking.history.act(finding.position);
    let expectations = act.and_then(|act| act.details.as_ref()).map_or(&[][..], |d| &d.expected);
    // Each says why of one finding, and the first one of those beyond their number.
    let meeting = || expectations.iter().filter(|e| meets(e, finding.grade, finding.article));
    let matching = meeting().find(|e| !met.contains(&e.origin)).or_else(|| meeting().next());
    met.extend(matching.map(|expectation| expectation.origin));
    let origin = act.map_or_else(Origin::default, |act| act.origin);
    let expected = matching.map(|expectation| expectation.reason.clone());
    report.findings.push(Checked { finding, origin, expected, other: None });
}

fn meets(expectation: &Expectation, grade: Grade, article: Option<ArticleId>) -> bool {
    expectation.grade == grade && (expectation.article.is_none() || expectation.article == article)
}

/// Checks one assertion or attestation.
fn one(
    asking: &Asking<'_>,
    (check, other): (&Check, Option<Origin>),
    met: &mut Vec<Origin>,
    report: &mut Report,
) {
    let moment = Moment::on(check.when.order());
    let outcome = holds(asking, &check.claim, &moment);
    let claim = crate::describe::claim_text(asking, &check.claim);
    let claim = Mention::Claim(Box::new(check.claim.clone()), claim);
    let stands = outcome == Outcome::Yes;
    match check.kind {
        CheckKind::Assert if stands => report.held = report.held.saturating_add(1),
        CheckKind::Assert => {
            let message =
                remark!(ASSERTED, when = check.when, claim = claim, stands = told(outcome));
            report.failed.push(Failed { origin: check.origin, message, other });
        }
        CheckKind::Attest if stands => {}
        CheckKind::Attest => {
            let said = match outcome {
                Outcome::Yes => Wording::SAID_AND_SO,
                Outcome::No => Wording::SAID_AND_NOT_SO,
                Outcome::Disputed => Wording::SAID_AND_DISPUTED,
                Outcome::Undetermined => Wording::SAID_AND_OPEN,
            };
            let said = Remark::new(said, [("claim", claim), ("when", check.when.into())]);
            let finding = Finding {
                grade: Grade::Disputed,
                position: check.position,
                article: None,
                notice: said.into(),
            };
            let matching = check.expected.iter().find(|e| meets_any(e));
            met.extend(matching.map(|expectation| expectation.origin));
            let expected = matching.map(|expectation| expectation.reason.clone());
            report.findings.push(Checked { finding, origin: check.origin, expected, other });
        }
    }
}

/// An attestation has one finding; whatever grade the record expects of it is met by it.
fn meets_any(_expectation: &Expectation) -> bool {
    true
}

fn told(outcome: Outcome) -> Mention {
    let (key, english) = match outcome {
        Outcome::Yes => ("yes", "is so"),
        Outcome::No => ("no", "is not so"),
        Outcome::Disputed => ("disputed", "is disputed"),
        Outcome::Undetermined => ("undetermined", "depends on a date that is not known"),
    };
    Mention::Form(key, english)
}

/// An expected finding that nothing meets is a failed assertion.
fn unmet(asking: &Asking<'_>, met: &[Origin], report: &mut Report) {
    let of_acts = asking.history.acts.iter().filter_map(|act| act.details.as_ref());
    let of_checks = asking.history.checks.iter().flat_map(|check| &check.expected);
    for expectation in of_acts.flat_map(|details| &details.expected).chain(of_checks) {
        if !met.contains(&expectation.origin) {
            let grade = Mention::Word(expectation.grade.word());
            let message = remark!(NOT_MET, grade = grade);
            report.failed.push(Failed { origin: expectation.origin, message, other: None });
        }
    }
    report.failed.sort_by_cached_key(|failed| (failed.origin, failed.message.english(asking.law)));
}

fn evidence(asking: &Asking<'_>) -> Vec<(Evidence, Vec<ArticleId>)> {
    let all =
        [Evidence::OfficialText, Evidence::Account, Evidence::Secondary, Evidence::Unverified];
    let with = |evidence: Evidence| {
        let rows = asking.law.article_names.iter().filter(move |(id, _)| {
            let row = asking.law.article(*id);
            row.is_some_and(|row| row.versions.iter().any(|version| version.evidence == evidence))
        });
        rows.map(|(id, _)| id).collect()
    };
    all.into_iter().map(|evidence| (evidence, with(evidence))).collect()
}

/// Says how a claim stands.
pub fn holds(asking: &Asking<'_>, claim: &Claim, moment: &Moment) -> Outcome {
    let outcome = fact(asking, &claim.fact, moment);
    match (outcome, claim.holds) {
        (Outcome::Yes, false) => Outcome::No,
        (Outcome::No, false) => Outcome::Yes,
        (outcome, _) => outcome,
    }
}

fn yes(is_so: bool) -> Outcome {
    if is_so { Outcome::Yes } else { Outcome::No }
}

fn fact(asking: &Asking<'_>, fact: &Fact, moment: &Moment) -> Outcome {
    match fact {
        Fact::Participation(party, wanted, instrument) => {
            let answer = status(asking, *instrument, moment);
            let row = answer.participants.iter().find(|row| row.party == *party);
            match row.map(|row| row.status) {
                Some(RowStatus::Is(status)) => yes(status == *wanted),
                Some(RowStatus::Disputed) => Outcome::Disputed,
                Some(RowStatus::Unknown) => Outcome::Undetermined,
                None => Outcome::No,
            }
        }
        Fact::Membership(party, wanted, body) => {
            let answer = members(asking, *body, moment);
            match answer.members.iter().find(|row| row.party == *party) {
                Some(row) => match row.status {
                    Some(status) => yes(status == *wanted),
                    None if row.disputed => Outcome::Disputed,
                    None => Outcome::Undetermined,
                },
                None => Outcome::No,
            }
        }
        Fact::InForce(instrument) => {
            varied(asking, *instrument, moment, |state| state.in_force(*instrument, moment.on))
        }
        Fact::Chair(party, organ) => {
            let answer = chair(asking, *organ, moment);
            left_open(answer.open).unwrap_or_else(|| yes(answer.holder == Some(*party)))
        }
        Fact::WithoutVote(party, body) => without_vote(asking, (*body, *party), moment),
        Fact::Holds(person, id) => {
            let answer = office(asking, *id, moment);
            let holds = answer.holder.as_deref() == Some(person);
            left_open(answer.open).unwrap_or_else(|| yes(holds))
        }
        Fact::Adopted(label) => {
            yes(adoption(asking, *label, moment).is_some_and(|found| found.stands()))
        }
        Fact::Parties(instrument, comparison, listed) => {
            parties_are(asking, *instrument, (*comparison, listed), moment)
        }
        Fact::Members(body, comparison, listed) => {
            let answer = members(asking, *body, moment);
            let full = answer.members.iter().filter(|row| row.status == Some(MemberStatus::Member));
            let is_state = |party: &PartyId| {
                asking.law.party(*party).is_none_or(|party| party.kind == PartyKind::State)
            };
            let parties: Vec<PartyId> = full.map(|row| row.party).filter(is_state).collect();
            yes(compare(*comparison, &parties, listed))
        }
        Fact::Term(instrument, number) => varied(asking, *instrument, moment, |state| {
            let treaty = state.treaty(*instrument);
            let period = treaty.and_then(|treaty| treaty.period_on(moment.on));
            let is_it = period.is_some_and(|term| term.number == *number);
            is_it && state.in_force(*instrument, moment.on)
        }),
    }
}

fn without_vote(asking: &Asking<'_>, whose: (BodyId, PartyId), moment: &Moment) -> Outcome {
    varied_in(asking, &asking.about_decisions(whose.0), moment, |state| {
        is_without_vote(asking, state, whose, moment.on)
    })
}

/// Returns how a claim stands about a seat that is left open.
fn left_open(open: Option<RowStatus>) -> Option<Outcome> {
    match open? {
        RowStatus::Disputed => Some(Outcome::Disputed),
        RowStatus::Unknown => Some(Outcome::Undetermined),
        RowStatus::Is(_) => None,
    }
}

/// Compares the parties to an instrument with a list, where open rows let it.
fn parties_are(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    (comparison, listed): (Comparison, &[PartyId]),
    moment: &Moment,
) -> Outcome {
    let answer = status(asking, instrument, moment);
    let listed_as = |wanted: &[RowStatus]| -> Vec<PartyId> {
        let rows = answer.participants.iter().filter(|row| wanted.contains(&row.status));
        rows.map(|row| row.party).collect()
    };
    let party = RowStatus::Is(Status::Party);
    let told = |wanted: &[RowStatus]| compare(comparison, &listed_as(wanted), listed);
    let stands = told(&[party]);
    if told(&[party, RowStatus::Disputed]) != stands {
        Outcome::Disputed
    } else if told(&[party, RowStatus::Unknown]) != stands {
        Outcome::Undetermined
    } else {
        yes(stands)
    }
}

/// Answers yes or no about an instrument, where open dates and undecided readings let it.
fn varied(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    moment: &Moment,
    ask: impl Fn(&State) -> bool,
) -> Outcome {
    varied_in(asking, &asking.about_instrument(instrument), moment, ask)
}

/// Answers yes or no from a slice, where open dates and undecided readings let it.
fn varied_in(
    asking: &Asking<'_>,
    slice: &Slice,
    moment: &Moment,
    ask: impl Fn(&State) -> bool,
) -> Outcome {
    let answers = asking.vary(slice, moment, ask);
    let undecided = answers.rivals.iter().filter(|(_, decided, _)| !decided);
    if undecided.clone().any(|(_, _, answer)| *answer != answers.base) {
        Outcome::Disputed
    } else if !answers.untried.is_empty() || answers.placements.contains(&!answers.base) {
        Outcome::Undetermined
    } else {
        yes(answers.base)
    }
}

fn compare(comparison: Comparison, found: &[PartyId], listed: &[PartyId]) -> bool {
    match comparison {
        Comparison::Equals => {
            found.len() == listed.len() && listed.iter().all(|party| found.contains(party))
        }
        Comparison::Includes => listed.iter().all(|party| found.contains(party)),
        Comparison::Excludes => !listed.iter().any(|party| found.contains(party)),
    }
}
