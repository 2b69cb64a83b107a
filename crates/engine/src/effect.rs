//! What follows from one act or one due timer.

use crate::cast::Voting;
use crate::docketing::Docketing;
use crate::reservation::Reserving;
use crate::ruling::Ruling;
use servanda_model::{
    ArticleId, BodyId, Cause, Condition, CredentialsStage, Day, Event, Finding, InstrumentId,
    MemberStatus, OfficeId, PartyId, PlaceId, SessionForm, TermRule, VoteRight,
};

/// Where a change comes from: an act, the article that gives it this effect, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derivation {
    /// The position of the act.
    pub position: u32,
    /// The article.
    pub article: Option<ArticleId>,
    /// How.
    pub through: Through,
    /// Whether the day is exactly known.
    pub exact: bool,
}

/// How a change follows from an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// The act itself.
    Act,
    /// A condition of entry into force was reached.
    EntryIntoForce,
    /// The condition was reached because its base shrank.
    BaseShrank,
    /// A term ended.
    Expiry,
    /// An extension binds beyond the term.
    Extension,
    /// A notice period ended.
    NoticePeriod,
    /// Participation in an instrument makes a member.
    Membership,
    /// The instrument with which this one lasts or is replaced changed.
    OtherInstrument,
}

/// A change of state.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Something happens to a participation.
    Participation {
        /** Instrument. */
        instrument: InstrumentId,
        /** Party. */
        party: PartyId,
        /** What. */
        event: Event,
        /** Why it ends. */
        cause: Option<Cause>,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// Another instrument keeps a party bound, whenever from a day a term ends.
    Extended {
        /** Instrument. */
        instrument: InstrumentId,
        /** Party. */
        party: PartyId,
        /** The instrument that extends. */
        by: InstrumentId,
        /** From when. */
        from: Day,
    },
    /// A participation goes on although a term ended.
    Extend {
        /** Instrument. */
        instrument: InstrumentId,
        /** Party. */
        party: PartyId,
        /** The instrument that must bind it on that day, where one must. */
        bound_by: Option<InstrumentId>,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// An instrument enters into force.
    InForce {
        /** Instrument. */
        instrument: InstrumentId,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// All who consented are bound by an instrument in force.
    BindAll {
        /** Instrument. */
        instrument: InstrumentId,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// An instrument is no longer in force.
    OutOfForce {
        /** Instrument. */
        instrument: InstrumentId,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// A term begins.
    StartTerm {
        /** Its rule. */
        rule: TermRule,
        /** Its first day. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// The common condition is reached and the delay runs.
    ScheduleEntry {
        /** Instrument. */
        instrument: InstrumentId,
        /** When the condition was reached. */
        reached: Day,
        /** On which day. */
        on: Day,
        /** Why. */
        why: Derivation,
    },
    /// A later party's delay runs.
    ScheduleParty {
        /** Instrument. */
        instrument: InstrumentId,
        /** Party. */
        party: PartyId,
        /** On which day. */
        on: Day,
        /** Why. */
        why: Derivation,
    },
    /// A notice period runs.
    ScheduleWithdrawal {
        /** Instrument. */
        instrument: InstrumentId,
        /** Party. */
        party: PartyId,
        /** On which day. */
        on: Day,
        /** Why. */
        why: Derivation,
    },
    /// A party takes back its notice.
    CancelNotice {
        /** The position of the notice. */
        position: u32,
        /** Instrument. */
        instrument: InstrumentId,
        /** Party. */
        party: PartyId,
    },
    /// These follow on a later day.
    Later {
        /** On which day. */
        on: Day,
        /** What. */
        effects: Vec<Effect>,
        /** Why. */
        why: Derivation,
    },
    /// A party stands so to a body.
    Member {
        /** Body. */
        body: BodyId,
        /** Party. */
        party: PartyId,
        /** How. */
        status: MemberStatus,
        /** Why it ended or is suspended. */
        cause: Option<Cause>,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// A vote is taken, permitted or given back.
    VoteRight {
        /** Body. */
        body: BodyId,
        /** Party. */
        party: PartyId,
        /** Which of these. */
        right: VoteRight,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// An organ met.
    Meet {
        /** Organ. */
        organ: BodyId,
        /** Where. */
        place: Option<PlaceId>,
        /** How. */
        form: SessionForm,
        /** When. */
        on: Day,
        /** Why. */
        why: Derivation,
    },
    /// A paper of an organ's sessions counts.
    File {
        /** What. */
        paper: Filed,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// A party takes a chair.
    TakeChair {
        /** Organ. */
        organ: BodyId,
        /** Party. */
        party: PartyId,
        /** For whom. */
        instead_of: Option<PartyId>,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// A person of a party takes an office.
    TakeOffice {
        /** Office. */
        office: OfficeId,
        /** Party. */
        party: PartyId,
        /** Whether only standing in. */
        acting: bool,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// An office falls vacant.
    Vacate {
        /** Office. */
        office: OfficeId,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
    /// An organ decided about a state.
    Rule {
        /// What.
        ruling: Ruling,
    },
    /// A reservation that an organ has to accept is made or taken back, or holds up a consent; from
    /// when, and why.
    Reservation(Reserving, Day, Derivation),
    /// A vote is cast or taken back, or votes are counted; when.
    Voting(Voting, Day),
    /// A matter is opened, a step of it is taken, or an objection in it is taken back.
    Docket(Docketing),
    /// A version of an article counts.
    Version {
        /** Article. */
        article: ArticleId,
        /** Version. */
        version: u16,
        /** From when. */
        from: Day,
        /** Why. */
        why: Derivation,
    },
}

impl Effect {
    /// Tells whether it is about a matter, which an act opens or moves on its own day.
    pub(crate) fn is_of_docket(&self) -> bool {
        matches!(self, Self::Docket(..) | Self::Voting(..))
    }
}

/// A paper that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filed {
    /// An organ is called together.
    Call {
        /** The organ. */
        organ: BodyId,
        /** For which day. */
        on: Day,
        /** For which form of session. */
        form: SessionForm,
    },
    /// Minutes of the session or call at a position, in a revision.
    Minutes {
        /** The position. */
        of: u32,
        /** The revision. */
        revision: u32,
    },
    /// The credentials at a position were presented.
    Presented {
        /// The position.
        of: u32,
    },
    /// A duty of a year is discharged.
    Discharge {
        /// The article that opens it.
        article: ArticleId,
        /// The year.
        year: u32,
    },
    /// The credentials at a position were looked at.
    Credentials {
        /** The position. */
        of: u32,
        /** What came of it. */
        stage: CredentialsStage,
    },
}

/// Something that was looked at, and how it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Guard {
    /// The article that asks for it.
    pub article: Option<ArticleId>,
    /// Whether it stood as the article asks.
    pub holds: bool,
    /// What was looked at.
    pub said: Said,
}

/// What a guard looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// A condition, with those counted and the base.
    Counted {
        /** The condition. */
        condition: Condition,
        /** Those counted. */
        counted: Vec<PartyId>,
        /** Those missing. */
        missing: Vec<PartyId>,
    },
    /// Whether a party signed.
    Signed(PartyId),
    /// Whether consent is on record.
    Consented(PartyId),
    /// Whether a notice period was kept.
    Notice(Day),
    /// Whether the rotation gives this party.
    Turn(Option<PartyId>),
    /// Whether an organ acted.
    Organ(BodyId),
    /// Whether the article gives this act an effect.
    Provided,
}

/// What follows from one act: effects, findings, and every guard that was looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judgment {
    /// The changes of state.
    pub effects: Vec<Effect>,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// What was looked at.
    pub guards: Vec<Guard>,
    /// The length of the history it was made for.
    pub(crate) against: u64,
}
