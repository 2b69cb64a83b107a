//! What was done: every kind of act the journal language knows.

use crate::aid::Aid;
use crate::history::List;
use crate::law::LawPatch;
use crate::names::{BodyId, InstrumentId, LabelId, OfficeId, PartyId, PlaceId};
use crate::paper::Paper;
use crate::particular::{Appointment, ConsentForm, Decision, Figure, Joining, SessionForm, Speech};
use crate::status::{Cause, MemberStatus};
use crate::vote::Vote;
use crate::vote_right::VoteRight;
use crate::when::When;

/// What was done. Lists lie in the history's pools.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Parties signed instruments.
    Sign {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// Parties consented to be bound.
    Deposit {
        /** How. */
        form: ConsentForm,
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// An act of domestic law.
    Ratify {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// Parties refused.
    Refuse {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// A source says that instruments entered into force, for these or for all who consented.
    EnterIntoForce {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// Provisional application was declared.
    Provisional {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// A notice of withdrawal was received.
    GiveNotice {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// An earlier notice or reservation was taken back.
    Revoke {
        /** Of which act. */
        label: LabelId,
        /** By whom. */
        parties: List,
    },
    /// A source says that participation ended.
    End {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
        /** Why. */
        cause: Cause,
    },
    /// Participation was suspended.
    Suspend {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
        /** Why. */
        cause: Cause,
    },
    /// Participation was resumed.
    Resume {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// An instrument was registered.
    Register {
        /** Instruments. */
        instruments: List,
        /** With whom. */
        with: Box<str>,
    },
    /// A reservation was made.
    Reserve {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
        /** What; boxed twice, so that the rarest act does not make every act larger. */
        text: Box<Box<str>>,
    },
    /// An objection to an act was made.
    Object {
        /** To which act. */
        label: LabelId,
        /** By whom. */
        parties: List,
        /** What. */
        text: Box<str>,
    },
    /// Parties became members of a body.
    Join {
        /** The body. */
        body: BodyId,
        /** Parties. */
        parties: List,
        /** As what. */
        status: MemberStatus,
        /** Decided by. */
        by: Option<BodyId>,
        /** In which way. */
        how: Joining,
    },
    /// Parties left a body.
    Leave {
        /** The body. */
        body: BodyId,
        /** Parties. */
        parties: List,
        /** Why. */
        cause: Cause,
        /** Decided by. */
        by: Option<BodyId>,
    },
    /// Membership of a body was suspended.
    SuspendMember {
        /** The body. */
        body: BodyId,
        /** Parties. */
        parties: List,
        /** Why. */
        cause: Cause,
        /** Decided by. */
        by: Option<BodyId>,
    },
    /// The vote of members in a body was taken, permitted or given back.
    VoteRight {
        /** The body. */
        body: BodyId,
        /** Parties. */
        parties: List,
        /** Which of these. */
        right: VoteRight,
        /** Decided by. */
        by: Option<BodyId>,
    },
    /// States gave their votes on a text that is put to an organ.
    Vote {
        /** How. */
        vote: Vote,
        /** Parties. */
        parties: List,
    },
    /// An organ met.
    Session {
        /** The organ. */
        organ: BodyId,
        /** Where. */
        place: Option<PlaceId>,
        /** How. */
        form: SessionForm,
    },
    /// A paper of an organ's sessions was filed.
    Paper(Box<Paper>),
    /// An organ decided.
    Decide(Box<Decision>),
    /// A party took the chair.
    Chair {
        /** The organ. */
        organ: BodyId,
        /** The party. */
        party: PartyId,
        /** For whom it stands in. */
        instead_of: Option<PartyId>,
    },
    /// A person was appointed to an office.
    Appoint(Box<Appointment>),
    /// An office became vacant, the turn spent.
    Vacate {
        /** The office. */
        office: OfficeId,
        /** Recalled by. */
        by: Option<PartyId>,
    },
    /// Somebody asked for something.
    Request {
        /** For what. */
        what: Box<str>,
        /** Parties. */
        parties: List,
        /** The body asked. */
        body: Option<BodyId>,
        /** The state asked. */
        party: Option<PartyId>,
    },
    /// Help was offered, given or taken back, or it was told how it stands.
    Aid(Box<Aid>),
    /// Somebody said something.
    State(Box<Speech>),
    /// Something happened.
    Happen {
        /** What. */
        what: Box<str>,
    },
    /// An exercise was held.
    Exercise {
        /** Its name. */
        name: Box<str>,
        /** Where. */
        parties: List,
    },
    /// A source gives a number.
    Figure(Box<Figure>),
    /// A state took a position on an entity.
    Position {
        /** Who. */
        party: PartyId,
        /** On whom. */
        on: PartyId,
        /** Which. */
        position: Box<str>,
    },
    /// A body made an agreement with another.
    Agree {
        /** What. */
        title: Box<str>,
        /** Bodies. */
        body: BodyId,
    },
    /// An earlier act was corrected.
    Correct {
        /** Which. */
        label: LabelId,
        /** What it should have been. */
        deed: Box<Deed>,
        /** When. */
        when: When,
    },
    /// The law was changed, or its transcription corrected.
    Amend {
        /** How. */
        patch: Box<LawPatch>,
        /** Which instrument. */
        instrument: InstrumentId,
        /** Whether only the transcription. */
        transcription: bool,
    },
}
