//! A rule made ready for many ballots decides as the rule itself.

use servanda_engine::{Code, Scales, State, Tally, advance, decide, fold};
use servanda_model::{Day, RuleId};
use servanda_testkit::{Chamber, placed, with_put};

/// Charters under whose rules texts are decided both ways, sixteen texts each.
const CHAMBERS: u64 = 1_000;

#[test]
fn the_scales_decide_as_the_rule_does() {
    let seed = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    for seed in seed..seed + CHAMBERS {
        let chamber = Chamber::new(seed);
        let record = chamber.read().unwrap();
        let code = Code::compile(&record.law);
        let last = Day::civil(2010, 1, 1).unwrap();
        let mut state = fold(&code, placed(&record.history), State::default(), last);
        advance(&code, &mut state, last);
        let rules: Vec<RuleId> = record.law.rule_names.iter().map(|(rule, _)| rule).collect();
        for poll in chamber.polls(&record, 16) {
            for rule in &rules {
                with_put(&poll, |put| {
                    let decided = decide(&code, &state, *rule, put);
                    let scales = Scales::compile(&code, &state, *rule, put).unwrap();
                    let tally = Tally::of(put.votes).unwrap();
                    let told = format!("chamber {seed}\n{}\n{poll:?}", chamber.charter);
                    let last = decided.applied.last().map(|applied| applied.rule.name);
                    assert_eq!(scales.outcome(&tally), (decided.outcome, last), "{told}");
                    assert_eq!(scales.decide(&tally), decided, "{told}");
                });
            }
        }
    }
}
