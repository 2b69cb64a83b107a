//! Two servers on one log: what one takes, the other shows.

use crate::hall::Hall;

#[test]
fn what_another_server_takes_is_shown_here_and_proved() {
    let here = Hall::open();
    let armenia = here.enrolled("ARM", 30);
    let there = here.beside();
    let size = |hall: &Hall| {
        let checkpoint = hall.get("/log/checkpoint");
        assert_eq!(checkpoint.status, 200, "{}", checkpoint.text);
        checkpoint.text.lines().nth(1).unwrap().parse::<u64>().unwrap()
    };
    assert_eq!(size(&there), size(&here));
    let act = here.sealed("2026-11-22 statement by ARM #said\n  what \"Heard\"\n", &armenia);
    assert_eq!(here.post(act).status, 201);
    // The other was asked nothing meanwhile: its checkpoint and its receipts are of the log now.
    assert_eq!(size(&there), size(&here));
    let last = size(&here) - 1;
    assert_eq!(there.get(&format!("/api/v1/receipts/{last}")).status, 200);
    assert_eq!(there.get("/acts/said").status, 200);
}
