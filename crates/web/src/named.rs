//! Names of the record as links: every name leads to its own page and keeps the moment.

use crate::asked::{Asked, encoded};
use crate::name::{Name, Size};
use crate::parts;
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
use maud::{Markup, html};
use servanda_model::{
    ArticleId, BodyId, InstrumentId, OfficeId, PartyId, PartyKind, PlaceId, Procedure, SourceId,
    SourceRef, Yearly,
};
use servanda_query::source_text;

/// Returns the short name of a party on the day asked about.
pub(crate) fn party_name<'s>(site: &'s Site, asked: &Asked, id: PartyId) -> Name<'s> {
    let law = &site.record().law;
    law.party(id).map_or_else(
        || Name::word(law.party_names.word(id)),
        |party| Name::of(asked, &party.titles, Size::Short),
    )
}

/// Returns the same as plain text.
pub(crate) fn party_text<'s>(site: &'s Site, asked: &Asked, id: PartyId) -> &'s str {
    party_name(site, asked, id).text
}

/// Tells whether a party is an entity that not all recognise as a state.
pub(crate) fn is_entity(site: &Site, id: PartyId) -> bool {
    site.record().law.party(id).is_some_and(|party| party.kind == PartyKind::Entity)
}

/// Shows a party.
pub(crate) fn party(site: &Site, asked: &Asked, id: PartyId) -> Markup {
    let word = site.record().law.party_names.word(id);
    let class = is_entity(site, id).then_some("entity");
    let path = format!("/states/{}", encoded(word));
    party_name(site, asked, id).link(asked, class, &path)
}

/// Shows several parties.
pub(crate) fn parties(site: &Site, asked: &Asked, ids: &[PartyId]) -> Markup {
    html! { @for (index, id) in ids.iter().enumerate() { @if index > 0 { ", " } (party(site, asked, *id)) } }
}

/// Sorts what belongs to parties as the language sorts their names.
pub(crate) fn sorted<T>(
    site: &Site,
    asked: &Asked,
    mut rows: Vec<T>,
    party: impl Fn(&T) -> PartyId,
) -> Vec<T> {
    let name = |row: &T| party_text(site, asked, party(row));
    rows.sort_by(|one, other| asked.tongue().compare(name(one), name(other)));
    rows
}

/// Returns the title of an instrument.
pub(crate) fn instrument_name<'s>(site: &'s Site, asked: &Asked, id: InstrumentId) -> Name<'s> {
    let law = &site.record().law;
    law.instrument(id).map_or_else(
        || Name::word(law.instrument_names.word(id)),
        |row| Name::of(asked, &row.titles, Size::Whole),
    )
}

/// Shows an instrument.
pub(crate) fn instrument(site: &Site, asked: &Asked, id: InstrumentId) -> Markup {
    let word = site.record().law.instrument_names.word(id);
    instrument_name(site, asked, id).link(asked, None, &format!("/status/{}", encoded(word)))
}

/// Returns the name of a body.
pub(crate) fn body_name<'s>(site: &'s Site, asked: &Asked, id: BodyId) -> Name<'s> {
    let law = &site.record().law;
    law.body(id).map_or_else(
        || Name::word(law.body_names.word(id)),
        |row| Name::of(asked, &row.titles, Size::Whole),
    )
}

/// Shows a body.
pub(crate) fn body(site: &Site, asked: &Asked, id: BodyId) -> Markup {
    let (word, name) = (site.record().law.body_names.word(id), body_name(site, asked, id));
    if site.has_body(id) {
        name.link(asked, None, &format!("/members/{}", encoded(word)))
    } else {
        name.shown(asked)
    }
}

/// Returns the name of the organisation whose record this is, where it has one.
pub(crate) fn own<'s>(site: &'s Site, asked: &Asked) -> Option<Name<'s>> {
    site.own().map(|own| body_name(site, asked, own))
}

/// Shows the name of the organisation whose record this is.
pub(crate) fn own_shown(site: &Site, asked: &Asked) -> Markup {
    own(site, asked).map_or_else(|| say!(asked, "parts-this-record"), |name| name.shown(asked))
}

/// Returns the same as plain text.
pub(crate) fn own_text(site: &Site, asked: &Asked) -> String {
    own(site, asked).map_or_else(|| text!(asked, "parts-this-record"), |name| name.text.to_owned())
}

/// Returns the title of an office.
pub(crate) fn office_name<'s>(site: &'s Site, asked: &Asked, id: OfficeId) -> Name<'s> {
    let law = &site.record().law;
    law.office(id).map_or_else(
        || Name::word(law.office_names.word(id)),
        |row| Name::of(asked, &row.titles, Size::Whole),
    )
}

/// Shows an office.
pub(crate) fn office(site: &Site, asked: &Asked, id: OfficeId) -> Markup {
    let (word, name) = (site.record().law.office_names.word(id), office_name(site, asked, id));
    if site.has_office(id) {
        name.link(asked, None, &format!("/office/{}", encoded(word)))
    } else {
        name.shown(asked)
    }
}

/// Returns the title of a procedure.
pub(crate) fn procedure<'s>(asked: &Asked, procedure: &'s Procedure) -> Name<'s> {
    Name::of(asked, &procedure.titles, Size::Whole)
}

/// Returns the title of a duty of each year.
pub(crate) fn duty<'s>(asked: &Asked, duty: &'s Yearly) -> Name<'s> {
    Name::of(asked, &duty.titles, Size::Whole)
}

/// Shows a place.
pub(crate) fn place(site: &Site, asked: &Asked, id: PlaceId) -> Option<Markup> {
    let place = site.record().law.place(id)?;
    Some(Name::of(asked, &place.titles, Size::Whole).shown(asked))
}

/// Shows an article.
pub(crate) fn article(site: &Site, asked: &Asked, id: ArticleId) -> Markup {
    let law = &site.record().law;
    let word = law.article_names.word(id);
    if !site.has_article(id) {
        return parts::code(word);
    }
    let row = law.article(id);
    let title = row.and_then(|row| row.versions.first()).map_or("", |version| &version.title);
    let of = row.map_or("", |row| law.instrument_names.word(row.instrument));
    let page = asked.link(&format!("/status/{}", encoded(of)));
    html! { a.article title=(title) href={ (page) "#" (encoded(word)) } { (word) } }
}

/// Shows several articles.
pub(crate) fn articles(site: &Site, asked: &Asked, ids: &[ArticleId]) -> Markup {
    html! { @for id in ids { (article(site, asked, *id)) " " } }
}

/// Shows an article, or nothing.
pub(crate) fn article_or_none(site: &Site, asked: &Asked, id: Option<ArticleId>) -> Markup {
    html! { @if let Some(id) = id { (article(site, asked, id)) } }
}

/// Shows the sources of a fact.
pub(crate) fn sources(site: &Site, asked: &Asked, list: &[SourceRef]) -> Markup {
    html! {
        span.sources {
            @for (index, cited) in list.iter().enumerate() {
                @if index > 0 { " " }
                (source_at(site, asked, cited))
            }
        }
    }
}

fn source_at(site: &Site, asked: &Asked, cited: &SourceRef) -> Markup {
    let word = site.record().law.source_names.word(cited.source);
    html! {
        a href=(asked.link(&format!("/sources/{}", encoded(word))))
            { (source_text(site.asking(), cited)) }
    }
}

/// Returns the title of a source, which is in English.
pub(crate) fn source_title(site: &Site, id: SourceId) -> &str {
    let law = &site.record().law;
    law.source(id).map_or_else(|| law.source_names.word(id), |source| &source.titles.main)
}

/// Shows an act by its label or position.
pub(crate) fn act(site: &Site, asked: &Asked, position: u32) -> Markup {
    let word = told::act_word(site, position);
    let is_labelled = word.parse::<u32>().is_err();
    let shown = html! { @if is_labelled { "#" (word) } @else { (say!(asked, "parts-act", number = position)) } };
    let page = asked.link(&format!("/acts/{}", encoded(&word)));
    html! {
        @if site.has_act(position) { a.act href=(page) { (shown) } } @else { span.act { (shown) } }
    }
}

/// Shows a link to why a claim stands as it does.
pub(crate) fn why(asked: &Asked, claim: &str) -> Markup {
    html! {
        a.why href=(asked.link_with("/why", &[("claim", claim)])) aria-label=(text!(asked, "parts-why-claim", claim = claim)) { (say!(asked, "parts-why")) }
    }
}

/// Shows a sentence of the record, which is written in English, with its words of the record as
/// names and links, in English as well.
pub(crate) fn sentence(site: &Site, asked: &Asked, text: &str) -> Markup {
    parts::english(asked, linked(site, &asked.in_english(), text))
}

fn linked(site: &Site, asked: &Asked, text: &str) -> Markup {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '#');
    let mut parts: Vec<Markup> = Vec::new();
    let (mut rest, own) = text.split_at_checked(own_words(text)).unwrap_or((text, ""));
    while !rest.is_empty() {
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (token, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let word = token.trim_end_matches('.');
        let tail = token.strip_prefix(word).unwrap_or("");
        parts.push(html! { (token_as_link(site, asked, word)) (tail) });
        let next = after.find(is_word).unwrap_or(after.len());
        let (between, later) = after.split_at_checked(next).unwrap_or((after, ""));
        parts.push(html! { (between.replace('`', "")) });
        rest = later;
    }
    html! { @for part in &parts { (part) } (own) }
}

/// Returns where a sentence goes over into our own words, in which no word is a name of the record:
/// after a colon, with a capital letter that begins no code.
fn own_words(text: &str) -> usize {
    let begins = |(at, _): &(usize, &str)| {
        let mut letters = text.get(at.saturating_add(2)..).unwrap_or("").chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        capital && letters.next().is_some_and(|letter| letter == ' ' || letter.is_lowercase())
    };
    text.match_indices(": ").find(begins).map_or(text.len(), |(at, _)| at)
}

fn token_as_link(site: &Site, asked: &Asked, word: &str) -> Markup {
    let law = &site.record().law;
    if let Some(label) =
        site.record().history.labels.find(word).and_then(|l| site.record().history.position_of(l))
    {
        act(site, asked, label)
    } else if let Some(id) = law.party_names.find(word) {
        party(site, asked, id)
    } else if let Some(id) = law.instrument_names.find(word) {
        instrument(site, asked, id)
    } else if let Some(id) = law.body_names.find(word) {
        body(site, asked, id)
    } else if let Some(id) = law.office_names.find(word) {
        office(site, asked, id)
    } else if let Some(id) = law.article_names.find(word) {
        article(site, asked, id)
    } else if let Ok(day) = word.parse() {
        asked.day(day)
    } else {
        html! { (word) }
    }
}
