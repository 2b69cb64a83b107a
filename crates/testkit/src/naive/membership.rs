//! How a party can come to stand to a body.

use servanda_model::MemberStatus;

/// Tells whether a party can come to stand so to a body: only who is in can leave, only a member
/// can be suspended.
pub(super) fn can_become(before: Option<MemberStatus>, status: MemberStatus) -> bool {
    match status {
        MemberStatus::Former => !matches!(before, None | Some(MemberStatus::Former)),
        MemberStatus::Suspended => before == Some(MemberStatus::Member),
        MemberStatus::Member | MemberStatus::Observer | MemberStatus::Partner => true,
    }
}
