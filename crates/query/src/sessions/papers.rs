//! What is on record of one session beside that it was held: its call, agenda, register, minutes.

use super::{AgendaAnswer, ItemAnswer, MinutesAnswer, SatAnswer};
use crate::asking::Asking;
use crate::docket::{ActAnswer, act};
use crate::moment::Moment;
use servanda_model::{
    Act, AgendaStage, Body, BodyId, Call, CredentialsStage, Day, Deed, Details, Paper, SessionForm,
    Signed,
};

/// An organ's papers that were known, each with its act.
pub(super) struct Papers<'r> {
    asking: &'r Asking<'r>,
    known: Vec<(u32, &'r Act, &'r Paper)>,
}

impl<'r> Papers<'r> {
    /// Gathers the papers that were filed by a day and known.
    pub(super) fn of(asking: &'r Asking<'r>, organ: BodyId, moment: &Moment) -> Self {
        let acts = (0u32..).zip(&asking.history.acts);
        let filed = acts.filter_map(|(position, found)| {
            let placed = asking.place(position, moment, &[])?;
            let Deed::Paper(paper) = placed.deed else { return None };
            let is_of = asking.history.body_of(placed.deed) == Some(organ);
            (is_of && placed.day <= moment.on).then_some((position, found, &**paper))
        });
        Self { asking, known: filed.collect() }
    }

    /// Returns the calls to sessions.
    pub(super) fn calls(&self) -> impl Iterator<Item = (u32, &'r Call)> + '_ {
        self.known.iter().filter_map(|(position, _, paper)| match paper {
            Paper::Call(call) => Some((*position, call)),
            Paper::Agenda { .. }
            | Paper::Minutes { .. }
            | Paper::Credentials(_)
            | Paper::Examination { .. } => None,
        })
    }

    /// Returns the first call to a session of a day and form.
    pub(super) fn call(&self, on: Day, form: SessionForm) -> Option<u32> {
        let mut calls = self.calls();
        calls.find(|(_, call)| call.on == on && call.form == form).map(|(position, _)| position)
    }

    /// Tells whether a paper is about the session or the call at one of these positions.
    fn is_about(&self, paper: &Paper, about: [Option<u32>; 2]) -> bool {
        let of = paper.of().and_then(|label| self.asking.history.position_of(label));
        of.is_some() && about.contains(&of)
    }

    /// Returns the agenda in each of its stages.
    pub(super) fn agenda(&self, about: [Option<u32>; 2]) -> Vec<AgendaAnswer> {
        let mut stages: Vec<AgendaAnswer> = Vec::new();
        for (position, found, paper) in &self.known {
            let stage = match paper {
                Paper::Call(_) if about.contains(&Some(*position)) => AgendaStage::Invited,
                Paper::Agenda { stage, .. } if self.is_about(paper, about) => *stage,
                Paper::Minutes { .. } if self.is_about(paper, about) => AgendaStage::Held,
                Paper::Call(_)
                | Paper::Agenda { .. }
                | Paper::Minutes { .. }
                | Paper::Credentials(_)
                | Paper::Examination { .. } => continue,
            };
            let items = items(found.details.as_deref());
            if !items.is_empty() {
                stages.push(AgendaAnswer { stage, act: act(self.asking, *position), items });
            }
        }
        stages.sort_by_key(|answer| answer.stage);
        stages
    }

    /// Returns the revisions of the minutes, the last first.
    pub(super) fn minutes(&self, about: [Option<u32>; 2]) -> Vec<MinutesAnswer> {
        let of_session = self.known.iter().filter_map(|(position, _, paper)| {
            let Paper::Minutes { revision, .. } = paper else { return None };
            let is_about = self.is_about(paper, about);
            is_about
                .then(|| MinutesAnswer { revision: *revision, act: act(self.asking, *position) })
        });
        let mut minutes: Vec<MinutesAnswer> = of_session.collect();
        minutes.sort_by_key(|answer| std::cmp::Reverse(answer.revision));
        minutes
    }

    /// Returns who sat in a session, in the order of the register.
    pub(super) fn register(&self, row: Option<&Body>, session: u32) -> Vec<SatAnswer> {
        let found = self.asking.history.act(session).and_then(|found| found.details.as_deref());
        let present = found.map_or(&[][..], |details| details.present.as_slice());
        let seat = row.and_then(seat);
        let sat = present.iter().map(|sat| {
            let other = seat.filter(|seat| sat.capacity.as_deref() != Some(*seat));
            SatAnswer {
                sat: sat.clone(),
                sits_for: other.filter(|_| sat.of.is_some()).map(str::to_owned),
                credentials: self.credentials(sat),
            }
        });
        sat.collect()
    }

    /// Returns how far a person's credentials have come, and the act.
    fn credentials(&self, sat: &Signed) -> Option<(String, ActAnswer)> {
        let received = self.known.iter().find(|(_, _, paper)| {
            matches!(paper, Paper::Credentials(c) if c.person == sat.person && Some(c.party) == sat.of)
        });
        let (received, ..) = received?;
        let mut last: Option<(CredentialsStage, u32)> = None;
        for (position, _, paper) in &self.known {
            if let Paper::Examination { stage, .. } = paper
                && self.is_about(paper, [Some(*received), None])
            {
                last = last.max(Some((*stage, *position)));
            }
        }
        let (word, position) =
            last.map_or(("received", *received), |(stage, position)| (stage.word(), position));
        Some((word.to_owned(), act(self.asking, position)))
    }
}

/// Returns the title of those of whom an organ is made.
fn seat(row: &Body) -> Option<&str> {
    row.composed?;
    let seats = row.particulars.iter().find(|(word, ..)| word == "seats");
    seats.and_then(|(_, said, _)| said.split(' ').next())
}

fn items(details: Option<&Details>) -> Vec<ItemAnswer> {
    let items = details.map_or(&[][..], |details| details.items.as_slice());
    items.iter().map(|item| ItemAnswer { title: item.title.clone(), matter: item.on }).collect()
}

/// Returns a paper as one sentence.
pub(crate) fn paper_sentence(asking: &Asking<'_>, paper: &Paper) -> String {
    let label = |label| asking.history.labels.word(label);
    let word = |body| asking.law.body_names.word(body);
    match paper {
        Paper::Call(call) => {
            let (organ, on) = (word(call.organ), call.on);
            let form = call.form.counted().word().unwrap_or_default();
            format!("{} convened {organ} for {on}, {form} session", caller(asking, call))
        }
        Paper::Agenda { of, stage } => format!("agenda of {} {}", label(*of), stage.word()),
        Paper::Minutes { of, revision } => {
            format!("minutes of {}, revision {revision}", label(*of))
        }
        Paper::Credentials(credentials) => {
            let party = asking.law.party_names.word(credentials.party);
            let (person, to) = (&credentials.person, word(credentials.to));
            format!("{party} presented credentials of {person} to {to}")
        }
        Paper::Examination { of, by, stage } => {
            format!("{} {} the credentials {}", word(*by), stage.word(), label(*of))
        }
    }
}

fn caller(asking: &Asking<'_>, call: &Call) -> String {
    let law = asking.law;
    let body = call.body.map(|body| law.body_names.word(body).to_owned());
    let office = call.office.map(|office| law.office_names.word(office).to_owned());
    let names = call.parties.iter().map(|party| law.party_names.word(*party));
    body.or(office).unwrap_or_else(|| names.collect::<Vec<_>>().join(", "))
}
