//! Clauses of which an instrument has one, and that two of its articles carry.

use super::{InForce, open};
use servanda_model::{ArticleId, Cause, Change, Hole, HoleCode, MemberStatus, Rule};
use std::collections::BTreeMap;

/// Two articles in force that carry a clause of which only one can count.
pub(super) fn two_clauses(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    let names = law.asking.law;
    let mut first: BTreeMap<String, ArticleId> = BTreeMap::new();
    for (instrument, word) in names.instrument_names.iter() {
        for provision in law.asking.code.provisions(instrument, law.state, law.on) {
            let Some((clause, whose)) = single(law, &provision.clause.rule, word) else { continue };
            let article = provision.article;
            let known = *first.entry(format!("{clause} {whose}")).or_insert(article);
            if known == article {
                continue;
            }
            let (one, other) = (law.article_word(known), law.article_word(article));
            let message = format!(
                "`{one}` and `{other}` each carry `{clause}`{whose}; only one of the two counts"
            );
            let hint = "take one of the two out, or let the later article make a version of the first with `replaces`";
            holes.push(open(HoleCode::TwoClauses, article, message, hint));
        }
    }
}

/// Returns the words of a clause of which only one can count, and of what it is one.
fn single(law: &InForce<'_, '_>, rule: &Rule, own: &str) -> Option<(String, String)> {
    let names = law.asking.law;
    let clause = match rule {
        Rule::Signature(_) => "signature".to_owned(),
        Rule::EntryIntoForce { .. } | Rule::EntryAsSourcesSay => "in-force".to_owned(),
        Rule::Term(term) => format!("term {}", names.instrument_names.word(term.of)),
        Rule::Withdrawal(_) => "withdrawal".to_owned(),
        Rule::ProvisionalFromSignature | Rule::ProvisionalByDeclaration => "provisional".to_owned(),
        Rule::Reservations(_) => "reservations".to_owned(),
        Rule::Corrections(_) => "corrections".to_owned(),
        Rule::Accession(_) => "accession".to_owned(),
        Rule::FullPowers(_) => "full-powers".to_owned(),
        // A class is one of the whole law, in whatever instrument it stands.
        Rule::Class { class, .. } => {
            return Some((format!("class {}", names.class_names.word(*class)), String::new()));
        }
        Rule::LossOfVote(loss) => {
            let bodies = loss.bodies.iter().map(|body| names.body_names.word(*body));
            let bodies: Vec<&str> = bodies.collect();
            format!("loss of vote in {}", bodies.join(", "))
        }
        Rule::Mandate(mandate) => {
            let body = names.body_names.word(mandate.body);
            let class = match mandate.change {
                Change::Admission(class) => class.map(MemberStatus::word),
                Change::Suspension(ground) => ground.map(Cause::word),
                Change::Restoration | Change::Expulsion => None,
            };
            let class = class.map(|class| format!(" {class}")).unwrap_or_default();
            return Some((format!("{} {body}{class}", mandate.change.word()), String::new()));
        }
        // The lints of rules and rotations tell of theirs; the others may stand beside each other.
        Rule::Extends(..)
        | Rule::Ends(_)
        | Rule::LastsWith(_)
        | Rule::Obliges(_)
        | Rule::Entitles(_)
        | Rule::Membership(..)
        | Rule::Establishes(_)
        | Rule::Rotation(_)
        | Rule::Decides(_)
        | Rule::Matter(_)
        | Rule::EachYear(_)
        | Rule::Procedure(_) => return None,
    };
    Some((clause, format!(" of `{own}`")))
}
