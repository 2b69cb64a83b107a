//! Tables as CSV (RFC 4180): who takes part in forces, the exercises, the figures.

use crate::asked::Asked;
use crate::pages::{forces_acts, forces_instruments};
use crate::refusal::Refusal;
use crate::site::Site;
use crate::told;
use servanda_model::{Deed, List, PartyId};
use servanda_query::{source_text, status};

type Sheet = Result<String, Refusal>;

/// Lists who takes part in the instruments by which forces are sent.
pub(crate) fn forces(site: &Site, asked: &Asked) -> Sheet {
    let law = &site.record().law;
    let mut text = line(&["instrument", "in_force", "state", "status", "since", "act"]);
    for id in forces_instruments(site) {
        let found = status(site.asking(), id, &asked.moment);
        let in_force = if found.in_force { "yes" } else { "no" };
        for row in &found.participants {
            let since = row.since.map(|day| day.to_string()).unwrap_or_default();
            let (state, act) =
                (law.party_names.word(row.party), told::act_word(site, row.why.position));
            let word = law.instrument_names.word(id);
            text.push_str(&line(&[word, in_force, state, row.status.word(), &since, &act]));
        }
    }
    Ok(text)
}

/// Lists the exercises.
pub(crate) fn exercises(site: &Site, asked: &Asked) -> Sheet {
    let history = &site.record().history;
    let headings = ["date", "name", "where", "taking_part", "counts", "sources", "act"];
    let mut text = line(&headings);
    for (position, when, deed) in forces_acts(site, asked) {
        let Deed::Exercise { name, parties } = deed else { continue };
        let details = history.act(position).and_then(|act| act.details.as_deref());
        let taking_part = details.map(|details| codes(site, &details.taking_part));
        let counts = details.into_iter().flat_map(|details| &details.counts);
        let counts: Vec<String> =
            counts.map(|count| format!("{} {}", count.number, count.of)).collect();
        let cells = [
            &when.to_string(),
            name.as_ref(),
            &place(site, *parties),
            &taking_part.unwrap_or_default(),
            &counts.join("; "),
            &sources(site, position),
            &told::act_word(site, position),
        ];
        text.push_str(&line(&cells));
    }
    Ok(text)
}

/// Lists the figures that sources give.
pub(crate) fn figures(site: &Site, asked: &Asked) -> Sheet {
    let law = &site.record().law;
    let mut text = line(&["name", "of", "number", "date", "sources", "act"]);
    for (position, when, deed) in forces_acts(site, asked) {
        let Deed::Figure(figure) = deed else { continue };
        let party = figure.party.map(|party| law.party_names.word(party));
        let of = party.or(figure.body.map(|body| law.body_names.word(body)));
        let cells = [
            figure.name.as_str(),
            of.unwrap_or_default(),
            figure.number.as_str(),
            &when.to_string(),
            &sources(site, position),
            &told::act_word(site, position),
        ];
        text.push_str(&line(&cells));
    }
    Ok(text)
}

fn place(site: &Site, list: List) -> String {
    codes(site, site.record().history.parties(list))
}

fn codes(site: &Site, parties: &[PartyId]) -> String {
    let law = &site.record().law;
    parties.iter().map(|party| law.party_names.word(*party)).collect::<Vec<_>>().join(" ")
}

fn sources(site: &Site, position: u32) -> String {
    let history = &site.record().history;
    let cited = history.act(position).map(|act| history.sources(act.sources)).unwrap_or_default();
    let cited: Vec<String> = cited.iter().map(|one| source_text(site.asking(), one)).collect();
    cited.join(" ")
}

/// Writes a line; a cell with a comma, a quote or a line break stands in quotes.
fn line(cells: &[&str]) -> String {
    let quoted = |cell: &&str| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            (*cell).to_owned()
        }
    };
    format!("{}\r\n", cells.iter().map(quoted).collect::<Vec<_>>().join(","))
}
