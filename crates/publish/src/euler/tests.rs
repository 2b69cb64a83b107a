//! Every drawing is measured from its own figure; the post-Soviet organisations are the example.

use super::*;

const STATES: [(&str, &str); 15] = [
    ("ARM", "Armenia"),
    ("AZE", "Azerbaijan"),
    ("BLR", "Belarus"),
    ("EST", "Estonia"),
    ("GEO", "Georgia"),
    ("KAZ", "Kazakhstan"),
    ("KGZ", "Kyrgyzstan"),
    ("LVA", "Latvia"),
    ("LTU", "Lithuania"),
    ("MDA", "Moldova"),
    ("RUS", "Russia"),
    ("TJK", "Tajikistan"),
    ("TKM", "Turkmenistan"),
    ("UKR", "Ukraine"),
    ("UZB", "Uzbekistan"),
];
const ENTITIES: [(&str, &str); 4] = [
    ("x-abkhazia", "Abkhazia"),
    ("x-artsakh", "Republic of Artsakh"),
    ("x-south-ossetia", "South Ossetia"),
    ("x-transnistria", "Transnistria"),
];
type Row = (&'static str, &'static str, &'static str, &'static str);
const YEAR_2021: [Row; 9] = [
    ("cis", "CIS", "Commonwealth of Independent States", "ARM AZE BLR KAZ KGZ MDA RUS TJK UZB"),
    ("csto", "CSTO", "Collective Security Treaty Organization", "ARM BLR KAZ KGZ RUS TJK"),
    ("eaeu", "EAEU", "Eurasian Economic Union", "ARM BLR KAZ KGZ RUS"),
    ("union-state", "Union State", "Union State of Russia and Belarus", "BLR RUS"),
    ("guam", "GUAM", "Organization for Democracy and Economic Development", "AZE GEO MDA UKR"),
    (
        "cis-fta",
        "CIS FTA",
        "Commonwealth of Independent States Free Trade Area",
        "ARM BLR KAZ KGZ MDA RUS TJK UKR UZB",
    ),
    ("sco", "SCO", "Shanghai Cooperation Organisation, of these states", "KAZ KGZ RUS TJK UZB"),
    ("baltic", "Baltic Assembly", "Baltic Assembly", "EST LVA LTU"),
    (
        "cdrn",
        "CDRN",
        "Community for Democracy and Rights of Nations",
        "x-abkhazia x-artsakh x-south-ossetia x-transnistria",
    ),
];
const YEAR_2000: [Row; 7] = [
    (
        "cis",
        "CIS",
        "Commonwealth of Independent States",
        "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB",
    ),
    ("cst", "CST", "Collective Security Treaty", "ARM BLR KAZ KGZ RUS TJK"),
    ("eaec", "EAEC", "Eurasian Economic Community, as signed", "BLR KAZ KGZ RUS TJK"),
    ("union-state", "Union State", "Union State of Russia and Belarus", "BLR RUS"),
    ("guuam", "GUUAM", "GUUAM", "AZE GEO MDA UKR UZB"),
    ("shanghai", "Shanghai Five", "Shanghai Five, of these states", "KAZ KGZ RUS TJK"),
    ("baltic", "Baltic Assembly", "Baltic Assembly", "EST LVA LTU"),
];

fn polities() -> Vec<Polity<'static>> {
    let polity = |standing| move |(code, name): (_, _)| Polity { code, name, standing };
    let states = STATES.into_iter().map(polity(Standing::State));
    states.chain(ENTITIES.into_iter().map(polity(Standing::Entity))).collect()
}

fn organizations(rows: &[Row], polities: &[Polity<'_>]) -> Vec<Organization<'static>> {
    let place = |code: &str| polities.iter().position(|polity| polity.code == code).unwrap();
    let read = |(id, short, title, members): &Row| Organization {
        id,
        short,
        title,
        members: members.split_whitespace().map(place).collect(),
    };
    rows.iter().map(read).collect()
}

fn scene<'a>(polities: &'a [Polity<'a>], organizations: &'a [Organization<'a>]) -> Scene<'a> {
    Scene { title: "Who stands where", note: "", polities, organizations }
}

/// Asserts that the figure, read back from its own numbers, shows exactly the memberships.
fn check(scene: &Scene<'_>) -> String {
    let drawing = arrange(scene).unwrap_or_else(|obstacle| panic!("{obstacle}"));
    let svg = render(scene, &drawing);
    let seen = read_back(&svg).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(seen.inside(), memberships(scene), "{svg}");
    assert_eq!(seen.clashes(), [], "{svg}");
    assert!(!svg.contains("=\"-") && !svg.contains("NaN"), "{svg}");
    svg
}

#[test]
fn the_organizations_of_2021_are_drawn_exactly() {
    let polities = polities();
    let organizations = organizations(&YEAR_2021, &polities);
    let title = "Organisations of the post-Soviet space, end of 2021";
    let note = "Memberships as recorded; the sources stand beside each act.";
    check(&Scene { title, note, ..scene(&polities, &organizations) });
}

#[test]
fn the_organizations_of_2000_are_drawn_exactly() {
    let polities: Vec<_> =
        polities().into_iter().filter(|p| p.standing == Standing::State).collect();
    let organizations = organizations(&YEAR_2000, &polities);
    check(&Scene {
        title: "Organisations of the post-Soviet space, end of 2000",
        ..scene(&polities, &organizations)
    });
}
