//! Reading the words that charter and journal share: names of declared things, dates, periods.

pub use crate::listed::{matter, procedure};
use servanda_model::{
    ArticleId, BodyId, Day, Id, InstrumentId, Law, Names, OfficeId, PartyId, Period, PlaceId,
    RuleId, SourceId, SourceRef, When,
};
use servanda_text::{Cursor, Diagnostic, Kind, Span, Step, nearest, nearest_code};

/// Reads a list of items with commas between them.
///
/// # Errors
/// Gives the first item's fault.
#[inline]
pub fn list<'a, 't, T>(
    cursor: &mut Cursor<'a, 't>,
    mut item: impl FnMut(&mut Cursor<'a, 't>) -> Step<T>,
    out: &mut Vec<T>,
) -> Step<()> {
    loop {
        out.push(item(cursor)?);
        if cursor.eat_kind(Kind::Comma).is_none() {
            return Ok(());
        }
    }
}

/// Reads a declared name.
#[inline]
fn name<I: Id>(cursor: &mut Cursor<'_, '_>, names: &Names<I>, what: &str) -> Step<I> {
    let (word, span) = match cursor.peek_kind() {
        Some(kind @ (Kind::Word | Kind::Code)) => cursor.take(kind, what)?,
        _ => return Err(cursor.expected(what)),
    };
    names.find(word).ok_or_else(|| unknown(word, span, names, what))
}

/// Makes the fault that nothing declares a name.
pub(crate) fn undeclared(word: &str, span: Span, what: &str) -> Diagnostic {
    Diagnostic::new("C-UNKNOWN", span, format!("`{word}` is not {what} this charter declares"))
}

/// Makes the fault that nothing declares a name, with the nearest one that is declared.
fn unknown<I: Id>(word: &str, span: Span, names: &Names<I>, what: &str) -> Box<Diagnostic> {
    let fault = undeclared(word, span, what);
    Box::new(match nearest(word, names.iter().map(|(_, known)| known)) {
        Some(known) => fault.hint(format!("did you mean `{known}`?")),
        None => fault.hint("declare it in a charter file or in `naming`"),
    })
}

/// Reads a party.
///
/// # Errors
/// Says that nothing declares it.
#[inline]
pub fn party(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<PartyId> {
    let word = cursor.peek_text();
    name(cursor, &law.party_names, "a party").map_err(|fault| match law.party_names.find(word) {
        None if fault.code == "C-UNKNOWN" => Box::new(unknown_party(word, *fault, law)),
        None | Some(_) => fault,
    })
}

/// Gives the nearest party to an unknown one; a word that stands for none, what such words there are.
fn unknown_party(word: &str, fault: Diagnostic, law: &Law) -> Diagnostic {
    let known = || law.party_names.iter().map(|(_, known)| known);
    let near = nearest(word, known()).or_else(|| nearest_code(word, known()));
    if let Some(near) = near {
        return fault.hint(format!("did you mean `{near}`?"));
    }
    let is_word = |word: &str| word.starts_with(|letter: char| letter.is_ascii_lowercase());
    let words: Vec<&str> = known().filter(|known| is_word(word) && is_word(known)).collect();
    match words.is_empty() {
        true => fault,
        false => fault.hint(format!("known: {}", words.join(", "))),
    }
}

/// Reads an instrument.
///
/// # Errors
/// Says that nothing declares it.
#[inline]
pub fn instrument(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<InstrumentId> {
    name(cursor, &law.instrument_names, "an instrument")
}

/// Reads an article.
///
/// # Errors
/// Says that nothing declares it.
pub fn article(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<ArticleId> {
    name(cursor, &law.article_names, "an article")
}

/// Reads an organisation or organ.
///
/// # Errors
/// Says that nothing declares it.
pub fn body(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<BodyId> {
    name(cursor, &law.body_names, "an organisation or organ")
}

/// Reads an office.
///
/// # Errors
/// Says that nothing declares it.
pub fn office(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<OfficeId> {
    name(cursor, &law.office_names, "an office")
}

/// Reads a rule of decision.
///
/// # Errors
/// Says that nothing declares it.
pub(crate) fn rule(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<RuleId> {
    name(cursor, &law.rule_names, "a rule of decision")
}

/// Reads a place.
///
/// # Errors
/// Says that nothing declares it.
pub fn place(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<PlaceId> {
    name(cursor, &law.place_names, "a place")
}

/// Reads a source.
///
/// # Errors
/// Says that nothing declares it.
pub fn source(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<SourceId> {
    name(cursor, &law.source_names, "a source")
}

/// Reads one source with its lines: `s003:43-51`.
#[inline]
fn source_ref(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<SourceRef> {
    let (word, span) = cursor.take(Kind::Word, "a source")?;
    let (source, lines) = cut(word, b':').unwrap_or((word, "0"));
    let (line, last) = cut(lines, b'-').unwrap_or((lines, lines));
    let found = law.source_names.find(source);
    let source = found.ok_or_else(|| unknown(source, span, &law.source_names, "a source"))?;
    let first: Result<u32, _> = line.parse();
    let last = if last.len() == lines.len() { first.clone() } else { last.parse() };
    let lines_of = |(line, last)| SourceRef::new(source, line, last);
    first.ok().zip(last.ok()).and_then(lines_of).ok_or_else(|| {
        let fault = Diagnostic::new("C-UNKNOWN", span, format!("`{lines}` names no lines"));
        let hint = "write a line as `s003:35` or lines as `s003:43-51`, at most 65,536 of them";
        Box::new(fault.hint(hint))
    })
}

/// Cuts a short word at the first of a sign, sooner than a search made for long texts.
fn cut(word: &str, sign: u8) -> Option<(&str, &str)> {
    let at = word.bytes().position(|byte| byte == sign)?;
    Some((word.get(..at)?, word.get(at.saturating_add(1)..)?))
}

/// Reads a list of sources.
///
/// # Errors
/// Gives the first source's fault.
#[inline]
pub fn source_refs(cursor: &mut Cursor<'_, '_>, law: &Law, out: &mut Vec<SourceRef>) -> Step<()> {
    list(cursor, |cursor| source_ref(cursor, law), out)
}

/// Reads a date of EDTF level 0 or 1.
///
/// # Errors
/// Says that it is no date.
#[inline]
pub fn date(cursor: &mut Cursor<'_, '_>) -> Step<When> {
    let (raw, span) = cursor.take(Kind::Numeral, "a date")?;
    raw.parse().map_err(|()| no_date(raw, span))
}

/// Reads a day.
///
/// # Errors
/// Says that it is no day.
pub fn day(cursor: &mut Cursor<'_, '_>) -> Step<Day> {
    let (raw, span) = cursor.take(Kind::Numeral, "a day")?;
    raw.parse().map_err(|()| no_date(raw, span))
}

fn no_date(raw: &str, span: Span) -> Box<Diagnostic> {
    let fault = Diagnostic::new("C-DATE", span, format!("`{raw}` is no date"));
    Box::new(fault.hint(
        "write `1999-04-21`, or `1999-04`, `1999`, `199X`, `1999-04/2000` where less is known",
    ))
}

/// Reads a length of time: `6 months`.
///
/// # Errors
/// Says what was expected.
pub fn period(cursor: &mut Cursor<'_, '_>) -> Step<Period> {
    let count = cursor.number("a number of days, months or years")?;
    for (word, unit) in [
        ("day", Period::Days as fn(u32) -> Period),
        ("days", Period::Days),
        ("month", Period::Months),
        ("months", Period::Months),
        ("year", Period::Years),
        ("years", Period::Years),
    ] {
        if cursor.eat(word) {
            return Ok(unit(count));
        }
    }
    Err(cursor.expected("`days`, `months` or `years`"))
}

/// Reads a word of evidence.
///
/// # Errors
/// Says which words there are.
pub fn weight_of_evidence(cursor: &mut Cursor<'_, '_>) -> Step<servanda_model::Evidence> {
    let (word, span) = cursor.take(Kind::Word, "a word of evidence")?;
    servanda_model::Evidence::of_word(word).ok_or_else(|| {
        let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no word of evidence"));
        Box::new(fault.hint("`official-text`, `account`, `secondary` or `unverified`"))
    })
}

/// Makes the fault that a line begins with an unknown word.
pub(crate) fn unknown_word(
    cursor: &Cursor<'_, '_>,
    known: &[&str],
    place: &str,
) -> Box<Diagnostic> {
    let word = cursor.peek_text();
    let fault =
        Diagnostic::new("C-WORD", cursor.span(), format!("`{word}` means nothing in {place}"));
    Box::new(match nearest(word, known.iter().copied()) {
        Some(near) => fault.hint(format!("did you mean `{near}`?")),
        None => fault.hint(format!("known here: {}", known.join(", "))),
    })
}
