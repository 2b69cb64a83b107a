//! Where accounts differ: the readings, which one the record follows and why, what it changes.

use super::desk::Desk;
use super::facts::shown;
use super::organs::names;
use super::page::{Block, Line, Piece, Section, capital, join, plain, words};
use super::say;
use crate::calendar::day_text;
use servanda_model::{Act, Deed, Rival, SourceRef, When};
use servanda_query::{Change, Dispute, Edge, disputes};

/// Tells every act that sources read differently.
pub(crate) fn section(desk: &mut Desk<'_, '_>) -> Section {
    let found = disputes(desk.asking, &desk.moment);
    let shown: Vec<Dispute> = found
        .into_iter()
        .filter(|dispute| {
            let act = desk.asking.history.act(dispute.position);
            act.is_some_and(|act| act.when.earliest() <= desk.moment.on)
        })
        .collect();
    let mut blocks = Vec::new();
    let changing = shown.iter().filter(|dispute| !dispute.changes.is_empty()).count();
    let about = format!(
        "Of {} act{} that sources read differently, {changing} would change an answer for some days. Each reading keeps its sources; the one the record follows stands first, with the reason.",
        shown.len(),
        if shown.len() == 1 { "" } else { "s" },
    );
    blocks.push(Block::Text(words(about)));
    for dispute in &shown {
        blocks.extend(one(desk, dispute));
    }
    Section { id: "differences", heading: "Where accounts differ".to_owned(), blocks }
}

fn one(desk: &mut Desk<'_, '_>, dispute: &Dispute) -> Vec<Block> {
    let Some(act) = desk.asking.history.act(dispute.position) else { return Vec::new() };
    let said = told(desk, act);
    let heading = plain(&capital(said.clone()));
    let main = reading(desk, act.when, said);
    let mut readings: Vec<(usize, Line, Vec<SourceRef>)> =
        vec![(0, main, desk.asking.history.sources(act.sources).to_vec())];
    let rivals: Vec<_> = act.details.iter().flat_map(|details| &details.readings).collect();
    if rivals.is_empty() {
        return of_a_rule(desk, heading, dispute);
    }
    for (number, rival) in (1usize..).zip(rivals) {
        let line = match &rival.rival {
            Rival::Date(when) => words(shown(*when)),
            Rival::Deed(deed, when) => {
                let when = when.unwrap_or(act.when);
                reading(desk, when, say::deed(desk, deed, when.order()))
            }
        };
        readings.push((number, line, rival.sources.clone()));
    }
    let mut lines = Vec::new();
    readings.sort_by_key(|(number, ..)| Some(*number) != dispute.preferred);
    for (number, text, sources) in readings {
        let less = dispute.readings.get(number).is_some_and(|reading| reading.is_less_exact);
        let label = match dispute.preferred {
            Some(preferred) if preferred == number => "followed",
            _ if less => "less exact",
            Some(_) => "another reading",
            None => "one reading",
        };
        let mut line = vec![Piece::Quiet(format!("{label}: "))];
        line.extend(text);
        line.extend(desk.cite(&sources));
        lines.push(line);
    }
    let reason = match &dispute.reason {
        Some(reason) => format!("Why: {}.", reason.english(desk.asking.law)),
        None => "The record does not decide.".to_owned(),
    };
    lines.push(words(reason));
    lines.extend(effect(desk, &dispute.changes));
    vec![Block::Heading(heading), Block::List(lines)]
}

/// Tells an act on which readings of the rule differ: what each comes to, and what states said.
fn of_a_rule(desk: &mut Desk<'_, '_>, heading: String, dispute: &Dispute) -> Vec<Block> {
    let mut lines = Vec::new();
    for (number, reading) in dispute.readings.iter().enumerate() {
        let label = match dispute.preferred {
            Some(preferred) if preferred == number => "followed",
            Some(_) | None => "told",
        };
        let mut line = vec![Piece::Quiet(format!("{label}: "))];
        line.extend(words(names(desk, &reading.value.english(desk.asking.law))));
        line.extend(desk.cite(&reading.sources));
        lines.push(line);
    }
    let reason = match &dispute.reason {
        Some(reason) => format!("Why: {}.", reason.english(desk.asking.law)),
        None => "The record does not decide.".to_owned(),
    };
    lines.push(words(reason));
    lines.extend(effect(desk, &dispute.changes));
    vec![Block::Heading(heading), Block::List(lines)]
}

/// Says an act, and what it was about where the deed alone does not tell.
fn told(desk: &Desk<'_, '_>, act: &Act) -> Line {
    let mut line = say::deed(desk, &act.deed, act.when.order());
    let what = act.details.as_ref().and_then(|details| details.what.first());
    if let Some(what) = what.filter(|_| matches!(act.deed, Deed::Decide(_) | Deed::State(_))) {
        line.push(Piece::Text(format!(": {what}")));
    }
    line
}

fn reading(desk: &Desk<'_, '_>, when: When, said: Line) -> Line {
    let mut line = vec![Piece::Strong(shown(when))];
    if !said.is_empty() {
        line.push(Piece::Text(", ".to_owned()));
        line.extend(said);
    }
    let empty = plain(&line).is_empty();
    if empty { words(day_text(desk.moment.on)) } else { line }
}

fn edge(edge: Edge) -> String {
    let day = day_text(edge.day);
    if edge.is_exact { day } else { format!("{day} (uncertain)") }
}

/// Says what following another reading would change, parties with the same change together.
fn effect(desk: &Desk<'_, '_>, changes: &[Change]) -> Vec<Line> {
    if changes.is_empty() {
        return vec![vec![Piece::Quiet("Changes no answer of this record.".to_owned())]];
    }
    let mut grouped: Vec<(Edge, Option<Edge>, String, Vec<Line>)> = Vec::new();
    for change in changes {
        let (who, what) = parted(desk, &change.what.english(desk.asking.law));
        let same = grouped.iter_mut().find(|(from, until, known, _)| {
            *from == change.from && *until == change.until && *known == what
        });
        match same {
            Some((.., parties)) => parties.push(who),
            None => grouped.push((change.from, change.until, what, vec![who])),
        }
    }
    grouped
        .into_iter()
        .map(|(from, until, what, parties)| {
            let days = match until {
                Some(until) if until == from => format!("on {}", edge(from)),
                Some(until) => format!("from {} to {}", edge(from), edge(until)),
                None => format!("from {} on", edge(from)),
            };
            let mut line = vec![Piece::Quiet("Another reading would change: ".to_owned())];
            line.extend(join(parties, ", ", " and "));
            let what = if what.is_empty() { what } else { format!(": {what}") };
            line.push(Piece::Text(format!(", {days}{what}")));
            line
        })
        .collect()
}

/// Parts `GEO signatory cst instead of party` into the party and the rest, with names.
fn parted(desk: &Desk<'_, '_>, what: &str) -> (Line, String) {
    let law = desk.asking.law;
    let (left, ours) = what.split_once(" instead of ").unwrap_or((what, ""));
    let party =
        left.split_once(' ').and_then(|(word, rest)| Some((law.party_names.find(word)?, rest)));
    let Some((party, rest)) = party else { return (words(names(desk, what)), String::new()) };
    let (status, thing) = rest.rsplit_once(' ').unwrap_or((rest, ""));
    let instrument =
        law.instrument_names.find(thing).map(|id| format!("the {}", desk.instrument(id)));
    let body = law.body_names.find(thing).map(|id| format!("the {}", desk.body(id)));
    let thing = instrument.or(body).unwrap_or_else(|| thing.to_owned());
    let said = names(desk, &format!("{status} instead of {ours}"));
    (desk.party(party, desk.moment.on), format!("{said} in {thing}"))
}
