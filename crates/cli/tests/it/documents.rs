//! A body that is not the one deposited is named, whoever asks; a witness never has one.

use crate::stage::Stage;
use servanda_seal::Digest;
use servanda_store::{Body, open};

#[test]
fn a_body_that_changed_is_named_and_the_log_does_not_verify_until_it_is_put_back() {
    let stage = Stage::set("documents");
    stage.write("letter.txt", "a letter\n");
    let at = "--log sqlite:league.db --keys office.keys";
    stage.yes(&format!("document deposit letter.txt --title Letter {at}"));
    let listed = stage.yes("document list --log sqlite:league.db --format csv");
    let word = listed.lines().nth(1).and_then(|row| row.split(',').nth(1)).unwrap_or("");
    let commitment = Digest::parse(word).unwrap();
    stage.yes(&format!("document show {commitment} --out kept.txt --log sqlite:league.db"));
    let mut store = open(&stage.log()).unwrap();
    let body = store.body(&commitment.0).unwrap().unwrap();
    assert!(store.erase_body(&commitment.0).unwrap());
    let changed = Body { bytes: b"a letter?".to_vec(), ..body };
    store.keep_body(&commitment.0, &changed).unwrap();
    let listed = stage.yes("document list --log sqlite:league.db --format csv");
    assert!(listed.ends_with(",damaged\n"), "{listed}");
    let show = format!("document show {commitment} --out again.txt --log sqlite:league.db");
    let (code, out, err) = stage.run(&show);
    assert_eq!((code, out.as_str()), (3, ""), "{err}");
    assert!(err.contains(&format!("the body {commitment} is not what was deposited")), "{err}");
    let (code, out, _) = stage.run("verify --log sqlite:league.db");
    assert_eq!(code, 1);
    assert!(out.contains("L-DAMAGED") && out.contains(word), "{out}");
    assert!(store.erase_body(&commitment.0).unwrap());
    let back = "document deposit kept.txt --salt kept.txt.salt --title Letter";
    stage.yes(&format!("{back} {at}"));
    stage.yes("verify --log sqlite:league.db");
}

#[test]
fn a_mirror_has_the_commitment_and_never_the_body() {
    let stage = Stage::set("mirrored");
    stage.write("letter.txt", "a letter that nobody else has\n");
    let keys = "--keys office.keys";
    let deposit = "document deposit letter.txt --title Letter --for league";
    stage.yes(&format!("{deposit} --log sqlite:league.db {keys}"));
    let listed = stage.yes("document list --log sqlite:league.db --format csv");
    let word = listed.lines().nth(1).and_then(|row| row.split(',').nth(1)).unwrap_or("");
    stage.yes(&format!("document show {word} --out kept.txt --log sqlite:league.db"));
    let log = stage.show();
    let follow = format!("witness --of {log} --log sqlite:mirror.db --keys witness.keys --once");
    stage.yes(&format!("{follow} --name armenia.example/witness"));
    stage.yes(&format!("log rebuild --from {log} --log sqlite:again.db {keys}"));
    for name in ["mirror.db", "again.db"] {
        let listed = stage.yes(&format!("document list --log sqlite:{name} --format csv"));
        assert!(listed.ends_with(",absent\n"), "{name}: {listed}");
        stage.yes(&format!("verify --log sqlite:{name}"));
        let bytes = std::fs::read(stage.directory.join(name)).unwrap();
        assert!(!bytes.windows(12).any(|window| window == b"nobody else "), "{name}");
    }
    let back = "document deposit kept.txt --salt kept.txt.salt --title Letter --for league";
    stage.yes(&format!("{back} --log sqlite:again.db {keys}"));
    let listed = stage.yes("document list --log sqlite:again.db --format csv");
    assert!(listed.ends_with(",here\n"), "{listed}");
}
