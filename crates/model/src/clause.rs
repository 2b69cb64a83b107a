//! Clauses: what an article provides, in the closed vocabulary of the charter language.

use crate::condition::Condition;
use crate::day::Day;
use crate::decision_rule::{DecisionRule, Matter};
use crate::finding::Grade;
use crate::law::Body;
use crate::mandate::{DecisionAsked, Mandate};
use crate::names::{BodyId, ClassId, InstrumentId, OfficeId, PartyId, ProcedureId};
use crate::party::PartySet;
use crate::period::Period;
use crate::procedure::Procedure;
use crate::vote_right::LossOfVote;
use crate::yearly::Yearly;

/// One clause with the grade of a departure from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// What it provides.
    pub rule: Rule,
    /// How an act that departs from it stands.
    pub breach: Grade,
}

/// What a clause provides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Who may sign until when, and whether that binds.
    Signature(SignatureRule),
    /// When the instrument enters into force.
    EntryIntoForce {
        /// The common condition; none where each state enters for itself.
        when: Option<Condition>,
        /// The delay after it.
        delay: Delay,
        /// Those who consent afterwards.
        later: Later,
    },
    /// What brings it into force is not known to this record; sources say when it was.
    EntryAsSourcesSay,
    /// How long it lasts.
    Term(TermRule),
    /// Those who take part stay bound by another instrument whose term ended.
    Extends(InstrumentId, Day),
    /// How a party leaves.
    Withdrawal(Withdrawal),
    /// Provisional application from signature.
    ProvisionalFromSignature,
    /// Provisional application by declaration.
    ProvisionalByDeclaration,
    /// Whether reservations may be made.
    Reservations(Reservations),
    /// By which procedure an error in the text is corrected (VCLT 79).
    Corrections(ProcedureId),
    /// In which capacities a person represents a state without full powers (VCLT 7), where all
    /// others need them.
    FullPowers(Vec<String>),
    /// Who may accede.
    Accession(Accession),
    /// An older instrument ends when this one is in force.
    Ends(InstrumentId),
    /// Ends when the other one ends.
    LastsWith(InstrumentId),
    /// What parties owe.
    Obliges(String),
    /// What parties may claim.
    Entitles(String),
    /// A party to the instrument is a member of the body.
    Membership(BodyId, InstrumentId),
    /// A class of membership and its rights.
    Class {
        /// The class.
        class: ClassId,
        /// What it may do.
        rights: Vec<String>,
    },
    /// Who decides on the membership of a body.
    Mandate(Box<Mandate>),
    /// The vote that a member loses.
    LossOfVote(Box<LossOfVote>),
    /// The article establishes something declared here.
    Establishes(Establishes),
    /// Who follows whom in a chair or an office.
    Rotation(Rotation),
    /// A rule of decision.
    Decides(Box<DecisionRule>),
    /// Under which rule a kind of matter is decided.
    Matter(Box<Matter>),
    /// A duty of each year.
    EachYear(Box<Yearly>),
    /// The steps through which a matter goes.
    Procedure(Box<Procedure>),
}

/// What an article establishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Establishes {
    /// An organ, as this wording has it.
    Organ(BodyId, Box<Body>),
    /// An office.
    Office(OfficeId),
}

/// Who may sign until when, and whether that binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureRule {
    /// Whether it binds.
    pub effect: SignatureEffect,
    /// Those to whom it is open, where the article names them.
    pub open_to: Option<PartySet>,
    /// The last day on which it is open, where the article names one.
    pub through: Option<Day>,
}

/// Whether a signature binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureEffect {
    /// Consent must follow (VCLT 14).
    SubjectToRatification,
    /// It binds by itself (VCLT 12).
    Definitive,
}

/// A delay between a condition and its effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// The same day.
    None,
    /// So long after.
    After(Period),
    /// The first day of the month after so long.
    FirstOfMonthAfter(Period),
}

impl Delay {
    /// Returns the day of the effect.
    pub fn from(self, day: Day) -> Day {
        match self {
            Self::None => day,
            Self::After(period) => period.anniversary(day),
            Self::FirstOfMonthAfter(period) => {
                period.anniversary(day).next().first_of_month_on_or_after()
            }
        }
    }
}

/// When an instrument in force enters into force for a state that consents later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Later {
    /// On its consent, with this delay.
    OnConsent(Delay),
}

/// Whether something may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// It may.
    Allowed,
    /// It may not.
    Prohibited,
}

/// Whether reservations may be made (VCLT 19, 20).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reservations {
    /// They may.
    Allowed,
    /// They may, and the consent of the state that makes one waits for the decision that accepts
    /// it (VCLT 20(3)).
    ByConsent(DecisionAsked),
    /// They may not.
    Prohibited,
}

/// Who may accede.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accession {
    /// Any state.
    Open,
    /// Whoever a decision about it on record lets in (VCLT 15).
    ByConsent(DecisionAsked),
    /// Nobody.
    Closed,
}

/// How a party leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawal {
    /// By notice of so long, revocable until it takes effect or not.
    Notice {
        /// The length of the notice.
        notice: Period,
        /// Whether it may be revoked (VCLT 68).
        revocation: Bound,
        /// How long the instrument must have been in force before notice may be given.
        not_before: Option<Period>,
    },
    /// Not at all.
    Prohibited,
}

/// How long an instrument lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermRule {
    /// The instrument.
    pub of: InstrumentId,
    /// The length of the term.
    pub length: Period,
    /// Its first day.
    pub start: TermStart,
    /// Its last day.
    pub end: TermEnd,
    /// What its end does.
    pub on_expiry: OnExpiry,
}

/// The first day of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermStart {
    /// The day of entry into force.
    InForce,
    /// A day.
    On(Day),
}

/// The last day of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermEnd {
    /// The anniversary itself.
    ThroughAnniversary,
    /// The day before the anniversary.
    UntilAnniversary,
}

/// What the end of a term does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnExpiry {
    /// The instrument ends for all for whom it was not extended.
    Lapse,
    /// Another term of this length follows, and so on.
    Renew(Period),
}

/// Who follows whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotation {
    /// The chair of an organ or an office.
    pub subject: Decider,
    /// The name of this reading.
    pub reading: String,
    /// How the next one is found.
    pub order: Order,
    /// The first day on which practice followed this reading.
    pub followed_from: Option<Day>,
    /// The length of turns from a day on, to foresee the next ones.
    pub turn: Option<Turn>,
    /// Who has the first turn under this reading, where it says.
    pub begins_with: Option<PartyId>,
    /// Who may decide otherwise.
    pub unless_decided_by: Option<BodyId>,
    /// Who stands in for one whose turn it is and who is absent, where it says.
    pub in_absence: Option<Absence>,
    /// How an act stands that gives the turn to another.
    pub breach: Grade,
}

/// Who stands in for one that is absent in its turn; its own turn is not spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// The next in order.
    Next,
    /// Whom an organ chooses.
    DecidedBy(BodyId),
    /// Another member; who chooses it is not said.
    AnotherMember,
}

/// What rotates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decider {
    /// The chair of an organ.
    ChairOf(BodyId),
    /// An office.
    Office(OfficeId),
}

/// How the next one is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// The members of a body by their short names in a language.
    Alphabet {
        /// BCP 47 language tag.
        language: String,
        /// The body.
        of: BodyId,
    },
    /// The host state of the latest regular session of the organ.
    HostOfRegularSession,
}

/// The length of turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The length.
    pub length: Period,
    /// From which day turns have it.
    pub from: Day,
}
