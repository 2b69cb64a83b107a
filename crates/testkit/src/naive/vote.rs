//! Votes that states give by acts of their own, and how a decision counts them; from
//! `docs/formats/journal.md`, "Votes".

use super::fault::Fault;
use super::matter::{Doing, Matter};
use super::procedure::Stands;
use super::receipt;
use super::step::Step;
use super::walk::{Told, Walk};
use servanda_model::{
    Actor, BodyId, CredentialsStage, Day, Decision, Deed, Details, LabelId, MatterId, Paper,
    PartyId, Procedure, Rule, Running, Signed, Silence, Status, StepKind, Vote, Voters,
};
use std::collections::{BTreeMap, BTreeSet};

/// A vote that counts: on what, by whom, how, by which act.
pub(super) type Cast = (String, PartyId, Vote, u32);

/// What is before an organ: on what, which organ, as what, by the law of which day.
struct Before {
    what: String,
    place: Option<usize>,
    organ: BodyId,
    kind: Option<MatterId>,
    law_of: Day,
    about: Option<PartyId>,
}

impl Walk<'_> {
    /// Returns what an act does about votes.
    pub(super) fn of_votes(&self, told: &Told<'_>, from: Day) -> Vec<Step> {
        let history = self.history;
        match told.deed {
            Deed::Vote { vote, parties } => {
                let parties = history.parties(*parties).iter().copied().collect();
                self.votes(told, *vote, parties, from)
            }
            Deed::Object { parties, .. } if self.objects_by_vote(told) => {
                let parties = history.parties(*parties).iter().copied().collect();
                self.votes(told, Vote::Object, parties, from)
            }
            Deed::Revoke { label, parties } => self.votes_back(*label, history.parties(*parties)),
            Deed::Decide(made) => self.counted(told, made).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Tells whether an objection in a matter is a vote in an organ.
    pub(super) fn objects_by_vote(&self, told: &Told<'_>) -> bool {
        let on = told.act.details.as_deref().and_then(|details| details.on);
        let Some((label, kind)) = on.filter(|_| matches!(told.deed, Deed::Object { .. })) else {
            return false;
        };
        let position = self.history.position_of(label);
        let Some(matter) = position.and_then(|position| self.matters.get(&position)) else {
            return false;
        };
        let Some(procedure) = self.procedure(matter.procedure, matter.opened) else { return false };
        let asks = procedure.steps.iter().any(|step| step.kind == StepKind::Consent);
        (kind.is_some() || !asks)
            && self.voting_step(matter, procedure, kind).is_some()
            && !self.is(Fault::ObjectionIsNoVote)
    }

    fn votes(
        &self,
        told: &Told<'_>,
        vote: Vote,
        parties: BTreeSet<PartyId>,
        from: Day,
    ) -> Vec<Step> {
        let Some(details) = told.act.details.as_deref() else { return Vec::new() };
        let before = match (details.on, details.during) {
            (Some((label, kind)), _) => self.in_matter(told, label, kind),
            (None, Some(label)) => self.in_session(told, details, label),
            (None, None) => None,
        };
        let mut steps = Vec::new();
        for party in parties {
            let Some(before) = &before else { break };
            if self.may_vote(told, details, (before, party), from) {
                let cast = (before.what.clone(), party, vote, self.root(told.position));
                steps.push(Step::Cast(cast));
            }
        }
        let Some(matter) = details.on.and_then(|(label, _)| self.history.position_of(label)) else {
            return steps;
        };
        let place = before.filter(|_| !steps.is_empty()).and_then(|before| before.place);
        let (position, day, agrees) = (told.position, told.day, Vec::new());
        let act = Doing {
            place,
            position,
            day,
            goes_on: true,
            agrees,
            takes: false,
            objects: Vec::new(),
        };
        steps.push(Step::Take { matter, act });
        steps
    }

    /// Returns the place of the step of a kind on which an organ votes, and the organ.
    fn voting_step(
        &self,
        matter: &Matter,
        procedure: &Procedure,
        kind: Option<StepKind>,
    ) -> Option<(usize, BodyId)> {
        let kind = kind.unwrap_or(StepKind::Decide);
        if !matches!(kind, StepKind::Decide | StepKind::Determine | StepKind::Recommend) {
            return None;
        }
        let place = self.place_of(matter, procedure, kind)?;
        match procedure.steps.get(place)?.by {
            Actor::Organ(organ) => Some((place, organ)),
            _ => None,
        }
    }

    fn in_matter(&self, told: &Told<'_>, label: LabelId, kind: Option<StepKind>) -> Option<Before> {
        let position = self.history.position_of(label)?;
        let matter = self.matters.get(&position)?;
        let procedure = self.procedure(matter.procedure, matter.opened)?;
        let (place, organ) = self.voting_step(matter, procedure, kind)?;
        let late = self.is(Fault::LateVoteCounts);
        let is_over = self.is_over(matter, procedure, place, told.day) || matter.has_taken(place);
        if is_over && !late {
            return None;
        }
        let frozen = !procedure.applies_to_pending;
        let before = Before {
            what: format!("matter {position} {place}"),
            place: Some(place),
            organ,
            kind: procedure.steps.get(place)?.matter,
            law_of: if frozen { matter.opened } else { told.day },
            about: matter.about,
        };
        let silent = self.silence_is_over(told, (matter, procedure, place), &before);
        (!silent || self.is(Fault::VoteAfterSilenceCounts)).then_some(before)
    }

    /// Tells whether a vote came after the end of the silence, which runs from the second in which
    /// the text was received that went round.
    fn silence_is_over(
        &self,
        told: &Told<'_>,
        (matter, procedure, place): (&Matter, &Procedure, usize),
        before: &Before,
    ) -> bool {
        let is_round = |at: &usize| {
            procedure.steps.get(*at).is_some_and(|step| step.kind == StepKind::Circulate)
        };
        let went = (0..place).rev().find(is_round).and_then(|round| {
            matter.acts.iter().rfind(|act| act.takes && act.place == Some(round))
        });
        let from = went.and_then(|act| receipt::second(self.history, act.position));
        let at = receipt::second(self.history, told.position);
        let (Some(from), Some(at), Some(kind)) = (from, at, before.kind) else { return false };
        let late = |runs: Silence| {
            let end = match runs.runs {
                Running::Hours(hours) => from.plus_hours(hours).number(),
                Running::Period(period) => from.plus(period).number(),
                Running::AsCirculated => return false,
            };
            let exactly = !runs.through && !self.is(Fault::SilenceThroughItsEnd);
            at.number() > end || (exactly && at.number() == end)
        };
        let ours = |matter: &&servanda_model::Matter| {
            matter.kind == kind && matter.organs.contains(&before.organ)
        };
        let clauses = || self.rules(before.law_of).map(|(_, clause)| &clause.rule);
        let matters = clauses().filter_map(|rule| match rule {
            Rule::Matter(matter) => Some(&**matter),
            _ => None,
        });
        let named = |name: servanda_model::RuleId| {
            clauses().find_map(|rule| match rule {
                Rule::Decides(rule) if rule.name == name => rule.silence,
                _ => None,
            })
        };
        let mut ends = matters.filter(ours).map(|matter| named(matter.rule)).peekable();
        ends.peek().is_some() && ends.all(|silence| silence.is_some_and(late))
    }

    /// Tells whether a matter had ended for who votes on a step of it.
    fn is_over(&self, matter: &Matter, procedure: &Procedure, place: usize, on: Day) -> bool {
        let course = self.course(matter, &procedure.steps, on);
        let steps = course.iter().zip(&procedure.steps).enumerate();
        let ends = |(at, (stood, step)): (usize, (&Stands, &servanda_model::ProcedureStep))| {
            let Stands::Taken(position, _) = stood else { return *stood == Stands::Lapsed };
            let goes_on = matter.goes_on_from(*position, at);
            !goes_on || (step.kind == StepKind::End && place <= at)
        };
        steps.into_iter().any(ends)
    }

    fn in_session(&self, told: &Told<'_>, details: &Details, label: LabelId) -> Option<Before> {
        let position = self.history.position_of(label)?;
        let organ = self.history.organ_that_met(&self.history.act(position)?.deed)?;
        let what = session_words(position, details);
        let late = self.is(Fault::LateVoteCounts);
        let open = !self.closed.contains(&what) || late;
        let (place, kind, law_of, about) = (None, None, told.day, None);
        open.then_some(Before { what, place, organ, kind, law_of, about })
    }

    fn may_vote(
        &self,
        told: &Told<'_>,
        details: &Details,
        (before, party): (&Before, PartyId),
        from: Day,
    ) -> bool {
        let (organ, on) = (before.organ, before.law_of);
        if self.signed_for_others(told) {
            return false;
        }
        if let Some(seats) = self.seats(organ, on)
            && !self.is(Fault::StrangersVote)
        {
            let beside = self.voters_beside(organ, before.kind, on);
            let without = self.has_no_class_vote(organ, party, on)
                || self.is_taken(organ, party, on).is_some();
            let sits = seats.contains(&party);
            if !(sits || beside.contains(&party)) || (sits && without) {
                return false;
            }
        }
        if before.about == Some(party) && self.leaves_target_out(before) {
            return false;
        }
        let mut same = self.cast.iter().filter(|(what, ..)| *what == before.what);
        if same.any(|(_, whose, ..)| *whose == party) && !self.is(Fault::SecondVoteCounts) {
            return false;
        }
        let received = self.history.is_received(told.position);
        let mut signed = details.signed.iter();
        let speaks = |one: &Signed| {
            one.of.is_some_and(|of| of != party) || self.speaks_in(organ, one, party, from)
        };
        !received || self.is(Fault::AnyoneRepresents) || signed.all(speaks)
    }

    /// Tells whether every reading of the rule leaves out the state the matter is about.
    fn leaves_target_out(&self, before: &Before) -> bool {
        let Some(kind) = before.kind else { return false };
        let clauses = || self.rules(before.law_of).map(|(_, clause)| &clause.rule);
        let ours = clauses().filter_map(|rule| match rule {
            Rule::Matter(matter) => {
                let is_it = matter.kind == kind && matter.organs.contains(&before.organ);
                is_it.then_some(matter.rule)
            }
            _ => None,
        });
        let leaves = |name: servanda_model::RuleId| {
            clauses().any(|rule| {
                matches!(rule, Rule::Decides(rule)
                    if rule.name == name && rule.electorate.less_target)
            })
        };
        let mut leaves = ours.map(leaves).peekable();
        leaves.peek().is_some() && leaves.all(|leaves| leaves) && !self.is(Fault::TargetHasAVote)
    }

    /// Tells whether a person speaks for a state in an organ: by office, or with credentials that
    /// were accepted.
    fn speaks_in(&self, organ: BodyId, one: &Signed, party: PartyId, from: Day) -> bool {
        let row = self.worded(organ, from);
        let rule = row.and_then(|row| row.convening.as_ref());
        let Some(capacities) = rule.and_then(|rule| rule.full_powers.as_ref()) else { return true };
        if one.capacity.as_ref().is_some_and(|word| capacities.contains(word)) {
            return true;
        }
        let accepted = CredentialsStage::Accepted.word();
        let mut acts = (0u32..).zip(&self.history.acts);
        acts.any(|(position, act)| {
            let Deed::Paper(paper) = &act.deed else { return false };
            let Paper::Credentials(found) = &**paper else { return false };
            let theirs = found.person == one.person && found.party == party && found.to == organ;
            theirs && self.has_paper(&format!("credentials {position} {accepted}"), from)
        })
    }

    /// Returns those who vote as parties to an instrument.
    fn voters_beside(&self, organ: BodyId, kind: Option<MatterId>, on: Day) -> BTreeSet<PartyId> {
        let mut found = BTreeSet::new();
        for (_, clause) in self.rules(on) {
            let Rule::Matter(matter) = &clause.rule else { continue };
            let is_it = kind.is_none_or(|kind| kind == matter.kind);
            if !is_it || !matter.organs.contains(&organ) {
                continue;
            }
            let rule = self.rules(on).find_map(|(_, clause)| match &clause.rule {
                Rule::Decides(rule) if rule.name == matter.rule => Some(rule),
                _ => None,
            });
            let Some(Voters::PartiesTo(of)) = rule.map(|rule| rule.electorate.of) else { continue };
            let standing = self.page(on).standing.iter();
            let parties = standing.filter(|((one, _), (is, _))| *one == of && *is == Status::Party);
            found.extend(parties.map(|((_, party), _)| *party));
        }
        found
    }

    fn votes_back(&self, label: LabelId, by: &[PartyId]) -> Vec<Step> {
        let Some(position) = self.history.position_of(label) else { return Vec::new() };
        let root = self.root(position);
        let open = |(what, whose, _, position): &&Cast| {
            *position == root && by.contains(whose) && !self.is_closed(what)
        };
        let back = |(_, party, ..): &Cast| Step::CastBack { position: root, party: *party };
        let stays = self.is(Fault::VoteStays);
        self.cast.iter().filter(open).filter(|_| !stays).map(back).collect()
    }

    fn is_closed(&self, what: &str) -> bool {
        let matters = self.matters.iter().any(|(position, matter)| {
            matter.places().any(|place| {
                matter.has_taken(place) && format!("matter {position} {place}") == what
            })
        });
        matters || self.closed.iter().any(|closed| closed == what)
    }

    /// Returns how a decision counts each that may vote, where votes were received.
    fn counted(&self, told: &Told<'_>, made: &Decision) -> Option<Step> {
        let details = told.act.details.as_deref()?;
        let mut law_of = told.from;
        let what = if let Some((label, kind)) = details.on {
            let position = self.history.position_of(label)?;
            let matter = self.matters.get(&position)?;
            let procedure = self.procedure(matter.procedure, matter.opened)?;
            if !procedure.applies_to_pending {
                law_of = matter.opened;
            }
            let decides = kind.unwrap_or(StepKind::Decide);
            let said = self.place_said(matter, procedure, (decides, told.deed));
            let place = said.or_else(|| self.place_of(matter, procedure, decides))?;
            let Actor::Organ(organ) = procedure.steps.get(place)?.by else { return None };
            (organ == made.organ).then(|| format!("matter {position} {place}"))?
        } else {
            session_words(self.history.position_of(details.during?)?, details)
        };
        let mut votes: BTreeMap<PartyId, Vote> = BTreeMap::new();
        let cast = self.cast.iter().filter(|(on, ..)| *on == what);
        votes.extend(cast.map(|(_, party, vote, _)| (*party, *vote)));
        if votes.is_empty() {
            let session = details.on.is_none();
            return session.then_some(Step::Counted { position: None, what, votes });
        }
        for (party, vote) in told_votes(made) {
            if self.is(Fault::ToldVoteCounts) {
                votes.insert(party, vote);
            }
            votes.entry(party).or_insert(vote);
        }
        for party in self.seats(made.organ, law_of).unwrap_or_default() {
            let leaves = self.has_no_class_vote(made.organ, party, law_of)
                || self.is_taken(made.organ, party, law_of) == Some(false);
            if !leaves && !self.is(Fault::SilentNotCounted) {
                votes.entry(party).or_insert(Vote::Absent);
            }
        }
        Some(Step::Counted { position: Some(told.position), what, votes })
    }
}

fn session_words(position: u32, details: &Details) -> String {
    format!("session {position} {:?}", details.items.first().map(|item| &item.title))
}

/// Returns the votes that a decision tells, but for states of which it tells two.
fn told_votes(made: &Decision) -> Vec<(PartyId, Vote)> {
    let lists = [
        (&made.in_favour, Vote::Yes),
        (&made.against, Vote::No),
        (&made.abstaining, Vote::Abstain),
        (&made.absent, Vote::Absent),
    ];
    let all: Vec<(PartyId, Vote)> = lists
        .into_iter()
        .flat_map(|(list, vote)| list.iter().map(move |one| (*one, vote)))
        .collect();
    let alike = |(party, vote): &&(PartyId, Vote)| {
        all.iter().all(|(other, said)| other != party || said == vote)
    };
    all.iter().filter(alike).copied().collect()
}
