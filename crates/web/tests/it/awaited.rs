//! What is awaited of each of several, what stands first of it, and what was said already.

use crate::client::page;
use crate::hall::Hall;

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"
party KAZ \"Kazakhstan\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Entry into force\"
  evidence official-text
  signature definitive
  in-force each on deposit
  membership of league by pact
article pact.2 \"Help\"
  evidence official-text
  procedure help \"Help\"
    name ru \"Помощь\"
    opened by member
    step consent by each other member of all within 5 days
";

const JOURNAL: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM, BLR, KAZ
2026-11-20 request \"Water\" by ARM #water
  opens help
2026-11-21 statement by BLR #answer
  on #water consent
";

fn hall() -> Hall {
    Hall::with(CHARTER, JOURNAL, |_| {})
}

#[test]
fn a_step_of_each_says_so_and_whom_it_still_awaits() {
    let hall = hall();
    for path in ["/matters/water", "/docket"] {
        let text = hall.get(path).text;
        assert!(text.contains("Still awaited: "), "{path}: {text}");
        let awaited = text.split("Still awaited: ").nth(1).unwrap().split("</p>").next().unwrap();
        assert!(awaited.contains(">KAZ<") || awaited.contains(">Kazakhstan<"), "{awaited}");
        assert!(!awaited.contains("Belarus"), "{awaited}");
    }
    assert!(hall.get("/matters/water").text.contains("each other member: each of them"));
    let russian = hall.get("/matters/water?lang=ru").text;
    for part in ["<h1>Помощь</h1>", "каждый из них", "Ещё ожидается: "]
    {
        assert!(russian.contains(part), "{part}: {russian}");
    }
}

#[test]
fn what_is_near_stands_first_and_what_was_said_is_told() {
    let hall = hall();
    let text = hall.get("/today/KAZ").text;
    let (soon, days) = (text.find("Within 7 days"), text.find("3 days left"));
    assert!(soon.is_some() && soon < days, "{text}");
    assert!(!text.contains("What it has said"), "{text}");
    let text = hall.get("/today/BLR").text;
    assert!(text.contains("What it has said in steps that still run"), "{text}");
    assert!(!text.contains("Within 7 days"), "{text}");
}

#[test]
fn a_page_with_a_table_leads_to_it_as_csv() {
    for path in [
        "/status/cst",
        "/members/csto",
        "/treaties",
        "/organs",
        "/states/KAZ",
        "/obligations/KAZ",
        "/today/KAZ",
        "/docket",
        "/chair/csc",
        "/office/secretary-general",
        "/timeline",
        "/sessions/csc",
        "/disputes",
        "/findings",
        "/sources",
        "/tables",
        "/diff?before=1999-04-20&after=1999-04-21",
    ] {
        let text = page(path);
        let links = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let csv: Vec<String> = links
            .filter(|link| link.contains("format=csv"))
            .map(|link| link.replace("&amp;", "&"))
            .collect();
        assert!(!csv.is_empty(), "{path}");
        for link in csv {
            let table = crate::client::get(&link);
            assert!(table.header("content-type").starts_with("text/csv"), "{link}: {}", table.text);
            assert!(table.text.lines().count() > 1, "{link}: {}", table.text);
        }
    }
    let steps = hall().get("/api/v1/matters/water?format=csv").text;
    assert!(steps.starts_with("step,by,stands,act,when,what,under,sources\r\n"), "{steps}");
}
