//! Rules of decision and matters that leave a case open.

use super::{InForce, open};
use crate::moment::Moment;
use servanda_engine::followed;
use servanda_model::{
    ArticleId, BodyId, Cause, Change, Condition, DecisionRule, Gravity, Hole, HoleCode, Mandate,
    Matter, MatterId, Period, Rule, Running, Who,
};
use std::collections::BTreeMap;

/// Two rules of one name in different articles: nothing says which counts.
pub(super) fn two_rules(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    for (index, (article, rule)) in law.rules.iter().enumerate() {
        let mut before = law.rules.iter().take(index);
        let Some((first, _)) = before.find(|(_, known)| known.name == rule.name) else { continue };
        let (name, first) = (law.rule_word(rule.name), law.article_word(*first));
        let message =
            format!("`{name}` is a rule of `{first}` and of `{}`", law.article_word(*article));
        let hint = "give one of the two rules another name";
        holes.push(open(HoleCode::TwoRules, *article, message, hint));
    }
}

/// A matter that comes to a rule which no article in force carries.
pub(super) fn not_carried(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    for (article, matter) in &law.matters {
        for name in law.reached(matter.rule) {
            if law.rule(name).is_none() {
                let kind = law.asking.law.matter_names.word(matter.kind);
                let message = format!(
                    "`{kind}` comes to the rule `{}`, which no article in force carries",
                    law.rule_word(name)
                );
                let hint = "write the rule into an article, or name one that is there";
                holes.push(open(HoleCode::RuleNotCarried, *article, message, hint));
            }
        }
    }
}

/// A silence procedure of which nothing says how long it runs.
pub(super) fn without_length(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    for (article, rule) in &law.rules {
        let Some(silence) = rule.silence else { continue };
        let (gravity, what) = match silence.runs {
            Running::AsCirculated => (
                Gravity::Remark,
                "runs as long as the circulated text says, and no article says how long that is at least",
            ),
            Running::Hours(0)
            | Running::Period(Period::Days(0) | Period::Months(0) | Period::Years(0)) => {
                (Gravity::Open, "ends as it begins")
            }
            Running::Hours(_) | Running::Period(_) => continue,
        };
        let message = format!("silence under `{}` {what}", law.rule_word(rule.name));
        let hint = "write a length, as in `silence 72 hours until expiry`";
        holes.push(Hole {
            gravity,
            ..open(HoleCode::SilenceWithoutLength, *article, message, hint)
        });
    }
}

/// Rival readings of one matter, none of which practice follows.
pub(super) fn none_followed(law: &InForce<'_, '_>, moment: &Moment, holes: &mut Vec<Hole>) {
    let mut readings: BTreeMap<(BodyId, MatterId), Vec<(ArticleId, &Matter)>> = BTreeMap::new();
    for (article, matter) in &law.matters {
        for organ in &matter.organs {
            readings.entry((*organ, matter.kind)).or_default().push((*article, *matter));
        }
    }
    for ((organ, kind), matters) in readings {
        let Some((article, _)) =
            matters.first().filter(|_| followed(&matters, moment.on).is_none())
        else {
            continue;
        };
        let others: Vec<&str> = matters.iter().map(|(id, _)| law.article_word(*id)).collect();
        let message = format!(
            "`{}` of `{}` is read in {} ways ({}), and practice follows none of them",
            law.asking.law.matter_names.word(kind),
            law.body_word(organ),
            matters.len(),
            others.join(", ")
        );
        let hint = "add `followed from DATE` below the reading that practice follows";
        holes.push(open(HoleCode::NoReadingFollowed, *article, message, hint));
    }
}

/// A matter on which a member is suspended as a sanction or expelled, where the member concerned can
/// keep that from being decided.
///
/// Such a matter is known by the clause that says who decides on a membership, or by its article:
/// one with a class `without vote`.
pub(super) fn target_blocks(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    for (article, matter) in &law.matters {
        if !takes_vote(law, *article) && !law.mandates.iter().any(|it| removes(it, matter)) {
            continue;
        }
        for name in law.reached(matter.rule) {
            let Some((_, rule)) = law.rule(name) else { continue };
            if rule.electorate.less_target || !one_blocks(rule) {
                continue;
            }
            let kind = law.asking.law.matter_names.word(matter.kind);
            let message = format!(
                "the member concerned votes on `{kind}` under `{}`, where one member is enough to block",
                law.rule_word(name)
            );
            let hint = "write `electorate members less target`";
            holes.push(open(HoleCode::TargetBlocks, *article, message, hint));
        }
    }
}

/// Tells whether a member is suspended as a sanction, or expelled, by a decision on a matter.
fn removes(mandate: &Mandate, matter: &Matter) -> bool {
    let against_its_will = match mandate.change {
        Change::Expulsion => true,
        Change::Suspension(ground) => ground != Some(Cause::SuspendedOwnRequest),
        Change::Admission(_) | Change::Restoration => false,
    };
    let asked = mandate.asked;
    let of_organ = asked.by.is_none_or(|organ| matter.organs.contains(&organ));
    // Where the clause names no kind of matter, a decision that tells none is of the default one.
    let of_kind = match asked.matter {
        Some(kind) => kind == matter.kind,
        None => asked.procedure.is_none() && matter.by_default,
    };
    against_its_will && of_organ && of_kind
}

/// Tells whether an article has a class of members without a vote.
fn takes_vote(law: &InForce<'_, '_>, article: ArticleId) -> bool {
    let instrument = law.asking.law.article(article).map(|row| row.instrument);
    let provisions = instrument
        .into_iter()
        .flat_map(|instrument| law.asking.code.provisions(instrument, law.state, law.on));
    provisions.filter(|provision| provision.article == article).any(|provision| {
        let Rule::Class { rights, .. } = &provision.clause.rule else { return false };
        let without = rights.iter().position(|word| word == "without");
        without.is_some_and(|at| rights.iter().skip(at).any(|word| word == "vote"))
    })
}

/// Tells whether one member that is not for it is enough to keep a text from being adopted.
fn one_blocks(rule: &DecisionRule) -> bool {
    needs_each(&rule.adopted)
}

fn needs_each(condition: &Condition) -> bool {
    match condition {
        Condition::None(who, None) => matches!(who, Who::Objecting | Who::Against | Who::NotFor),
        Condition::All(..) => true,
        Condition::AllOf(all) => all.iter().any(needs_each),
        Condition::AnyOf(any) => !any.is_empty() && any.iter().all(needs_each),
        Condition::FewerThan(count, _) => *count <= 1,
        Condition::Share(share, ..) => share.inclusive && share.numerator == share.denominator,
        Condition::None(_, Some(_))
        | Condition::AtLeast(..)
        | Condition::Includes(_)
        | Condition::Weight(..)
        | Condition::Not(_) => false,
    }
}
