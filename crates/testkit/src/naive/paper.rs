//! Which papers of sessions count: calls by whom the article names, minutes once a revision.

use super::fault::Fault;
use super::step::Step;
use super::walk::{Told, Walk};
use servanda_model::{
    BodyId, Call, Convener, Day, Deed, Discharge, LabelId, MemberStatus, Outcome, Paper, PartyId,
    Rule, SessionForm,
};
use std::collections::BTreeSet;

impl Walk<'_> {
    /// Returns what a paper brings about from a day.
    pub(super) fn paper(&self, paper: &Paper, position: u32, from: Day) -> Vec<Step> {
        let filed = match paper {
            Paper::Call(call) => self.called(call, from),
            Paper::Minutes { of, revision } => self.session_named(*of).and_then(|of| {
                let words = format!("minutes {of} {revision}");
                let again = self.has_paper(&words, from) && !self.is(Fault::SameRevisionCounts);
                (!again).then_some(words)
            }),
            Paper::Examination { of, stage, .. } => {
                let position = self.history.position_of(*of);
                let told = position.and_then(|at| self.history.act(at)).map(|act| &act.deed);
                let are = matches!(told, Some(Deed::Paper(paper)) if matches!(**paper, Paper::Credentials(_)));
                position.filter(|_| are).map(|of| format!("credentials {of} {}", stage.word()))
            }
            Paper::Credentials(_) => Some(format!("presented {position}")),
            Paper::Agenda { .. } => None,
        };
        filed.map(|words| Step::File { words }).into_iter().collect()
    }

    fn called(&self, call: &Call, from: Day) -> Option<String> {
        let words = call_words(call.organ, call.on, call.form);
        let second = self.has_paper(&words, from) && !self.is(Fault::SecondCallCounts);
        let rule = self.worded(call.organ, from).and_then(|row| row.convening.as_ref());
        let lines = rule.map_or(&[][..], |rule| rule.by.as_slice());
        let of_form = lines.iter().find(|(form, _)| *form == Some(call.form));
        let line = of_form.or_else(|| lines.iter().find(|(form, _)| form.is_none()));
        let may = match line {
            Some((_, who)) => who.iter().any(|one| self.convenes(*one, call, from)),
            None => true,
        };
        ((may || self.is(Fault::AnyoneConvenes)) && !second).then_some(words)
    }

    fn convenes(&self, convener: Convener, call: &Call, from: Day) -> bool {
        match convener {
            Convener::Chair => {
                let chair = self.chair(call.organ, from);
                call.parties.len() == 1 && chair.is_some() && call.parties.first() == chair.as_ref()
            }
            Convener::Members(least) => {
                let page = self.page(from);
                let is_member = |party: &&PartyId| {
                    let own = self.law.own.and_then(|own| page.members.get(&(own, **party)));
                    own.is_some_and(|(status, _)| *status == MemberStatus::Member)
                };
                let members: BTreeSet<&PartyId> = call.parties.iter().filter(is_member).collect();
                members.len() >= usize::try_from(least).unwrap_or(usize::MAX)
            }
            Convener::Organ(organ) => call.body == Some(organ),
            Convener::Office(office) => call.office == Some(office),
        }
    }

    pub(super) fn has_paper(&self, words: &str, on: Day) -> bool {
        self.papers.iter().any(|(from, known)| *from <= on && known == words)
    }

    /// Returns the position of a session or call that a label names.
    fn session_named(&self, label: LabelId) -> Option<u32> {
        let at = self.history.position_of(label)?;
        let is_one = match &self.history.act(at)?.deed {
            Deed::Session { .. } => true,
            Deed::Paper(paper) => matches!(**paper, Paper::Call(_)),
            _ => false,
        };
        is_one.then_some(at)
    }

    /// Returns the papers that count on a day, in words.
    pub(super) fn papers_on(&self, on: Day) -> Vec<String> {
        let filed = self.papers.iter().filter(|(from, _)| *from <= on);
        let mut words: Vec<String> = filed.map(|(_, words)| words.clone()).collect();
        words.sort();
        words
    }
}

impl Walk<'_> {
    /// Returns the duties of a year that an act discharges.
    pub(super) fn discharged(&self, told: &Told<'_>) -> Vec<Step> {
        let said = told.act.details.as_ref().and_then(|details| details.discharges);
        let when = match &told.act.deed {
            Deed::Correct { when, .. } if !self.is(Fault::CorrectionIgnored) => *when,
            _ => told.act.when,
        };
        let own = (when.earliest(), when.latest());
        let one_year = own.0.parts().0 == own.1.parts().0;
        let (wanted, year) = match said {
            Some((article, year)) => (Some(article), year.map_or(told.day.parts().0, whole_year)),
            None => (None, own.0.parts().0),
        };
        let mut steps = Vec::new();
        for (article, clause) in self.rules(self.today) {
            let Rule::EachYear(duty) = &clause.rule else { continue };
            let by_this = match duty.discharged_by {
                Discharge::Exercise => {
                    matches!(told.deed, Deed::Exercise { .. }) && (wanted.is_some() || one_year)
                }
                Discharge::DecisionOf(organ) => {
                    let decided = matches!(told.deed, Deed::Decide(made)
                        if made.organ == organ && made.outcome == Outcome::Adopted);
                    let counts = decided || self.is(Fault::AnyActDischarges);
                    counts && wanted.is_some()
                }
            };
            if by_this && wanted.is_none_or(|wanted| wanted == article) {
                steps.push(Step::File { words: format!("discharge {article:?} {year}") });
            }
        }
        steps
    }
}

fn whole_year(year: u32) -> i32 {
    i32::try_from(year).unwrap_or(i32::MAX)
}

/// Returns a call in words.
pub(crate) fn call_words(organ: BodyId, on: Day, form: SessionForm) -> String {
    let form = if form == SessionForm::Untold { SessionForm::Regular } else { form };
    format!("call {organ:?} {on} {form:?}")
}
