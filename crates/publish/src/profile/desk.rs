//! Where a page is put together: names on the day, citations, remarks, and a tally of evidence.

use super::page::{Line, Piece, join, words};
use servanda_model::{
    BodyId, Day, Details, Evidence, Id as _, InstrumentId, OfficeId, PartyId, PartyKind, PlaceId,
    SourceRef, Titles,
};
use servanda_query::{Asking, Moment, source_text};
use std::collections::BTreeMap;

/// What sections are written with.
pub(crate) struct Desk<'a, 'r> {
    /// The record.
    pub(crate) asking: &'a Asking<'r>,
    /// The day and what was known.
    pub(crate) moment: Moment,
    /// The remarks so far.
    pub(crate) notes: Vec<Line>,
    /// How many statements rest on each kind of evidence so far.
    pub(crate) evidence: BTreeMap<Evidence, u32>,
}

impl<'a, 'r> Desk<'a, 'r> {
    /// Begins a page.
    pub(crate) fn new(asking: &'a Asking<'r>, moment: &Moment) -> Self {
        Self { asking, moment: *moment, notes: Vec::new(), evidence: BTreeMap::new() }
    }

    /// Names a party as it is called on a day; an entity as those call it who use the name.
    pub(crate) fn party(&self, id: PartyId, on: Day) -> Line {
        let Some(party) = self.asking.law.party(id) else { return Vec::new() };
        let name = party.titles.short_or_main(on).to_owned();
        match party.kind {
            PartyKind::State => words(name),
            PartyKind::Entity => {
                let used: Vec<String> =
                    party.as_used_by.iter().map(|s| source_text(self.asking, s)).collect();
                vec![Piece::Entity(name, used.join(", "))]
            }
        }
    }

    /// Tells whether a party is a state to all.
    pub(crate) fn is_state(&self, id: PartyId) -> bool {
        self.asking.law.party(id).is_some_and(|party| party.kind == PartyKind::State)
    }

    /// Names several parties.
    pub(crate) fn parties(&self, ids: &[PartyId], on: Day) -> Line {
        join(ids.iter().map(|id| self.party(*id, on)).collect(), ", ", " and ")
    }

    /// Names an instrument.
    pub(crate) fn instrument(&self, id: InstrumentId) -> String {
        self.asking.law.instrument(id).map(|row| row.titles.main.clone()).unwrap_or_default()
    }

    /// Names several instruments.
    pub(crate) fn instruments(&self, ids: &[InstrumentId]) -> String {
        let names: Vec<Line> =
            ids.iter().map(|id| words(format!("the {}", self.instrument(*id)))).collect();
        super::page::plain(&join(names, ", ", " and "))
    }

    /// Names a body.
    pub(crate) fn body(&self, id: BodyId) -> String {
        self.asking.law.body(id).map(|row| row.titles.main.clone()).unwrap_or_default()
    }

    /// Names a body shortly, where it has a short name.
    pub(crate) fn body_short(&self, id: BodyId, on: Day) -> String {
        self.asking
            .law
            .body(id)
            .map(|row| row.titles.short_or_main(on).to_owned())
            .unwrap_or_default()
    }

    /// Names an office.
    pub(crate) fn office(&self, id: OfficeId) -> String {
        self.asking.law.office(id).map(|row| row.titles.main.clone()).unwrap_or_default()
    }

    /// Names a place as it was called on a day.
    pub(crate) fn place(&self, id: PlaceId, on: Day) -> String {
        let titles = self.asking.law.place(id).map(|row| &row.titles);
        titles.map(|titles| titles.short_or_main(on).to_owned()).unwrap_or_default()
    }

    /// Cites sources, and counts the statement by the surest of them.
    pub(crate) fn cite(&mut self, sources: &[SourceRef]) -> Line {
        let sure =
            sources.iter().filter_map(|s| self.asking.law.source(s.source)).map(|s| s.evidence);
        if let Some(sure) = sure.min() {
            self.count(sure);
        }
        self.point(sources)
    }

    /// Cites sources without counting: the statement was counted before.
    pub(crate) fn point(&self, sources: &[SourceRef]) -> Line {
        let mut line = Vec::new();
        for source in sources {
            line.push(Piece::Text(" ".to_owned()));
            let word = self.asking.law.source_names.word(source.source);
            line.push(Piece::Cite(source_text(self.asking, source), format!("source-{word}")));
        }
        line
    }

    /// Counts a statement by its evidence.
    pub(crate) fn count(&mut self, evidence: Evidence) {
        let tally = self.evidence.entry(evidence).or_default();
        *tally = tally.saturating_add(1);
    }

    /// Puts a remark among the notes and points to it.
    pub(crate) fn note(&mut self, remark: Line) -> Piece {
        if let Some(known) = self.notes.iter().position(|note| *note == remark) {
            return Piece::Note(known.saturating_add(1));
        }
        self.notes.push(remark);
        Piece::Note(self.notes.len())
    }

    /// Points to all remarks of an act.
    pub(crate) fn notes_of(&mut self, details: Option<&Details>) -> Line {
        let remarks = details.map(|details| details.notes.clone()).unwrap_or_default();
        remarks.into_iter().map(|remark| self.note(words(remark))).collect()
    }

    /// Cites the sources of the act at a position.
    pub(crate) fn cite_act(&mut self, position: u32) -> Line {
        let sources = self.asking.history.act(position).map(|act| act.sources);
        let sources = sources.map(|list| self.asking.history.sources(list).to_vec());
        self.cite(&sources.unwrap_or_default())
    }

    /// Returns the organs of the own organisation, and itself first.
    pub(crate) fn own_bodies(&self) -> Vec<BodyId> {
        let Some(own) = self.asking.law.own else { return Vec::new() };
        let organs = (0u32..)
            .zip(&self.asking.law.bodies)
            .filter(|(_, body)| body.kind == servanda_model::BodyKind::Organ { of: Some(own) });
        std::iter::once(own).chain(organs.map(|(ordinal, _)| BodyId::of(ordinal))).collect()
    }

    /// Returns the names of the own organisation.
    pub(crate) fn own_titles(&self) -> Option<&'r Titles> {
        let law = self.asking.law;
        law.own.and_then(|own| law.body(own)).map(|body| &body.titles)
    }
}
