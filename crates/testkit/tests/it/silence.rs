//! The end of a silence that is counted in the days of a seat, found a second time: day by day, by
//! the midnights that its clocks show.

use servanda_journal::{Record, RecordFile, read};
use servanda_model::{Day, Instant};
use servanda_query::{Asking, Cast, Moment, Motion, decision};

/// The clocks of the made-up seat: from which day, and what they show.
const CLOCKS: [(&str, &str); 3] =
    [("2000-01-01", "+03:00"), ("2001-03-25", "+04:00"), ("2001-10-28", "-05:30")];

fn record(days: u32, end: &str) -> Record {
    let mut text = "servanda 1\norganisation own \"Own\"\n  legal-day \"Seat\"\n".to_owned();
    for (from, offset) in CLOCKS {
        text.push_str(&format!("    offset \"{offset}\" from {from}\n"));
    }
    text.push_str(
        "party AAA \"A\"\nparty BBB \"B\"\ninstrument book \"Book\"\n  kind regulation\n",
    );
    text.push_str("article book.1 \"Silence\"\n  evidence unverified\n");
    text.push_str("  organ council \"Council\"\n    of own\n  rule silent\n");
    text.push_str("    electorate members\n    adopted when none objecting\n");
    text.push_str("    abstaining counts as nothing\n    absent counts as nothing\n");
    text.push_str(&format!("    silence {days} days {end} expiry\n    binds members\n"));
    text.push_str("  matter ordinary of council under silent\n");
    let journal = "journal own\n  recorded on the day done\n2000-01-01 join council by AAA, BBB\n";
    let file = |path: &str, text: &str| RecordFile {
        path: path.to_owned(),
        bytes: text.to_owned().into_bytes(),
    };
    read(vec![file("a.charter", &text), file("b.journal", journal)]).unwrap()
}

/// Returns the midnight with which a day begins where the clocks of another day count.
fn midnight(day: Day, by: Day) -> Instant {
    let mut offset = None;
    for (from, shown) in CLOCKS {
        if from.parse::<Day>().unwrap() <= by {
            offset = Some(shown);
        }
    }
    format!("{day}T00:00{}", offset.unwrap()).parse().unwrap()
}

/// Returns when the day of the seat ends on which a silence is over: walks from day to day.
fn end(opened: Instant, days: u32) -> Instant {
    let mut day: Day = "2000-06-01".parse().unwrap();
    while midnight(day.next(), day) <= opened {
        day = day.next();
    }
    for _ in 0..days {
        day = day.next();
    }
    midnight(day.next(), day)
}

#[test]
fn a_silence_in_days_ends_with_the_day_of_the_seat() {
    let openings =
        ["2000-12-30", "2001-02-27", "2001-03-23", "2001-03-24", "2001-10-26", "2001-10-27"];
    for days in [0, 1, 2, 5] {
        for end_word in ["until", "through"] {
            let record = record(days, end_word);
            for opening in openings {
                for hour in 0..24 {
                    for minute in [0, 29, 30, 59] {
                        let opened = format!("{opening}T{hour:02}:{minute:02}:00Z");
                        compare(&record, opened.parse().unwrap(), (days, end_word));
                    }
                }
            }
        }
    }
}

/// Compares the ends, and what an objection does one second before, at and after it.
fn compare(record: &Record, opened: Instant, (days, end_word): (u32, &str)) {
    let ours = end(opened, days);
    let asking = Asking::new(&record.law, &record.history);
    let organ = record.law.body_names.find("council").unwrap();
    let kind = record.law.matter_names.find("ordinary").unwrap();
    let party = record.law.party_names.find("AAA").unwrap();
    for (second, in_time) in [(-1, true), (0, end_word == "through"), (1, false)] {
        let vote = servanda_model::Vote::Object;
        let cast = Cast { party, vote, at: Some(ours.ahead(second)) };
        let motion = Motion { votes: vec![cast], opened: Some(opened), ..Motion::default() };
        let moment = Moment::on("2003-01-01".parse().unwrap());
        let answer = decision(&asking, organ, kind, &motion, &moment);
        assert_eq!(answer.expiry, Some(ours), "{days} days from {opened}");
        let adopted = answer.outcome == servanda_model::Outcome::Adopted;
        assert_eq!(adopted, !in_time, "{days} days {end_word} expiry from {opened}: {second}");
    }
}
