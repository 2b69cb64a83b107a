//! Files of a hundred thousand lines: read or refused line by line, and never a hang.

use crate::stage::Stage;

#[test]
fn a_hundred_thousand_lines_have_their_answer() {
    let stage = Stage::set("many-rows");
    stage.write("votes.csv", &format!("state,vote\n{}", "ARM,yes\n".repeat(100_000)));
    let (_, _, told) = stage.run("decide csc --matter ordinary --votes votes.csv");
    assert!(told.contains("votes.csv:100001:1: error[V-TWICE]"), "{}", first(&told));
    assert!(told.ends_with("\n99999 faults in the text\n"));
    let acts = "2020-02-02 statement by ARM\n  what \"Something\"\n".repeat(100_000);
    stage.write("acts.journal", &acts);
    let (_, told, _) = stage.run("try acts.journal --record league");
    assert!(told.contains("100000 admitted, 0 refused"), "{told}");
    let faulty = "2020-02-02 statment by ARM\n".repeat(100_000);
    stage.write("acts.journal", &faulty);
    let (_, _, told) = stage.run("try acts.journal --record league");
    assert!(told.contains("acts.journal:100000:12: error[J-VERB]"), "{}", first(&told));
    assert!(told.ends_with("\n100000 faults in the text\n"));
}

/// Returns the beginning of a long text.
fn first(text: &str) -> &str {
    text.get(..300).unwrap_or(text)
}
