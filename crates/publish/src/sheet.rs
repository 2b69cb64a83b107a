//! The record as plain tables for programs: acts, participation, memberships, sources, references,
//! instruments, bodies, findings, and the tables of the accounts as they print them.

mod listed;

use servanda_model::{ArticleId, BodyId, Id as _, InstrumentId};
use servanda_query::{
    Asking, Known, Moment, RowStatus, act_sentence, members, source_text, status, tables, told_act,
};

/// A plain table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its headings.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// What was left out, and why.
    pub left_out: Vec<String>,
}

/// The names of the sheets that every record has.
pub const NAMES: [&str; 8] = [
    "acts",
    "participation",
    "memberships",
    "sources",
    "references",
    "instruments",
    "bodies",
    "findings",
];

/// Returns one sheet: one that every record has, or a table of an account.
pub fn sheet(asking: &Asking<'_>, moment: &Moment, name: &str) -> Option<Sheet> {
    match name {
        "acts" => Some(acts(asking, moment)),
        "participation" => Some(participation(asking, moment)),
        "memberships" => Some(memberships(asking, moment)),
        "sources" => Some(sources(asking)),
        "references" => Some(references(asking)),
        "instruments" => Some(listed::instruments(asking, moment)),
        "bodies" => Some(listed::bodies(asking, moment)),
        "findings" => Some(listed::findings(asking, moment)),
        _ => of_account(asking, moment, name),
    }
}

/// Returns every sheet.
pub fn sheets(asking: &Asking<'_>, moment: &Moment) -> Vec<Sheet> {
    let accounts = asking.history.tables.iter().map(|table| table.name.as_str());
    NAMES.into_iter().chain(accounts).filter_map(|name| sheet(asking, moment, name)).collect()
}

fn headings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn acts(asking: &Asking<'_>, moment: &Moment) -> Sheet {
    let mut rows = Vec::new();
    let mut unknown = 0usize;
    for (position, act) in (0u32..).zip(&asking.history.acts) {
        if !asking.is_known(position, moment) {
            unknown = unknown.saturating_add(1);
            continue;
        }
        let label = act.label.map(|label| asking.history.labels.word(label).to_owned());
        let cited =
            asking.history.sources(act.sources).iter().map(|source| source_text(asking, source));
        let cited: Vec<String> = cited.collect();
        let recorded = asking.history.recorded_on(position).to_string();
        rows.push(vec![
            position.to_string(),
            act.when.to_string(),
            recorded,
            label.unwrap_or_default(),
            act_sentence(asking, position),
            cited.join(" "),
        ]);
    }
    let mut left_out = Vec::new();
    if moment.known != Known::Now {
        left_out.push(format!("{unknown} acts: recorded after what was known"));
    }
    left_out.push(
        "readings, notes, claims and particulars of acts: the journal carries them".to_owned(),
    );
    let headings = headings(&["position", "date", "recorded", "label", "act", "sources"]);
    Sheet { name: "acts".to_owned(), headings, rows, left_out }
}

fn participation(asking: &Asking<'_>, moment: &Moment) -> Sheet {
    let mut rows = Vec::new();
    let mut empty = 0usize;
    for (ordinal, _) in (0u32..).zip(&asking.law.instruments) {
        let id = InstrumentId::of(ordinal);
        let answer = status(asking, id, moment);
        if answer.participants.is_empty() {
            empty = empty.saturating_add(1);
        }
        for row in &answer.participants {
            let word = match row.status {
                RowStatus::Is(status) => status.word(),
                RowStatus::Disputed => "disputed",
                RowStatus::Unknown => "unknown",
            };
            rows.push(vec![
                asking.law.instrument_names.word(id).to_owned(),
                asking.law.party_names.word(row.party).to_owned(),
                word.to_owned(),
                row.since.map(|day| day.to_string()).unwrap_or_default(),
                row.until.map(|day| day.to_string()).unwrap_or_default(),
                row.cause.map(|cause| cause.word().to_owned()).unwrap_or_default(),
                if row.disputed { "yes" } else { "no" }.to_owned(),
            ]);
            rests_on(asking, moment, (row.why.position, row.why.article), rows.last_mut());
        }
    }
    let own = ["instrument", "state", "status", "since", "until", "cause", "disputed"];
    let headings = headings(&[&own[..], &RESTS_ON].concat());
    let left_out = vec![format!(
        "{empty} instruments: nobody takes part in them on that day, as far as this record knows"
    )];
    Sheet { name: "participation".to_owned(), headings, rows, left_out }
}

/// What a row rests on.
const RESTS_ON: [&str; 3] = ["article", "sources", "evidence"];

/// Adds to a row the article and the sources of the act behind it, and the weaker evidence of both.
fn rests_on(
    asking: &Asking<'_>,
    moment: &Moment,
    (act, article): (u32, Option<ArticleId>),
    row: Option<&mut Vec<String>>,
) {
    let Some(row) = row else { return };
    let law = asking.law;
    let versions = article.and_then(|id| law.article(id)).map(|article| &article.versions);
    let of_article = versions.and_then(|all| all.first()).map(|version| version.evidence);
    let sources = told_act(asking, act, moment).map(|told| told.sources);
    let sources = sources.unwrap_or_default();
    let of_act = sources.iter().filter_map(|cited| law.source(cited.source));
    let weaker = of_article.max(of_act.map(|source| source.evidence).min());
    row.push(article.map(|id| law.article_names.word(id).to_owned()).unwrap_or_default());
    let cited: Vec<String> = sources.iter().map(|cited| source_text(asking, cited)).collect();
    row.push(cited.join(" "));
    row.push(weaker.map(|evidence| evidence.word().to_owned()).unwrap_or_default());
}

fn memberships(asking: &Asking<'_>, moment: &Moment) -> Sheet {
    let mut rows = Vec::new();
    let mut empty = 0usize;
    for (ordinal, _) in (0u32..).zip(&asking.law.bodies) {
        let id = BodyId::of(ordinal);
        let answer = members(asking, id, moment);
        if answer.members.is_empty() {
            empty = empty.saturating_add(1);
        }
        for row in &answer.members {
            let open = if row.disputed { "disputed" } else { "unknown" };
            rows.push(vec![
                asking.law.body_names.word(id).to_owned(),
                asking.law.party_names.word(row.party).to_owned(),
                row.status.map_or(open, |status| status.word()).to_owned(),
                row.since.map(|day| day.to_string()).unwrap_or_default(),
                row.cause.map(|cause| cause.word().to_owned()).unwrap_or_default(),
            ]);
            rests_on(asking, moment, (row.why.position, row.why.article), rows.last_mut());
        }
    }
    let own = ["body", "state", "status", "since", "cause"];
    let headings = headings(&[&own[..], &RESTS_ON].concat());
    let left_out = vec![format!("{empty} bodies: this record has no members of them on that day")];
    Sheet { name: "memberships".to_owned(), headings, rows, left_out }
}

fn sources(asking: &Asking<'_>) -> Sheet {
    let rows = asking.law.source_names.iter().filter_map(|(id, word)| {
        let source = asking.law.source(id)?;
        Some(vec![
            word.to_owned(),
            source.titles.main.clone(),
            source.publisher.clone().unwrap_or_default(),
            source.dated.map(|when| when.to_string()).unwrap_or_default(),
            source.evidence.word().to_owned(),
            source.file.clone().unwrap_or_default(),
        ])
    });
    let headings = headings(&["source", "title", "publisher", "dated", "evidence", "file"]);
    Sheet { name: "sources".to_owned(), headings, rows: rows.collect(), left_out: Vec::new() }
}

fn references(asking: &Asking<'_>) -> Sheet {
    let mut rows = Vec::new();
    for (id, word) in asking.law.source_names.iter() {
        let Some(source) = asking.law.source(id) else { continue };
        let line = |line: Option<u32>| line.map(|line| line.to_string()).unwrap_or_default();
        for reference in &source.references {
            let told: Vec<String> =
                reference.particulars.iter().map(|(key, said)| format!("{key} {said}")).collect();
            let page = reference.page.map(|page| page.to_string()).unwrap_or_default();
            rows.push(vec![
                word.to_owned(),
                "reference".to_owned(),
                reference.number.to_string(),
                reference.title.clone(),
                page,
                told.join("; "),
                line(reference.line),
            ]);
        }
        for note in &source.footnotes {
            rows.push(vec![
                word.to_owned(),
                "note".to_owned(),
                note.number.to_string(),
                note.text.clone(),
                String::new(),
                String::new(),
                line(note.line),
            ]);
        }
    }
    let headings = headings(&["source", "kind", "number", "text", "page", "particulars", "line"]);
    let left_out = vec![
        "the words of the accounts: titles are theirs, everything else is told in ours".to_owned(),
    ];
    Sheet { name: "references".to_owned(), headings, rows, left_out }
}

/// Prints a table of an account as it stands there; our readings stay out.
fn of_account(asking: &Asking<'_>, moment: &Moment, name: &str) -> Option<Sheet> {
    let everyone = Moment { account: None, ..*moment };
    let answer = tables(asking, &everyone).into_iter().find(|table| table.name == name)?;
    let mut all = headings(&["code", "name"]);
    all.extend(answer.headings.iter().cloned());
    all.push("source".to_owned());
    let mut readings = 0usize;
    let rows = answer.rows.iter().map(|row| {
        let of: Vec<String> = row.of.iter().map(|source| source_text(asking, source)).collect();
        readings =
            readings.saturating_add(row.cells.iter().filter(|cell| cell.ours.is_some()).count());
        let mut cells = vec![asking.law.party_names.word(row.party).to_owned(), row.name.clone()];
        cells.extend(row.cells.iter().map(|cell| cell.printed.clone()));
        cells.push(of.join(" "));
        cells
    });
    let rows = rows.collect();
    let mut left_out = Vec::new();
    if readings > 0 {
        left_out.push(format!("{readings} readings of ours that differ: this is the table as the account prints it; ask `tables {name}`"));
    }
    Some(Sheet { name: name.to_owned(), headings: all, rows, left_out })
}
