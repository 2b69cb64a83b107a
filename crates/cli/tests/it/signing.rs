//! A challenge is signed for the host that its holder names, and for no other.

use crate::stage::Stage;

#[test]
fn a_challenge_of_another_host_is_not_signed() {
    let stage = Stage::set("challenge");
    stage.yes("key new armenia.example/seal --keys arm.key");
    let text = "servanda.sign-in/v1\nleague.example/log\n\
                {\"at\":\"league.example\",\"challenge\":\"00\",\"until\":\"2026-11-22T09:05:00Z\"}\n";
    stage.write("challenge.txt", text);
    let sign = "sign challenge.txt --keys arm.key";
    let (code, out, err) = stage.run(sign);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.starts_with("error[U-USAGE]: this challenge signs in at `league.example`\n"),
        "{err}"
    );
    let (code, out, err) = stage.run(&format!("{sign} --at other.example"));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("error[U-USAGE]: this is no challenge for `other.example`: "), "{err}");
    for at in ["league.example", "https://league.example/"] {
        let said = stage.yes(&format!("{sign} --at {at}"));
        assert!(said.starts_with(text) && said.contains("armenia.example/seal "), "{said}");
    }
}
