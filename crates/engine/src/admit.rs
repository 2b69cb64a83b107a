//! The door: what may be applied.

use crate::effect::{Effect, Judgment};
use servanda_model::{ArticleId, Deed, Finding, Grade, Notice, Paper};

/// Permission to apply what was judged.
///
/// Nothing else makes one: its fields are private, and only [`admit`] and [`recite`] give it.
///
/// ```compile_fail
/// let forged = servanda_engine::Admitted { judgment: Default::default() };
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Admitted {
    judgment: Judgment,
}

impl Admitted {
    pub(crate) fn into_parts(self) -> (Vec<Effect>, Vec<Finding>, u64) {
        (self.judgment.effects, self.judgment.findings, self.judgment.against)
    }
}

/// What the door answers where the charter says no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An article denies the act its effect.
    Void(Finding),
    /// The act departs from an article.
    Departs(Finding),
    /// The act refers to what does not exist.
    Orphan(Finding),
    /// The act is a step whose turn it is not.
    Turn(Finding),
    /// The act is a step of a matter that has ended.
    Ended(Finding),
}

impl Refusal {
    /// Every code with its meaning, for the reference in the book.
    pub const CODES: &'static [(&'static str, &'static str)] = &[
        ("R-NO-EFFECT", "an article denies the act its effect"),
        ("R-DEPARTS", "the act departs from an article"),
        ("R-TURN", "the act is a step of a procedure whose turn it is not"),
        ("R-ENDED", "the act is a step of a matter that has ended"),
        ("R-ORPHAN", "the act refers to what does not exist"),
    ];

    /// Returns the code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Void(_) => "R-NO-EFFECT",
            Self::Departs(_) => "R-DEPARTS",
            Self::Orphan(_) => "R-ORPHAN",
            Self::Turn(_) => "R-TURN",
            Self::Ended(_) => "R-ENDED",
        }
    }

    /// Returns the finding that decided.
    pub fn finding(&self) -> &Finding {
        match self {
            Self::Void(finding)
            | Self::Departs(finding)
            | Self::Orphan(finding)
            | Self::Turn(finding)
            | Self::Ended(finding) => finding,
        }
    }

    /// Returns the article that decided.
    pub fn article(&self) -> Option<ArticleId> {
        self.finding().article
    }
}

/// Admits a live act, or says which article refuses it.
///
/// A communication of a state is always received: what it lacks stays a finding.
///
/// # Errors
/// The refusal, which is an answer and not a fault.
pub fn admit(judgment: Judgment, deed: &Deed) -> Result<Admitted, Refusal> {
    if is_communication(deed) {
        return Ok(Admitted { judgment });
    }
    for finding in &judgment.findings {
        match finding.grade {
            Grade::Void => return Err(Refusal::Void(finding.clone())),
            Grade::Irregular if is_after_the_end(finding) => {
                return Err(Refusal::Ended(finding.clone()));
            }
            Grade::Irregular => return Err(Refusal::Departs(finding.clone())),
            Grade::Orphan => return Err(Refusal::Orphan(finding.clone())),
            Grade::Unrecorded if is_out_of_turn(finding) => {
                return Err(Refusal::Turn(finding.clone()));
            }
            Grade::Unrecorded | Grade::Disputed => {}
        }
    }
    Ok(Admitted { judgment })
}

/// Tells whether a finding is of a step, or a decision, that had to come before.
fn is_out_of_turn(finding: &Finding) -> bool {
    matches!(
        finding.notice,
        Notice::StepNotFound { holds_up: true, .. }
            | Notice::StepRuns { .. }
            | Notice::DecisionNotFound { .. }
    )
}

/// Tells whether a finding is that the matter had ended before the act.
fn is_after_the_end(finding: &Finding) -> bool {
    matches!(finding.notice, Notice::MatterEnded { .. })
}

/// Admits an act of history. Never refuses.
pub fn recite(judgment: Judgment) -> Admitted {
    Admitted { judgment }
}

/// Tells whether an act is a communication of a state, which a depositary always receives
/// (VCLT 77, 78).
pub fn is_communication(deed: &Deed) -> bool {
    match deed {
        // An organ's report is none of a state's communications.
        Deed::Aid(aid) => !aid.parties.is_empty(),
        Deed::Paper(paper) => matches!(**paper, Paper::Credentials(_)),
        Deed::Sign { .. }
        | Deed::Deposit { .. }
        | Deed::Ratify { .. }
        | Deed::Refuse { .. }
        | Deed::Provisional { .. }
        | Deed::GiveNotice { .. }
        | Deed::Revoke { .. }
        | Deed::Reserve { .. }
        | Deed::Object { .. }
        | Deed::Request { .. }
        | Deed::State(_)
        | Deed::Position { .. } => true,
        Deed::EnterIntoForce { .. }
        | Deed::End { .. }
        | Deed::Suspend { .. }
        | Deed::Resume { .. }
        | Deed::Register { .. }
        | Deed::Join { .. }
        | Deed::Leave { .. }
        | Deed::SuspendMember { .. }
        | Deed::VoteRight { .. }
        // A vote is an act in an organ, which the organ's article lets in or not.
        | Deed::Vote { .. }
        | Deed::Session { .. }
        | Deed::Decide(_)
        | Deed::Chair { .. }
        | Deed::Appoint(_)
        | Deed::Vacate { .. }
        | Deed::Happen { .. }
        | Deed::Exercise { .. }
        | Deed::Figure(_)
        | Deed::Agree { .. }
        | Deed::Correct { .. }
        | Deed::Amend { .. } => false,
    }
}
