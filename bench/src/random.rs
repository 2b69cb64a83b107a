//! The status of one instrument as of a random date, as known at a random position, beside the
//! same question put to PostgreSQL.
//!
//! The database holds what follows from the acts already worked out: how each state stood, with
//! two ranges, the days for which it counts and the positions at which it is known, under one
//! GiST index. Each answer is compared, so that both are asked the same.

use crate::figure::{Effort, Figure, Measured, Runs};
use crate::participations::{FILE, Participations};
use crate::standings::{self, Standings};
use crate::texts::Texts;
use anyhow::{Context as _, Result, ensure};
use postgres::{Client, NoTls, Statement};
use servanda_model::{Day, Id as _, InstrumentId, Wording};
use servanda_query::{Asking, Known, Moment, RowStatus, StatusAnswer, status};
use servanda_testkit::Cluster;
use std::time::{Duration, Instant};

/// Milliseconds within which 99 of 100 answers must come.
const SLOWEST: f64 = 1.0;
const QUERY: &str = "select party, status from standing where instrument = $1 \
    and during @> (date '1970-01-01' + $2::int4) and known @> $3::int4";

/// Nothing is written while it is measured, so the disk is not waited for.
const SETTINGS: [&str; 4] = ["fsync=off", "shared_buffers=256MB", "work_mem=64MB", "jit=off"];

/// How the instrument of a question is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drawn {
    /// Each as often as any other.
    Evenly,
    /// The more acts it has, the more often.
    ByItsActs,
}

fn client(cluster: &Cluster) -> Result<Client> {
    let mut config = Client::configure();
    config.host_path(cluster.directory()).user("postgres").dbname("postgres");
    config.connect(NoTls).context("could not connect to PostgreSQL")
}

/// Asks both the same random questions.
pub(crate) fn status_random(effort: Effort) -> Result<Measured> {
    let Some(path) = servanda_testkit::outside_data(FILE) else {
        return Ok(Measured::Skipped(format!("`{FILE}` is not there")));
    };
    let Some(cluster) = Cluster::start(&SETTINGS)? else {
        return Ok(Measured::Skipped("there is no PostgreSQL".to_owned()));
    };
    let participations = Participations::read(&path)?;
    let mut notes = participations.told();
    let record = Texts::once(&participations).read()?;
    let plain = Asking::new(&record.law, &record.history);
    let asking = Asking::new(&record.law, &record.history).with_ledger();
    let mut client = client(&cluster)?;
    let rows = standings::load(&Standings::of(&asking), &mut client)?;
    let acts = record.history.acts.len();
    notes.push(format!("{acts} acts; {rows} rows in PostgreSQL"));
    let statement = client.prepare(QUERY)?;
    let mut figures = Vec::new();
    for (drawn, names) in [(Drawn::Evenly, EVENLY), (Drawn::ByItsActs, BY_ITS_ACTS)] {
        let questions = questions(&asking, drawn, effort.size(10_000));
        let asked = ask(&asking, &mut client, &statement, &questions)?;
        let folded = folded(&plain, &asking, &questions)?;
        notes.push(folded.spread(&format!("{}: each folded anew", names[0])));
        figures.extend(asked.figures(names));
        notes.extend([
            asked.ours.spread(&format!("{}: servanda", names[0])),
            asked.theirs.spread(&format!("{}: PostgreSQL", names[0])),
            format!(
                "{} rows answered alike, {} that depend on a date not known",
                asked.alike, asked.unknown
            ),
        ]);
    }
    Ok(Measured::Figures(figures, notes))
}

/// One question.
#[derive(Debug, Clone, Copy)]
struct Question {
    instrument: InstrumentId,
    on: Day,
    known: u32,
}

impl Question {
    fn moment(&self) -> Moment {
        Moment { on: self.on, known: Known::Position(self.known), account: None }
    }
}

/// Draws questions; the same seed each time.
fn questions(asking: &Asking<'_>, drawn: Drawn, count: usize) -> Vec<Question> {
    let acts = &asking.history.acts;
    let mut seed = 0x5EED_u64;
    let mut below = |limit: u64| {
        // Knuth's linear congruence; the high bits are the good ones.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33).checked_rem(limit.max(1)).unwrap_or(0)
    };
    let narrow = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let size = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let mut question = || {
        let act = acts.get(narrow(below(size(acts.len()))) as usize);
        let named = act.and_then(|act| asking.history.instruments_of(&act.deed).first().copied());
        let even = InstrumentId::of(narrow(below(size(asking.law.instruments.len()))));
        let instrument = match drawn {
            Drawn::Evenly => even,
            Drawn::ByItsActs => named.unwrap_or(even),
        };
        // A day on which something was done: the calendar's early centuries saw next to nothing.
        let day = acts.get(narrow(below(size(acts.len()))) as usize);
        let on = day.map_or(Day::MAX, |act| act.when.order());
        let known = narrow(below(size(acts.len())));
        Question { instrument, on, known }
    };
    (0..count).map(|_| question()).collect()
}

/// What asking gave.
#[derive(Debug)]
struct Asked {
    ours: Runs,
    theirs: Runs,
    alike: usize,
    unknown: usize,
}

fn ask(
    asking: &Asking<'_>,
    client: &mut Client,
    statement: &Statement,
    questions: &[Question],
) -> Result<Asked> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let (mut alike, mut unknown) = (0usize, 0usize);
    for question in questions {
        let (time, rows) = put(client, statement, question)?;
        theirs.push(time);
        let moment = question.moment();
        let start = Instant::now();
        let answer = status(asking, question.instrument, &moment);
        ours.push(start.elapsed());
        unknown = unknown.saturating_add(compare(&answer, &rows, question)?);
        alike = alike.saturating_add(answer.participants.len());
    }
    let alike = alike.saturating_sub(unknown);
    Ok(Asked { ours: Runs::of(ours), theirs: Runs::of(theirs), alike, unknown })
}

/// Folds one question of twenty anew and demands the same answer as from what was worked out.
fn folded(plain: &Asking<'_>, asking: &Asking<'_>, questions: &[Question]) -> Result<Runs> {
    let mut times = Vec::new();
    for question in questions.iter().step_by(20) {
        let moment = question.moment();
        let start = Instant::now();
        let anew = status(plain, question.instrument, &moment);
        times.push(start.elapsed());
        // A fold of all parties together gives up where too many dates are open.
        let words = [Wording::TOO_MANY_OPEN, Wording::TOO_MANY_DATES];
        let gave_up = anew.notes.iter().any(|note| words.contains(&note.wording));
        let kept = status(asking, question.instrument, &moment);
        ensure!(gave_up || anew == kept, "{question:?}: {anew:?}, {kept:?}");
    }
    Ok(Runs::of(times))
}

/// Puts a question to the database.
fn put(
    client: &mut Client,
    statement: &Statement,
    question: &Question,
) -> Result<(Duration, Vec<(i32, i32)>)> {
    let instrument = i32::try_from(question.instrument.ordinal())?;
    let known = i32::try_from(question.known)?;
    let start = Instant::now();
    let rows = client.query(statement, &[&instrument, &question.on.number(), &known])?;
    let time = start.elapsed();
    let rows = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    Ok((time, rows))
}

/// Demands that both answer alike; returns how many rows depend on a date that is not known,
/// which the database cannot say.
fn compare(answer: &StatusAnswer, rows: &[(i32, i32)], question: &Question) -> Result<usize> {
    let mut unknown = 0usize;
    for row in &answer.participants {
        let party = i32::try_from(row.party.ordinal())?;
        let theirs = rows.iter().find(|(known, _)| *known == party);
        match row.status {
            RowStatus::Is(status) => {
                let (_, theirs) = theirs.with_context(|| format!("{question:?} lacks {row:?}"))?;
                ensure!(*theirs == standings::number(status), "{question:?}: {row:?}");
            }
            RowStatus::Disputed | RowStatus::Unknown => unknown = unknown.saturating_add(1),
        }
    }
    ensure!(
        rows.len() <= answer.participants.len(),
        "{question:?}: PostgreSQL has {} rows, servanda {}",
        rows.len(),
        answer.participants.len()
    );
    Ok(unknown)
}

const EVENLY: [&str; 3] =
    ["status-random", "status-random-p99", "status-random-p99-against-postgresql"];
const BY_ITS_ACTS: [&str; 3] = [
    "status-random-large",
    "status-random-large-p99",
    "status-random-large-p99-against-postgresql",
];

impl Asked {
    fn figures(&self, names: [&'static str; 3]) -> Vec<Figure> {
        let milliseconds = |seconds: f64| seconds * 1_000.0;
        let (median, slow) = (self.ours.median(), self.ours.share(99));
        let figure = |name, value: f64, ratio, against| Figure {
            name,
            value: milliseconds(value),
            unit: "ms",
            ratio,
            against,
        };
        vec![
            figure(names[0], median, self.theirs.median() / median, "postgresql-gist-median"),
            figure(names[1], slow, SLOWEST / milliseconds(slow), "1-ms"),
            figure(names[2], slow, self.theirs.share(99) / slow, "postgresql-gist-p99"),
        ]
    }
}
