//! What a holder can communicate today: read off the law in force, the docket and the instruments.

mod delegation;
mod officer;

use super::draft::Draft;
use super::holder::Holder;
use crate::asked::Asked;
use crate::named;
use crate::site::Site;
use crate::tongue::{Part, text};
use servanda_model::{
    Actor, ConsentForm, Day, Id as _, InstrumentId, InstrumentKind, MemberStatus, PartyId,
    PartyKind, Status, StepKind,
};
use servanda_query::{MatterAnswer, Moment, RowStatus, docket, members, status};

/// The state of things that drafts are made from.
pub(super) struct Desk<'s> {
    pub(super) site: &'s Site,
    pub(super) asked: &'s Asked,
    pub(super) today: Day,
    members: Vec<PartyId>,
}

/// Returns what a holder can communicate on a day.
pub(super) fn drafts(site: &Site, asked: &Asked, holder: &Holder, today: Day) -> Vec<Draft> {
    let desk = Desk::of(site, asked, today);
    let party = holder.party().and_then(|word| site.record().law.party_names.find(word));
    let all = match (holder.is_officer(), party.filter(|_| holder.is_delegate())) {
        (true, _) => officer::drafts(&desk),
        (false, Some(party)) => delegation::drafts(&desk, party),
        (false, None) => Vec::new(),
    };
    once(all)
}

/// Offers each once: two open steps of a kind, as of two states, ask for the same act.
fn once(all: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(all.len());
    for draft in all {
        if kept.iter().all(|known| known.id != draft.id) {
            kept.push(draft);
        }
    }
    kept
}

impl<'s> Desk<'s> {
    fn of(site: &'s Site, asked: &'s Asked, today: Day) -> Self {
        let found = site.own().map(|own| members(site.asking(), own, &Moment::on(today)));
        let rows = found.map(|found| found.members).unwrap_or_default();
        let members = rows.into_iter().filter(|row| row.status == Some(MemberStatus::Member));
        Self { site, asked, today, members: members.map(|row| row.party).collect() }
    }

    pub(super) fn moment(&self) -> Moment {
        Moment::on(self.today)
    }

    /// Returns the word of a party.
    pub(super) fn word(&self, party: PartyId) -> &'s str {
        self.site.record().law.party_names.word(party)
    }

    /// Tells whether a state is one that an actor stands for.
    pub(super) fn is_actor(&self, actor: Actor, party: PartyId, sides: Sides) -> bool {
        let law = &self.site.record().law;
        match actor {
            Actor::Member => self.members.contains(&party),
            Actor::EachOtherMember => self.members.contains(&party) && sides.opener != Some(party),
            Actor::State => law.party(party).is_some_and(|row| row.kind == PartyKind::State),
            Actor::Opener => sides.opener == Some(party),
            Actor::Target => sides.about.or(sides.opener) == Some(party),
            Actor::PartyTo(instrument) => {
                self.standing(instrument, party).is_some_and(|status| status.is_bound())
            }
            Actor::Nobody => true,
            Actor::Organ(_) | Actor::Office(_) => false,
        }
    }

    /// Makes a label for an act of a state, one that the record does not have yet: by it the act is
    /// answered, and taken back.
    pub(super) fn label(&self, state: &str, what: &str) -> String {
        let labels = &self.site.record().history.labels;
        let first = format!("#{}-{what}-{}", state.to_lowercase(), self.today);
        if labels.find(&first).is_none() {
            return first;
        }
        let numbered = (2..1_000).map(|number| format!("{first}-{number}"));
        numbered.into_iter().find(|label| labels.find(label).is_none()).unwrap_or(first)
    }

    /// Returns how a state stands to an instrument today.
    pub(super) fn standing(&self, instrument: InstrumentId, party: PartyId) -> Option<Status> {
        let found = status(self.site.asking(), instrument, &self.moment());
        let row = found.participants.into_iter().find(|row| row.party == party)?;
        match row.status {
            RowStatus::Is(status) => Some(status),
            RowStatus::Disputed | RowStatus::Unknown => None,
        }
    }

    /// Returns the treaties of the own organisation.
    pub(super) fn treaties(&self) -> impl Iterator<Item = (InstrumentId, &'s str, String)> {
        let law = &self.site.record().law;
        let all = (0u32..).zip(&law.instruments).map(|(n, row)| (InstrumentId::of(n), row));
        let own = all.filter(|(_, row)| {
            row.of == law.own
                && matches!(row.kind, InstrumentKind::Treaty | InstrumentKind::Protocol)
        });
        own.map(|(id, _)| {
            let name = named::instrument_name(self.site, self.asked, id);
            (id, law.instrument_names.word(id), name.text.to_owned())
        })
    }

    /// Returns the matters that are open and have a name, each with the steps whose turn it is.
    pub(super) fn open(&self) -> Vec<(String, MatterAnswer<'s>)> {
        let labels = &self.site.record().history.labels;
        let found = docket(self.site.asking(), &self.moment());
        let open =
            found.into_iter().filter(|matter| matter.steps.iter().any(|step| step.state.is_open()));
        open.filter_map(|matter| Some((labels.word(matter.label?).to_owned(), matter))).collect()
    }

    /// Returns all states, each with its word and what is shown for it.
    pub(super) fn states(&self) -> Vec<(String, String)> {
        let law = &self.site.record().law;
        let all = law.party_names.iter();
        let states = all.filter(|(id, _)| !named::is_entity(self.site, *id));
        states
            .map(|(id, word)| {
                let name = named::party_text(self.site, self.asked, id);
                (word.to_owned(), format!("{name} ({word})"))
            })
            .collect()
    }

    /// Returns the members, each with its word and what is shown for it.
    pub(super) fn member_states(&self) -> Vec<(String, String)> {
        let words: Vec<&str> = self.members.iter().map(|party| self.word(*party)).collect();
        self.states().into_iter().filter(|(word, _)| words.contains(&word.as_str())).collect()
    }
}

/// The states of a matter.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sides {
    pub(super) opener: Option<PartyId>,
    pub(super) about: Option<PartyId>,
}

impl Sides {
    pub(super) fn of(matter: &MatterAnswer<'_>) -> Self {
        Self { opener: matter.opener, about: matter.about }
    }
}

/// Returns what a step is, as something to do.
pub(super) fn step_text(asked: &Asked, kind: StepKind) -> String {
    text!(asked, "desk-step", word = Part::Word(kind.word()))
}

/// Returns the forms of consent to be bound, each with what is shown for it.
pub(super) fn forms(asked: &Asked) -> Vec<(String, String)> {
    let shown = |form: ConsentForm| text!(asked, "desk-form", form = Part::Word(form.word()));
    ConsentForm::ALL.iter().map(|form| (form.word().to_owned(), shown(*form))).collect()
}
