//! What arrived: its form and its signatures are looked at before its turn comes, on all cores.

use crate::ledger::Ledger;
use crate::refused::Refused;
use servanda_seal::{KeyRing, Sealed, Signers};
use std::sync::OnceLock;

/// How many acts must have arrived together for threads to be worth their start.
const COMPANY_MIN: usize = 8;

/// How many cores there are; the system reads files to say so, and is asked once.
fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    let ask = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    *CORES.get_or_init(ask)
}

/// The keys of a log at a moment, by which signatures are verified.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    origin: String,
    ring: KeyRing,
}

/// What arrived, with what its form and the keys of a moment say of it.
#[derive(Debug, Clone)]
pub(crate) enum Incoming {
    /// It is signed as it must be.
    Signed(Box<Sealed>, Signers),
    /// It is not, by the keys after so many changes of them.
    Unsigned(Box<Sealed>, Refused, u64),
    /// It is no sealed act.
    Formless(Refused),
}

impl Keys {
    /// Returns the keys of a ledger as they are now.
    pub(crate) fn of(ledger: &Ledger) -> Self {
        Self { origin: ledger.origin().to_owned(), ring: ledger.ring().clone() }
    }

    /// Tells whether a ledger has the same keys still.
    pub(crate) fn are_those_of(&self, ledger: &Ledger) -> bool {
        self.origin == ledger.origin() && self.ring.changes() == ledger.ring().changes()
    }

    fn look(&self, bytes: &[u8]) -> Incoming {
        let sealed = match Sealed::parse(bytes) {
            Ok(sealed) => Box::new(sealed),
            Err(flaw) => return Incoming::Formless(Refused::form(&flaw)),
        };
        match signers(&self.origin, &self.ring, &sealed) {
            Ok(signers) => Incoming::Signed(sealed, signers),
            Err(refused) => Incoming::Unsigned(sealed, refused, self.ring.changes()),
        }
    }

    /// Looks at each of what arrived, on as many threads as there are cores.
    pub(crate) fn look_at<B: AsRef<[u8]> + Sync>(&self, arrived: &[B]) -> Vec<Incoming> {
        let look = |bytes: &B| self.look(bytes.as_ref());
        let cores = if arrived.len() < COMPANY_MIN { 1 } else { cores() };
        if cores == 1 {
            return arrived.iter().map(look).collect();
        }
        let share = arrived.len().div_ceil(cores).max(1);
        std::thread::scope(|scope| {
            let parts: Vec<_> = arrived
                .chunks(share)
                .map(|part| (part, scope.spawn(move || part.iter().map(look).collect::<Vec<_>>())))
                .collect();
            let joined = parts.into_iter().flat_map(|(part, thread)| {
                // A thread that broke is done again here, where its fault is seen.
                thread.join().unwrap_or_else(|_broken| part.iter().map(look).collect())
            });
            joined.collect()
        })
    }
}

impl Ledger {
    /// Finds who signed what arrived, as the keys are now; what was found by the same keys before
    /// is not looked for again.
    ///
    /// # Errors
    /// It is no sealed act, it is for another log, or its lines are not those it needs.
    pub(crate) fn signed<'a>(
        &self,
        arrival: &'a Incoming,
    ) -> Result<(&'a Sealed, Signers), Refused> {
        match arrival {
            Incoming::Formless(refused) => Err(refused.clone()),
            Incoming::Signed(sealed, found) if self.ring().is_current(found) => {
                Ok((sealed, found.clone()))
            }
            Incoming::Unsigned(_, refused, changes) if *changes == self.ring().changes() => {
                Err(refused.clone())
            }
            Incoming::Signed(sealed, _) | Incoming::Unsigned(sealed, ..) => {
                Ok((sealed, self.signers(sealed)?))
            }
        }
    }
}

/// Finds who signed an act for a log of that origin, by its keys.
pub(crate) fn signers(origin: &str, ring: &KeyRing, sealed: &Sealed) -> Result<Signers, Refused> {
    if sealed.origin() != origin {
        let message = format!("the act is for the log `{}`", sealed.origin());
        let hint = format!("this log is `{origin}`; an act is signed for one log");
        return Err(Refused::new("L-ORIGIN", message, &hint));
    }
    ring.signers(sealed).map_err(|unsealed| Refused::keys(&unsealed))
}
