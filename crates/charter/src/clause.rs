//! Clauses of an article: the closed vocabulary of `docs/formats/charter.md`.

use crate::breach::with_breach;
use crate::condition::{About, condition};
use crate::convening::powers;
use crate::decision::{self, ONCE as ONCE_OF_RULE};
use crate::loss;
use crate::mandate::{accession, mandate, reservations};
use crate::procedure::procedure;
use crate::rotation::{ONCE as ONCE_OF_ROTATION, rotation};
use crate::signature::signature;
use crate::words::{self, day, period, unknown_word};
use crate::yearly::{ONCE as ONCE_OF_YEARLY, yearly};
use servanda_model::{
    Bound, Clause, Delay, InstrumentId, Later, Law, OnExpiry, Rule, TermEnd, TermRule, TermStart,
    Withdrawal,
};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

/// The words with which a clause begins.
pub(crate) const CLAUSES: &[&str] = &[
    "signature",
    "in-force",
    "term",
    "extends",
    "withdrawal",
    "provisional",
    "reservations",
    "accession",
    "corrections",
    "full-powers",
    "ends",
    "lasts",
    "obliges",
    "entitles",
    "membership",
    "admission",
    "restoration",
    "suspension",
    "expulsion",
    "class",
    "loss",
    "rotation",
    "rule",
    "matter",
    "each",
    "procedure",
];

/// Returns what may be said once below the clause that begins with a word.
pub(crate) fn once_below(word: &str) -> &'static [&'static str] {
    match word {
        "signature" => &["open", "through", "breach"],
        "in-force" => &["after first", "later", "breach"],
        "term" => &["on", "breach"],
        "withdrawal" => &["revocable not", "open", "breach"],
        "loss" => loss::ONCE,
        "rotation" => ONCE_OF_ROTATION,
        "rule" => ONCE_OF_RULE,
        "matter" => &["followed", "by", "breach"],
        "each" => ONCE_OF_YEARLY,
        "procedure" => &["opened", "signed", "message", "area", "applies", "breach"],
        _ => &["breach"],
    }
}

/// Reads one clause with its children.
pub(crate) fn clause(node: Node<'_, '_>, own: InstrumentId, law: &mut Law) -> Step<Clause> {
    let mut cursor = Cursor::new(node);
    let (word, _) = cursor.take(Kind::Word, "a clause")?;
    let rule = match word {
        "signature" => signature(node, &mut cursor, law)?,
        "in-force" => return entry(node, cursor, law),
        "term" => term(node, &mut cursor, own, law)?,
        "extends" => extends(&mut cursor, law)?,
        "withdrawal" => withdrawal(node, &mut cursor)?,
        "provisional" => provisional(&mut cursor)?,
        "reservations" => reservations(&mut cursor, law)?,
        "accession" => accession(&mut cursor, law)?,
        "corrections" => {
            cursor.word("in")?;
            Rule::Corrections(words::procedure(&mut cursor, law)?)
        }
        "full-powers" => Rule::FullPowers(powers(&mut cursor)?),
        "ends" => {
            let instrument = words::instrument(&mut cursor, law)?;
            cursor.word("on")?;
            cursor.word("in-force")?;
            Rule::Ends(instrument)
        }
        "lasts" => {
            cursor.word("with")?;
            Rule::LastsWith(words::instrument(&mut cursor, law)?)
        }
        "obliges" | "entitles" => duty(word, &mut cursor)?,
        "membership" => membership(&mut cursor, law)?,
        "admission" | "restoration" | "suspension" | "expulsion" => {
            mandate(word, &mut cursor, law)?
        }
        "class" => class(&mut cursor, law)?,
        _ => {
            let rule = with_children(word, node, cursor, law)?;
            return with_breach(node, rule);
        }
    };
    cursor.end()?;
    with_breach(node, rule)
}

/// Reads a clause that stands mostly in its child lines.
fn with_children(
    word: &str,
    node: Node<'_, '_>,
    cursor: Cursor<'_, '_>,
    law: &mut Law,
) -> Step<Rule> {
    Ok(match word {
        "rule" => Rule::Decides(Box::new(decision::rule(node, cursor, law)?)),
        "matter" => Rule::Matter(Box::new(decision::matter(node, cursor, law)?)),
        "loss" => loss::loss(node, cursor, law)?,
        "each" => Rule::EachYear(Box::new(yearly(node, cursor, law)?)),
        "procedure" => Rule::Procedure(Box::new(procedure(node, cursor, law)?)),
        _ => Rule::Rotation(rotation(node, cursor, law)?),
    })
}

/// Reads `in-force when COND` or `in-force each on deposit` with the children.
fn entry(node: Node<'_, '_>, mut cursor: Cursor<'_, '_>, law: &Law) -> Step<Clause> {
    if cursor.eat("as") {
        cursor.word("sources")?;
        cursor.word("say")?;
        cursor.end()?;
        return with_breach(node, Rule::EntryAsSourcesSay);
    }
    let each = cursor.eat("each");
    let when = if each {
        cursor.word("on")?;
        cursor.word("deposit")?;
        None
    } else {
        cursor.word("when")?;
        Some(condition(node, &mut cursor, About::Entry, law)?)
    };
    let mut own_delay = delay(&mut cursor)?;
    cursor.end()?;
    let mut later = Later::OnConsent(if each { own_delay } else { Delay::None });
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("later") {
            cursor.word("parties")?;
            if cursor.eat("on") {
                cursor.word("deposit")?;
            }
            later = Later::OnConsent(delay(&mut cursor)?);
            cursor.end()?;
        } else if matches!(cursor.peek_text(), "after" | "first") {
            own_delay = delay(&mut cursor)?;
            cursor.end()?;
        } else if !is_condition_or_breach(&cursor) {
            return Err(unknown_word(
                &cursor,
                &["after", "first", "later", "breach"],
                "an entry into force",
            ));
        }
    }
    with_breach(node, Rule::EntryIntoForce { when, delay: own_delay, later })
}

fn is_condition_or_breach(cursor: &Cursor<'_, '_>) -> bool {
    const HEADS: &[&str] =
        &["all", "at", "more", "fewer", "none", "includes", "weight", "not", "any", "breach"];
    HEADS.contains(&cursor.peek_text())
}

/// Reads `after N days`, `first of month after N days`, or nothing.
fn delay(cursor: &mut Cursor<'_, '_>) -> Step<Delay> {
    if cursor.eat("after") {
        return Ok(Delay::After(period(cursor)?));
    }
    if cursor.eat("first") {
        cursor.word("of")?;
        cursor.word("month")?;
        cursor.word("after")?;
        return Ok(Delay::FirstOfMonthAfter(period(cursor)?));
    }
    Ok(Delay::None)
}

/// Reads `term [INSTRUMENT] 5 years from in-force through anniversary` and `on expiry`.
fn term(
    node: Node<'_, '_>,
    cursor: &mut Cursor<'_, '_>,
    own: InstrumentId,
    law: &Law,
) -> Step<Rule> {
    let named = cursor.peek_kind() == Some(Kind::Word);
    let of = if named { words::instrument(cursor, law)? } else { own };
    let length = period(cursor)?;
    cursor.word("from")?;
    let start =
        if cursor.eat("in-force") { TermStart::InForce } else { TermStart::On(day(cursor)?) };
    let end = if cursor.eat("through") {
        TermEnd::ThroughAnniversary
    } else if cursor.eat("until") {
        TermEnd::UntilAnniversary
    } else {
        return Err(cursor.expected("`through anniversary` or `until anniversary`"));
    };
    cursor.word("anniversary")?;
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("on") {
            cursor.word("expiry")?;
            let on_expiry = on_expiry(&mut cursor)?;
            cursor.end()?;
            return Ok(Rule::Term(TermRule { of, length, start, end, on_expiry }));
        }
    }
    let fault =
        Diagnostic::new("C-MISSING", node.line().span, "this term does not say what its end does");
    Err(Box::new(
        fault.hint("add the line `on expiry lapse` or `on expiry renew 5 years` below it"),
    ))
}

fn on_expiry(cursor: &mut Cursor<'_, '_>) -> Step<OnExpiry> {
    if cursor.eat("lapse") {
        return Ok(OnExpiry::Lapse);
    }
    if cursor.eat("renew") {
        return Ok(OnExpiry::Renew(period(cursor)?));
    }
    Err(cursor.expected("`lapse` or `renew 5 years`"))
}

fn extends(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Rule> {
    let instrument = words::instrument(cursor, law)?;
    cursor.word("from")?;
    Ok(Rule::Extends(instrument, day(cursor)?))
}

fn withdrawal(node: Node<'_, '_>, cursor: &mut Cursor<'_, '_>) -> Step<Rule> {
    if cursor.eat("prohibited") {
        return Ok(Rule::Withdrawal(Withdrawal::Prohibited));
    }
    cursor.word("by")?;
    cursor.word("notice")?;
    cursor.word("of")?;
    let notice = period(cursor)?;
    let (mut revocation, mut not_before) = (Bound::Allowed, None);
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("not") {
            cursor.word("revocable")?;
            revocation = Bound::Prohibited;
        } else if cursor.eat("open") {
            cursor.word("after")?;
            not_before = Some(period(&mut cursor)?);
            cursor.end()?;
        } else if !cursor.eat("revocable") && cursor.peek_text() != "breach" {
            return Err(unknown_word(
                &cursor,
                &["revocable", "not", "open", "breach"],
                "a withdrawal",
            ));
        }
    }
    Ok(Rule::Withdrawal(Withdrawal::Notice { notice, revocation, not_before }))
}

fn provisional(cursor: &mut Cursor<'_, '_>) -> Step<Rule> {
    if cursor.eat("from") {
        cursor.word("signature")?;
        return Ok(Rule::ProvisionalFromSignature);
    }
    cursor.word("by")?;
    cursor.word("declaration")?;
    Ok(Rule::ProvisionalByDeclaration)
}

fn duty(word: &str, cursor: &mut Cursor<'_, '_>) -> Step<Rule> {
    cursor.word("parties")?;
    cursor.word("to")?;
    let text = cursor.quoted("what parties owe or may claim, between `\"`")?;
    Ok(if word == "obliges" { Rule::Obliges(text) } else { Rule::Entitles(text) })
}

fn membership(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Rule> {
    cursor.word("of")?;
    let body = words::body(cursor, law)?;
    cursor.word("by")?;
    Ok(Rule::Membership(body, words::instrument(cursor, law)?))
}

/// Reads `class NAME [of BODY] [within CLASS] rights WORDS` or `… without WORDS`.
fn class(cursor: &mut Cursor<'_, '_>, law: &mut Law) -> Step<Rule> {
    let (word, _) = cursor.take(Kind::Word, "a class of membership")?;
    let class = law.class_names.intern(word);
    let mut rights = Vec::new();
    while let Some((word, _)) = cursor.eat_kind(Kind::Word) {
        rights.push(word.to_owned());
        cursor.eat_kind(Kind::Comma);
    }
    Ok(Rule::Class { class, rights })
}
