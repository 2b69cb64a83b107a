//! A stream of events that was opened with a session ends with it, and no other does.

use crate::events::{Reader, happening, running};
use crate::hall::Hall;
use crate::visitor::signed;
use axum::http::{Method, StatusCode};
use servanda_web::EVENTS;

/// Opens a stream with the cookie of a holder, and hears its beginning.
pub(crate) fn listening(hall: &Hall, cookie: &str) -> Reader {
    let headers = [("host", "127.0.0.1:8080"), ("cookie", cookie)];
    running(async {
        let mut reader = Reader::with(hall.router(), EVENTS, &headers).await;
        assert_eq!(reader.next().await.unwrap().name, "start");
        reader
    })
}

/// Tells whether a stream ends before the silence that would wake it by itself.
pub(crate) fn is_cut(reader: &mut Reader) -> bool {
    let ended = async { while reader.next().await.is_some() {} };
    let soon = std::time::Duration::from_secs(10);
    running(async { tokio::time::timeout(soon, ended).await.is_ok() })
}

/// Tells whether a stream goes on to the act that is recorded now.
pub(crate) fn is_told(hall: &Hall, reader: &mut Reader) -> bool {
    let entry = hall.record(&happening(7));
    running(async {
        while let Some(event) = reader.next().await {
            if event.id == Some(entry) {
                return true;
            }
        }
        false
    })
}

#[test]
fn a_stream_ends_when_its_holder_signs_out_and_another_goes_on() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let (mine, another) = (hall.sign_in(&armenia), hall.sign_in(&armenia));
    let mut cut = listening(&hall, &mine);
    let (mut left, mut anonymous) = (listening(&hall, &another), listening(&hall, "a=b"));
    for reader in [&mut cut, &mut left, &mut anonymous] {
        assert!(is_told(&hall, reader));
    }
    let out = hall.send(Method::POST, "/sign-out", &[("cookie", &mine)], Vec::new());
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    assert!(is_cut(&mut cut));
    assert!(is_told(&hall, &mut left) && is_told(&hall, &mut anonymous));
}

#[test]
fn a_stream_ends_with_the_key_of_its_session() {
    let hall = Hall::open();
    let (armenia, belarus) = (hall.enrolled("ARM", 30), hall.enrolled("BLR", 40));
    let mut cut = listening(&hall, &hall.sign_in(&armenia));
    let mut left = listening(&hall, &hall.sign_in(&belarus));
    hall.revoke(&armenia);
    assert!(is_cut(&mut cut));
    assert!(is_told(&hall, &mut left));
}

#[test]
fn a_stream_ends_when_its_time_is_over_or_a_new_session_takes_its_place() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let before = hall.sign_in(&armenia);
    let mut cut = listening(&hall, &before);
    let after = hall.begin_with(&signed(&hall.challenge(), &armenia), &before);
    assert!(is_cut(&mut cut));
    let mut cut = listening(&hall, &after);
    hall.wait(8 * 3600);
    hall.record("2026-11-22 event \"The eighth hour\"\n");
    assert!(is_cut(&mut cut));
}

#[test]
fn a_session_that_had_ended_before_opens_a_stream_of_nobody() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    hall.revoke(&armenia);
    let mut reader = listening(&hall, &cookie);
    assert!(is_told(&hall, &mut reader));
}
