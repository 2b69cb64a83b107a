//! How a party stands to an instrument or a body, as sentences.

use servanda_engine::Standing;
use servanda_model::{
    BodyId, Cause, InstrumentId, MemberStatus, Mention, PartyId, Remark, Status, remark,
};

/// Says how a party stands to an instrument, by what.
pub(super) fn to_instrument(
    stands: Standing,
    (party, instrument): (PartyId, InstrumentId),
    act: Remark,
) -> Remark {
    let words = match stands.status {
        Status::Signatory => "is signatory of",
        Status::Contracting => "has consented to be bound by",
        Status::Provisional => "provisionally applies",
        Status::Party => "is party to",
        Status::Suspended => "is suspended in",
        Status::Former => "is no longer party to",
    };
    let status = Mention::Form(stands.status.word(), words);
    match stands.cause.map(because) {
        Some(cause) => remark!(
            TO_INSTRUMENT_SINCE,
            party = party,
            stands = status,
            instrument = instrument,
            cause = cause,
            act = act
        ),
        None => remark!(
            TO_INSTRUMENT,
            party = party,
            stands = status,
            instrument = instrument,
            act = act
        ),
    }
}

/// Says how a party stands to a body, by what.
pub(super) fn to_body(
    (status, cause): (MemberStatus, Option<Cause>),
    (party, body): (PartyId, BodyId),
    act: Remark,
) -> Remark {
    let words = match status {
        MemberStatus::Member => "is member of",
        MemberStatus::Suspended => "is suspended in",
        MemberStatus::Observer => "is observer of",
        MemberStatus::Partner => "is partner of",
        MemberStatus::Former => "is no longer member of",
    };
    let stands = Mention::Form(status.word(), words);
    match cause.map(because) {
        Some(cause) => remark!(
            TO_BODY_SINCE,
            party = party,
            stands = stands,
            body = body,
            cause = cause,
            act = act
        ),
        None => remark!(TO_BODY, party = party, stands = stands, body = body, act = act),
    }
}

/// Mentions why participation ended or is suspended.
fn because(cause: Cause) -> Mention {
    let words = match cause {
        Cause::ExpiredNotExtended => "it expired and was not extended",
        Cause::Withdrawn => "it withdrew",
        Cause::Expelled => "it was expelled",
        Cause::SuspendedSanction => "as a sanction",
        Cause::SuspendedOwnRequest => "at its own request",
        Cause::Superseded => "another instrument took its place",
    };
    Mention::Form(cause.word(), words)
}
