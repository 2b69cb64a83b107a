//! Conditions and the tables of weights they measure with.

use crate::faults::Faults;
use crate::people::main_name_open;
use crate::words::{self, day, list, unknown_word};
use servanda_model::{
    Base, Condition, Day, Id as _, Law, PartyId, PartySet, Share, Total, WeightsId, Who,
};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

const HEADS: &[&str] = &["all", "at", "more", "fewer", "none", "includes", "weight", "not", "any"];

/// Reads a condition on the rest of a line, or on the child lines after `all of` and `any of`.
pub(crate) fn condition(
    node: Node<'_, '_>,
    cursor: &mut Cursor<'_, '_>,
    about: About,
    law: &Law,
) -> Step<Condition> {
    if cursor.eat("not") {
        return Ok(Condition::Not(Box::new(condition(node, cursor, about, law)?)));
    }
    if cursor.eat("any") {
        cursor.word("of")?;
        return Ok(Condition::AnyOf(children(node, about, law)?));
    }
    if cursor.eat("all") {
        if cursor.eat("of") {
            return Ok(Condition::AllOf(children(node, about, law)?));
        }
        return Ok(Condition::All(about.base(cursor)?, about.who(cursor)?));
    }
    if cursor.eat("fewer") {
        cursor.word("than")?;
        let count = cursor.number("a number")?;
        return Ok(Condition::FewerThan(count, about.who(cursor)?));
    }
    if cursor.eat("none") {
        return Ok(Condition::None(about.who(cursor)?, in_set(cursor, "in", law)?));
    }
    if cursor.eat("includes") {
        return Ok(Condition::Includes(set(cursor, law)?));
    }
    if cursor.eat("weight") {
        return weight(cursor, about, law);
    }
    measure(cursor, about, law)
}

/// Reads the conditions on the child lines, other children left to the caller.
fn children(node: Node<'_, '_>, about: About, law: &Law) -> Step<Vec<Condition>> {
    let mut all = Vec::new();
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if !HEADS.contains(&cursor.peek_text()) {
            continue;
        }
        all.push(condition(child, &mut cursor, about, law)?);
        cursor.end()?;
    }
    if all.len() < 2 {
        let fault = Diagnostic::new(
            "C-MISSING",
            node.line().span,
            "`all of` and `any of` need two conditions below them",
        );
        return Err(Box::new(fault.hint("write one condition on each child line")));
    }
    Ok(all)
}

/// Reads `at least N WHO [in SET]`, or a share of a base.
fn measure(cursor: &mut Cursor<'_, '_>, about: About, law: &Law) -> Step<Condition> {
    let inclusive = inclusive(cursor)?;
    if inclusive && !cursor.peek_text().contains('/') {
        let count = cursor.number("a number")?;
        return Ok(Condition::AtLeast(count, about.who(cursor)?, in_set(cursor, "in", law)?));
    }
    let share = share(cursor, inclusive)?;
    let who = about.who(cursor)?;
    cursor.word("of")?;
    let base = about.base(cursor)?;
    Ok(Condition::Share(share, who, base, in_set(cursor, "less", law)?))
}

/// Reads `weight TABLE of WHO at least N/D of total|BASE`.
fn weight(cursor: &mut Cursor<'_, '_>, about: About, law: &Law) -> Step<Condition> {
    let (word, span) = cursor.take(Kind::Word, "a table of weights")?;
    let table = law.weights_names.find(word).ok_or_else(|| {
        Box::new(Diagnostic::new("C-UNKNOWN", span, format!("`{word}` is no table of weights")))
    })?;
    cursor.word("of")?;
    let who = about.who(cursor)?;
    let inclusive = inclusive(cursor)?;
    let share = share(cursor, inclusive)?;
    cursor.word("of")?;
    let total = if cursor.eat("total") { Total::Declared } else { Total::Of(about.base(cursor)?) };
    Ok(Condition::Weight(table, who, share, total))
}

fn inclusive(cursor: &mut Cursor<'_, '_>) -> Step<bool> {
    if cursor.eat("at") {
        cursor.word("least")?;
        return Ok(true);
    }
    if cursor.eat("more") {
        cursor.word("than")?;
        return Ok(false);
    }
    Err(unknown_word(cursor, HEADS, "a condition"))
}

fn share(cursor: &mut Cursor<'_, '_>, inclusive: bool) -> Step<Share> {
    let span = cursor.span();
    let (raw, _) = cursor.take(Kind::Numeral, "a share such as `2/3`")?;
    let parts = raw.split_once('/').and_then(|(n, d)| Some((n.parse().ok()?, d.parse().ok()?)));
    match parts {
        Some((numerator, denominator)) if denominator > 0 && numerator <= denominator => {
            Ok(Share { numerator, denominator, inclusive })
        }
        _ => {
            let fault = Diagnostic::new("T-EXPECT", span, format!("`{raw}` is no share"));
            Err(Box::new(fault.hint("write it as `2/3`")))
        }
    }
}

/// What a condition is about, and so which words it may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// The entry into force of an instrument.
    Entry,
    /// A decision.
    Decision,
}

impl About {
    fn who(self, cursor: &mut Cursor<'_, '_>) -> Step<Who> {
        if self == Self::Entry {
            cursor.word("depositing")?;
            return Ok(Who::Depositing);
        }
        let words = Who::OF_DECISIONS;
        if let Some((_, who)) = words.into_iter().find(|(word, _)| *word == cursor.peek_text()) {
            cursor.bump();
            return Ok(who);
        }
        let known: Vec<&str> = words.into_iter().map(|(word, _)| word).collect();
        Err(unknown_word(cursor, &known, "a rule of decision"))
    }

    fn base(self, cursor: &mut Cursor<'_, '_>) -> Step<Base> {
        let known = match self {
            Self::Entry => &Base::OF_INSTRUMENTS[..],
            Self::Decision => &Base::OF_DECISIONS[..],
        };
        if let Some(base) = known.iter().find(|base| base.word() == cursor.peek_text()) {
            cursor.bump();
            return Ok(*base);
        }
        let words: Vec<&str> = known.iter().map(|base| base.word()).collect();
        Err(unknown_word(cursor, &words, "a base"))
    }
}

fn in_set(cursor: &mut Cursor<'_, '_>, word: &str, law: &Law) -> Step<Option<PartySet>> {
    if cursor.eat(word) { Ok(Some(set(cursor, law)?)) } else { Ok(None) }
}

/// Reads the name of a declared set, or a list of codes.
pub(crate) fn set(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<PartySet> {
    let named = law.set_names.find(cursor.peek_text());
    if let Some(set) = named.and_then(|id| law.sets.get(id.ordinal() as usize)) {
        cursor.bump();
        return Ok(set.clone());
    }
    let mut parties = Vec::new();
    list(cursor, |cursor| words::party(cursor, law), &mut parties)?;
    Ok(parties.into_iter().collect())
}

/// Reads `weights NAME "Title" [total N]` and its rows.
pub(crate) fn weights(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    let (mut cursor, places) = (Cursor::new(node), decimals(node));
    cursor.bump();
    let name = cursor.peek_text();
    cursor.bump();
    let title = main_name_open(&mut cursor, faults);
    let total =
        if cursor.eat("total") { faults.keep(whole(&mut cursor, "a total", places)) } else { None };
    faults.keep(cursor.end());
    let mut rows = Vec::new();
    faults.found_twice(node.said_twice(row_of));
    for child in node.children() {
        faults.found_twice(child.said_twice(row_of));
        let step = row(child, (None, places), law, &mut rows);
        faults.keep(step);
    }
    let id: Option<WeightsId> = law.weights_names.find(name);
    if let Some(table) = id.and_then(|id| law.weights.get_mut(id.ordinal() as usize)) {
        table.title = title;
        table.total = total.map(u64::from);
        table.rows = rows;
    }
}

/// Returns whose weight a row gives, or the day from which the rows below it count.
fn row_of<'t>(line: Node<'_, 't>) -> Option<&'t str> {
    let words = if line.opening(1) == "from" { 2 } else { 1 };
    Some(line.opening(words))
}

fn row(
    node: Node<'_, '_>,
    (from, places): (Option<Day>, usize),
    law: &Law,
    rows: &mut Vec<(Option<Day>, PartyId, u64)>,
) -> Step<()> {
    let mut cursor = Cursor::new(node);
    if cursor.eat("from") {
        let from = day(&mut cursor)?;
        cursor.end()?;
        return node.children().try_for_each(|child| row(child, (Some(from), places), law, rows));
    }
    let party = words::party(&mut cursor, law)?;
    let weight = whole(&mut cursor, "a weight", places)?;
    cursor.end()?;
    rows.push((from, party, u64::from(weight)));
    Ok(())
}

/// Returns how many decimals a table has whose weights are not written in whole numbers.
fn decimals(node: Node<'_, '_>) -> usize {
    let (mut cursor, mut most) = (Cursor::new(node), 0);
    while let Some(kind) = cursor.peek_kind() {
        if kind == Kind::Numeral
            && let Some((_, after)) = cursor.peek_text().split_once('.')
        {
            most = most.max(after.len());
        }
        cursor.bump();
    }
    node.children().map(decimals).fold(most, usize::max)
}

/// Takes a weight; of one with decimals says how a table of so many is written in whole numbers.
fn whole(cursor: &mut Cursor<'_, '_>, what: &str, decimals: usize) -> Step<u32> {
    let (raw, span) = (cursor.peek_text(), cursor.span());
    cursor.number(what).map_err(|fault| match scaled(raw, decimals) {
        Some(hint) => {
            let message = format!("`{raw}` is not {what} in whole numbers");
            Box::new(Diagnostic::new("T-EXPECT", span, message).hint(hint))
        }
        None => fault,
    })
}

fn scaled(raw: &str, decimals: usize) -> Option<String> {
    let (before, after) = raw.split_once('.')?;
    let digits = format!("{before}{after:0<decimals$}");
    if !digits.bytes().all(|one| one.is_ascii_digit()) {
        return None;
    }
    let zeros = "0".repeat(decimals);
    let digits = digits.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    Some(format!(
        "write {digits}: each weight of the table, and its total, times 1{zeros}; shares of a hundred per cent then have `total 100{zeros}`"
    ))
}
