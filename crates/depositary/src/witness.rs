//! A witness: it mirrors another's log, cosigns what is consistent and what conforms, and publishes
//! where its own judging differs.

use crate::divergence::{SPLIT_VIEW, SplitView, divergence, split_view};
use crate::fault::Fault;
use crate::mirror::{Departure, Followed, Mirror};
use crate::papers::{keep_paper, papers};
use crate::shown::{Shown, Source};
use crate::trust::{depositaries, trust};
use servanda_note::{
    CosignatureTime, CosignerKey, Malformed, Note, SignatureLine, SignerKey, VerifierKey,
};
use servanda_seal::KeyRing;
use servanda_store::{Checkpoint as KeptCheckpoint, CheckpointLock, Head};
use servanda_tlog::{AddCheckpoint, Answer, Checkpoint, Hash, TreeHead};

/// The keys of a witness.
#[derive(Debug)]
pub struct WitnessKeys {
    /// Cosigns what goes on from what was cosigned before: `NAME/c`.
    pub consistent: CosignerKey,
    /// Cosigns what was mirrored whole and conforms to the law: `NAME/l`.
    pub conforming: CosignerKey,
    /// Signs divergences and split views.
    pub divergence: SignerKey,
}

/// What a witness answers to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessAnswer {
    /// The status of HTTP.
    pub status: u16,
    /// The type of the body.
    pub content_type: &'static str,
    /// The body.
    pub body: String,
}

/// A witness of one log.
#[derive(Debug)]
pub struct Witness {
    mirror: Mirror,
    keys: WitnessKeys,
    /// What remembers, outside the mirror, the latest head that was cosigned.
    lock: CheckpointLock,
    trusted: Option<VerifierKey>,
}

impl Witness {
    /// Begins the mirror of the log that a source shows, once its checkpoint is found to be signed.
    ///
    /// # Errors
    /// A log that shows nothing or is not signed as it must be, a mirror that is there already.
    pub fn found_mirror(
        address: &str,
        trusted: Option<&VerifierKey>,
        source: &mut Source<'_>,
    ) -> Result<Mirror, Fault> {
        let mut shown = Shown::new(source);
        let (note, said) = shown.checkpoint()?;
        trust(&note, &said, (&KeyRing::default(), 0), trusted, &mut shown)?;
        Mirror::found(address, said.origin())
    }

    /// Makes the witness over a mirror.
    ///
    /// # Errors
    /// A mirror that is not of the history that was cosigned, a database that does not answer.
    pub fn over(
        mirror: Mirror,
        keys: WitnessKeys,
        lock: CheckpointLock,
        trusted: Option<VerifierKey>,
    ) -> Result<Self, Fault> {
        let mut witness = Self { mirror, keys, lock, trusted };
        witness.remember()?;
        witness.publish()?;
        Ok(witness)
    }

    /// Makes sure that the mirror is of the history that was cosigned; a new lock takes over what the
    /// mirror knows to have been.
    fn remember(&mut self) -> Result<(), Fault> {
        let Head { size, root } = self.lock.signed();
        if size <= self.mirror.head().size && self.mirror.root_at(size)?.0 != root {
            let found = self.mirror.root_at(size)?.print();
            return Err(Fault::Root { said: Hash(root).print(), found });
        }
        let kept = self.mirror.store.checkpoint()?.and_then(|kept| read(&kept.bytes));
        let Some((_, said)) = kept else { return Ok(()) };
        if said.head().size > size {
            let mirror = &mut self.mirror;
            let root_at = |size| mirror.root_at(size).map(|root| root.0);
            self.lock.advance(&head_of(&said.head()), root_at)?;
        }
        Ok(())
    }

    /// Returns the mirror.
    pub fn mirror(&self) -> &Mirror {
        &self.mirror
    }

    /// Asks the log for its latest checkpoint, mirrors what it is of, and cosigns it.
    ///
    /// # Errors
    /// A log that does not show what it signed, a disk that does not answer.
    pub fn follow(
        &mut self,
        source: &mut Source<'_>,
        now: CosignatureTime,
    ) -> Result<Followed, Fault> {
        let mut shown = Shown::new(source);
        let (note, said) = shown.checkpoint()?;
        let followed = self.look(&note, &said, &mut shown)?;
        let expected = self.lock.signed();
        if followed == Followed::Mirrored && said.head().size < expected.size {
            // The mirror was behind what was cosigned, and so is the log that it followed.
            return Ok(Followed::Behind);
        }
        if followed == Followed::Mirrored
            && !self.has_cosigned(&note)?
            && self.cosign(&note, &said, &expected, now)?.is_none()
        {
            return Err(Fault::Contended);
        }
        Ok(followed)
    }

    /// Answers the request `add-checkpoint` (c2sp.org/tlog-witness).
    ///
    /// # Errors
    /// A log that does not show what it signed, a disk that does not answer: the answer is 503.
    pub fn add_checkpoint(
        &mut self,
        request: &[u8],
        source: &mut Source<'_>,
        now: CosignatureTime,
    ) -> Result<WitnessAnswer, Fault> {
        let request = match AddCheckpoint::parse(request) {
            Ok(request) => request,
            Err(flaw) => return Ok(reply(400, format!("{flaw}\n"))),
        };
        let (note, said) = (request.note(), request.checkpoint());
        let expected = self.lock.signed();
        let keys = depositaries(self.mirror.ring());
        let latest = TreeHead { size: expected.size, root: Hash(expected.root) };
        let is_ours = said.origin() == self.mirror.origin();
        let followed = servanda_tlog::Followed { keys: &keys, latest: Some(latest) };
        let answer = request.answer(is_ours.then_some(followed));
        match answer {
            Answer::Cosign(_) => {}
            Answer::Inconsistent(_) => {
                // The proof may be anybody's, but the checkpoint is the log's.
                let followed = self.mirror.compare(&said.head())?;
                self.keep_split(followed, note, &mut Shown::new(source))?;
                return Ok(of(&answer));
            }
            Answer::Larger { .. } | Answer::Unsigned(_) | Answer::Unknown | Answer::Conflict(_) => {
                return Ok(of(&answer));
            }
        }
        match self.look(note, said, &mut Shown::new(source))? {
            Followed::Split(_) => {
                return Ok(reply(422, "the mirror holds another history\n".to_owned()));
            }
            Followed::Mirrored | Followed::Behind => {}
        }
        Ok(match self.cosign(note, said, &expected, now)? {
            Some(lines) => {
                let lines = lines.iter().map(|line| format!("{}\n", line.print()));
                WitnessAnswer { body: lines.collect(), ..of(&answer) }
            }
            None => of(&Answer::Conflict(self.lock.signed().size)),
        })
    }

    /// Tells whether all that is to be said of a checkpoint was said.
    fn has_cosigned(&mut self, note: &Note) -> Result<bool, Fault> {
        let kept = self.mirror.store.checkpoint()?.and_then(|kept| read(&kept.bytes));
        let Some((kept, _)) = kept.filter(|(kept, _)| kept.text() == note.text()) else {
            return Ok(false);
        };
        let key = self.keys.conforming.verifier();
        let is_conforming = kept.signatures().iter().any(|line| key.is_named_by(line));
        Ok(is_conforming == self.mirror.departure().is_none())
    }

    /// Mirrors what a checkpoint is of, and keeps and publishes what does not agree.
    fn look(
        &mut self,
        note: &Note,
        said: &Checkpoint,
        shown: &mut Shown<'_, '_>,
    ) -> Result<Followed, Fault> {
        let followed = self.mirror.follow((note, said), self.trusted.as_ref(), shown)?;
        self.keep_split(Some(followed), note, shown)?;
        self.publish()?;
        Ok(followed)
    }

    /// Cosigns a mirrored checkpoint, if what was cosigned last is still as expected: that is
    /// replaced first, durably.
    fn cosign(
        &mut self,
        note: &Note,
        said: &Checkpoint,
        expected: &Head,
        now: CosignatureTime,
    ) -> Result<Option<Vec<SignatureLine>>, Fault> {
        let head = said.head();
        if self.mirror.root_at(expected.size)?.0 != expected.root {
            let found = self.mirror.root_at(expected.size)?.print();
            return Err(Fault::Root { said: Hash(expected.root).print(), found });
        }
        if !self.lock.exchange(expected, &head_of(&head))? {
            return Ok(None);
        }
        let mut lines = vec![self.keys.consistent.cosign(note.text(), now)];
        if self.mirror.departure().is_none() {
            lines.push(self.keys.conforming.cosign(note.text(), now));
        }
        let keys = depositaries(self.mirror.ring());
        let by_log = |line: &&SignatureLine| keys.iter().any(|key| key.is_named_by(line));
        let mut kept: Vec<SignatureLine> =
            note.signatures().iter().filter(by_log).cloned().collect();
        kept.extend(lines.iter().cloned());
        let kept = Note::new(note.text().to_owned(), kept).map_err(unfit)?;
        let kept = KeptCheckpoint { size: head.size, bytes: kept.print().into_bytes() };
        self.mirror.store.keep_checkpoint(&kept)?;
        Ok(Some(lines))
    }

    /// Keeps the evidence that a checkpoint is of another history.
    fn keep_split(
        &mut self,
        followed: Option<Followed>,
        shown: &Note,
        source: &mut Shown<'_, '_>,
    ) -> Result<(), Fault> {
        let Some(Followed::Split(entry)) = followed else { return Ok(()) };
        let kept = self.mirror.store.checkpoint()?;
        let theirs = Checkpoint::parse(shown.text()).ok();
        let heads = kept.as_ref().and_then(|kept| read(&kept.bytes)).zip(theirs);
        let evidence = match heads {
            Some(((_, ours), theirs)) => {
                self.mirror.evidence(&ours.head(), &theirs.head(), source)?
            }
            None => None,
        };
        let mirrored = kept.map(|kept| String::from_utf8_lossy(&kept.bytes).into_owned());
        let keys = depositaries(self.mirror.ring());
        let by_log = |line: &&SignatureLine| keys.iter().any(|key| key.is_named_by(line));
        let lines = shown.signatures().iter().filter(by_log).cloned().collect();
        let shown = Note::new(shown.text().to_owned(), lines).map_err(unfit)?.print();
        let (how, mirrored) = ("checkpoint", mirrored.as_deref());
        self.keep_view(&SplitView { how, mirrored, shown: &shown, entry, evidence })
    }

    fn keep_view(&mut self, view: &SplitView<'_>) -> Result<(), Fault> {
        let note = split_view(self.mirror.origin(), view, &self.keys.divergence).map_err(unfit)?;
        keep_paper(self.mirror.store.as_mut(), &note.print())?;
        Ok(())
    }

    /// Keeps the divergence where judging again differs, and the act whose signer saw another log.
    fn publish(&mut self) -> Result<(), Fault> {
        let Some(divergence) = self.divergence()? else { return Ok(()) };
        keep_paper(self.mirror.store.as_mut(), &divergence)?;
        let Some(Departure { entry, refused, .. }) = self.mirror.departure() else { return Ok(()) };
        if refused.code == "L-SEEN"
            && let Some(act) = self.mirror.store.entry(*entry)?
        {
            let act = String::from_utf8_lossy(&act.bytes).into_owned();
            let (how, mirrored, shown) = ("seen", None, act.as_str());
            self.keep_view(&SplitView { how, mirrored, shown, entry: None, evidence: None })?;
        }
        Ok(())
    }

    /// Returns the signed divergence, where judging again differs from what the log took.
    ///
    /// # Errors
    /// A text that cannot be signed.
    pub fn divergence(&self) -> Result<Option<String>, Fault> {
        let origin = self.mirror.origin();
        let departure = self.mirror.departure();
        let note = departure.map(|departure| divergence(origin, departure, &self.keys.divergence));
        Ok(note.transpose().map_err(unfit)?.map(|note| note.print()))
    }

    /// Returns the signed split views that were found, in the order in which they were.
    ///
    /// # Errors
    /// A database that does not answer.
    pub fn split_views(&mut self) -> Result<Vec<String>, Fault> {
        let mut views = papers(self.mirror.store.as_mut())?;
        views.retain(|paper| paper.starts_with(SPLIT_VIEW));
        Ok(views)
    }

    /// Returns the latest checkpoint that was cosigned, with its cosignatures.
    ///
    /// # Errors
    /// A database that does not answer.
    pub fn checkpoint(&mut self) -> Result<Option<String>, Fault> {
        let kept = self.mirror.store.checkpoint()?;
        Ok(kept.map(|kept| String::from_utf8_lossy(&kept.bytes).into_owned()))
    }
}

fn reply(status: u16, body: String) -> WitnessAnswer {
    WitnessAnswer { status, content_type: "text/plain; charset=utf-8", body }
}

fn of(answer: &Answer) -> WitnessAnswer {
    WitnessAnswer { content_type: answer.content_type(), ..reply(answer.status(), answer.body()) }
}

fn head_of(head: &TreeHead) -> Head {
    Head { size: head.size, root: head.root.0 }
}

fn unfit(flaw: Malformed) -> Fault {
    Fault::Record(flaw.to_string())
}

/// Reads a checkpoint that was kept.
fn read(bytes: &[u8]) -> Option<(Note, Checkpoint)> {
    let note = Note::parse(bytes).ok()?;
    let said = Checkpoint::parse(note.text()).ok()?;
    Some((note, said))
}
