//! How a party stands to an instrument or a body, in the words of a sentence.

use servanda_model::{Cause, MemberStatus, Status};

/// Returns the words between the name of a party and that of an instrument.
pub(super) fn to_instrument(status: Status) -> &'static str {
    match status {
        Status::Signatory => "is signatory of",
        Status::Contracting => "has consented to be bound by",
        Status::Provisional => "provisionally applies",
        Status::Party => "is party to",
        Status::Suspended => "is suspended in",
        Status::Former => "is no longer party to",
    }
}

/// Returns the words between the name of a party and that of a body.
pub(super) fn to_body(status: MemberStatus) -> &'static str {
    match status {
        MemberStatus::Member => "is member of",
        MemberStatus::Suspended => "is suspended in",
        MemberStatus::Observer => "is observer of",
        MemberStatus::Partner => "is partner of",
        MemberStatus::Former => "is no longer member of",
    }
}

/// Returns why participation ended or is suspended, in words.
pub(super) fn because(cause: Option<Cause>) -> String {
    let words = cause.map(|cause| match cause {
        Cause::ExpiredNotExtended => "it expired and was not extended",
        Cause::Withdrawn => "it withdrew",
        Cause::Expelled => "it was expelled",
        Cause::SuspendedSanction => "as a sanction",
        Cause::SuspendedOwnRequest => "at its own request",
        Cause::Superseded => "another instrument took its place",
    });
    words.map(|words| format!(" ({words})")).unwrap_or_default()
}
