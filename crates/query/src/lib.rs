//! Questions to a history: status, members, chairs, offices, why, disputes, checks, tables.
//!
//! Pure. Every answer is folded from the acts it depends on, as of a day and as known at a position;
//! where another reading or another day of an uncertain act would change it, the answer says so.
#![warn(missing_docs)]

mod access;
mod adoption;
mod arithmetic;
mod article;
mod asking;
mod awaited;
mod chair;
mod check;
mod citations;
mod course;
mod decision;
mod describe;
mod diff;
mod disputes;
mod docket;
mod entry;
mod facts;
mod force;
mod ledger;
mod lint;
mod members;
mod moment;
mod obligations;
mod office;
mod overlap;
mod sessions;
mod status;
mod tables;
mod timeline;
mod vary;
mod votes;
mod what_if;
mod why;
mod yearly;

pub use access::{Access, OrganAccess, Restriction, Seat, access};
pub use arithmetic::{Roster, arithmetic, condition};
pub use article::{ArticleAnswer, VersionAnswer, article};
pub use asking::{Asking, Choice, Slice};
pub use awaited::{Awaited, Call, Given, Weight, awaited, call_text, expiry_text, given};
pub use chair::{Chair, Chairs, Foreseen, ReadingAnswer, chair, chairs};
pub use check::{Checked, Failed, Outcome, Report, check, holds};
pub use citations::{ArticleCitation, Citation, article_citations, citations};
pub use course::{Course, Handover, Stretch, handovers, memberships, participations, successions};
pub use decision::recount::{LeftOut, Recount, recount};
pub use decision::{ByReading, Cast, DecisionAnswer, Motion, NotCounted, SetAside, decision};
pub use describe::{
    act_sentence, claim_text, deed_sentence, place_name, source_text, through_text,
};
pub use diff::{Difference, Differences, LeftOpen, diff};
pub use disputes::{Change, Dispute, Edge, ReadingValue, disputes};
pub use docket::{
    ActAnswer, Contribution, Contributions, Gone, MatterAnswer, StepAnswer, Unopened, beside,
    contribution_lines, docket, matter, parting, unopened,
};
pub use entry::{Action, EntryAnswer, Ground, StepTowards, add_steps, entry, set_weights};
pub use lint::holes;
pub use members::{Member, Members, members};
pub use moment::{Known, Moment};
pub use obligations::{Duty, DutyKind, obligations};
pub use office::{Office, office};
pub use overlap::{AtOnce, Bound, Days, Overlap, Side, overlap};
pub use servanda_engine::{Applied, Ballot, Pending, Question, StepState, Weighing};
pub use sessions::{
    AgendaAnswer, CallAnswer, ItemAnswer, MinutesAnswer, SatAnswer, SessionAnswer, Sessions,
    session_lines, sessions,
};
pub use status::{Participant, RowStatus, StatusAnswer, status};
pub use tables::{CellAnswer, RowAnswer, TableAnswer, table, tables};
pub use timeline::{Event, Told, timeline, timeline_of, told_act};
pub use votes::{LostVote, lost_votes};
pub use what_if::{Baseless, WhatIf, what_if};
pub use why::{Reason, Verdict, Why, why};
pub use yearly::{YearlyAnswer, owed_as, yearly, years_text};
