//! The first sentences and the box of facts.

use super::arithmetic::{grouped, whole};
use super::desk::Desk;
use super::languages;
use super::organs;
use super::page::{Line, Piece, join, words};
use crate::calendar::{day_text, month_name};
use servanda_model::{
    Day, Deed, Figure, Id as _, MemberStatus, OfficeId, Remark, SourceRef, TitleForm, When,
};
use servanda_query::{chair, members, office};

/// Tells in a few sentences who the organisation is, on whose word, and who belongs to it.
pub(crate) fn lead(desk: &mut Desk<'_, '_>) -> Vec<Line> {
    let Some(own) = desk.asking.law.own else { return Vec::new() };
    let (name, short) = (desk.body(own), desk.body_short(own, desk.moment.on));
    let mut first = vec![Piece::Text("The ".to_owned()), Piece::Strong(name.clone())];
    if short != name {
        first.push(Piece::Text(format!(" ({short})")));
    }
    let kinds: Vec<Line> = particulars(desk, "kind")
        .into_iter()
        .map(|(said, sources)| {
            let mut line = words(format!("{} {said} according to", article(&said)));
            line.extend(desk.cite(&sources));
            line
        })
        .collect();
    if kinds.is_empty() {
        first.push(Piece::Text(" is told here from its own record.".to_owned()));
    } else {
        first.push(Piece::Text(" is ".to_owned()));
        first.extend(join(kinds, "; ", "; "));
        first.push(Piece::Text(".".to_owned()));
    }
    vec![first, belonging(desk, own)]
}

fn article(said: &str) -> &'static str {
    if said.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" }
}

/// Says who the members are.
fn belonging(desk: &Desk<'_, '_>, own: servanda_model::BodyId) -> Line {
    let answer = members(desk.asking, own, &desk.moment);
    let with = |wanted: MemberStatus| -> Vec<_> {
        let rows = answer
            .members
            .iter()
            .filter(|row| row.status == Some(wanted) && desk.is_state(row.party));
        rows.map(|row| row.party).collect()
    };
    let (full, suspended) = (with(MemberStatus::Member), with(MemberStatus::Suspended));
    let mut line = words(format!("On {} ", day_text(desk.moment.on)));
    if full.is_empty() {
        line.push(Piece::Text("this record has no members of it.".to_owned()));
        return line;
    }
    let count = full.len();
    line.push(Piece::Text(format!("it has {count} member{}: ", if count == 1 { "" } else { "s" })));
    line.extend(desk.parties(&full, desk.moment.on));
    line.push(Piece::Text(".".to_owned()));
    if !suspended.is_empty() {
        line.push(Piece::Text(" The membership of ".to_owned()));
        line.extend(desk.parties(&suspended, desk.moment.on));
        line.push(Piece::Text(" is suspended.".to_owned()));
    }
    line
}

/// Returns what the record says of the own organisation under a word.
fn particulars(desk: &Desk<'_, '_>, word: &str) -> Vec<(String, Vec<SourceRef>)> {
    let own = desk.asking.law.own.and_then(|own| desk.asking.law.body(own));
    let all =
        own.into_iter().flat_map(|body| &body.particulars).filter(|(known, ..)| known == word);
    all.map(|(_, said, sources)| (said.clone(), sources.clone())).collect()
}

/// Lists the facts of the box.
pub(crate) fn facts(desk: &mut Desk<'_, '_>) -> Vec<(String, Vec<Line>)> {
    let is_main = |form| matches!(form, TitleForm::Plain | TitleForm::Official);
    let mut facts = vec![("Name".to_owned(), names(desk, is_main))];
    facts.push(("Kind".to_owned(), said(desk, "kind")));
    facts.push(("Formed".to_owned(), formed(desk)));
    facts.push(("Headquarters".to_owned(), seat(desk)));
    facts.push(("Official language".to_owned(), said(desk, "official-language")));
    facts.extend(chairs(desk));
    facts.extend(offices(desk));
    facts.push(("Population".to_owned(), population(desk)));
    facts.push(("Other forms of the name".to_owned(), names(desk, |form| !is_main(form))));
    facts.retain(|(_, lines)| !lines.is_empty());
    facts
}

fn names(desk: &mut Desk<'_, '_>, wanted: impl Fn(TitleForm) -> bool) -> Vec<Line> {
    let Some(titles) = desk.own_titles() else { return Vec::new() };
    let shown = titles.others.iter().filter(|title| wanted(title.form)).filter(|title| {
        title.from.is_none_or(|from| from <= desk.moment.on)
            && title.until.is_none_or(|until| desk.moment.on < until)
    });
    let shown: Vec<_> = shown.collect();
    let mut lines: Vec<Line> = Vec::new();
    for title in shown {
        let mut line = vec![Piece::Quiet(format!("{} ", languages::name(&title.language)))];
        line.push(Piece::Foreign(languages::tag(&title.language), title.text.clone()));
        let form = match title.form {
            TitleForm::Plain | TitleForm::Official => "",
            TitleForm::Short => " (short)",
            TitleForm::Romanised => " (in Latin letters)",
            TitleForm::Alias => " (also)",
        };
        line.push(Piece::Quiet(format!("{form}{}", if title.draft { ", draft" } else { "" })));
        line.extend(desk.cite(&title.sources));
        lines.push(line);
    }
    lines
}

fn said(desk: &mut Desk<'_, '_>, word: &str) -> Vec<Line> {
    let all = particulars(desk, word);
    all.into_iter()
        .map(|(said, sources)| {
            let mut line = words(said);
            line.push(Piece::Quiet(", according to".to_owned()));
            line.extend(desk.cite(&sources));
            line
        })
        .collect()
}

fn formed(desk: &mut Desk<'_, '_>) -> Vec<Line> {
    let all = particulars(desk, "founded");
    all.into_iter()
        .map(|(said, sources)| {
            let (date, what) = said.split_once(' ').unwrap_or((&said, ""));
            let shown = date.parse::<When>().map_or_else(|()| date.to_owned(), shown);
            let mut line = vec![Piece::Strong(shown), Piece::Text(format!(" {what}"))];
            line.extend(desk.cite(&sources));
            line
        })
        .collect()
}

fn seat(desk: &mut Desk<'_, '_>) -> Vec<Line> {
    let own = desk.asking.law.own.and_then(|own| desk.asking.law.body(own));
    let Some(seat) = own.and_then(|body| body.seat) else { return Vec::new() };
    let mut line = words(desk.place(seat, desk.moment.on));
    let place = desk.asking.law.place(seat);
    if let Some(state) = place.and_then(|place| place.state) {
        line.push(Piece::Text(", ".to_owned()));
        line.extend(desk.party(state, desk.moment.on));
    }
    let sources =
        place.and_then(|place| place.titles.others.iter().find(|title| !title.sources.is_empty()));
    let sources = sources.map(|title| title.sources.clone()).unwrap_or_default();
    line.extend(desk.cite(&sources));
    vec![line]
}

fn chairs(desk: &mut Desk<'_, '_>) -> Vec<(String, Vec<Line>)> {
    let mut facts = Vec::new();
    for organ in desk.own_bodies() {
        let answer = chair(desk.asking, organ, &desk.moment);
        let Some(holder) = answer.holder else {
            let open = answer.note.map(|note| vec![words(left_open(desk, &note))]);
            facts.extend(open.map(|open| (format!("Chair of the {}", desk.body(organ)), open)));
            continue;
        };
        let mut line = desk.party(holder, desk.moment.on);
        let signed =
            answer.why.and_then(|why| desk.asking.history.act(why.position)?.details.as_ref());
        if let Some(person) = signed.and_then(|details| details.signed.first()) {
            line.push(Piece::Text(format!(", {}", person.person)));
        }
        line.push(Piece::Quiet(since(answer.since)));
        if let Some(why) = answer.why {
            line.extend(desk.cite_act(why.position));
        }
        facts.push((format!("Chair of the {}", desk.body(organ)), vec![line]));
    }
    facts
}

fn offices(desk: &mut Desk<'_, '_>) -> Vec<(String, Vec<Line>)> {
    let mut facts = Vec::new();
    for (ordinal, row) in (0u32..).zip(&desk.asking.law.offices) {
        let answer = office(desk.asking, OfficeId::of(ordinal), &desk.moment);
        let Some(holder) = answer.holder else {
            let open = answer.note.map(|note| vec![words(left_open(desk, &note))]);
            facts.extend(open.map(|open| (row.titles.main.clone(), open)));
            continue;
        };
        let mut line = words(holder);
        if let Some(of) = answer.of {
            line.push(Piece::Text(", ".to_owned()));
            line.extend(desk.party(of, desk.moment.on));
        }
        let acting = if answer.acting { ", acting" } else { "" };
        line.push(Piece::Quiet(format!("{acting}{}", since(answer.since))));
        if let Some(why) = answer.why {
            line.extend(desk.cite_act(why.position));
        }
        facts.push((row.titles.main.clone(), vec![line]));
    }
    facts
}

/// Says why it is left open who holds a seat.
pub(crate) fn left_open(desk: &Desk<'_, '_>, note: &Remark) -> String {
    format!("left open: {}", organs::names(desk, &note.english(desk.asking.law)))
}

fn since(day: Option<Day>) -> String {
    day.map(|day| format!(", since {}", day_text(day))).unwrap_or_default()
}

fn population(desk: &mut Desk<'_, '_>) -> Vec<Line> {
    let Some((position, when, figure)) = figure_of_own(desk, POPULATION) else { return Vec::new() };
    let mut line = words(number(&figure.number));
    line.push(Piece::Quiet(format!(" ({when})")));
    line.extend(desk.cite_act(position));
    vec![line]
}

/// The name under which a record gives the number of inhabitants.
pub(crate) const POPULATION: &str = "population";

/// Returns the latest figure of this name for the own organisation, known and dated by the day.
pub(crate) fn figure_of_own<'r>(
    desk: &Desk<'_, 'r>,
    name: &str,
) -> Option<(u32, When, &'r Figure)> {
    let history = desk.asking.history;
    let all = (0u32..).zip(&history.acts).filter_map(|(position, act)| {
        let Deed::Figure(figure) = &act.deed else { return None };
        Some((position, act.when, &**figure))
    });
    let own = all.filter(|(position, when, figure)| {
        figure.name == name
            && figure.party.is_none()
            && (figure.body.is_none() || figure.body == desk.asking.law.own)
            && when.earliest() <= desk.moment.on
            && desk.asking.is_known(*position, &desk.moment)
    });
    own.max_by_key(|(_, when, _)| when.order())
}

/// Returns a number as it is written for people.
pub(crate) fn number(written: &str) -> String {
    whole(written).map_or_else(|| written.to_owned(), grouped)
}

/// Returns a date as people write it, never more exact than it is.
pub(crate) fn shown(when: When) -> String {
    if let Some(day) = when.exact() {
        return day_text(day);
    }
    let text = when.to_string();
    if let Some((first, last)) = text.split_once('/') {
        return match (first, last) {
            ("..", last) => format!("by {}", part(last)),
            (first, "..") => format!("{} or later", part(first)),
            (first, last) => format!("between {} and {}", part(first), part(last)),
        };
    }
    part(&text)
}

/// Returns one end of a date as people write it.
fn part(text: &str) -> String {
    let (plain, doubt) = match text.strip_suffix(['?', '~', '%']) {
        Some(plain) if text.ends_with('~') => (plain, "about "),
        Some(plain) => (plain, "perhaps "),
        None => (text, ""),
    };
    let mut parts = plain.split('-');
    let (year, number) =
        (parts.next().unwrap_or(plain), parts.next().and_then(|m| m.parse::<u32>().ok()));
    if let Ok(day) = plain.parse::<Day>() {
        return format!("{doubt}{}", day_text(day));
    }
    match number {
        Some(number) => format!("{doubt}{} {year}", month_name(number)),
        None if plain.ends_with('X') && year.len() == 4 && plain == year => {
            format!("{doubt}{}s", year.replace('X', "0"))
        }
        None => format!("{doubt}{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_never_made_more_exact() {
        let said = |text: &str| shown(text.parse().unwrap());
        assert_eq!(said("1999-04-21"), "21 April 1999");
        assert_eq!(said("2009-10"), "October 2009");
        assert_eq!(said("2008-07?"), "perhaps July 2008");
        assert_eq!(said("2005-08-26?"), "perhaps 26 August 2005");
        assert_eq!(said("../2020-05-15"), "by 15 May 2020");
        assert_eq!(said("2021-07/.."), "July 2021 or later");
        assert_eq!(said("2008-03-28/2012-06-28"), "between 28 March 2008 and 28 June 2012");
        assert_eq!(said("199X"), "1990s");
    }
}
