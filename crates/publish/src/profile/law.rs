//! The instruments of the organisation and what their articles provide.

use super::desk::Desk;
use super::era::{Era, first_day};
use super::page::{Block, Line, Piece, Section, Set, Table, head, row, words};
use crate::calendar::day_text;
use servanda_model::{ArticleId, Id as _, InstrumentId, InstrumentKind, Status};
use servanda_query::{RowStatus, StatusAnswer, status};

/// Tells of the instruments, and of their articles where a reader opens them.
pub(crate) fn section(desk: &mut Desk<'_, '_>) -> Section {
    let own =
        (0u32..).zip(&desk.asking.law.instruments).filter(|(_, row)| row.of == desk.asking.law.own);
    let mut own: Vec<InstrumentId> = own.map(|(ordinal, _)| InstrumentId::of(ordinal)).collect();
    let era = Era::of(desk);
    own.retain(|id| era.has(desk, *id));
    own.sort_by_key(|id| first_day(desk, *id));
    let mut rows = Vec::new();
    for id in &own {
        let has_parties = desk.asking.law.instrument(*id).is_some_and(|row| {
            matches!(row.kind, InstrumentKind::Treaty | InstrumentKind::Protocol)
        });
        if has_parties {
            let answer = status(desk.asking, *id, &desk.moment);
            rows.push(row(cells(desk, *id, &answer)));
        }
    }
    let caption =
        words(format!("Treaties, protocols and agreements on {}", day_text(desk.moment.on)));
    let heads = vec![
        head("Instrument"),
        head("In force"),
        numbers("Parties"),
        numbers("Signed only"),
        head("Term"),
    ];
    let mut blocks = vec![Block::Table(Table { caption, heads, rows })];
    if era.is_past {
        blocks.push(Block::Text(words("Told are those of which an act by that day is found.")));
    }
    let about = "What the articles provide is told in our own words, with the evidence each rests on; the day decides which version counts.";
    blocks.push(Block::Text(words(about)));
    if era.is_past {
        let later =
            "The words were written for the whole record and may name what came after this day.";
        blocks.push(Block::Text(words(later)));
    }
    let state = desk.asking.fold(&desk.asking.everything(), &desk.moment, &[]);
    let place = if era.is_past { "told on this day" } else { "in this record" };
    let mut others = Vec::new();
    for id in own {
        let mut listed =
            desk.asking.law.instrument(id).map(|row| row.articles.clone()).unwrap_or_default();
        listed.retain(|article| era.has_article(desk, *article));
        let versions = listed
            .into_iter()
            .map(|article| (article, desk.asking.code.version(article, &state, desk.moment.on)));
        let is_there = |version: Option<u16>| version.is_some() || !era.is_past;
        let versions: Vec<_> = versions.filter(|(_, version)| is_there(*version)).collect();
        let few = versions.len() < FEW;
        let told = articles(desk, id, versions, place);
        if few { others.extend(opened(told)) } else { blocks.push(told) }
    }
    if !others.is_empty() {
        blocks.push(Block::Fold(vec![Piece::Strong("The other instruments".to_owned())], others));
    }
    Section { id: "law", heading: "Treaties and law".to_owned(), blocks }
}

/// An instrument with fewer articles than this is told among the others.
const FEW: usize = 3;

/// Turns a fold into a heading and what stands below it.
fn opened(block: Block) -> Vec<Block> {
    let Block::Fold(open, blocks) = block else { return vec![block] };
    let heading = Block::Heading(super::page::plain(&open));
    std::iter::once(heading).chain(blocks).collect()
}

fn numbers(text: &str) -> super::page::Head {
    super::page::Head { text: text.to_owned(), set: Set::Numbers }
}

fn cells(desk: &mut Desk<'_, '_>, id: InstrumentId, answer: &StatusAnswer) -> Vec<Line> {
    let mut name = words(desk.instrument(id));
    let aliases: Vec<String> = desk
        .asking
        .law
        .instrument(id)
        .map(|row| {
            let english = row.titles.others.iter().filter(|title| title.language == "en");
            english
                .map(|title| title.text.clone())
                .filter(|text| *text != row.titles.main)
                .collect()
        })
        .unwrap_or_default();
    if !aliases.is_empty() {
        name.push(Piece::Quiet(format!(" ({})", aliases.join("; "))));
    }
    let mut force = match (answer.in_force, answer.in_force_since) {
        (true, Some(day)) => words(format!("since {}", day_text(day))),
        (true, None) => words("yes; since when is not known"),
        (false, _) => words("no act found in this record"),
    };
    if let Some(why) = answer.force_why {
        force.extend(desk.cite_act(why.position));
    }
    let count = |wanted: Status| {
        if answer.participants.is_empty() {
            return words("–");
        }
        let with = answer
            .participants
            .iter()
            .filter(|row| row.status == RowStatus::Is(wanted) && desk.is_state(row.party));
        words(with.count().to_string())
    };
    let (parties, signed) = (count(Status::Party), count(Status::Signatory));
    let term = answer.term.map(|term| {
        let through = term.through.map(|day| format!(" to {}", day_text(day)));
        format!("period {}: {}{}", term.number, day_text(term.from), through.unwrap_or_default())
    });
    vec![name, force, parties, signed, words(term.unwrap_or_default())]
}

fn articles(
    desk: &mut Desk<'_, '_>,
    id: InstrumentId,
    versions: Vec<(ArticleId, Option<u16>)>,
    place: &str,
) -> Block {
    let count = versions.len();
    let lines = versions
        .into_iter()
        .map(|(article, version)| article_line(desk, article, version))
        .collect();
    let plural = if count == 1 { "" } else { "s" };
    let mut open = vec![Piece::Strong(desk.instrument(id))];
    open.push(Piece::Quiet(format!(" ({count} article{plural} {place})")));
    Block::Fold(open, vec![Block::List(lines)])
}

fn article_line(desk: &mut Desk<'_, '_>, id: ArticleId, version: Option<u16>) -> Line {
    let word = desk.asking.law.article_names.word(id);
    let number = word.split_once('.').map_or(word, |(_, number)| number);
    let Some(article) = desk.asking.law.article(id) else { return Vec::new() };
    let version = version.and_then(|index| article.versions.get(usize::from(index)));
    let Some(version) = version else {
        return words(format!("{number}: not among the articles that count on this day."));
    };
    let mut line = vec![Piece::Strong(format!("{number} {}", version.title))];
    if let Some(gist) = &version.gist {
        line.push(Piece::Text(format!(": {gist}")));
    }
    line.push(Piece::Quiet(format!(" ({})", version.evidence.word())));
    desk.count(version.evidence);
    let sources = version.sources.clone();
    line.extend(desk.point(&sources));
    line
}
