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

#[test]
fn who_only_reads_pages_sees_soon_what_another_server_took() {
    let here = Hall::open();
    let armenia = here.enrolled("ARM", 30);
    let there = here.beside();
    let act = here.sealed("2026-11-22 statement by ARM #said\n  what \"Heard\"\n", &armenia);
    assert_eq!(here.post(act).status, 201);
    let waited = std::time::Instant::now();
    while there.get("/acts/said").status != 200 {
        assert!(waited.elapsed().as_secs() < 30, "the other server does not follow");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

#[test]
fn the_ledger_shows_the_root_that_the_checkpoint_says_and_a_text_has_none() {
    let hall = Hall::open();
    let (page, entries) = (hall.get("/ledger"), hall.get("/log/checkpoint"));
    let size = entries.text.lines().nth(1).unwrap();
    assert!(page.text.contains(&format!("<dd>{size}</dd>")), "{}", page.text);
    let last: u64 = size.parse::<u64>().unwrap() - 1;
    for part in [format!("/log/entry/{last}"), format!("/api/v1/receipts/{last}")] {
        assert!(page.text.contains(&part), "{part}");
    }
    assert!(page.text.contains("no witness of a member is enrolled yet"));
    assert!(page.header("content-security-policy").contains("script-src 'self'"));
    let text = crate::client::get("/ledger");
    assert!(text.text.contains("this record is read from text, and has no log"), "{}", text.text);
}
