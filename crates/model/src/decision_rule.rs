//! Rules of decision: who may vote, what is counted as what, when a text is adopted, whom it binds.

use crate::condition::{Condition, Who};
use crate::day::Day;
use crate::instant::{Instant, LegalDay};
use crate::names::{BodyId, InstrumentId, MatterId, RuleId};
use crate::period::Period;

/// A rule by which an organ decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRule {
    /// Its name.
    pub name: RuleId,
    /// Who may vote.
    pub electorate: Electorate,
    /// When it may be used, and which rule takes its place where it may not, if any does.
    pub usable: Option<(Condition, Option<RuleId>)>,
    /// What must hold for anything to be decided.
    pub quorum: Option<Condition>,
    /// When a text is adopted.
    pub adopted: Condition,
    /// When what would be adopted is vetoed.
    pub vetoed: Option<Condition>,
    /// What an abstention counts as.
    pub abstaining: CountsAs,
    /// What absence or silence counts as.
    pub absent: CountsAs,
    /// What comes of a text that would be adopted though all who may vote are absent, where it says.
    pub all_absent: Option<AllAbsent>,
    /// How long silence runs, where silence decides.
    pub silence: Option<Silence>,
    /// The rule that is tried where this one does not adopt.
    pub failing: Option<RuleId>,
    /// Whom a decision binds.
    pub binds: Binding,
    /// What must come true before the decision takes effect, in words of the article.
    pub precedent: Option<String>,
}

impl DecisionRule {
    /// Tells whether another rule may come after it, in its place or where it does not adopt.
    pub fn leads_on(&self) -> bool {
        let in_its_place = self.usable.as_ref().is_some_and(|(_, otherwise)| otherwise.is_some());
        in_its_place || self.failing.is_some()
    }
}

/// Who may vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Electorate {
    /// Those of whom.
    pub of: Voters,
    /// Whether the state that the decision is about is left out.
    pub less_target: bool,
    /// Whether those interested in the matter are left out.
    pub less_interested: bool,
    /// Whether one that takes no part leaves the electorate.
    pub less_not_taking_part: bool,
}

/// Those from whom an electorate is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voters {
    /// The members of the organ that have a vote.
    Members,
    /// The parties to an instrument.
    PartiesTo(InstrumentId),
}

/// What an abstention or an absence counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountsAs {
    /// A vote for.
    InFavour,
    /// A vote against.
    Against,
    /// An objection.
    Objecting,
    /// Neither a vote nor an objection.
    Nothing,
}

impl CountsAs {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::InFavour, Self::Against, Self::Objecting, Self::Nothing];

    /// Returns the word of the charter language.
    pub fn word(self) -> &'static str {
        match self {
            Self::InFavour => "for",
            Self::Against => "against",
            Self::Objecting => "objecting",
            Self::Nothing => "nothing",
        }
    }
}

/// What comes of a text that would be adopted though all who may vote are absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AllAbsent {
    /// It is adopted.
    Adopted,
    /// There is no quorum.
    NoQuorum,
}

impl AllAbsent {
    /// All of them, each with the word of the charter language.
    pub const ALL: [(&str, Self); 2] = [("adopted", Self::Adopted), ("no-quorum", Self::NoQuorum)];
}

/// A silence procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// How long it runs.
    pub runs: Running,
    /// Whether what arrives at the very second of expiry is still in time.
    pub through: bool,
}

impl Silence {
    /// Returns when it ends for a text that was circulated at an instant: by days of the seat where
    /// they are told, else at the same time of day in universal time; none where the text itself says
    /// when.
    pub fn end(self, circulated: Instant, days: Option<&LegalDay>) -> Option<Instant> {
        match self.runs {
            Running::Hours(hours) => Some(circulated.plus_hours(hours)),
            Running::Period(period) => {
                let by_seat = days.and_then(|days| days.end_after(circulated, period));
                by_seat.or_else(|| Some(circulated.plus(period)))
            }
            Running::AsCirculated => None,
        }
    }

    /// Tells whether what arrives at an instant comes after an end.
    pub fn is_late(self, end: Instant, at: Instant) -> bool {
        at > end || (at == end && !self.through)
    }
}

/// How long a silence runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Running {
    /// So many hours from the second of circulation.
    Hours(u32),
    /// So many days, months or years of the seat.
    Period(Period),
    /// As the circulated text says.
    AsCirculated,
}

/// Whom a decision binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Those bound.
    pub whom: Whom,
    /// Those among them who are not, by how they voted.
    pub less: Vec<Who>,
    /// What that means for them, in the words of the charter; without it, that they are not bound.
    pub aside: Option<String>,
}

/// Those bound by a decision, before exceptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// All members of the organ, with a vote or without.
    Members,
    /// All states that are members of an organisation, suspended ones among them.
    MembersOf(BodyId),
    /// All members of the organ with a vote, those left out of this one among them.
    MembersWithVote,
    /// Those who could vote on this.
    Electorate,
    /// Those who voted for it.
    InFavour,
    /// Nobody: it recommends.
    Nobody,
}

/// A kind of matter, and the rule under which an organ decides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The kind.
    pub kind: MatterId,
    /// The organs.
    pub organs: Vec<BodyId>,
    /// The rule.
    pub rule: RuleId,
    /// The name of this reading, where readings differ.
    pub reading: Option<String>,
    /// The first day on which practice followed this reading.
    pub followed_from: Option<Day>,
    /// Whether a decision of which no kind is told is of this one.
    pub by_default: bool,
}
