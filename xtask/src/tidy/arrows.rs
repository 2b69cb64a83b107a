//! Which room may use which, and which packages a pure room may use.

use crate::packages::{list, word};
use serde_json::Value;

/// A room, the rooms it may use, and the packages from outside it may use; none for any.
struct Room {
    name: &'static str,
    rooms: &'static [&'static str],
    outside: Option<&'static [&'static str]>,
}

const fn pure(
    name: &'static str,
    rooms: &'static [&'static str],
    outside: &'static [&'static str],
) -> Room {
    Room { name, rooms, outside: Some(outside) }
}

const ROOMS: &[Room] = &[
    pure("text", &[], &[]),
    pure("model", &[], &["indexmap", "rustc-hash"]),
    pure("charter", &["text", "model"], &[]),
    pure("journal", &["text", "model", "charter"], &[]),
    pure("engine", &["model"], &[]),
    pure("query", &["model", "engine"], &[]),
    pure("publish", &["query", "model", "journal"], &["serde_json", "maud", "eunoia", "csv"]),
    pure("note", &[], &["base64", "ed25519-dalek", "sha2", "thiserror", "zeroize"]),
    pure("seal", &["model", "note"], &["sha2", "thiserror"]),
    Room { name: "store", rooms: &[], outside: None },
    pure("tlog", &["note"], &["base64", "sha2", "thiserror"]),
    Room {
        name: "depositary",
        rooms: &["text", "model", "journal", "engine", "query", "note", "seal", "tlog", "store"],
        outside: None,
    },
    Room {
        name: "web",
        rooms: &[
            "depositary",
            "query",
            "publish",
            "journal",
            "charter",
            "model",
            "note",
            "seal",
            "tlog",
        ],
        outside: None,
    },
    Room {
        name: "cli",
        rooms: &[
            "text",
            "model",
            "charter",
            "journal",
            "engine",
            "query",
            "publish",
            "web",
            "depositary",
            "note",
            "seal",
            "store",
            "tlog",
        ],
        outside: None,
    },
    Room {
        name: "testkit",
        rooms: &["text", "model", "charter", "journal", "engine", "query", "publish"],
        outside: None,
    },
];

const OURS: &str = "servanda-";

/// Returns every arrow that is not on the plan.
pub(crate) fn check(metadata: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for package in list(metadata, "packages") {
        let name = word(package, "name");
        let Some(name) = name.strip_prefix(OURS).filter(|name| *name != "bench") else {
            continue;
        };
        let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
            found.push(format!(
                "the room `{name}` is not on the plan in `xtask/src/tidy/arrows.rs`"
            ));
            continue;
        };
        let normal =
            list(package, "dependencies").filter(|used| used.get("kind") == Some(&Value::Null));
        normal.for_each(|used| found.extend(arrow(room, word(used, "name"))));
    }
    found
}

fn arrow(room: &Room, used: &str) -> Option<String> {
    let is_planned = match used.strip_prefix(OURS) {
        Some(used) => room.rooms.contains(&used),
        None => room.outside.is_none_or(|outside| outside.contains(&used)),
    };
    (!is_planned).then(|| format!("`{}` may not use `{used}`", room.name))
}

/// Returns what is amiss about programs: there is one under `crates/`, and it is `servanda`.
pub(crate) fn programs(metadata: &Value) -> Vec<String> {
    let mut named = Vec::new();
    for package in list(metadata, "packages") {
        if !word(package, "manifest_path").contains("/crates/") {
            continue;
        }
        let programs = list(package, "targets")
            .filter(|target| list(target, "kind").any(|kind| kind.as_str() == Some("bin")));
        named.extend(programs.map(|target| word(target, "name")));
    }
    let is_one = named == ["servanda"];
    if is_one { Vec::new() } else { vec![format!("the programs under `crates/` are {named:?}")] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_that_turns_round_is_found() {
        let text = r#"{"packages":[{"name":"servanda-engine","dependencies":[
            {"name":"servanda-text","kind":null},{"name":"servanda-testkit","kind":"dev"},
            {"name":"tokio","kind":null}]}]}"#;
        let metadata = serde_json::from_str(text).unwrap();
        let expected = ["`engine` may not use `servanda-text`", "`engine` may not use `tokio`"];
        assert_eq!(check(&metadata), expected);
    }
}
