//! A rehearsal: every command says that it is one, it opens on any day, and it is served on this
//! machine alone.

use crate::serve::{REASON, ended_by, fetched, servanda};
use crate::stage::Stage;
use servanda_model::Day;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::Child;

/// What each command is asked over a rehearsal at `L`. One that reads no record says nothing.
const LINES: &[(&str, &[&str])] = &[
    ("check", &["check out", "check out --format json", "check out --format csv"]),
    ("try", &["try note.journal L", "try note.journal L --format json"]),
    ("status", &["status pact L", "status pact L --format json", "status pact L --format csv"]),
    ("members", &["members league L", "members league L --format csv"]),
    ("chair", &["chair council L --format json", "chair nobody L --format json"]),
    ("office", &["office warden L", "office nobody L"]),
    ("timeline", &["timeline L", "timeline L --format json", "timeline L --format csv"]),
    ("obligations", &["obligations ARM L", "obligations ARM L --format csv"]),
    ("today", &["today ARM L", "today ARM L --format json", "today ARM L --format csv"]),
    ("article", &["article pact.1 L --format json"]),
    ("why", &["why BLR~party~pact L", "why nothing L --format json"]),
    ("disputes", &["disputes L", "disputes L --format json"]),
    ("tables", &["tables L", "tables L --format csv"]),
    ("source", &["source book L", "source book L --format json"]),
    ("diff", &["diff 2020-01-01 2021-01-01 L", "diff 2020-01-01 2021-01-01 L --format json"]),
    ("what-if", &["what-if change L --format json"]),
    ("lint", &["lint out", "lint out --format csv"]),
    ("decide", &["decide council --matter ordinary --votes votes.csv L"]),
    ("overlap", &["overlap pact league L", "overlap pact league L --format csv"]),
    ("sessions", &["sessions council L"]),
    ("docket", &["docket L", "docket --open L --format csv", "docket L --format json"]),
    ("matter", &["matter leaves L", "matter leaves L --format json", "matter nothing L"]),
    ("side-by-side", &["side-by-side leaves leaves L --format csv"]),
    ("entry-into-force", &["entry-into-force pact --deposits deposits.csv L"]),
    ("format", &[]),
    (
        "export",
        &[
            "export profile L",
            "export profile --format markdown L",
            "export journal L",
            "export csv acts L",
            "export json L",
            "export encyclopaedia-row L",
        ],
    ),
    ("import", &["import encyclopaedia-row row.sql L", "import text pact text L"]),
    // Both go on until they are told to stop; the tests below ask them.
    ("serve", &[]),
    ("witness", &["witness --of U --log sqlite:m.db --keys w.key --name a.example --once"]),
    ("rehearse", &["rehearse L --to sqlite:no.db", "rehearse --record league --to sqlite:b.db"]),
    (
        "log",
        &[
            "log create --record out --log sqlite:c.db --keys c.key",
            "log append note.act L --keys played.key",
            "log verify L",
            "log verify L --format csv",
            "log receipt 9 L --keys played.key",
            "log receipt 9 L --keys played.key --out r.tlog-proof",
            "log show 9 L",
            "log show 99 L",
            "log export out2 L --format json",
            "log rebuild --from U --log sqlite:e.db --keys none.key",
            "log cosign L --keys played.key --witness U",
        ],
    ),
    ("verify", &["verify L", "verify L --format json", "verify L --format csv"]),
    (
        "key",
        &[
            "key list L",
            "key list L --format json",
            "key rotate L --keys played.key",
            "key revoke D --from 1 --reason lost L --keys played.key",
            "key revoke D --from 1 --reason lost L --keys played.key --format json",
        ],
    ),
    (
        "act",
        &[
            "act note.journal L --keys played.key --out n2.act",
            "act note.journal L --keys played.key",
        ],
    ),
    ("sign", &["sign note.act --keys played.key"]),
    // What it signs is a challenge of a server, whose origin says what it is.
    ("sign-in", &[]),
    (
        "document",
        &[
            "document deposit note.journal --title Note L --keys played.key",
            "document list L",
            "document list L --format json",
            "document list L --format csv",
            "document sweep L",
        ],
    ),
    ("completions", &[]),
    ("help", &[]),
];

const MORE: &str = "servanda 1

source book \"Book of deposits\"

article pact.3 \"Council\"
  evidence official-text
  membership of league by pact
  organ council \"Council\"
    of league
    seats head-of-state of each member
  office warden \"Warden\"
    appointed by council
  rule consensus
    electorate members
    adopted when none objecting
    abstaining counts as nothing
    absent counts as nothing
    binds members with vote
  matter ordinary of council under consensus
  procedure aid \"Aid\"
    opened by member
    step decide by council as ordinary
";

fn rehearsed(name: &str) -> Stage {
    let stage = Stage::set(name);
    stage.write("note.journal", "2026-11-22 notice of withdrawal from pact by BLR\n");
    stage.write("league/more.charter", MORE);
    stage.write("opening", "{-2} request assistance by ARM #leaves\n  opens aid\n");
    stage.write("votes.csv", "state,vote\nARM,yes\n");
    stage.write("deposits.csv", "state,action,date\nARM,ratification,2020-01-01\n");
    stage.write("change", "repeals pact.2\n");
    stage.write("row.sql", "INSERT INTO t(title) VALUES ('League');\n");
    stage.write("text", "Article 1\nText.\n");
    stage.yes("rehearse --record league --to sqlite:played.db --keys played.key --opening opening");
    stage.yes("log export out --log sqlite:played.db");
    stage.yes("act note.journal --log sqlite:played.db --keys played.key --out note.act");
    stage
}

/// Says whether a text carries the words, in whichever form.
pub(crate) fn says(text: &str) -> bool {
    text.contains("REHEARSAL, INVENTED ACTS") || text.contains("REHEARSAL-INVENTED-ACTS")
}

#[test]
fn every_command_over_a_rehearsal_says_that_it_is_one() {
    let stage = rehearsed("every");
    let shown = stage.show_at("played.db");
    let help = stage.yes("help");
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands: Vec<&str> = commands
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|word| !word.is_empty())
        .collect();
    assert!(commands.len() > 25, "{help}");
    let mut faults = Vec::new();
    for command in commands {
        let Some((_, lines)) = LINES.iter().find(|(known, _)| *known == command) else {
            faults.push(format!("`{command}` is not asked here"));
            continue;
        };
        for line in *lines {
            let asked =
                line.replace(" L", " --log sqlite:played.db").replace(" U", &format!(" {shown}"));
            let asked = asked.replace(" D ", &format!(" {} ", "0".repeat(64)));
            let (code, out, err) = stage.run(&asked);
            let is_said = says(&out) || (says(&err) && (out.is_empty() || is_bare(line, &out)));
            if !is_said {
                faults.push(format!("{asked} [{code}]: {out}{err}"));
            }
            if line.ends_with("--format json") && !out.is_empty() {
                let value: Result<serde_json::Value, _> = serde_json::from_str(&out);
                faults.extend(value.err().map(|fault| format!("{asked}: {fault}: {out}")));
            }
            let heading = out.lines().next().unwrap_or("");
            let is_table = line.ends_with("--format csv") || line.contains("export csv");
            if is_table && !heading.ends_with(",\"REHEARSAL, INVENTED ACTS\"") {
                faults.push(format!("{asked}: {out}{err}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// An empty list of JSON, and a row of another's table, say it beside them.
fn is_bare(line: &str, out: &str) -> bool {
    out.trim() == "[]" || line.contains("encyclopaedia-row")
}

#[test]
fn what_is_written_out_says_so_when_it_is_read_again() {
    let stage = rehearsed("again");
    let journal = stage.yes("export journal --log sqlite:played.db");
    assert!(journal.starts_with("; REHEARSAL, INVENTED ACTS: "), "{journal}");
    std::fs::create_dir(stage.directory.join("one")).unwrap();
    stage.write("one/all.journal", &journal);
    for file in ["league.charter", "more.charter"] {
        let from = stage.directory.join("league").join(file);
        std::fs::copy(from, stage.directory.join("one").join(file)).unwrap();
    }
    assert!(says(&stage.yes("status pact --record one")));
    assert!(!says(&stage.yes("status pact --log sqlite:league.db")), "the other log is none");
}

#[test]
fn a_witness_of_the_log_takes_nothing_of_its_rehearsal() {
    let stage = rehearsed("witness");
    let (log, played) = (stage.show(), stage.show_at("played.db"));
    let once = "--log sqlite:mirror.db --keys witness.keys --once";
    let (code, _, err) = stage.run(&format!("witness --of {log} {once} --name arm.example"));
    assert_eq!(code, 0, "{err}");
    let (code, out, err) = stage.run(&format!("witness --of {played} {once}"));
    assert_eq!((code, out.as_str()), (3, ""));
    assert!(err.contains("and not of `localhost/league`"), "{err}");
}

#[test]
fn the_reference_organisation_opens_in_motion_on_any_day() {
    let stage = Stage::set("days");
    for (number, (year, month, day)) in
        [(2024, 2, 29), (2025, 12, 31), (2026, 1, 1), (2028, 2, 29), (2099, 12, 31)]
            .into_iter()
            .enumerate()
    {
        let day = Day::civil(year, month, day).unwrap();
        let to = format!("sqlite:{number}.db");
        let (code, out, err) =
            stage.run_on(day, &format!("rehearse --to {to} --keys {number}.key"));
        assert_eq!(code, 0, "{day}: {out}{err}");
        let (_, docket, _) = stage.run_on(day, &format!("docket --open --log {to} --format json"));
        let docket: serde_json::Value = serde_json::from_str(&docket).unwrap();
        let text = docket.to_string();
        for matter in ["silence", "base", "office", "assistance"] {
            assert!(text.contains(&format!("rehearsal-{matter}")), "{day}: {matter}: {docket:#}");
        }
        let silence = stage.run_on(day, &format!("matter rehearsal-silence --log {to}")).1;
        assert!(silence.contains(&format!("due by {}", day.plus_days(6))), "{day}: {silence}");
    }
}

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn started(directory: &Path) -> (Child, String, String) {
    let mut command = servanda(&["serve", "--rehearse", "--listen", "127.0.0.1:0"]);
    let mut child = command.current_dir(directory).spawn().expect(REASON);
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect(REASON)).read_line(&mut line).expect(REASON);
    let mut err = BufReader::new(child.stderr.take().expect(REASON));
    let mut told = String::new();
    for _ in 0..2 {
        err.read_line(&mut told).expect(REASON);
    }
    std::thread::spawn(move || drop(err.read_to_string(&mut String::new())));
    let address = line.trim_end().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    (child, address.expect("one line with the address").to_owned(), told)
}

#[test]
fn a_rehearsal_is_served_beside_the_log_and_goes_on_when_it_is_started_again() {
    let stage = Stage::set("served");
    let (child, address, told) = started(&stage.directory);
    assert!(told.starts_with("forked localhost/csto into servanda-rehearsal.db"), "{told}");
    assert!(told.contains("REHEARSAL, INVENTED ACTS: a fork of localhost/csto"), "{told}");
    assert!(!stage.directory.join("servanda.db").exists(), "what is forked is not written");
    let page = fetched(&address, "/docket");
    assert!(page.contains("servanda-rehearsal: REHEARSAL, INVENTED ACTS"), "{page}");
    assert!(page.contains("<title>REHEARSAL, INVENTED ACTS · "), "{page}");
    assert!(page.contains("rehearsal-base"), "{page}");
    assert_eq!(ended_by("-TERM", child), Some(0));
    let (child, _, told) = started(&stage.directory);
    assert!(told.starts_with("going on with the rehearsal in servanda-rehearsal.db"), "{told}");
    assert_eq!(ended_by("-TERM", child), Some(0));
}

#[test]
fn another_log_another_machine_and_who_wants_none_is_offered_no_rehearsal() {
    let stage = rehearsed("not-offered");
    for line in [
        &["serve", "--listen", "0.0.0.0:0"][..],
        &["serve", "--log", "sqlite:league.db", "--keys", "office.keys", "--listen", "127.0.0.1:0"],
        &["serve", "--record", "league", "--listen", "127.0.0.1:0"],
        &["serve", "--no-rehearsal", "--listen", "127.0.0.1:0"],
    ] {
        let mut child = servanda(line).current_dir(&stage.directory).spawn().unwrap();
        let mut told = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut told).unwrap();
        let port = told.trim_end().trim_end_matches('/').rsplit(':').next().unwrap().to_owned();
        let page = fetched(&format!("127.0.0.1:{port}"), "/");
        assert!(page.starts_with("HTTP/1.1 200 OK"), "{line:?}: {page}");
        assert!(!page.contains("Rehearse"), "{line:?}");
        assert_eq!(ended_by("-TERM", child), Some(0));
    }
}

#[test]
fn no_other_machine_reaches_a_rehearsal() {
    let stage = rehearsed("near");
    for line in [
        "serve --rehearse --listen 0.0.0.0:0",
        "serve --log sqlite:played.db --keys played.key --listen 0.0.0.0:0",
        "serve --record out --listen [::]:0",
    ] {
        let (code, out, err) = stage.run(line);
        assert_eq!((code, out.as_str()), (2, ""), "{line}: {err}");
        assert!(err.contains("can be reached from other machines"), "{line}: {err}");
    }
    assert!(!stage.directory.join("servanda-rehearsal.db").exists());
}
