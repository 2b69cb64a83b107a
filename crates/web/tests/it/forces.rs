//! Forces and exercises, as far as the record holds them.

use crate::client::page;
use crate::crisis::said;

#[test]
fn who_takes_part_on_a_day_is_read_at_once() {
    let text = said(&page("/forces?on=2011-01-01"));
    let (_, of_forces) =
        text.split_once("Agreement on the collective rapid reaction forces").unwrap();
    let (own, _) = of_forces.split_once("the same with days, articles and acts").unwrap();
    for state in ["Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"] {
        assert!(own.contains(state), "{state}: {own}");
    }
    assert!(!own.contains("Uzbekistan"), "{own}");
    assert!(own.contains("in force"), "{own}");
    assert!(own.contains("pledged no act found in this record"), "{own}");
}

#[test]
fn exercises_and_figures_carry_their_day_and_their_source() {
    let text = said(&page("/forces"));
    for told in
        ["Rubezh 2008", "4000 troops", "s003:150", "active military", "44800", "peacekeepers"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    let before = said(&page("/forces?on=2004-01-01"));
    assert!(before.contains("No exercise is found in this record by that day."), "{before}");
    assert!(before.contains("No figure is found in this record by that day."), "{before}");
}
