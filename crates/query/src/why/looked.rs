//! What was looked at when an act was judged, in words.

use servanda_engine::{Guard, Said};
use servanda_model::{Mention, Remark, remark};

/// Says what a guard looked at and what it found.
pub(crate) fn looked_again(guard: &Guard) -> Remark {
    let article = Mention::Under(guard.article);
    let found = match guard.holds {
        true => Mention::Word("yes"),
        false => Mention::Form("no", "not found in this record"),
    };
    match &guard.said {
        Said::Counted { counted, missing, .. } if missing.is_empty() && counted.is_empty() => {
            remark!(NO_CONSENT, article = article)
        }
        Said::Counted { counted, missing, .. } if missing.is_empty() => remark!(
            CONSENTS,
            article = article,
            count = Mention::count(counted.len()),
            counted = Mention::Parties(counted.clone())
        ),
        Said::Counted { counted, missing, .. } => remark!(
            CONSENTS_OF,
            article = article,
            count = Mention::count(counted.len()),
            all = Mention::count(counted.len().saturating_add(missing.len())),
            missing = Mention::Parties(missing.clone())
        ),
        Said::Signed(party) => {
            remark!(SIGNATURE_OF, party = *party, article = article, found = found)
        }
        Said::Consented(party) => {
            remark!(CONSENT_OF, party = *party, article = article, found = found)
        }
        Said::Notice(day) => remark!(NOTICE_ENDS, article = article, day = *day, found = found),
        Said::Turn(Some(party)) => {
            remark!(TURN_OF, party = *party, article = article, found = found)
        }
        Said::Turn(None) => remark!(NO_TURN, article = article),
        Said::Organ(body) => remark!(ACT_OF, organ = *body, article = article, found = found),
        Said::Provided => remark!(PROVIDED, article = article, found = found),
    }
}
