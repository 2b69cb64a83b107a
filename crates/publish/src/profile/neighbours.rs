//! Other organisations: who belongs to which, as a drawing and as a table.

use super::desk::Desk;
use super::figures;
use super::page::{Block, From, Line, Piece, Row, Section, Table, head, join, row, words};
use crate::calendar::day_text;
use servanda_model::{BodyId, BodyKind, Id as _, MemberStatus, PartyId, SourceRef};
use servanda_query::members;

/// Who belongs to which organisation on the day: the sets of the drawing, as plain values.
pub(crate) struct Belonging {
    /// The organisations that have members on the day.
    pub(crate) bodies: Vec<BodyId>,
    /// Each party with the organisations it belongs to, by their place in the list.
    pub(crate) parties: Vec<(PartyId, Vec<usize>)>,
    /// What the record leaves open: a party and the place of an organisation.
    pub(crate) open: Vec<(PartyId, usize)>,
}

/// Finds who belongs to which organisation on the day.
pub(crate) fn belonging(desk: &Desk<'_, '_>) -> Belonging {
    let all = (0u32..).zip(&desk.asking.law.bodies);
    let organisations =
        all.filter(|(_, body)| matches!(body.kind, BodyKind::Own | BodyKind::Observed));
    let (mut bodies, mut open) = (Vec::new(), Vec::new());
    let mut parties: Vec<(PartyId, Vec<usize>)> = Vec::new();
    for (ordinal, _) in organisations {
        let body = BodyId::of(ordinal);
        let answer = members(desk.asking, body, &desk.moment);
        let full: Vec<PartyId> = answer
            .members
            .iter()
            .filter(|row| row.status == Some(MemberStatus::Member))
            .map(|row| row.party)
            .collect();
        if full.is_empty() {
            continue;
        }
        let index = bodies.len();
        let left_open = answer.members.iter().filter(|row| row.status.is_none());
        open.extend(left_open.map(|row| (row.party, index)));
        bodies.push(body);
        for party in full {
            match parties.iter_mut().find(|(known, _)| *known == party) {
                Some((_, of)) => of.push(index),
                None => parties.push((party, vec![index])),
            }
        }
    }
    parties.sort_by_key(|(party, _)| *party);
    Belonging { bodies, parties, open }
}

/// Tells who belongs to which other organisation.
pub(crate) fn section(desk: &mut Desk<'_, '_>) -> Section {
    let found = belonging(desk);
    let mut blocks = Vec::new();
    if found.bodies.is_empty() {
        let none = "This record has no organisation with members on that day.";
        blocks.push(Block::Text(words(none)));
    } else {
        let about = "Memberships are told as sources tell them. An entity that not all recognise is named as the source cited uses the name, drawn dashed, and counted nowhere.";
        blocks.push(Block::Text(words(about)));
        let table = matrix(desk, &found);
        match figures::drawing(desk, &found) {
            Ok(drawing) => {
                blocks.push(drawing);
                blocks.push(Block::Fold(words("The same as a table"), vec![table]));
            }
            Err(why) => {
                blocks.push(Block::Aside(words(format!(
                    "A table stands here in place of a drawing: {why}."
                ))));
                blocks.push(table);
            }
        }
        blocks.extend(left_open(desk, &found));
        blocks.push(names(desk, &found));
    }
    Section { id: "neighbours", heading: "Among other organisations".to_owned(), blocks }
}

/// Names what no drawing can show: memberships that the record leaves open on the day.
fn left_open(desk: &Desk<'_, '_>, found: &Belonging) -> Option<Block> {
    let told = found.open.iter().filter_map(|(party, index)| {
        let body = found.bodies.get(*index)?;
        let mut line = desk.party(*party, desk.moment.on);
        line.push(Piece::Text(format!(" in the {}", desk.body(*body))));
        Some(line)
    });
    let mut line =
        words("Left open, because readings differ or a date is not known, and so not drawn: ");
    line.extend(join(told.collect(), "; ", "; "));
    line.push(Piece::Text(".".to_owned()));
    (!found.open.is_empty()).then_some(Block::Aside(line))
}

fn matrix(desk: &Desk<'_, '_>, found: &Belonging) -> Block {
    let mut heads = vec![head("State")];
    heads.extend(found.bodies.iter().map(|body| head(&desk.body_short(*body, desk.moment.on))));
    let count = found.bodies.len();
    let cell = |party: PartyId, of: &[usize], index: usize| -> Line {
        let is_open = found.open.contains(&(party, index));
        words(match (of.contains(&index), is_open) {
            (true, _) => "●",
            (false, true) => "?",
            (false, false) => "",
        })
    };
    let mut rows = Vec::new();
    for (party, of) in &found.parties {
        let mut line = vec![desk.party(*party, desk.moment.on)];
        line.extend((0..count).map(|index| cell(*party, of, index)));
        rows.push(row(line));
    }
    let mut counts = vec![words("States counted (derived)")];
    counts.extend((0..count).map(|index| {
        let counted =
            |(party, of): &&(PartyId, Vec<usize>)| of.contains(&index) && desk.is_state(*party);
        words(found.parties.iter().filter(counted).count().to_string())
    }));
    rows.push(Row { cells: counts, from: From::Derived });
    let open = if found.open.is_empty() {
        ""
    } else {
        "; a question mark where the record leaves it open"
    };
    let caption =
        words(format!("Who belongs to which organisation on {}{open}", day_text(desk.moment.on)));
    Block::Table(Table { caption, heads, rows })
}

/// Names each organisation in full, with the sources of its memberships.
fn names(desk: &mut Desk<'_, '_>, found: &Belonging) -> Block {
    let mut lines = Vec::new();
    for body in &found.bodies {
        let answer = members(desk.asking, *body, &desk.moment);
        let mut sources: Vec<SourceRef> = Vec::new();
        for member in &answer.members {
            let act = desk.asking.history.act(member.why.position);
            for source in act.into_iter().flat_map(|act| desk.asking.history.sources(act.sources)) {
                if !sources.contains(source) {
                    sources.push(*source);
                }
            }
        }
        let (name, short) = (desk.body(*body), desk.body_short(*body, desk.moment.on));
        let mut line = vec![Piece::Strong(name.clone())];
        if short != name {
            line.push(Piece::Text(format!(" ({short})")));
        }
        line.extend(desk.cite(&sources));
        lines.push(line);
    }
    Block::List(lines)
}
