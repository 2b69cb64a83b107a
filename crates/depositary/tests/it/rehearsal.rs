//! A rehearsal agrees with itself about what it is, and only one enrols on request.

use crate::hall::pair;
use servanda_depositary::{
    Depositary, Fault, Founding, Player, REHEARSAL_SUFFIX, forked, rehearsal_origin,
};
use servanda_journal::RecordFile;
use servanda_seal::Digest;

const LOG: &str = "league.example/log";

fn files() -> Vec<RecordFile> {
    let charter = "servanda 1\n\norganisation league \"League\"\n\nparty ARM \"Armenia\"\n";
    let file = |path: &str, text: &str| RecordFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    vec![file("league.charter", charter), file("league.journal", "journal league\n")]
}

fn founded(
    origin: &str,
    rehearses: Option<&str>,
    files: &[RecordFile],
) -> Result<Depositary, Fault> {
    let (authority, depositary) = (pair("league.example/authority", 1), pair(origin, 2));
    let founding = Founding {
        origin,
        organisation: "league",
        authority: &[authority],
        threshold: 1,
        depositary: &depositary,
        rehearses,
    };
    let mut office = Depositary::create("memory:", &founding, files)?;
    office.sign_with(depositary.key, None)?;
    Ok(office)
}

fn player() -> Player {
    let key = pair("arm.example/seal", 9).key.verifier();
    let next = Digest::of(&key.public_key().to_bytes());
    Player { party: Some("ARM".to_owned()), key, next }
}

#[test]
fn origin_genesis_and_record_say_the_same_or_nothing_is_founded() {
    let (plain, fork) = (files(), forked(files(), "league", LOG));
    let named = rehearsal_origin(LOG);
    assert_eq!(named, format!("{LOG}{REHEARSAL_SUFFIX}"));
    assert_eq!(rehearsal_origin(&named), named);
    assert!(founded(&named, Some(LOG), &fork).is_ok());
    assert!(founded(LOG, None, &plain).is_ok());
    for (origin, rehearses, files) in [
        (LOG, Some(LOG), &fork),
        (named.as_str(), None, &plain),
        (named.as_str(), None, &fork),
        (named.as_str(), Some(LOG), &plain),
        (named.as_str(), Some("other.example/log"), &fork),
        (LOG, None, &fork),
    ] {
        let fault = founded(origin, rehearses, files).unwrap_err().to_string();
        assert!(fault.contains("rehears"), "{origin} {rehearses:?}: {fault}");
    }
}

#[test]
fn the_office_enrols_on_request_in_a_rehearsal_alone() {
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    let mut office = founded(LOG, None, &files()).unwrap();
    let keys = || vec![pair("league.example/authority", 1).key];
    assert!(matches!(office.hold_authority(keys()), Err(Fault::NoRehearsal { .. })));
    assert!(matches!(office.enrol(player(), now), Err(Fault::NoRehearsal { .. })));
    let fork = forked(files(), "league", LOG);
    let mut office = founded(&rehearsal_origin(LOG), Some(LOG), &fork).unwrap();
    let without = office.enrol(player(), now).unwrap().unwrap_err();
    assert_eq!(without.code, "L-FORM", "nobody enrols without the authority's keys");
    office.hold_authority(keys()).unwrap();
    let kept = office.enrol(player(), now).unwrap().unwrap();
    assert_eq!(kept.index, office.size() - 1);
    let key = pair("xyz.example/seal", 8).key.verifier();
    let other = Player { party: Some("XYZ".to_owned()), key, ..player() };
    assert_eq!(office.enrol(other, now).unwrap().unwrap_err().code, "L-PARTY");
}

#[test]
fn a_file_that_says_what_is_rehearsed_has_a_name_of_its_own() {
    let twice = forked(forked(files(), "league", LOG), "league", LOG);
    let names: Vec<&str> = twice.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(names[2..], ["rehearsal.journal", "zrehearsal.journal"]);
}
