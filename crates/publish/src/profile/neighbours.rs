//! Other organisations: who belongs to which, as a drawing and as a table.

use super::desk::Desk;
use super::facts::long;
use super::page::{Block, Line, Piece, Section, Table, head, row, words};
use servanda_model::{BodyId, BodyKind, Id as _, MemberStatus, PartyId};
use servanda_query::members;

/// Who belongs to which organisation on the day: the sets of the drawing, as plain values.
pub(crate) struct Belonging {
    /// The organisations that have members on the day.
    pub(crate) bodies: Vec<BodyId>,
    /// Each party with the organisations it belongs to, by their place in the list.
    pub(crate) parties: Vec<(PartyId, Vec<usize>)>,
}

/// Finds who belongs to which organisation on the day.
pub(crate) fn belonging(desk: &Desk<'_, '_>) -> Belonging {
    let all = (0u32..).zip(&desk.asking.law.bodies);
    let organisations = all.filter(|(_, body)| matches!(body.kind, BodyKind::Own | BodyKind::Observed));
    let mut bodies = Vec::new();
    let mut parties: Vec<(PartyId, Vec<usize>)> = Vec::new();
    for (ordinal, _) in organisations {
        let body = BodyId::of(ordinal);
        let answer = members(desk.asking, body, &desk.moment);
        let full: Vec<PartyId> = answer.members.iter().filter(|row| row.status == Some(MemberStatus::Member)).map(|row| row.party).collect();
        if full.is_empty() {
            continue;
        }
        let index = bodies.len();
        bodies.push(body);
        for party in full {
            match parties.iter_mut().find(|(known, _)| *known == party) {
                Some((_, of)) => of.push(index),
                None => parties.push((party, vec![index])),
            }
        }
    }
    parties.sort_by_key(|(party, _)| *party);
    Belonging { bodies, parties }
}

/// Tells who belongs to which other organisation.
pub(crate) fn section(desk: &mut Desk<'_, '_>, drawing: Option<Block>) -> Section {
    let found = belonging(desk);
    let mut blocks = Vec::new();
    if found.bodies.is_empty() {
        blocks.push(Block::Text(words("This record has no organisation with members on that day.")));
    } else {
        let about = "Memberships are told as sources tell them; an entity that not all recognise is named as the source cited uses the name, set in a dashed frame, and counted nowhere.";
        blocks.push(Block::Text(words(about)));
        blocks.extend(drawing);
        blocks.push(matrix(desk, &found));
    }
    Section { id: "neighbours", heading: "Among other organisations".to_owned(), blocks }
}

fn matrix(desk: &mut Desk<'_, '_>, found: &Belonging) -> Block {
    let mut heads = vec![head("State")];
    heads.extend(found.bodies.iter().map(|body| head(&desk.body_short(*body, desk.moment.on))));
    let cells = |of: &[usize]| -> Vec<Line> {
        (0..found.bodies.len()).map(|index| words(if of.contains(&index) { "●" } else { "" })).collect()
    };
    let mut rows = Vec::new();
    for (party, of) in &found.parties {
        let mut line = vec![desk.party(*party, desk.moment.on)];
        line.extend(cells(of));
        rows.push(row(line));
    }
    let mut counts = vec![words("States counted")];
    counts.extend((0..found.bodies.len()).map(|index| {
        let states = found.parties.iter().filter(|(party, of)| of.contains(&index) && desk.is_state(*party));
        words(states.count().to_string())
    }));
    rows.push(super::page::Row { cells: counts, from: super::page::From::Derived });
    let mut caption = words(format!("Who belongs to which organisation on {}", long(desk.moment.on)));
    let bodies = found.bodies.clone();
    for body in bodies {
        let answer = members(desk.asking, body, &desk.moment);
        for member in answer.members.iter().filter(|row| row.status == Some(MemberStatus::Member)) {
            let sources = desk.asking.history.act(member.why.position).map(|act| desk.asking.history.sources(act.sources).to_vec());
            desk.cite(&sources.unwrap_or_default());
        }
    }
    caption.push(Piece::Quiet("; the acts behind it are in the record's journal".to_owned()));
    let open = words("The same as a table");
    Block::Fold(open, vec![Block::Table(Table { caption, heads, rows })])
}
