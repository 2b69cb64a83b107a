//! Small parts of pages: days in words, status and evidence marks, tables that scroll in a box.

use maud::{Markup, PreEscaped, html};
use servanda_model::{Cause, Day, Evidence, InstrumentKind, When};
pub(crate) use servanda_publish::calendar::day_text;
use servanda_publish::calendar::month_name;

/// Shows a day.
pub(crate) fn day(day: Day) -> Markup {
    html! { time datetime=(day) { (day_text(day)) } }
}

/// Shows a day, or that it is not known.
pub(crate) fn day_or(day_known: Option<Day>, otherwise: &str) -> Markup {
    html! {
        @match day_known {
            Some(known) => { (day(known)) }
            None => { @if !otherwise.is_empty() { span.quiet { (otherwise) } } }
        }
    }
}

/// Shows a date as exactly as it is known, in words.
pub(crate) fn when(when: When) -> Markup {
    match when.exact() {
        Some(exact) => day(exact),
        None => {
            html! { span.approx title=(format!("EDTF {when}")) { (when_text(&when.to_string())) } }
        }
    }
}

/// Returns an EDTF date of level 0 or 1 in words.
pub(crate) fn when_text(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some(("..", end)) => format!("by {}", one_end(end)),
        Some((start, "..")) => format!("from {} on", one_end(start)),
        Some((start, end)) => format!("between {} and {}", one_end(start), one_end(end)),
        None => one_end(edtf),
    }
}

fn one_end(text: &str) -> String {
    let doubts = [('?', "perhaps "), ('~', "about "), ('%', "perhaps about ")];
    let doubt = doubts.iter().find_map(|(mark, word)| Some((text.strip_suffix(*mark)?, *word)));
    let (body, doubt) = doubt.unwrap_or((text, ""));
    if let Ok(day) = body.parse::<Day>() {
        return format!("{doubt}{}", day_text(day));
    }
    let shown = match body.split('-').collect::<Vec<_>>().as_slice() {
        [year, "XX", ..] => format!("some day of {year}"),
        [year, month, "XX"] => {
            format!("some day of {} {year}", month_name(month.parse().unwrap_or(0)))
        }
        [year, month] => format!("{} {year}", month_name(month.parse().unwrap_or(0))),
        [year] => match year.strip_suffix("XX").or_else(|| year.strip_suffix('X')) {
            Some(_) => format!("the years {}", year.replace('X', "0s").replacen("0s0s", "00s", 1)),
            None => (*year).to_owned(),
        },
        _ => body.to_owned(),
    };
    format!("{doubt}{shown}")
}

/// Shows how a party stands, with a mark that does not rest on colour alone.
pub(crate) fn status(word: &str) -> Markup {
    html! { span class=(format!("mark is-{word}")) { (word.replace('-', " ")) } }
}

/// Shows why something ended or is suspended.
pub(crate) fn cause(cause: Option<Cause>) -> Markup {
    let text = match cause {
        None => "",
        Some(Cause::ExpiredNotExtended) => "the term ended and was not extended",
        Some(Cause::Withdrawn) => "withdrawal",
        Some(Cause::Expelled) => "expulsion",
        Some(Cause::SuspendedSanction) => "as a sanction",
        Some(Cause::SuspendedOwnRequest) => "at its own request",
        Some(Cause::Superseded) => "a later instrument took its place",
    };
    html! { (text) }
}

/// Shows how sure an article, a source or an answer is.
pub(crate) fn evidence(evidence: Evidence) -> Markup {
    html! {
        a class=(format!("evidence ev-{}", evidence.word())) href={ "/about#" (evidence.word()) }
            { (evidence_text(evidence)) }
    }
}

/// Returns what a word of evidence means to people.
pub(crate) fn evidence_text(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::OfficialText => "official text",
        Evidence::Account => "an account",
        Evidence::Secondary => "a public source",
        Evidence::Unverified => "unverified",
    }
}

/// Returns what an instrument is, in a word.
pub(crate) fn kind_text(kind: InstrumentKind) -> &'static str {
    match kind {
        InstrumentKind::Treaty => "treaty",
        InstrumentKind::Protocol => "agreement or protocol",
        InstrumentKind::Decision => "decision or regulation of an organ",
        InstrumentKind::Practice => "practice",
    }
}

/// Shows a table in a box of its own, which scrolls; on a phone each row is a card, whose cells
/// carry the headings themselves.
pub(crate) fn table(caption: &str, headings: &[&str], rows: &[Markup]) -> Markup {
    let rows = rows.iter().map(|row| PreEscaped(headed(&row.0, headings)));
    html! {
        div.scroll role="region" aria-label=(caption) tabindex="0" {
            table {
                caption { (caption) }
                thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
                tbody { @for row in rows { (row) } }
            }
        }
    }
}

/// Writes each heading into the cell below it; cells hold no tables of their own.
fn headed(row: &str, headings: &[&str]) -> String {
    let mut text = String::with_capacity(row.len().saturating_mul(2));
    let mut headings = headings.iter();
    let mut rest = row;
    while let Some(at) = rest.find("<t") {
        let (before, tag) = rest.split_at_checked(at.saturating_add(3)).unwrap_or((rest, ""));
        text.push_str(before);
        let is_cell = before.ends_with("<td") || before.ends_with("<th");
        let heading = if is_cell { headings.next() } else { None };
        if let Some(heading) = heading.filter(|heading| !heading.is_empty()) {
            let heading = html! { (heading) }.into_string();
            text.push_str(&format!(" data-head=\"{heading}\""));
        }
        rest = tag;
    }
    text.push_str(rest);
    text
}

/// Shows that there is nothing, and what to do about it.
pub(crate) fn empty(text: &str) -> Markup {
    html! { p.empty { (text) } }
}

/// Returns a count with its noun.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_exactly_as_they_are_known() {
        for (edtf, text) in [
            ("1999-04-21", "21 April 1999"),
            ("2009-10", "October 2009"),
            ("2012?", "perhaps 2012"),
            ("199X", "the years 1990s"),
            ("19XX", "the years 1900s"),
            ("1999-XX", "some day of 1999"),
            ("1996-02-XX%", "perhaps about some day of February 1996"),
            ("2008-03-28/2012-06-28", "between 28 March 2008 and 28 June 2012"),
            ("2010-07/..", "from July 2010 on"),
            ("../1999~", "by about 1999"),
        ] {
            assert_eq!(when_text(edtf), text);
        }
    }
}
