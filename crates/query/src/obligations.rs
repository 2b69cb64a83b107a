//! What binds a state on a day, and what it may claim.

use crate::asking::Asking;
use crate::moment::Moment;
use crate::status::{RowStatus, status};
use crate::votes::{lost_in, told};
use servanda_model::{
    ArticleId, Evidence, Id as _, InstrumentId, PartyId, Rule, SourceRef, Status,
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
}

/// One duty or entitlement.
#[derive(Debug, Clone, PartialEq)]
pub struct Duty {
    /// Which.
    pub kind: DutyKind,
    /// What.
    pub text: String,
    /// The instrument.
    pub instrument: InstrumentId,
    /// The article.
    pub article: ArticleId,
    /// How sure the article is.
    pub evidence: Evidence,
    /// How the state stands to the instrument.
    pub status: RowStatus,
    /// The act by which it is bound.
    pub act: u32,
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
        let Some(row) = answer.participants.iter().find(|row| row.party == party) else {
            continue;
        };
        if !binds(row.status) {
            continue;
        }
        for provision in provisions {
            let (kind, text) = if let Rule::Obliges(text) = &provision.clause.rule {
                (DutyKind::Obligation, text)
            } else if let Rule::Entitles(text) = &provision.clause.rule {
                (DutyKind::Entitlement, text)
            } else {
                continue;
            };
            let article = asking.law.article(provision.article);
            let version = article.and_then(|a| a.versions.get(usize::from(provision.version)));
            duties.push(Duty {
                kind,
                text: text.clone(),
                instrument,
                article: provision.article,
                evidence: version.map_or(Evidence::Unverified, |version| version.evidence),
                status: row.status,
                act: row.why.position,
                sources: version.map(|version| version.sources.clone()).unwrap_or_default(),
            });
        }
    }
    duties.extend(losses(asking, party, moment));
    duties
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
                text: told(asking, &lost),
                instrument: row.instrument,
                article,
                evidence: version.evidence,
                status: standing.map_or(RowStatus::Unknown, |row| row.status),
                act: lost.why.position,
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
