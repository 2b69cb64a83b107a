//! The drawings of a page: where the members lie, and which organisations share which members.

use super::desk::Desk;
use super::neighbours::Belonging;
use super::page::{Block, Picture, Piece, words};
use crate::calendar::day_text;
use crate::euler::{self, Organization, Polity, Scene, Standing};
use crate::locator::{self, Locator, Shade};
use servanda_model::{Id as _, InstrumentId, InstrumentKind, MemberStatus, Status};
use servanda_query::{RowStatus, members, status};
use std::collections::BTreeMap;

/// Draws where the members lie, from a boundary file; says why where the file cannot be read.
pub(crate) fn map(desk: &Desk<'_, '_>, boundaries: Option<&str>) -> Option<Block> {
    let parsed = match locator::parse(boundaries?) {
        Ok(parsed) => parsed,
        Err(faults) => {
            let first =
                faults.first().map(|fault| format!("line {}: {}", fault.line, fault.message));
            let said = format!(
                "The map is left out, because its boundary file cannot be read: {}.",
                first.unwrap_or_default()
            );
            return Some(Block::Aside(words(said)));
        }
    };
    let shades = shades(desk);
    let title = format!("Members of the {}", desk.asking.law.own.map(|own| desk.body(own))?);
    let day = day_text(desk.moment.on);
    let svg = locator::render(&parsed, &Locator { title: &title, day: &day, shades: &shades });
    let mut caption =
        words(format!("{title} on {day}. Boundaries: {} ({}). ", parsed.source, parsed.licence));
    caption.push(Piece::Quiet(parsed.view.clone()));
    Some(Block::Picture(Picture { svg, caption }))
}

/// Finds how each state is shown: its standing in the organisation, in its organs, in its treaties.
fn shades(desk: &Desk<'_, '_>) -> BTreeMap<String, Shade> {
    let mut shades: BTreeMap<String, Shade> = BTreeMap::new();
    let mut shade = |party, shade: Shade| {
        let word = desk.asking.law.party_names.word(party).to_owned();
        let shown = shades.entry(word).or_insert(shade);
        *shown = (*shown).min(shade);
    };
    for body in desk.own_bodies() {
        for member in members(desk.asking, body, &desk.moment).members {
            let own = Some(body) == desk.asking.law.own;
            match member.status {
                Some(MemberStatus::Member) if own => shade(member.party, Shade::Member),
                Some(MemberStatus::Suspended) if own => shade(member.party, Shade::Suspended),
                Some(MemberStatus::Observer | MemberStatus::Partner) => {
                    shade(member.party, Shade::Observer);
                }
                Some(MemberStatus::Former) if own => shade(member.party, Shade::Former),
                Some(MemberStatus::Member | MemberStatus::Suspended | MemberStatus::Former)
                | None => {}
            }
        }
    }
    for (ordinal, row) in (0u32..).zip(&desk.asking.law.instruments) {
        if row.of != desk.asking.law.own || row.kind != InstrumentKind::Treaty {
            continue;
        }
        let answer = status(desk.asking, InstrumentId::of(ordinal), &desk.moment);
        let former =
            answer.participants.iter().filter(|row| row.status == RowStatus::Is(Status::Former));
        former.for_each(|row| shade(row.party, Shade::Former));
    }
    shades
}

/// Draws which organisations share which members; says why where no exact drawing was found.
pub(crate) fn drawing(desk: &Desk<'_, '_>, found: &Belonging) -> Result<Block, String> {
    let law = desk.asking.law;
    let polities: Vec<Polity<'_>> = found
        .parties
        .iter()
        .filter_map(|(party, _)| {
            let titles = &law.party(*party)?.titles;
            let standing = if desk.is_state(*party) { Standing::State } else { Standing::Entity };
            let name = titles.short_or_main(desk.moment.on);
            Some(Polity { code: law.party_names.word(*party), name, standing })
        })
        .collect();
    let organizations: Vec<Organization<'_>> = (0usize..)
        .zip(&found.bodies)
        .filter_map(|(index, body)| {
            let titles = &law.body(*body)?.titles;
            let within = (0usize..).zip(&found.parties).filter(|(_, (_, of))| of.contains(&index));
            let members = within.map(|(position, _)| position).collect();
            let short = titles.short_or_main(desk.moment.on);
            Some(Organization {
                id: law.body_names.word(*body),
                short,
                title: &titles.main,
                members,
            })
        })
        .collect();
    let title = format!("Organisations and their members on {}", day_text(desk.moment.on));
    let scene =
        Scene { title: &title, note: "", polities: &polities, organizations: &organizations };
    let arranged = euler::arrange(&scene).map_err(|obstacle| obstacle.to_string())?;
    let svg = euler::render(&scene, &arranged);
    let caption = words(format!(
        "{title}. Every state stands inside exactly the outlines of the organisations it belongs to; a dashed frame marks an entity that not all recognise, which is counted nowhere."
    ));
    Ok(Block::Picture(Picture { svg, caption }))
}
