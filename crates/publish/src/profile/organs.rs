//! Organs and offices, and who has had their chairs.

use super::desk::Desk;
use super::era::Era;
use super::facts::{left_open, shown};
use super::membership::article_name;
use super::page::{Block, Line, Piece, Section, Table, capital, day_head, head, row, words};
use crate::calendar::day_text;
use servanda_model::{BodyId, Day, Id as _, OfficeId};
use servanda_query::{Chair, Chairs, Foreseen, chairs, office, status};

/// Tells of the organs, their chairs, and the holders of offices.
pub(crate) fn section(desk: &mut Desk<'_, '_>) -> Section {
    let mut blocks = vec![table(desk)];
    for organ in desk.own_bodies() {
        blocks.extend(of_organ(desk, organ));
    }
    let count = desk.asking.law.offices.len();
    for ordinal in (0u32..).take(count) {
        blocks.extend(holders(desk, OfficeId::of(ordinal)));
    }
    Section { id: "organs", heading: "Organs and offices".to_owned(), blocks }
}

fn table(desk: &mut Desk<'_, '_>) -> Block {
    let heads = vec![
        head("Organ"),
        head("Who sits in it"),
        head("What it is for"),
        head("Where it stands"),
    ];
    let bodies = desk.own_bodies().into_iter().skip(1);
    let era = Era::of(desk);
    let bodies: Vec<BodyId> = bodies.filter(|id| is_told(desk, &era, *id)).collect();
    let mut rows = Vec::new();
    for id in bodies {
        let Some(body) = desk.asking.body_at(id, &desk.moment) else { continue };
        let told = |word: &str| {
            let found = body.particulars.iter().find(|(known, ..)| known == word);
            found.map(|(_, said, _)| said.replace('-', " ")).unwrap_or_default()
        };
        let mut stands = Vec::new();
        if let Some(article) = body.article {
            stands = words(article_name(desk, article));
            let version = desk.asking.law.article(article).and_then(|row| row.versions.first());
            if let Some(version) = version {
                stands.push(Piece::Quiet(format!(" ({})", version.evidence.word())));
                let sources = version.sources.clone();
                desk.count(version.evidence);
                stands.extend(desk.point(&sources));
            }
        }
        rows.push(row(vec![
            vec![Piece::Strong(body.titles.main.clone())],
            words(told("seats")),
            words(told("tasks")),
            stands,
        ]));
    }
    let caption = words("Organs, and the article that establishes each");
    Block::Table(Table { caption, heads, rows })
}

/// Tells whether an organ is there on the day, by its article or by an earlier treaty.
fn is_told(desk: &Desk<'_, '_>, era: &Era, organ: BodyId) -> bool {
    let (asking, moment) = (desk.asking, &desk.moment);
    let Some(body) = asking.body_at(organ, moment) else { return false };
    let of = body.article.and_then(|article| asking.law.article(article));
    let before = body.composed.and_then(|composed| composed.before_that);
    let is_older = before.is_some_and(|before| status(asking, before, moment).in_force);
    let is_set_up = is_older || of.is_none_or(|article| era.has(desk, article.instrument));
    is_set_up && asking.is_there(organ, moment)
}

/// Lists who has had the chair of an organ.
fn of_organ(desk: &mut Desk<'_, '_>, organ: BodyId) -> Vec<Block> {
    let Chairs { now, handovers } = chairs(desk.asking, organ, &desk.moment);
    if handovers.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for (turn, answer) in handovers {
        let mut holder = turn.party.map(|party| desk.party(party, turn.from)).unwrap_or_default();
        if let Some(absent) = turn.instead_of {
            holder.push(Piece::Quiet(", in place of ".to_owned()));
            holder.extend(desk.party(absent, turn.from));
        }
        let act = desk.asking.history.act(turn.why.position);
        let person = act.and_then(|act| act.details.as_ref()?.signed.first().cloned());
        let ruled =
            answer.article.map(|article| format!("as {} has it", article_name(desk, article)));
        let open = answer.open.and(answer.note.as_ref());
        let open = open.map(|note| left_open(desk, note));
        let said = answer
            .deviation
            .or(answer.explained)
            .map(|said| names(desk, &said.english(desk.asking.law)));
        let mut stands = capital(words(open.or(said).or(ruled).unwrap_or_default()));
        let details = act.and_then(|act| act.details.as_deref());
        stands.extend(desk.notes_of(details));
        stands.extend(desk.cite_act(turn.why.position));
        rows.push(row(vec![
            from(turn.from, turn.why.exact, act.map(|act| act.when)),
            holder,
            words(person.map(|p| p.person).unwrap_or_default()),
            stands,
        ]));
    }
    let caption = words(format!("Chairs of the {}", desk.body(organ)));
    let heads =
        vec![day_head("From"), head("State"), head("Person"), head("How it stands to the rule")];
    let mut blocks = vec![
        Block::Heading(format!("Chairs of the {}", desk.body(organ))),
        Block::Table(Table { caption, heads, rows }),
    ];
    blocks.extend(readings(desk, &now));
    blocks
}

fn from(day: Day, is_exact: bool, when: Option<servanda_model::When>) -> Line {
    match when {
        Some(when) if !is_exact => words(shown(when)),
        _ => words(day_text(day)),
    }
}

/// Tells what each reading of the rule expected at the last handover, and who is next.
fn readings(desk: &mut Desk<'_, '_>, answer: &Chair) -> Vec<Block> {
    let mut said: Vec<String> = Vec::new();
    for reading in &answer.readings {
        let holder = reading.holder.map_or_else(
            || "nobody it can name".to_owned(),
            |party| desk.asking.law.party_names.word(party).to_owned(),
        );
        let line = format!(
            "by the reading `{}` ({}) {}",
            reading.name,
            article_name(desk, reading.article),
            names(desk, &holder)
        );
        if !said.contains(&line) {
            said.push(line);
        }
    }
    let mut blocks = Vec::new();
    if !said.is_empty() {
        blocks.push(Block::Aside(words(format!(
            "At the last handover the turn was: {}.",
            said.join("; ").replace('`', "")
        ))));
    }
    blocks.extend(expected(desk, &answer.next));
    blocks
}

fn expected(desk: &Desk<'_, '_>, next: &[Foreseen]) -> Option<Block> {
    let mut line = words("Expected next by the rule the record follows: ");
    for (number, turn) in (1usize..).zip(next) {
        if number > 1 {
            line.push(Piece::Text(", then ".to_owned()));
        }
        line.extend(desk.party(turn.party, turn.from.unwrap_or(desk.moment.on)));
        if let Some(from) = turn.from {
            line.push(Piece::Text(format!(" from {}", day_text(from))));
        }
    }
    line.push(Piece::Text(".".to_owned()));
    (!next.is_empty()).then_some(Block::Aside(line))
}

/// Puts names in the place of the codes of parties and the words of bodies, and days as people write
/// them.
pub(crate) fn names(desk: &Desk<'_, '_>, text: &str) -> String {
    let named = |word: &str| {
        let core = word.trim_end_matches([',', ';', '.', ':']);
        let tail = word.strip_prefix(core).unwrap_or("");
        let name = party_of(desk, core).or_else(|| body_of(desk, core)).or_else(|| day_of(core));
        name.map_or_else(|| word.to_owned(), |name| format!("{name}{tail}"))
    };
    text.split(' ').map(named).collect::<Vec<_>>().join(" ").replace('`', "")
}

fn party_of(desk: &Desk<'_, '_>, word: &str) -> Option<String> {
    let is_code = word.len() >= 3
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let party = desk.asking.law.party_names.find(word).filter(|_| is_code)?;
    let titles = &desk.asking.law.party(party)?.titles;
    Some(titles.short_or_main(desk.moment.on).to_owned())
}

fn body_of(desk: &Desk<'_, '_>, word: &str) -> Option<String> {
    let word = word.strip_prefix('`')?.strip_suffix('`')?;
    let body = desk.asking.law.body_names.find(word)?;
    Some(format!("the {}", desk.body(body)))
}

fn day_of(word: &str) -> Option<String> {
    word.parse::<Day>().ok().map(day_text)
}

/// Lists who has held an office.
fn holders(desk: &mut Desk<'_, '_>, id: OfficeId) -> Vec<Block> {
    let state = desk.asking.fold(&desk.asking.about_office(id), &desk.moment, &[]);
    let taken = state.offices.get(&id).cloned().unwrap_or_default();
    let mut taken: Vec<_> = taken.into_iter().filter(|held| held.from <= desk.moment.on).collect();
    if taken.is_empty() {
        return Vec::new();
    }
    // A vacancy that was filled on its own day is told by the one who filled it.
    let days: Vec<Day> =
        taken.iter().filter(|held| held.party.is_some()).map(|held| held.from).collect();
    taken.retain(|held| held.party.is_some() || !days.contains(&held.from));
    let mut rows = Vec::new();
    for held in &taken {
        let answer = office(desk.asking, id, &desk.moment.at(held.from));
        let act = desk.asking.history.act(held.why.position);
        let person = match (&answer.holder, held.party) {
            (Some(person), Some(_)) if held.acting => format!("{person}, acting"),
            (Some(person), Some(_)) => person.clone(),
            (_, _) => "vacant".to_owned(),
        };
        let of = held.party.map(|party| desk.party(party, held.from)).unwrap_or_default();
        let said = answer.deviation.or(answer.explained);
        let said = said.map(|said| names(desk, &said.english(desk.asking.law)));
        let mut stands = capital(words(said.unwrap_or_default()));
        stands.extend(desk.notes_of(act.and_then(|act| act.details.as_deref())));
        stands.extend(desk.cite_act(held.why.position));
        rows.push(row(vec![
            from(held.from, held.why.exact, act.map(|act| act.when)),
            words(person),
            of,
            stands,
        ]));
    }
    let name = desk.office(id);
    let heads =
        vec![day_head("From"), head("Person"), head("State"), head("How it stands to the rule")];
    let mut blocks = vec![
        Block::Heading(format!("Office: {name}")),
        Block::Table(Table {
            caption: words(format!("Holders of the office of {name}")),
            heads,
            rows,
        }),
    ];
    let next = office(desk.asking, id, &desk.moment).next;
    blocks.extend(expected(desk, &next));
    blocks
}
