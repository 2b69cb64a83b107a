//! Rules of decision, and the matters that are decided under them.

use crate::condition::{About, condition};
use crate::words::{self, day, list, period, unknown_word};
use servanda_model::{
    AllAbsent, Binding, CountsAs, DecisionRule, Electorate, Law, Matter, Running, Silence, Voters,
    Who, Whom,
};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

/// What may be said once below a rule: everything.
pub(crate) const ONCE: &[&str] = OF_RULE;

const OF_RULE: &[&str] = &[
    "electorate",
    "usable",
    "quorum",
    "adopted",
    "vetoed",
    "abstaining",
    "absent",
    "all",
    "silence",
    "failing",
    "binds",
    "after",
    "breach",
];

/// What is learnt of a rule line by line.
#[derive(Default)]
struct Draft {
    electorate: Option<Electorate>,
    usable: Option<(servanda_model::Condition, Option<servanda_model::RuleId>)>,
    quorum: Option<servanda_model::Condition>,
    adopted: Option<servanda_model::Condition>,
    vetoed: Option<servanda_model::Condition>,
    abstaining: Option<CountsAs>,
    absent: Option<CountsAs>,
    all_absent: Option<AllAbsent>,
    silence: Option<Silence>,
    failing: Option<servanda_model::RuleId>,
    binds: Option<Binding>,
    precedent: Option<String>,
}

/// Reads what follows `rule`, with the children.
pub(crate) fn rule(
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    law: &Law,
) -> Step<DecisionRule> {
    let name = words::rule(&mut cursor, law)?;
    cursor.end()?;
    let mut draft = Draft::default();
    for child in node.children() {
        line(child, &mut draft, law)?;
    }
    let missing = |what: &str, hint: &str| {
        let message = format!("this rule does not say {what}");
        Box::new(Diagnostic::new("C-MISSING", node.line().span, message).hint(hint))
    };
    Ok(DecisionRule {
        name,
        electorate: draft
            .electorate
            .ok_or_else(|| missing("who may vote", "add `electorate members`"))?,
        usable: draft.usable,
        quorum: draft.quorum,
        adopted: draft.adopted.ok_or_else(|| {
            missing(
                "when a text is adopted",
                "add `adopted when none objecting` or another condition",
            )
        })?,
        vetoed: draft.vetoed,
        abstaining: draft.abstaining.ok_or_else(|| {
            missing("what an abstention counts as", "add `abstaining counts as nothing`")
        })?,
        absent: draft
            .absent
            .ok_or_else(|| missing("what absence counts as", "add `absent counts as nothing`"))?,
        all_absent: draft.all_absent,
        silence: draft.silence,
        failing: draft.failing,
        binds: draft
            .binds
            .ok_or_else(|| missing("whom a decision binds", "add `binds members`"))?,
        precedent: draft.precedent,
    })
}

/// Reads one line of a rule.
fn line(node: Node<'_, '_>, draft: &mut Draft, law: &Law) -> Step<()> {
    let mut cursor = Cursor::new(node);
    let word = cursor.peek_text();
    if word == "breach" {
        return Ok(());
    }
    if !OF_RULE.contains(&word) {
        return Err(unknown_word(&cursor, OF_RULE, "a rule of decision"));
    }
    cursor.bump();
    let when = |cursor: &mut Cursor<'_, '_>| {
        cursor.word("when")?;
        condition(node, cursor, About::Decision, law)
    };
    match word {
        "electorate" => draft.electorate = Some(electorate(&mut cursor, law)?),
        "usable" => {
            let condition = when(&mut cursor)?;
            draft.usable = Some((condition, otherwise(node, law)?));
        }
        "quorum" => {
            draft.quorum = Some(condition(node, &mut cursor, About::Decision, law)?);
        }
        "adopted" => draft.adopted = Some(when(&mut cursor)?),
        "vetoed" => draft.vetoed = Some(when(&mut cursor)?),
        "abstaining" => draft.abstaining = Some(counts_as(&mut cursor)?),
        "absent" => draft.absent = Some(counts_as(&mut cursor)?),
        "all" => draft.all_absent = Some(all_absent(&mut cursor)?),
        "silence" => draft.silence = Some(silence(&mut cursor)?),
        "failing" => {
            cursor.word("that")?;
            cursor.word("under")?;
            draft.failing = Some(words::rule(&mut cursor, law)?);
        }
        "binds" => draft.binds = Some(binding(&mut cursor, law)?),
        _ => draft.precedent = Some(cursor.quoted("what must come true first, between `\"`")?),
    }
    cursor.end()
}

/// Reads `members|parties to INSTRUMENT [less target, interested, not-participating]`.
fn electorate(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Electorate> {
    let of = if cursor.eat("parties") {
        cursor.word("to")?;
        Voters::PartiesTo(words::instrument(cursor, law)?)
    } else {
        cursor.word("members")?;
        Voters::Members
    };
    let mut found =
        Electorate { of, less_target: false, less_interested: false, less_not_taking_part: false };
    if !cursor.eat("less") {
        return Ok(found);
    }
    loop {
        if cursor.eat("target") {
            found.less_target = true;
        } else if cursor.eat("interested") {
            found.less_interested = true;
        } else if cursor.eat("not-participating") {
            found.less_not_taking_part = true;
        } else {
            let known = &["target", "interested", "not-participating"];
            return Err(unknown_word(cursor, known, "an electorate"));
        }
        if cursor.eat_kind(Kind::Comma).is_none() {
            return Ok(found);
        }
    }
}

/// Reads the line `otherwise under RULE` or `otherwise nothing` below a line.
fn otherwise(node: Node<'_, '_>, law: &Law) -> Step<Option<servanda_model::RuleId>> {
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("otherwise") {
            let rule = if cursor.eat("nothing") {
                None
            } else {
                cursor.word("under")?;
                Some(words::rule(&mut cursor, law)?)
            };
            cursor.end()?;
            return Ok(rule);
        }
    }
    let message = "this line does not say which rule takes its place";
    let fault = Diagnostic::new("C-MISSING", node.line().span, message);
    Err(Box::new(fault.hint("add the line `otherwise under RULE` or `otherwise nothing` below it")))
}

fn counts_as(cursor: &mut Cursor<'_, '_>) -> Step<CountsAs> {
    cursor.word("counts")?;
    cursor.word("as")?;
    let word = cursor.peek_text();
    if let Some(found) = CountsAs::ALL.into_iter().find(|one| one.word() == word) {
        cursor.bump();
        return Ok(found);
    }
    let known: Vec<&str> = CountsAs::ALL.into_iter().map(CountsAs::word).collect();
    Err(unknown_word(cursor, &known, "what a vote counts as"))
}

/// Reads `absent counts as adopted|no-quorum`.
fn all_absent(cursor: &mut Cursor<'_, '_>) -> Step<AllAbsent> {
    for word in ["absent", "counts", "as"] {
        cursor.word(word)?;
    }
    let word = cursor.peek_text();
    if let Some((_, found)) = AllAbsent::ALL.into_iter().find(|(known, _)| *known == word) {
        cursor.bump();
        return Ok(found);
    }
    let known = AllAbsent::ALL.map(|(word, _)| word);
    Err(unknown_word(cursor, &known, "what the absence of all counts as"))
}

/// Reads `72 hours until expiry`, `5 days through expiry`, `as circulated until expiry`.
fn silence(cursor: &mut Cursor<'_, '_>) -> Step<Silence> {
    let mut ahead = cursor.clone();
    let in_hours = ahead.number("a number").is_ok() && ahead.peek_text().starts_with("hour");
    let runs = if cursor.eat("as") {
        cursor.word("circulated")?;
        Running::AsCirculated
    } else if in_hours {
        let hours = cursor.number("a number")?;
        cursor.bump();
        Running::Hours(hours)
    } else {
        Running::Period(period(cursor)?)
    };
    let through = if cursor.eat("through") {
        true
    } else if cursor.eat("until") {
        false
    } else {
        return Err(cursor.expected("`until expiry` or `through expiry`"));
    };
    cursor.word("expiry")?;
    Ok(Silence { runs, through })
}

/// Reads `members [with vote|of ORGANISATION]|electorate|for|nobody [less abstaining, absent]`.
fn binding(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Binding> {
    const WHOM: [(&str, Whom); 4] = [
        ("members", Whom::Members),
        ("electorate", Whom::Electorate),
        ("for", Whom::InFavour),
        ("nobody", Whom::Nobody),
    ];
    let Some((_, whom)) = WHOM.into_iter().find(|(word, _)| *word == cursor.peek_text()) else {
        let known: Vec<&str> = WHOM.into_iter().map(|(word, _)| word).collect();
        return Err(unknown_word(cursor, &known, "whom a decision binds"));
    };
    cursor.bump();
    let whom = if whom == Whom::Members && cursor.eat("with") {
        cursor.word("vote")?;
        Whom::MembersWithVote
    } else if whom == Whom::Members && cursor.eat("of") {
        Whom::MembersOf(words::body(cursor, law)?)
    } else {
        whom
    };
    let mut less = Vec::new();
    if cursor.eat("less") {
        let who = |cursor: &mut Cursor<'_, '_>| {
            let words = Who::OF_DECISIONS;
            let found = words.into_iter().find(|(word, _)| *word == cursor.peek_text());
            let found = found.map(|(_, who)| who);
            if found.is_some() {
                cursor.bump();
            }
            found.ok_or_else(|| cursor.expected("`abstaining`, `absent`, `not-for`"))
        };
        list(cursor, who, &mut less)?;
    }
    let is_said = !less.is_empty() && cursor.peek_kind() == Some(Kind::Quoted);
    let aside = if is_said { Some(cursor.quoted("what that means for them")?) } else { None };
    Ok(Binding { whom, less, aside })
}

/// Reads what follows `matter`: `KIND of ORGAN[, ORGAN] under RULE [READING]`.
pub(crate) fn matter(
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    law: &mut Law,
) -> Step<Matter> {
    let (word, _) = cursor.take(Kind::Word, "a kind of matter")?;
    let kind = law.matter_names.intern(word);
    cursor.word("of")?;
    let mut organs = Vec::new();
    list(&mut cursor, |cursor| words::body(cursor, law), &mut organs)?;
    cursor.word("under")?;
    let rule = words::rule(&mut cursor, law)?;
    let reading = cursor.eat_kind(Kind::Word).map(|(word, _)| word.to_owned());
    cursor.end()?;
    let (mut followed_from, mut by_default) = (None, false);
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("followed") {
            cursor.word("from")?;
            followed_from = Some(day(&mut cursor)?);
            cursor.end()?;
        } else if cursor.eat("by") {
            cursor.word("default")?;
            cursor.end()?;
            by_default = true;
        } else if cursor.peek_text() != "breach" {
            return Err(unknown_word(
                &cursor,
                &["followed from", "by default", "breach"],
                "a matter",
            ));
        }
    }
    Ok(Matter { kind, organs, rule, reading, followed_from, by_default })
}
