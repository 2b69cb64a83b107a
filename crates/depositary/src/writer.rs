//! The one thread that writes: whoever has an act hands it over and is called back.

use crate::deposit::{Deposit, Deposited, Erased, Shelved};
use crate::depositary::Depositary;
use crate::fault::Fault;
use crate::front::{Shown, Work, look};
use crate::receive::Answer;
use crate::refused::Refused;
use crate::rehearsal::Player;
use servanda_model::Instant;
use servanda_note::Note;
use servanda_seal::Digest;
use servanda_tlog::{Bundle, Receipt, Tile, TreeHead};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How many acts are received together at most; what waits longer is received with the next.
pub(crate) const COMPANY_MAX: usize = 512;

/// How many acts that were looked at wait for the writing thread at most.
const LOOKED_AT_MAX: usize = 2 * COMPANY_MAX;

/// How long an office that is asked nothing waits before it looks what others appended.
const FOLLOWING: Duration = Duration::from_secs(1);

/// Calls back with an answer.
pub type Reply<T> = Box<dyn FnOnce(Result<T, Fault>) + Send>;

/// What the writing thread is asked.
pub enum Job {
    /// To receive an act.
    Receive(Vec<u8>, Reply<Answer>),
    /// To receive an act if the log stands at one of these heads.
    ReceiveAt(Vec<TreeHead>, Vec<u8>, Reply<Option<Answer>>),
    /// To enrol a key for a delegation, in a rehearsal.
    Enrol(Box<Player>, Reply<Answer>),
    /// For the signed checkpoint.
    Checkpoint(Reply<Note>),
    /// For a tile.
    Tile(Tile, Reply<Option<Vec<u8>>>),
    /// For a bundle of entries.
    Bundle(Bundle, Reply<Option<Vec<u8>>>),
    /// For an entry, by its index.
    Entry(u64, Reply<Option<Vec<u8>>>),
    /// For the entry of an act, by its id.
    Find(Digest, Reply<Option<u64>>),
    /// For a receipt.
    Receipt(u64, Reply<Option<Receipt>>),
    /// To look at the office itself.
    Look(Box<dyn FnOnce(&mut Depositary) + Send>),
    /// To deposit a document.
    Deposit(Box<Deposit>, Reply<Result<Deposited, Refused>>),
    /// To erase a document, for a reason.
    Erase(Digest, String, Reply<Result<Erased, Refused>>),
    /// For the body of a document.
    Body(Digest, Reply<Option<Shelved>>),
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Receive(..) => "Receive",
            Self::ReceiveAt(..) => "ReceiveAt",
            Self::Enrol(..) => "Enrol",
            Self::Checkpoint(_) => "Checkpoint",
            Self::Tile(..) => "Tile",
            Self::Bundle(..) => "Bundle",
            Self::Entry(..) => "Entry",
            Self::Find(..) => "Find",
            Self::Receipt(..) => "Receipt",
            Self::Look(_) => "Look",
            Self::Deposit(..) => "Deposit",
            Self::Erase(..) => "Erase",
            Self::Body(..) => "Body",
        })
    }
}

/// The handle of the writing thread and of the one that looks at acts before it; both end when the
/// handle is gone.
#[derive(Debug)]
pub struct Writer {
    jobs: Option<Sender<Job>>,
    threads: Vec<JoinHandle<()>>,
}

impl Writer {
    /// Starts the threads; `grown` is called after each company of acts that changed the log,
    /// before anybody is answered, so that who was answered reads what he wrote.
    ///
    /// # Errors
    /// The system starts no thread.
    pub fn start(
        office: Depositary,
        clock: impl Fn() -> Option<Instant> + Send + 'static,
        grown: impl FnMut(&Depositary) + Send + 'static,
    ) -> std::io::Result<Self> {
        let ((jobs, waiting), (work, looked_at)) = (channel(), sync_channel(LOOKED_AT_MAX));
        let shown = Shown::of(&office);
        let keys = shown.clone();
        let front = move || look(&waiting, &keys, &work);
        let write = move || write(office, &looked_at, &clock, (grown, shown));
        let start = |name: &str| std::thread::Builder::new().name(name.to_owned());
        let threads = vec![start("front").spawn(front)?, start("depositary").spawn(write)?];
        Ok(Self { jobs: Some(jobs), threads })
    }

    /// Hands a job over; false where the thread has ended.
    pub fn ask(&self, job: Job) -> bool {
        self.jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs = None;
        // A thread that broke has nothing more to say.
        self.threads.drain(..).for_each(|thread| drop(thread.join()));
    }
}

/// Does jobs in order; acts that wait together are received together.
fn write(
    mut office: Depositary,
    waiting: &Receiver<Work>,
    clock: &impl Fn() -> Option<Instant>,
    (mut told, shown): (impl FnMut(&Depositary), Shown),
) {
    let mut grown = move |office: &Depositary| {
        shown.renew(office);
        told(office);
    };
    let mut held: Option<Work> = None;
    while let Some(work) = next(&mut held, waiting, &mut office, &mut grown) {
        let (arrival, reply) = match work {
            Work::Receive(arrival, reply) => (arrival, reply),
            Work::Do(job) => {
                answer(&mut office, job, clock, &mut grown);
                continue;
            }
        };
        let (mut acts, mut replies) = (vec![arrival], vec![reply]);
        while acts.len() < COMPANY_MAX && held.is_none() {
            match waiting.try_recv() {
                Ok(Work::Receive(act, reply)) => {
                    acts.push(act);
                    replies.push(reply);
                }
                Ok(other) => held = Some(other),
                Err(_) => break,
            }
        }
        let before = office.size();
        let received = now(clock).and_then(|now| office.receive_looked_at(&acts, now));
        if office.size() != before {
            grown(&office);
        }
        tell(received, replies);
        // A snapshot only spares work at the next start: that it was not kept is no fault.
        drop(office.keep_snapshot_when_overdue());
    }
    drop(office.keep_snapshot_at_the_end());
    // What is not signed now is remembered by the lock, and signed at the next start.
    drop(office.sign_what_grew());
}

/// Returns the next job; while there is none, reads what other offices append, signs for what grew
/// and keeps a snapshot that is due. None at the end.
fn next(
    held: &mut Option<Work>,
    waiting: &Receiver<Work>,
    office: &mut Depositary,
    grown: &mut impl FnMut(&Depositary),
) -> Option<Work> {
    if let Some(work) = held.take() {
        return Some(work);
    }
    loop {
        match waiting.recv_timeout(FOLLOWING) {
            Ok(work) => return Some(work),
            // A database that does not answer now is told to whoever asks for something.
            Err(RecvTimeoutError::Timeout) => {
                let followed = growing(office, grown, Depositary::catch_up);
                drop(followed.and_then(|()| office.sign_what_grew()));
                drop(office.keep_snapshot_when_due());
            }
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

fn tell(received: Result<Vec<Answer>, Fault>, replies: Vec<Reply<Answer>>) {
    match received {
        Ok(answers) => {
            replies.into_iter().zip(answers).for_each(|(reply, answer)| reply(Ok(answer)));
        }
        Err(fault) => {
            let said = fault.to_string();
            let mut fault = Some(fault);
            for reply in replies {
                reply(Err(fault.take().unwrap_or_else(|| Fault::Record(said.clone()))));
            }
        }
    }
}

fn now(clock: &impl Fn() -> Option<Instant>) -> Result<Instant, Fault> {
    clock().ok_or_else(|| Fault::Record("the clock shows no day of this calendar".to_owned()))
}

fn answer(
    office: &mut Depositary,
    job: Job,
    clock: &impl Fn() -> Option<Instant>,
    grown: &mut impl FnMut(&Depositary),
) {
    match job {
        // Looked at by the front, and received with others above.
        Job::Receive(..) => {}
        Job::ReceiveAt(heads, act, reply) => {
            let receive = |office: &mut Depositary| office.receive_at(act, &heads, now(clock)?);
            reply(growing(office, grown, receive));
        }
        Job::Enrol(player, reply) => {
            reply(growing(office, grown, |office| office.enrol(*player, now(clock)?)));
        }
        Job::Checkpoint(reply) => {
            reply(following(office, grown, Depositary::checkpoint));
        }
        Job::Tile(tile, reply) => reply(following(office, grown, |office| office.tile(tile))),
        Job::Bundle(bundle, reply) => {
            reply(following(office, grown, |office| office.bundle(bundle)));
        }
        Job::Entry(index, reply) => reply(office.entry(index)),
        Job::Find(id, reply) => reply(office.find(id)),
        Job::Receipt(index, reply) => {
            reply(following(office, grown, |office| office.receipt(index)));
        }
        // Whoever looks may have read what others appended.
        Job::Look(look) => growing(office, grown, look),
        Job::Deposit(deposit, reply) => {
            let deposited = growing(office, grown, |office| office.deposit(&deposit, now(clock)?));
            reply(deposited);
        }
        Job::Erase(commitment, reason, reply) => {
            let erase = |office: &mut Depositary| office.erase(commitment, &reason, now(clock)?);
            reply(growing(office, grown, erase));
        }
        Job::Body(commitment, reply) => {
            reply(growing(office, grown, |office| office.body(commitment)));
        }
    }
}

/// Does something with the log as it is now, others' entries and all.
fn following<T>(
    office: &mut Depositary,
    grown: &mut impl FnMut(&Depositary),
    work: impl FnOnce(&mut Depositary) -> Result<T, Fault>,
) -> Result<T, Fault> {
    growing(office, grown, |office| {
        office.catch_up()?;
        work(office)
    })
}

/// Does what may change the log, and tells of the change before anybody is answered.
fn growing<T>(
    office: &mut Depositary,
    grown: &mut impl FnMut(&Depositary),
    work: impl FnOnce(&mut Depositary) -> T,
) -> T {
    let before = office.size();
    let done = work(office);
    if office.size() != before {
        grown(office);
    }
    done
}
