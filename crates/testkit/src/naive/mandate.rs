//! Which decision an article asks for before an accession or a change of membership, and who is
//! held up where it is not there; from `docs/formats/charter.md`.

use super::fault::Fault;
use super::page::Page;
use super::walk::{Told, Walk};
use servanda_model::{
    Act, Actor, BodyId, Cause, Change, Day, DecisionAsked, Deed, Grade, InstrumentId, LabelId,
    MatterId, MemberStatus, Outcome, PartyId, ProcedureId, Rule, StepKind,
};

/// What was decided about a state: when, by which act, whether it was adopted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Decided {
    organ: BodyId,
    pub(super) whom: PartyId,
    matter: Option<MatterId>,
    procedure: Option<ProcedureId>,
    pub(super) adopted: bool,
    position: u32,
    /// The act that opened the matter, as it was first told.
    pub(super) opened: Option<u32>,
}

impl Decided {
    /// Tells whether it is what an article asks for before a reservation counts.
    pub(super) fn is_asked(&self, asked: &DecisionAsked) -> bool {
        asked.by.is_none_or(|by| by == self.organ)
            && asked.matter.is_none_or(|kind| self.matter == Some(kind))
            && asked.procedure.is_none_or(|name| self.procedure == Some(name))
    }
}

impl Walk<'_> {
    /// Returns what a decision says about states.
    pub(super) fn decided(&self, told: &Told<'_>) -> Vec<Decided> {
        let Deed::Decide(made) = told.deed else { return Vec::new() };
        let adopted = made.outcome == Outcome::Adopted;
        let refused =
            matches!(made.outcome, Outcome::NotAdopted | Outcome::Vetoed | Outcome::NoQuorum);
        let mut all = Vec::new();
        if adopted || refused {
            all.extend(self.about(told.act, told.deed));
        }
        let earlier = made.fulfils.filter(|_| adopted).and_then(|label| self.act_of(label));
        all.extend(earlier.and_then(|act| self.about(act, &act.deed)));
        all.into_iter().map(|it| Decided { adopted, position: told.position, ..it }).collect()
    }

    fn act_of(&self, label: LabelId) -> Option<&Act> {
        self.history.act(self.history.position_of(label)?)
    }

    fn about(&self, act: &Act, deed: &Deed) -> Option<Decided> {
        let Deed::Decide(made) = deed else { return None };
        let details = act.details.as_deref();
        let label = match details.and_then(|details| details.on) {
            Some((label, None | Some(StepKind::Decide))) => Some(label),
            _ => None,
        };
        let opened = label.and_then(|label| self.act_of(label));
        let opening = opened.and_then(|act| act.details.as_deref()?.opens);
        let opener = opened.and_then(|act| self.history.parties_of(&act.deed).first().copied());
        let whose = opening.and_then(|opening| opening.about.or(opener));
        let procedure = opening.map(|opening| opening.procedure);
        let mut kinds: Vec<Option<MatterId>> = Vec::new();
        for (_, clause) in self.law.clauses() {
            let Rule::Procedure(row) = &clause.rule else { continue };
            let decides = row.steps.iter().filter(|step| {
                step.kind == StepKind::Decide && step.by == Actor::Organ(made.organ)
            });
            if Some(row.name) == procedure {
                kinds.extend(decides.map(|step| step.matter));
            }
        }
        kinds.dedup();
        let by_procedure = if let [only] = kinds[..] { only } else { None };
        Some(Decided {
            organ: made.organ,
            whom: made.target.or(whose)?,
            matter: by_procedure.or(made.matter),
            procedure,
            adopted: false,
            position: 0,
            opened: label.and_then(|label| self.history.position_of(label)).map(|at| self.root(at)),
        })
    }

    /// Tells how the last decision stands that is asked for: adopted or not, none where none is.
    fn last(
        &self,
        asked: &DecisionAsked,
        whom: PartyId,
        since: Option<Day>,
        from: Day,
    ) -> Option<bool> {
        let is_it = |(day, it): &&(Day, Decided)| {
            let by = asked.by.is_none_or(|by| by == it.organ) || self.is(Fault::AnyOrganDecides);
            let on = asked.matter.is_none_or(|kind| it.matter == Some(kind));
            let within = asked.procedure.is_none_or(|name| it.procedure == Some(name));
            let new = since.is_none_or(|since| *day > since);
            by && it.whom == whom
                && on
                && within
                && *day <= from
                && (new || self.is(Fault::OldDecisionCounts))
        };
        let made = self.decided.iter().filter(is_it);
        made.max_by_key(|(day, it)| (*day, it.position)).map(|(_, it)| it.adopted)
    }

    /// Returns the first of the days before one on which something is so without a break.
    fn first_day(&self, from: Day, is_so: impl Fn(&Page) -> bool) -> Option<Day> {
        let before = self.pages.range(..=from).rev();
        before.take_while(|(_, page)| is_so(page)).last().map(|(day, _)| *day)
    }

    /// Tells whether an accession is held up for want of the consent that is asked for.
    pub(super) fn is_not_let_in(
        &self,
        (asked, breach): (&DecisionAsked, Grade),
        (of, party): (InstrumentId, PartyId),
        position: u32,
        from: Day,
    ) -> bool {
        let stood = self.page(from).standing.get(&(of, party)).copied();
        let since = self.first_day(from, |page| page.standing.get(&(of, party)).copied() == stood);
        let since = stood.and(since);
        let last = self.last(asked, party, since, from);
        let missing = last.is_none()
            && self.history.is_received(position)
            && !self.is(Fault::ReceivedWithoutConsentCounts);
        let refused = last == Some(false) && !self.is(Fault::RefusedAccessionCounts);
        breach == Grade::Void && (missing || refused)
    }

    /// Tells whether a change of membership is denied: by another organ than the one that decides,
    /// or turned down by it.
    pub(super) fn is_denied(
        &self,
        (change, body): (Change, BodyId),
        by: Option<BodyId>,
        party: PartyId,
        from: Day,
    ) -> bool {
        let mut found: Option<(u8, &servanda_model::Mandate, Grade)> = None;
        for (_, clause) in self.rules(self.today) {
            let Rule::Mandate(mandate) = &clause.rule else { continue };
            let fit = match (mandate.change, change) {
                (Change::Admission(None), Change::Admission(_))
                | (Change::Suspension(None), Change::Suspension(_)) => 1,
                (one, other) if one == other => 2,
                _ => 0,
            };
            let better = found.is_none_or(|(known, ..)| fit > known);
            if fit > 0 && mandate.body == body && better {
                found = Some((fit, mandate, clause.breach));
            }
        }
        let Some((_, mandate, Grade::Void)) = found else { return false };
        if self.is(Fault::AnyOrganDecides) {
            return false;
        }
        if by.is_some() && by != mandate.asked.by {
            return true;
        }
        let whose = (body, party);
        let is_in = |row: Option<&(MemberStatus, Option<servanda_model::Cause>)>| {
            row.is_some_and(|(is, _)| matches!(is, MemberStatus::Member | MemberStatus::Suspended))
        };
        let stood = self.page(from).members.get(&whose).copied();
        let whole = change == Change::Expulsion && is_in(stood.as_ref());
        let since = self.first_day(from, |page| {
            let row = page.members.get(&whose);
            if whole { is_in(row) } else { row.copied() == stood }
        });
        let since = stood.and(since);
        self.last(&mandate.asked, party, since, from) == Some(false)
            && !self.is(Fault::RefusedMembershipCounts)
    }

    /// Tells whether a party stays as it is: nobody decided otherwise, or it only said that it left.
    pub(super) fn stays(
        &self,
        told: &Told<'_>,
        (leaves, cause): (bool, Cause),
        (body, party): (BodyId, PartyId),
        by: Option<BodyId>,
        from: Day,
    ) -> bool {
        let change = match (leaves, cause) {
            (true, Cause::Expelled) => Change::Expulsion,
            (true, _) => return self.has_not_left(body, party, told.position, from),
            (false, _) => Change::Suspension(Some(cause)),
        };
        self.is_denied((change, body), by, party, from)
    }

    /// Tells whether one said at a door that it leaves, though it is a member by an instrument that
    /// says how a party does.
    fn has_not_left(&self, body: BodyId, party: PartyId, position: u32, from: Day) -> bool {
        let received = self.history.is_received(position) && Some(body) == self.law.own;
        let by = self.rules(from).filter_map(|(_, clause)| match &clause.rule {
            Rule::Membership(of, by) if *of == body => Some(*by),
            _ => None,
        });
        let through = by.filter(|by| self.is_bound(*by, party, from)).min();
        let says_how = |by: InstrumentId| {
            let rule =
                self.rule(by, self.today, |rule| matches!(rule, Rule::Withdrawal(_)).then_some(()));
            rule.is_some()
        };
        received && through.is_some_and(says_how) && !self.is(Fault::LeavingAtTheDoorCounts)
    }
}
