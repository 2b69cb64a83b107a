//! What the record lists of its law and of its own checks, as plain tables: instruments, bodies and
//! offices with who holds them, findings.

use super::{Sheet, headings};
use servanda_model::{ArticleId, BodyId, Day, Id as _, InstrumentId, InstrumentKind, OfficeId};
use servanda_query::{Asking, Moment, chair, check, office, status};

/// Lists the instruments, and whether each is in force.
pub(super) fn instruments(asking: &Asking<'_>, moment: &Moment) -> Sheet {
    let law = asking.law;
    let rows = (0u32..).zip(&law.instruments).map(|(ordinal, row)| {
        let id = InstrumentId::of(ordinal);
        let found = status(asking, id, moment);
        let since = found.in_force_since.map(|day| day.to_string());
        vec![
            law.instrument_names.word(id).to_owned(),
            row.titles.main.clone(),
            match row.kind {
                InstrumentKind::Treaty => "treaty",
                InstrumentKind::Protocol => "protocol",
                InstrumentKind::Decision => "decision",
                InstrumentKind::Practice => "practice",
            }
            .to_owned(),
            if found.in_force { "yes" } else { "no" }.to_owned(),
            since.unwrap_or_default(),
            found.participants.len().to_string(),
        ]
    });
    let headings = headings(&["instrument", "title", "kind", "in_force", "since", "states"]);
    Sheet { name: "instruments".to_owned(), headings, rows: rows.collect(), left_out: Vec::new() }
}

/// Lists bodies and offices, and who has the chair or holds the office.
pub(super) fn bodies(asking: &Asking<'_>, moment: &Moment) -> Sheet {
    let law = asking.law;
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let article = |id: Option<ArticleId>| id.map(|id| law.article_names.word(id).to_owned());
    let bodies = (0u32..).zip(&law.bodies).map(|(ordinal, row)| {
        let id = BodyId::of(ordinal);
        let held = chair(asking, id, moment);
        vec![
            law.body_names.word(id).to_owned(),
            row.titles.main.clone(),
            "body".to_owned(),
            article(row.article).unwrap_or_default(),
            held.holder.map(|id| law.party_names.word(id).to_owned()).unwrap_or_default(),
            day(held.since),
        ]
    });
    let offices = (0u32..).zip(&law.offices).map(|(ordinal, row)| {
        let id = OfficeId::of(ordinal);
        let held = office(asking, id, moment);
        vec![
            law.office_names.word(id).to_owned(),
            row.titles.main.clone(),
            "office".to_owned(),
            article(row.article).unwrap_or_default(),
            held.holder.unwrap_or_default(),
            day(held.since),
        ]
    });
    let rows = bodies.chain(offices);
    let headings = headings(&["word", "title", "kind", "article", "held_by", "since"]);
    Sheet { name: "bodies".to_owned(), headings, rows: rows.collect(), left_out: Vec::new() }
}

/// Lists what was noticed about the acts.
pub(super) fn findings(asking: &Asking<'_>, moment: &Moment) -> Sheet {
    let law = asking.law;
    let found = check(asking, moment.on);
    let rows = found.findings.iter().map(|checked| {
        let finding = &checked.finding;
        let article = finding.article.map(|id| law.article_names.word(id).to_owned());
        vec![
            finding.position.to_string(),
            finding.grade.neutral().to_owned(),
            article.unwrap_or_default(),
            finding.message(law),
            checked.expected.clone().unwrap_or_default(),
        ]
    });
    let headings = headings(&["act", "how", "article", "noticed", "foreseen_because"]);
    Sheet { name: "findings".to_owned(), headings, rows: rows.collect(), left_out: Vec::new() }
}
