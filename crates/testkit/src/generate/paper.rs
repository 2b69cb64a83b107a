//! Journal text: papers of the council's sessions.

use super::World;
use super::dice::Dice;

/// Writes a call, an agenda, minutes or credentials.
pub(super) fn papers(
    dice: &mut Dice,
    world: &World,
    labels: &[(String, String)],
) -> (String, &'static str) {
    let named = |wanted: &[&str]| -> Vec<String> {
        let of_kind = labels.iter().filter(|(_, kind)| wanted.contains(&kind.as_str()));
        of_kind.map(|(label, _)| label.clone()).collect()
    };
    let sessions = named(&["session", "convene"]);
    let credentials = named(&["credentials"]);
    let party = world.party(dice).to_owned();
    match dice.below(10) {
        0..=1 => (format!("credentials of \"P\" as envoy by {party} to council"), "credentials"),
        2..=3 if !credentials.is_empty() => {
            let label = dice.pick(&credentials);
            let stage = dice.pick(&["examined", "accepted"]);
            (format!("credentials #{label} {stage} by council"), "examined")
        }
        4 if !sessions.is_empty() => {
            let stage = dice.pick(&["adopted", "held"]);
            (format!("agenda #{} {stage}", dice.pick(&sessions)), "agenda")
        }
        5..=8 if !sessions.is_empty() => {
            let revision = dice.pick(&["", "", "", " revision 2"]);
            (format!("minutes #{}{revision}", dice.pick(&sessions)), "minutes")
        }
        _ => {
            let form = dice.pick(&["", " regular", " extraordinary", " remote"]);
            let some = world.some_parties(dice, 50);
            let who = dice.pick(&[party, some, "council".to_owned(), "warden".to_owned()]);
            let on = dice.pick(&world.days);
            (format!("convene council{form} for {on} by {who}"), "convene")
        }
    }
}
