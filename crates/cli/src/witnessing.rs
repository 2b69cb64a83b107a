//! `servanda witness`: a mirror of another's log, followed once or until the process is told to
//! stop; one thread owns it and does one thing after the other.

use crate::answer::Answer;
use crate::arguments::{At, Witness as Asked};
use crate::asking::Server;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::keys::verifier;
use crate::locks;
use crate::logs::placed;
use crate::output;
use crate::witness_desk::{Desk, Posted, serve};
use crate::witness_keys::{Age, read_or_make};
use crate::world::World;
use serde_json::{Value, json};
use servanda_depositary::{
    Fault, Followed, Mirror, REHEARSAL_SUFFIX, Shelf, Witness, WitnessAnswer,
};
use servanda_note::{CosignatureTime, VerifierKey};
use std::io::Write;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot, watch};

/// A request that waits for its turn.
pub(crate) struct Waiting {
    pub(crate) body: Vec<u8>,
    pub(crate) answer: oneshot::Sender<Option<WitnessAnswer>>,
}

/// Follows a log, once or until the process is told to stop.
pub(crate) fn witness(
    asked: &Asked,
    world: &World,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Exit, Failure> {
    let server = Server::at(&asked.of)?;
    let trusted = asked.key.as_deref().map(verifier).transpose()?;
    let (keys, age) = read_or_make(&asked.keys, asked.name.as_deref(), world)?;
    if age == Age::Made {
        writeln!(err, "keys in {}; ask the log's authority to enrol", asked.keys.display())?;
        writeln!(err, "  {}", keys.consistent.verifier().print())?;
        writeln!(err, "  {}", keys.conforming.verifier().print())?;
        writeln!(err, "divergences are signed by\n  {}", keys.divergence.verifier().print())?;
    }
    let mirror = mirror(asked, &server, trusted.as_ref(), world, err)?;
    // Before its genesis is mirrored, the origin alone says what a log is.
    let named = mirror.origin().strip_suffix(REHEARSAL_SUFFIX);
    world.meets_fork_of(mirror.rehearses().or(named));
    if let Some(rehearsal) = world.met.get().filter(|_| !asked.once) {
        writeln!(err, "{}", rehearsal.sentence())?;
    }
    // What holds nothing yet cosigned nothing.
    let of_lock = if mirror.head().size == 0 { locks::begin } else { locks::open };
    let lock = of_lock(&asked.keys, mirror.origin(), world)?;
    let witness = Witness::over(mirror, keys, lock, trusted)?;
    if asked.once {
        return once(witness, &server, &asked.at, world, out);
    }
    let (posted, post) = watch::channel(Posted::default());
    let (tasks, waiting) = channel();
    let (tell, told) = mpsc::unbounded_channel();
    let office =
        Office { witness, server, world: world.clone(), posted, tell, last: String::new() };
    let every = Duration::from_secs(asked.every);
    let thread = std::thread::spawn(move || office.work(&waiting, every));
    let shelf = Shelf::new(&placed(&asked.at.log, world));
    let desk = Desk { tasks, post, shelf: Arc::new(Mutex::new(shelf)) };
    serve(asked.listen.as_deref(), desk, told, (out, err))?;
    // What is being mirrored may end at any point; a thread that waits ends with its requests.
    if thread.is_finished() && thread.join().is_err() {
        let cause = std::io::Error::other("its thread broke");
        return Err(Failure::Server { doing: "go on as a witness".to_owned(), cause });
    }
    Ok(Exit::Yes)
}

/// Opens the mirror, or begins it where there is none.
fn mirror(
    asked: &Asked,
    server: &Server,
    trusted: Option<&VerifierKey>,
    world: &World,
    err: &mut dyn Write,
) -> Result<Mirror, Failure> {
    let address = placed(&asked.at.log, world);
    match Mirror::open(&address) {
        Err(Fault::Store(servanda_store::Fault::Absent { .. })) => {}
        opened => return Ok(opened?),
    }
    if trusted.is_none() {
        writeln!(
            err,
            "no `--key` is given: the key of the genesis that {} shows is trusted",
            asked.of
        )?;
    }
    Ok(Witness::found_mirror(&address, trusted, &mut |path| server.shown(path))?)
}

/// Follows the log once and says what was found.
fn once(
    mut witness: Witness,
    server: &Server,
    at: &At,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let followed = witness.follow(&mut |path| server.shown(path), time(world)?)?;
    let (head, views) = (witness.mirror().head(), witness.split_views()?.len());
    let departure = witness.mirror().departure();
    let is_split = matches!(followed, Followed::Split(_));
    let exit = if departure.is_some() || is_split { Exit::No } else { Exit::Yes };
    let json = json!({
        "origin": witness.mirror().origin(), "size": head.size, "root": head.root.print(),
        "outcome": word(followed), "conforms": departure.is_none(), "split_views": views,
        "divergence": departure.map(|departure| json!({
            "entry": departure.entry, "act": departure.act.to_string(),
            "code": departure.refused.code, "article": departure.refused.article,
            "message": departure.refused.message,
        })),
    });
    let mut heading = vec![format!(
        "{}: {} entries mirrored; root {}",
        witness.mirror().origin(),
        head.size,
        head.root.print()
    )];
    heading.push(said(&witness, followed));
    let (columns, rows, notes) = (Vec::new(), Vec::new(), Vec::new());
    let answer = Answer { json, heading, columns, rows, notes, exit };
    output::print(&answer, at.format, world.width, out)?;
    Ok(exit)
}

fn word(followed: Followed) -> Value {
    Value::from(match followed {
        Followed::Mirrored => "cosigned",
        Followed::Behind => "behind",
        Followed::Split(_) => "split-view",
    })
}

/// Says in a line what was found.
fn said(witness: &Witness, followed: Followed) -> String {
    match (followed, witness.mirror().departure()) {
        (Followed::Split(Some(entry)), _) => {
            format!("another history was signed, which differs from entry {entry} on: kept")
        }
        (Followed::Split(None), _) => "another history was signed: kept".to_owned(),
        (Followed::Behind, _) => {
            "the log shows an older checkpoint than was cosigned: not cosigned".to_owned()
        }
        (Followed::Mirrored, Some(departure)) => {
            let (entry, refused) = (departure.entry, &departure.refused);
            let article = refused.article.as_ref();
            let article = article.map_or(String::new(), |article| format!(" {article}"));
            let message = &refused.message;
            format!(
                "cosigned as consistent only; entry {entry}: {}{article}: {message}",
                refused.code
            )
        }
        (Followed::Mirrored, None) => {
            "cosigned as consistent, and as mirrored and conforming".to_owned()
        }
    }
}

fn time(world: &World) -> Result<CosignatureTime, Failure> {
    let now = world.now()?.to_string();
    let seconds = now.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second);
    let seconds = seconds.and_then(|seconds| u64::try_from(seconds).ok());
    seconds.and_then(CosignatureTime::new).ok_or_else(|| Failure::Usage {
        message: format!("the clock says {now}"),
        hint: Some("set it to a time after 1970".to_owned()),
    })
}

/// The witness at work: it owns the mirror, and everything waits for its turn.
struct Office {
    witness: Witness,
    server: Server,
    world: World,
    posted: watch::Sender<Posted>,
    tell: mpsc::UnboundedSender<String>,
    /// What was told last, so that it is told once.
    last: String,
}

impl Office {
    /// Follows the log in an interval and answers what waits, until nobody can ask any more.
    fn work(mut self, waiting: &Receiver<Waiting>, every: Duration) {
        let mut due = Instant::now();
        loop {
            match waiting.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(request) => self.answer(request),
                Err(RecvTimeoutError::Timeout) => {
                    self.follow();
                    due = Instant::now().checked_add(every).unwrap_or(due);
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn follow(&mut self) {
        let server = self.server.clone();
        let followed =
            time(&self.world).map(|now| self.witness.follow(&mut |path| server.shown(path), now));
        let line = match followed {
            Ok(Ok(followed)) => {
                let size = self.witness.mirror().head().size;
                format!("{size} entries: {}", said(&self.witness, followed))
            }
            Ok(Err(fault)) => format!("{fault}; hint: {}", fault.hint()),
            Err(failure) => failure.message(),
        };
        self.say(line);
        self.post();
    }

    fn answer(&mut self, request: Waiting) {
        let server = self.server.clone();
        let reply = time(&self.world).map(|now| {
            self.witness.add_checkpoint(&request.body, &mut |path| server.shown(path), now)
        });
        let reply = match reply {
            Ok(Ok(reply)) => Some(reply),
            Ok(Err(fault)) => {
                self.say(fault.to_string());
                None
            }
            Err(failure) => {
                self.say(failure.message());
                None
            }
        };
        self.post();
        // Who asked may have gone away.
        let (Ok(()) | Err(_)) = request.answer.send(reply);
    }

    fn post(&mut self) {
        let found = self.witness.divergence().and_then(|divergence| {
            Ok(Posted { divergence, split_views: self.witness.split_views()? })
        });
        match found {
            Ok(found) => drop(self.posted.send_replace(found)),
            Err(fault) => self.say(fault.to_string()),
        }
    }

    fn say(&mut self, line: String) {
        if line != self.last {
            self.last.clone_from(&line);
            // Nobody listens any more once the process ends.
            let (Ok(()) | Err(_)) = self.tell.send(line);
        }
    }
}
