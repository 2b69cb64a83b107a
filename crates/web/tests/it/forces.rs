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
fn each_table_is_csv_as_well() {
    let forces = page("/forces.csv?on=2011-01-01");
    assert!(forces.starts_with("instrument,in_force,state,status,since,act\r\n"), "{forces}");
    let of_ksor = forces.lines().filter(|line| line.starts_with("ksor,yes,"));
    assert_eq!(of_ksor.filter(|line| line.contains(",party,2010-09-10,")).count(), 6, "{forces}");
    let exercises = page("/exercises.csv");
    let rubezh = "2008-07?,Rubezh 2008,ARM,ARM BLR KAZ KGZ RUS TJK UZB,4000 troops,s003:27 s003:150,rubezh-2008";
    assert!(exercises.contains(rubezh), "{exercises}");
    let figures = page("/figures.csv");
    assert!(figures.contains("peacekeepers,csto,3600,2022,s000:6,peacekeepers\r\n"), "{figures}");
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
