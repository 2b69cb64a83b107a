//! The timeline of the main acts, and the words of persons, states and bodies.

use super::desk::Desk;
use super::facts::shown;
use super::membership;
use super::page::{Block, Line, Piece, Section, capital, plain, words};
use super::say;
use crate::calendar::day_text;
use servanda_model::{Day, Deed, Details};

/// Tells the main acts in order: instruments, membership, decisions, requests, events.
pub(crate) fn timeline(desk: &mut Desk<'_, '_>) -> Section {
    let entries = placed(desk).into_iter().filter(|told| is_main(desk, told.position));
    let entries: Vec<Told> = entries.collect();
    let mut dated: Vec<(Day, String, Line)> =
        entries.iter().map(|told| (told.day, told.date.clone(), entry(desk, told))).collect();
    dated.extend(
        membership::expiries(desk).into_iter().map(|(day, line)| (day, day_text(day), line)),
    );
    // The sort is stable: acts of one day keep their order, and what a day's end brings stands last.
    dated.sort_by_key(|(day, ..)| *day);
    let dated = dated.into_iter().map(|(_, date, line)| (date, line)).collect();
    let mut blocks = vec![Block::Dated(dated)];
    let left = "Sessions, chairs, figures, and the memberships of other organisations are told in their own sections.";
    blocks.push(Block::Aside(words(left)));
    Section { id: "timeline", heading: "Timeline".to_owned(), blocks }
}

/// Tells what was said, in which capacity, and where.
pub(crate) fn statements(desk: &mut Desk<'_, '_>) -> Section {
    let all: Vec<Told> =
        placed(desk).into_iter().filter(|told| is_speech(desk, told.position)).collect();
    let lines = all.iter().map(|told| (told.date.clone(), entry(desk, told))).collect::<Vec<_>>();
    let count = lines.len();
    let blocks = if count == 0 {
        vec![Block::Text(words("This record has none by that day."))]
    } else {
        let about = "Words are told as words: who spoke, in which capacity on that day, and who reports it. Causes and motives are the speakers' or the accounts', never this record's.";
        let open = words(format!("{count} statements and positions, in order"));
        vec![Block::Text(words(about)), Block::Fold(open, vec![Block::Dated(lines)])]
    };
    Section { id: "statements", heading: "Statements and positions".to_owned(), blocks }
}

/// An act in its place.
struct Told {
    day: Day,
    date: String,
    position: u32,
}

fn placed(desk: &Desk<'_, '_>) -> Vec<Told> {
    let events = servanda_query::timeline(desk.asking, &desk.moment);
    events
        .into_iter()
        .map(|event| Told {
            day: event.when.order(),
            date: shown(event.when),
            position: event.position,
        })
        .collect()
}

fn is_speech(desk: &Desk<'_, '_>, position: u32) -> bool {
    desk.asking
        .history
        .act(position)
        .is_some_and(|act| matches!(act.deed, Deed::State(_) | Deed::Position { .. }))
}

fn is_main(desk: &Desk<'_, '_>, position: u32) -> bool {
    let Some(act) = desk.asking.history.act(position) else { return false };
    let own = |body| desk.own_bodies().contains(&body);
    match &act.deed {
        Deed::Sign { .. }
        | Deed::Deposit { .. }
        | Deed::Ratify { .. }
        | Deed::Refuse { .. }
        | Deed::EnterIntoForce { .. }
        | Deed::Provisional { .. }
        | Deed::GiveNotice { .. }
        | Deed::Revoke { .. }
        | Deed::End { .. }
        | Deed::Suspend { .. }
        | Deed::Resume { .. }
        | Deed::Register { .. }
        | Deed::Reserve { .. }
        | Deed::Object { .. }
        | Deed::Decide(_)
        | Deed::Request { .. }
        | Deed::Aid(_)
        | Deed::Happen { .. }
        | Deed::Agree { .. }
        | Deed::Amend { .. }
        | Deed::Correct { .. } => true,
        Deed::Join { body, .. } | Deed::Leave { body, .. } | Deed::SuspendMember { body, .. } => {
            own(*body)
        }
        Deed::VoteRight { .. } | Deed::Vote { .. } => true,
        Deed::Session { .. }
        | Deed::Paper(_)
        | Deed::Chair { .. }
        | Deed::Appoint(_)
        | Deed::Vacate { .. }
        | Deed::State(_)
        | Deed::Exercise { .. }
        | Deed::Figure(_)
        | Deed::Position { .. } => false,
    }
}

/// Says one act: the deed, what it was about, claims as their makers', remarks, sources.
fn entry(desk: &mut Desk<'_, '_>, told: &Told) -> Line {
    let Some(placed) = desk.asking.place(told.position, &desk.moment, &[]) else {
        return Vec::new();
    };
    let (deed, act, on) = (placed.deed, placed.act, placed.day);
    let details = act.details.as_deref();
    let mut line = capital(say::deed(desk, deed, on));
    if let Deed::Position { party, on: entity, position } = deed {
        line = desk.party(*party, on);
        line.push(Piece::Text(format!(" {} ", position.replace('-', " "))));
        line.extend(desk.party(*entity, on));
    }
    let place = details.and_then(|details| details.place).map(|place| desk.place(place, on));
    if let Some(place) = place.filter(|place| !plain(&line).contains(place.as_str())) {
        line.push(Piece::Text(format!(" ({place})")));
    }
    let dash = if matches!(deed, Deed::Decide(_) | Deed::State(_)) { ": " } else { " – " };
    about(&mut line, details, dash);
    line.push(Piece::Text(".".to_owned()));
    let sources = desk.asking.history.sources(act.sources).to_vec();
    if let Some(claim) = details.and_then(|details| details.claims.first()) {
        let own = claim.starts_with("According to") || matches!(deed, Deed::State(_));
        let said = if own {
            format!(" {claim}.")
        } else {
            format!(" According to the sources cited: {claim}.")
        };
        line.push(Piece::Quiet(if matches!(deed, Deed::State(_)) {
            format!(" Claimed: {claim}.")
        } else {
            said
        }));
    }
    line.extend(desk.notes_of(details));
    line.extend(desk.cite(&sources));
    line
}

/// Adds what an act was about, where the sentence does not say it.
fn about(line: &mut Line, details: Option<&Details>, dash: &str) {
    let said = plain(line);
    for what in details.into_iter().flat_map(|details| &details.what) {
        if !said.contains(what.as_str()) {
            line.push(Piece::Text(format!("{dash}{what}")));
        }
    }
    let opinions = details.into_iter().flat_map(|details| &details.counts);
    for count in opinions {
        line.push(Piece::Quiet(format!("; {} {}", count.of, super::facts::number(&count.number))));
    }
}
