//! People's journeys through the pages, walked in a real browser.

use crate::debian;
use crate::run::judged;
use crate::served::Served;
use crate::tally::{Tally, Verdict};
use crate::verifier;
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the journeys are, and what they share.
const PLACES: [&str; 2] = ["crates/web/journeys", "docs/demo"];
const SHARED: [&str; 2] = ["house.mjs", "players.mjs"];
/// What names the packages, and each version of them.
const LISTS: [&str; 2] = ["package.json", "package-lock.json"];

/// Serves the record and walks every journey over it; pictures are kept in `target/browser`.
pub(crate) fn run(tally: &mut Tally) -> Result<()> {
    let root = servanda_testkit::root();
    let tools = match tools(&root) {
        Ok(tools) => tools,
        Err(why) => {
            tally.note("journeys in a browser", &Verdict::Failed(vec![why]));
            return Ok(());
        }
    };
    let directory = root.join("target/browser");
    if directory.exists() {
        std::fs::remove_dir_all(&directory).context("could not remove `target/browser`")?;
    }
    let served = Served::start(&directory.join("log"))?;
    // Without it a journey that verifies says so, and walks the rest.
    let python = verifier::python(&root.join("target/tools/python")).ok();
    for journey in journeys(&root)? {
        let mut command = Command::new("node");
        command
            .arg(root.join(&journey))
            .env("SERVANDA_ADDRESS", served.address())
            .env("SERVANDA_PROGRAM", served.program())
            .env("SERVANDA_CHROMIUM", &tools.browser)
            .env("SERVANDA_JOURNEY_TOOLS", &tools.packages)
            .env("SERVANDA_PICTURES", directory.join("pictures"));
        if let Some(python) = &python {
            command.env("SERVANDA_PYTHON", python);
        }
        tally.note(&journey, &judged(&mut command)?);
    }
    tally.note("the server ended when told", &served.stop()?);
    Ok(())
}

/// Lists the journeys by their paths from the root.
fn journeys(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for place in PLACES {
        let Ok(listed) = std::fs::read_dir(root.join(place)) else { continue };
        for entry in listed {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.ends_with(".mjs") && !SHARED.contains(&name.as_str()) {
                found.push(format!("{place}/{name}"));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A browser, and the packages by which a journey drives it.
struct Tools {
    browser: PathBuf,
    packages: PathBuf,
}

fn tools(root: &Path) -> Result<Tools, String> {
    debian::installed("node", &["nodejs", "npm"])?;
    debian::installed("npm", &["npm"])?;
    let browser = debian::installed("chromium", &["chromium"])?;
    let packages = root.join("target/tools/journeys");
    let own = root.join("crates/web/journeys");
    let read = |path: PathBuf| std::fs::read(path).ok();
    let is_same = LISTS.iter().all(|list| read(packages.join(list)) == read(own.join(list)));
    if is_same && packages.join("node_modules/.package-lock.json").is_file() {
        return Ok(Tools { browser, packages });
    }
    std::fs::create_dir_all(&packages).map_err(|error| error.to_string())?;
    // What they list is kept last, so that a broken installing is done anew.
    for list in LISTS {
        std::fs::copy(own.join(list), packages.join(list)).map_err(|error| error.to_string())?;
    }
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
    debian::run(Command::new("npm").args(arguments).current_dir(&packages))?;
    Ok(Tools { browser, packages })
}
