//! What the map and its boundary file must show.

use super::*;

const SMALL_FILE: &str = "boundaries 1
source \"a test\"
licence \"none\"
view \"the view of a test\"

shape ARM
  ring
    4400,4000 4600,4000 4600,4200 4400,4200

shape RUS
  ring
    3000,5000 17900,5000 17900,7000 3000,7000
  ring
    -17900,6500 -17000,6500 -17000,6600 -17900,6600
";

fn shades(pairs: &[(&str, Shade)]) -> BTreeMap<String, Shade> {
    pairs.iter().map(|(code, shade)| ((*code).to_owned(), *shade)).collect()
}

#[test]
fn a_boundary_file_survives_the_round_trip() {
    let read = parse(SMALL_FILE).unwrap();
    assert_eq!(parse(&print(&read)).unwrap(), read);
    assert_eq!(read.shapes.len(), 2);
}

#[test]
fn a_damaged_file_says_where_and_what_would_be_right() {
    for (damaged, line) in [
        ("", 1),
        ("shape ARM", 1),
        ("boundaries 1\n1,2", 2),
        ("boundaries 1\nring", 2),
        ("boundaries 1\nshape ARM\nshape ARM", 3),
        ("boundaries 1\nshape ARM\nring\n1,x", 4),
        ("boundaries 1\nshape ARM\nring\n99999,1", 4),
        ("boundaries 1\nview none", 2),
        ("boundaries 1\nshape \u{0}", 2),
    ] {
        let faults = parse(damaged).unwrap_err();
        assert_eq!(faults.first().unwrap().line, line, "{damaged:?}");
    }
}

#[test]
fn every_cut_of_a_file_is_read_or_refused_without_a_panic() {
    for end in 0..SMALL_FILE.len() {
        let read = parse(SMALL_FILE.get(..end).unwrap());
        assert!(read.is_ok() || !read.unwrap_err().is_empty());
    }
}

#[test]
fn each_state_is_shaded_as_it_stands_and_the_far_east_stays_in_the_east() {
    let read = parse(SMALL_FILE).unwrap();
    let shades = shades(&[("ARM", Shade::Member), ("RUS", Shade::Suspended)]);
    let svg =
        render(&read, &Locator { title: "Map <of> members", day: "2001-01-01", shades: &shades });
    assert!(svg.contains("data-code=\"ARM\" data-shade=\"member\""));
    assert!(svg.contains("data-code=\"RUS\" data-shade=\"suspended\""));
    assert!(svg.contains("Map &lt;of&gt; members") && svg.contains("the view of a test"));
    // 179° west lies two degrees east of 179° east: about eight units.
    assert!(svg.contains("M749 100"), "{svg}");
    assert!(!svg.contains("M-"));
}
