//! The nouns of a collective-security organisation, as values with their invariants.
//!
//! No text is read here and nothing follows from anything: see `charter`, `journal` and `engine`.
#![warn(missing_docs)]

mod act;
mod aid;
mod claim;
mod clause;
mod collation;
mod condition;
mod day;
mod decision_rule;
mod deed;
mod finding;
mod history;
mod hole;
mod instant;
mod law;
mod mandate;
mod names;
mod paper;
mod particular;
mod party;
mod period;
mod procedure;
mod source;
mod status;
mod table;
mod title;
mod vote;
mod vote_right;
mod when;
mod yearly;

pub use act::{Act, Count, Details, Expectation, Preference, Reading, Rival, Signed};
pub use aid::{Aid, AidKind};
pub use claim::{Claim, Comparison, Fact};
pub use clause::{
    Absence, Accession, Bound, Clause, Decider, Delay, Establishes, Later, OnExpiry, Order,
    Reservations, Rotation, Rule, SignatureEffect, SignatureRule, TermEnd, TermRule, TermStart,
    Turn, Withdrawal,
};
pub use collation::collation_key;
pub use condition::{Base, Condition, Share, Total, Weights, Who};
pub use day::{Day, days_in_month};
pub use decision_rule::{
    AllAbsent, Binding, CountsAs, DecisionRule, Electorate, Matter, Running, Silence, Voters, Whom,
};
pub use deed::Deed;
pub use finding::{Finding, Grade, Mention, Notice, Remark, Wording};
pub use history::{Check, CheckKind, FileId, History, List, Mark, Origin, RecordedRule, SourceRef};
pub use hole::{Gravity, Hole, HoleCode};
pub use instant::{Instant, LegalDay, offset_of};
pub use law::{
    Article, Body, BodyKind, Class, Composed, Instrument, InstrumentKind, Law, LawPatch, Office,
    Place, Version, VersionStart,
};
pub use mandate::{Change, DecisionAsked, Mandate};
pub use names::{
    AreaId, ArticleId, BodyId, ClassId, Id, InstrumentId, LabelId, MatterId, Names, OfficeId,
    PartyId, PlaceId, ProcedureId, RuleId, SetId, SourceId, WeightsId,
};
pub use paper::{
    AgendaStage, Call, Convener, Convening, Credentials, CredentialsStage, Item, Paper,
};
pub use particular::{
    Appointment, ConsentForm, Decision, Figure, Joining, Outcome, SessionForm, Speech,
};
pub use party::{Party, PartyKind, PartySet};
pub use period::Period;
pub use procedure::{Actor, Opening, Procedure, ProcedureStep, StepExpiry, StepKind};
pub use source::{Evidence, Note, Reference, Source};
pub use status::{Cause, Event, MemberStatus, Status};
pub use table::{Asks, Cell, Column, Row, SourceTable};
pub use title::{Title, TitleForm, Titles};
pub use vote::Vote;
pub use vote_right::{LossOfVote, VoteRight};
pub use when::When;
pub use yearly::{Discharge, Yearly};
