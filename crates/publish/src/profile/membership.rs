//! Members, observers, and those whose participation has ended or is suspended.

use super::desk::Desk;
use super::page::{Block, Line, Piece, Section, Table, capital, day_head, head, row, words};
use super::say;
use crate::calendar::day_text;
use servanda_model::{
    ArticleId, BodyId, Cause, Day, Id as _, InstrumentId, MemberStatus, PartyId, Status,
};
use servanda_query::{Member, Members, members, through_text};

/// Tells who belongs to the organisation on the day.
pub(crate) fn section(desk: &mut Desk<'_, '_>) -> Section {
    let mut blocks = Vec::new();
    if let Some(own) = desk.asking.law.own {
        let answer = members(desk.asking, own, &desk.moment);
        blocks.push(table(desk, own, &answer));
        let note = crate::json::joined(desk.asking, &answer.notes);
        blocks.extend(note.map(|note| Block::Aside(words(note))));
    }
    blocks.push(Block::Heading("Observers and partners".to_owned()));
    blocks.extend(observers(desk));
    blocks.push(Block::Heading("Ended and suspended participation".to_owned()));
    blocks.extend(ended(desk));
    Section { id: "members", heading: "Members".to_owned(), blocks }
}

fn table(desk: &mut Desk<'_, '_>, own: BodyId, answer: &Members) -> Block {
    let caption =
        words(format!("Members of the {} on {}", desk.body(own), day_text(desk.moment.on)));
    let heads = vec![head("State"), head("Status"), day_head("Since"), head("On what it rests")];
    let shown = answer
        .members
        .iter()
        .filter(|row| row.status != Some(MemberStatus::Observer) && desk.is_state(row.party));
    let shown: Vec<Member> = shown.cloned().collect();
    let rows = shown.iter().map(|member| row(member_cells(desk, member))).collect();
    Block::Table(Table { caption, heads, rows })
}

fn member_cells(desk: &mut Desk<'_, '_>, member: &Member) -> Vec<Line> {
    let mut status = words(member.status.map_or("depends on the reading", say::of_status));
    if let Some(cause) = member.cause {
        status.push(Piece::Quiet(format!(", {}", say::of_cause(cause))));
    }
    if member.disputed {
        status.push(Piece::Quiet("; accounts differ".to_owned()));
    }
    let since = member.since.map_or_else(|| "not known".to_owned(), day_text);
    let mut rests = rests_on(desk, member);
    if let Some(article) = member.why.article {
        rests.push(Piece::Text(format!(", {}", article_name(desk, article))));
        let version = desk.asking.law.article(article).and_then(|article| article.versions.first());
        if let Some(evidence) = version.map(|version| version.evidence) {
            desk.count(evidence);
        }
    }
    rests.extend(desk.cite_act(member.why.position));
    vec![desk.party(member.party, desk.moment.on), status, words(since), capital(rests)]
}

/// Says the act where it has the effect itself, else how the effect followed.
fn rests_on(desk: &Desk<'_, '_>, member: &Member) -> Line {
    let act = desk.asking.history.act(member.why.position);
    let said = act.map(|act| say::deed(desk, &act.deed, act.when.order())).unwrap_or_default();
    let through = through_text(member.why.through);
    if member.why.article.is_none() && !said.is_empty() { said } else { words(through) }
}

/// Names an article: its number and the instrument it belongs to.
pub(crate) fn article_name(desk: &Desk<'_, '_>, id: ArticleId) -> String {
    let word = desk.asking.law.article_names.word(id);
    let number = word.split_once('.').map_or(word, |(_, number)| number);
    let instrument = desk.asking.law.article(id).map(|article| desk.instrument(article.instrument));
    match instrument {
        Some(instrument) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("Article {number} of the {instrument}")
        }
        Some(instrument) => format!("{} in the {instrument}", number.replace('-', " ")),
        None => word.to_owned(),
    }
}

/// Lists observers and partners, each with the body they belong to.
fn observers(desk: &mut Desk<'_, '_>) -> Vec<Block> {
    let mut lines = Vec::new();
    for body in desk.own_bodies() {
        let answer = members(desk.asking, body, &desk.moment);
        for member in &answer.members {
            let wanted =
                matches!(member.status, Some(MemberStatus::Observer | MemberStatus::Partner));
            if wanted && desk.is_state(member.party) {
                lines.push(observer(desk, body, member));
            }
        }
    }
    if lines.is_empty() {
        return vec![Block::Text(words("This record has none on that day."))];
    }
    vec![Block::List(lines)]
}

fn observer(desk: &mut Desk<'_, '_>, body: BodyId, member: &Member) -> Line {
    let status = member.status.map_or("", say::of_status);
    let mut line = vec![];
    line.extend(desk.party(member.party, desk.moment.on));
    line.push(Piece::Text(format!(": {status} of the {}", desk.body(body))));
    let when =
        desk.asking.history.act(member.why.position).map(|act| super::facts::shown(act.when));
    if let Some(when) = when {
        line.push(Piece::Quiet(format!(", {when}")));
    }
    let differ = if member.disputed { "; accounts differ on the body" } else { "" };
    line.push(Piece::Quiet(differ.to_owned()));
    line.extend(desk.cite_act(member.why.position));
    line
}

/// Lists every stretch of participation that ended or is suspended on the day.
fn ended(desk: &mut Desk<'_, '_>) -> Vec<Block> {
    let heads =
        vec![head("State"), head("In"), day_head("From"), day_head("Until"), head("How it ended")];
    let mut rows = Vec::new();
    for (ordinal, instrument) in (0u32..).zip(&desk.asking.law.instruments) {
        if instrument.of == desk.asking.law.own {
            let id = InstrumentId::of(ordinal);
            for stretch in of_instrument(desk, id) {
                rows.push(row(stretch_cells(desk, desk.instrument(id), &stretch)));
            }
        }
    }
    if let Some(own) = desk.asking.law.own {
        for stretch in of_body(desk, own) {
            rows.push(row(stretch_cells(desk, desk.body(own), &stretch)));
        }
    }
    if rows.is_empty() {
        return vec![Block::Text(words("This record has none by that day."))];
    }
    let caption = words(
        "Participation that has ended or is suspended, by instrument and in the organisation",
    );
    let aside = "Being a party to a treaty and being a member of the organisation are told apart. A term that ran out is no withdrawal, and where no act is found, none is assumed.";
    vec![Block::Table(Table { caption, heads, rows }), Block::Aside(words(aside))]
}

/// Tells whom a term ran out for, day by day: nobody did anything, so no act tells it.
pub(crate) fn expiries(desk: &mut Desk<'_, '_>) -> Vec<(Day, Line)> {
    let own =
        (0u32..).zip(&desk.asking.law.instruments).filter(|(_, row)| row.of == desk.asking.law.own);
    let own: Vec<InstrumentId> = own.map(|(ordinal, _)| InstrumentId::of(ordinal)).collect();
    let mut told = Vec::new();
    for id in own {
        let mut ends: Vec<(Day, Vec<PartyId>, Option<ArticleId>)> = Vec::new();
        for stretch in of_instrument(desk, id).into_iter().filter(|stretch| stretch.is_expiry) {
            let Some(day) = stretch.ended else { continue };
            match ends.iter_mut().find(|(known, ..)| *known == day) {
                Some((_, parties, _)) => parties.push(stretch.party),
                None => ends.push((day, vec![stretch.party], stretch.article)),
            }
        }
        for (day, parties, article) in ends {
            let mut line = words(format!("The term of the {} ended for ", desk.instrument(id)));
            line.extend(desk.parties(&parties, day));
            let under = article.map(|article| format!(", under {}", article_name(desk, article)));
            let rest = " and was not extended; no withdrawal is found in this record. Derived from the acts above";
            line.push(Piece::Text(format!("{rest}{}.", under.unwrap_or_default())));
            told.push((day, line));
        }
    }
    told
}

/// A stretch of participation and what ended it.
struct Stretch {
    is_expiry: bool,
    article: Option<ArticleId>,
    party: PartyId,
    from: Day,
    is_exact: bool,
    ended: Option<Day>,
    how: String,
    position: u32,
}

fn of_instrument(desk: &Desk<'_, '_>, id: InstrumentId) -> Vec<Stretch> {
    let slice = desk.asking.about_instrument(id);
    let state = desk.asking.fold(&slice, &desk.moment, &[]);
    let Some(treaty) = state.treaty(id) else { return Vec::new() };
    let mut stretches = Vec::new();
    for (party, participation) in &treaty.parties {
        let spans: Vec<_> =
            participation.line.spans().iter().filter(|span| span.from <= desk.moment.on).collect();
        for (span, next) in spans.iter().zip(spans.iter().skip(1)) {
            let over = matches!(next.value.status, Status::Former | Status::Suspended);
            if span.value.status == Status::Party && over {
                let suspended = next.value.status == Status::Suspended;
                let how = how(next.value.cause, suspended, through_text(next.why.through));
                let (from, is_exact) = (span.from, span.why.exact);
                let ended = next.why.exact.then(|| next.from.previous());
                let (position, article) = (next.why.position, next.why.article);
                let is_expiry = next.value.cause == Some(Cause::ExpiredNotExtended);
                stretches.push(Stretch {
                    is_expiry,
                    article,
                    party: *party,
                    from,
                    is_exact,
                    ended,
                    how,
                    position,
                });
            }
        }
    }
    stretches
}

fn of_body(desk: &Desk<'_, '_>, own: BodyId) -> Vec<Stretch> {
    let state = desk.asking.fold(&desk.asking.about_body(own), &desk.moment, &[]);
    let mut stretches = Vec::new();
    for (party, line) in state.bodies.get(&own).into_iter().flat_map(|body| &body.members) {
        let spans: Vec<_> =
            line.spans().iter().filter(|span| span.from <= desk.moment.on).collect();
        for (span, next) in spans.iter().zip(spans.iter().skip(1)) {
            let (status, cause) = next.value;
            let over = matches!(status, MemberStatus::Former | MemberStatus::Suspended);
            if span.value.0 == MemberStatus::Member && over {
                let how =
                    how(cause, status == MemberStatus::Suspended, through_text(next.why.through));
                let (from, is_exact) = (span.from, span.why.exact);
                let ended = next.why.exact.then(|| next.from.previous());
                let (position, article) = (next.why.position, next.why.article);
                let is_expiry = cause == Some(Cause::ExpiredNotExtended);
                stretches.push(Stretch {
                    is_expiry,
                    article,
                    party: *party,
                    from,
                    is_exact,
                    ended,
                    how,
                    position,
                });
            }
        }
    }
    stretches
}

fn how(cause: Option<Cause>, suspended: bool, through: &str) -> String {
    match cause {
        Some(Cause::ExpiredNotExtended) => through.to_owned(),
        Some(cause) if suspended => format!("suspended {}", say::of_cause(cause)),
        Some(cause) => say::of_cause(cause).to_owned(),
        None => through.to_owned(),
    }
}

fn stretch_cells(desk: &mut Desk<'_, '_>, thing: String, stretch: &Stretch) -> Vec<Line> {
    let from = if stretch.is_exact { day_text(stretch.from) } else { "not known".to_owned() };
    let ended = stretch.ended.map_or_else(|| "not known".to_owned(), day_text);
    let mut how = capital(words(stretch.how.clone()));
    how.extend(desk.cite_act(stretch.position));
    vec![desk.party(stretch.party, desk.moment.on), words(thing), words(from), words(ended), how]
}
