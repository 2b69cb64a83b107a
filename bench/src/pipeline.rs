//! Acts received one company after another, beside the parts of that work alone; and how soon an
//! act is acknowledged while half as many come as could.

use crate::figure::{Effort, Figure, Measured, Runs, float, time};
use crate::hall::{Directory, Hall, now};
use anyhow::{Context as _, Result, anyhow, ensure};
use servanda_depositary::{Answer, Fault, Job, Ledger, Writer};
use servanda_model::Instant;
use servanda_seal::{Sealed, Signers};
use servanda_store::{Appended, Batch, Entry, Head, Identity, Store, found};
use servanda_tlog::leaf_hash;
use std::fs::File;
use std::io::Write as _;
use std::sync::mpsc::channel;
use std::time::Duration;

/// How many acts wait at once where many do.
const COMPANY: usize = 512;
/// How many companies wait when an office is saturated: the first is verified before anything is
/// kept, and weighs little among them.
const SATURATED: usize = 20;
/// Microseconds in which an act is judged.
const JUDGED: f64 = 15.0;

/// Measures a saturated office, its parts, and one that is half as busy.
pub(crate) fn pipeline(effort: Effort) -> Result<Measured> {
    let count = effort.size(3 * SATURATED * COMPANY);
    let directory = Directory::new("pipeline")?;
    let hall = Hall::of(count.saturating_mul(4), 0)?;
    let at: Instant = now()?;
    let office =
        Writer::start(hall.found(&directory.address("log.db"))?, move || Some(at), |_| {})?;
    let mut parts = Parts::new(&hall, &directory)?;
    let acts = hall.acts(0..count)?;
    let mut whole = Vec::new();
    for waiting in acts.chunks(SATURATED * COMPANY) {
        waiting.chunks(COMPANY).try_for_each(|company| parts.take(company))?;
        let mut kept = Ok(());
        let taken = time(|| kept = receive(&office, waiting));
        kept?;
        whole.push(taken.div_f64(float(waiting.len())));
    }
    let whole = Runs::of(whole);
    let limit = parts.limit();
    let judged = Runs::of(parts.judged.clone());
    let mut notes = parts.notes();
    notes.push(whole.spread("an act received among 10,240 that wait"));
    let saturated = Figure {
        name: "pipeline",
        value: 1.0 / whole.median(),
        unit: "acts/s",
        ratio: limit / whole.median(),
        against: "cores/(verify+hash+store+judge)",
    };
    let value = judged.median() * 1e6;
    let judge =
        Figure { name: "judge", value, unit: "us", ratio: JUDGED / value, against: "15-us" };
    let from = count;
    let acts = hall.acts(from..from.saturating_add(effort.size(20 * COMPANY)))?;
    let pace = Duration::from_secs_f64(2.0 * whole.median());
    let acknowledged = half_load(&office, acts, pace, &directory, &mut notes)?;
    Ok(Measured::Figures(vec![saturated, judge, acknowledged], notes))
}

/// Hands acts over, all at once, and waits until the last is kept.
pub(crate) fn receive(writer: &Writer, acts: &[Vec<u8>]) -> Result<()> {
    let (send, heard) = channel();
    for act in acts {
        let send = send.clone();
        let reply = move |answer: Result<Answer, Fault>| {
            // Who listens may have stopped after a fault.
            let (Ok(()) | Err(_)) = send.send(answer);
        };
        ensure!(writer.ask(Job::Receive(act.clone(), Box::new(reply))), "the office ended");
    }
    for _ in acts {
        let answer = heard.recv().context("every act is answered")??;
        ensure!(answer.is_ok(), "an act was refused: {answer:?}");
    }
    Ok(())
}

/// The parts of the work, each done alone by one thread.
pub(crate) struct Parts {
    ledger: Ledger,
    store: Box<dyn Store>,
    size: u64,
    verify: Vec<Duration>,
    /// The same on all cores at once, by the clock and the number of cores.
    together: Vec<Duration>,
    hash: Vec<Duration>,
    keep: Vec<Duration>,
    judge: Vec<Duration>,
    /// Every act.
    judged: Vec<Duration>,
}

impl Parts {
    pub(crate) fn new(hall: &Hall, directory: &Directory) -> Result<Self> {
        let mut ledger = Ledger::new(crate::hall::ORIGIN);
        for (index, sealed) in (0..).zip(hall.entries()?) {
            take(&mut ledger, index, &sealed)?;
        }
        let identity = Identity { origin: crate::hall::ORIGIN.to_owned(), format: 1, language: 1 };
        let store = found(&directory.address("parts.db"), &identity)?;
        let (verify, together) = (Vec::new(), Vec::new());
        let (hash, keep, judge, judged) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Ok(Self { ledger, store, size: 0, verify, together, hash, keep, judge, judged })
    }

    pub(crate) fn take(&mut self, company: &[Vec<u8>]) -> Result<()> {
        let share = |time: Duration| time.div_f64(float(company.len()));
        let ledger = &self.ledger;
        let mut opened: Vec<Option<(Sealed, Signers)>> = Vec::new();
        let open = |bytes: &Vec<u8>| {
            let sealed = Sealed::parse(bytes).ok()?;
            let signers = ledger.signers(&sealed).ok()?;
            Some((sealed, signers))
        };
        self.verify.push(share(time(|| opened = company.iter().map(open).collect())));
        self.together.push(share(time(|| on_all_cores(company, open)).mul_f64(float(cores()))));
        let mut entries = Vec::new();
        let entry = |(sealed, bytes): (&Option<(Sealed, Signers)>, &Vec<u8>)| {
            let id = sealed.as_ref().map_or([0; 32], |(sealed, _)| sealed.id().0);
            Entry { id, hash: leaf_hash(bytes).0, bytes: bytes.clone() }
        };
        let hash = time(|| entries = opened.iter().zip(company).map(entry).collect());
        self.hash.push(share(hash));
        let size = self.size.saturating_add(u64::try_from(entries.len())?);
        let root = entries.last().map_or([0; 32], |entry| entry.hash);
        let batch = Batch { entries: &entries, tiles: &[], after: Head { size, root } };
        let mut kept = Ok(Appended::Done);
        let (store, before) = (&mut self.store, self.size);
        self.keep.push(share(time(|| kept = store.append(before, &batch))));
        ensure!(kept? == Appended::Done, "the parts have a log of their own");
        self.size = size;
        let mut all = Duration::ZERO;
        for (sealed, signers) in opened.iter().flatten() {
            let mut taken = Ok(());
            let at = now()?;
            let ledger = &mut self.ledger;
            let one = time(|| taken = ledger.take(0, sealed, signers, Some(at)).map(drop));
            taken.map_err(|refused| anyhow!("{refused:?}"))?;
            self.judged.push(one);
            all = all.saturating_add(one);
        }
        self.judge.push(share(all));
        Ok(())
    }

    fn all(&self) -> [(&'static str, Runs); 5] {
        [
            ("verify", Runs::of(self.verify.clone())),
            ("verify, every core busy", Runs::of(self.together.clone())),
            ("hash", Runs::of(self.hash.clone())),
            ("store", Runs::of(self.keep.clone())),
            ("judge", Runs::of(self.judge.clone())),
        ]
    }

    /// Returns the seconds an act takes where every core works all the time.
    pub(crate) fn limit(&self) -> f64 {
        let [_, (_, verify), (_, hash), (_, store), (_, judge)] = self.all();
        let parts = [verify, hash, store, judge];
        parts.iter().map(Runs::median).sum::<f64>() / float(cores())
    }

    pub(crate) fn notes(&self) -> Vec<String> {
        self.all().iter().map(|(name, runs)| runs.spread(name)).collect()
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Does a work for each of many, as much on every core.
fn on_all_cores<T>(company: &[Vec<u8>], work: impl Fn(&Vec<u8>) -> Option<T> + Copy + Send + Sync) {
    std::thread::scope(|scope| {
        for part in company.chunks(company.len().div_ceil(cores()).max(1)) {
            scope.spawn(move || {
                for bytes in part {
                    std::hint::black_box(work(bytes));
                }
            });
        }
    });
}

fn take(ledger: &mut Ledger, index: u64, sealed: &Sealed) -> Result<()> {
    let signers = ledger.signers(sealed).map_err(|refused| anyhow!("{refused:?}"))?;
    let taken = ledger.take(index, sealed, &signers, None);
    taken.map(drop).map_err(|refused| anyhow!("{refused:?}"))
}

/// Hands acts over at a pace and listens for their acknowledgements, beside the same bytes written
/// and flushed.
fn half_load(
    writer: &Writer,
    acts: Vec<Vec<u8>>,
    pace: Duration,
    directory: &Directory,
    notes: &mut Vec<String>,
) -> Result<Figure> {
    let mut plain = File::create(directory.0.join("plain"))?;
    let mut flush = |bytes: &[u8]| -> Result<Duration> {
        let mut done = Ok(());
        let taken = time(|| done = plain.write_all(bytes).and_then(|()| plain.sync_data()));
        done?;
        Ok(taken)
    };
    let mut flushes = Vec::new();
    for bytes in acts.iter().take(500) {
        flushes.push(flush(bytes)?);
    }
    let (send, heard) = channel();
    let count = acts.len();
    let start = std::time::Instant::now();
    let mut due = Duration::ZERO;
    for act in acts {
        while start.elapsed() < due {
            std::thread::sleep(due.saturating_sub(start.elapsed()).min(Duration::from_millis(1)));
        }
        // What comes late because this thread was not let run has waited all the same.
        let (send, since) = (send.clone(), due);
        let reply = move |answer: Result<Answer, Fault>| {
            let is_kept = matches!(answer, Ok(Ok(_)));
            // Who listens may have stopped after a fault.
            let (Ok(()) | Err(_)) = send.send((is_kept, start.elapsed().saturating_sub(since)));
        };
        ensure!(writer.ask(Job::Receive(act, Box::new(reply))), "the office ended");
        due = due.saturating_add(pace);
    }
    drop(send);
    let mut times = Vec::new();
    for _ in 0..count {
        let (is_kept, time) = heard.recv().context("every act is answered")?;
        ensure!(is_kept, "an act was not kept");
        times.push(time);
    }
    let (times, flushes) = (Runs::of(times), Runs::of(flushes));
    notes.push(times.spread("acknowledged at half load"));
    notes.push(flushes.spread("write and flush"));
    let slow = times.share(99);
    Ok(Figure {
        name: "acknowledgement-p99",
        value: slow * 1e3,
        unit: "ms",
        ratio: 4.0 * flushes.median() / slow,
        against: "4-flushes",
    })
}
