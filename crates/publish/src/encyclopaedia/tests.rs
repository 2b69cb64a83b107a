//! The row of an account is read as text with all its traps, and written back.

use super::*;

const ROW: &str = "Text above, cut off on February 4, 2009\n\nINSERT INTO `wiki_article`(`id`, `article_id`, `title`, `article`, `img_url`) VALUES ('NULL()','Имя_статьи','A title','','')";

#[test]
fn the_row_of_the_account_is_read_with_all_its_traps() {
    let parsed = parse(ROW).unwrap();
    let [row] = parsed.rows.as_slice() else { panic!("one row") };
    assert_eq!(row.table, "wiki_article");
    assert_eq!(row.cell("id"), Some(&Literal::Text("NULL()".to_owned())));
    assert_eq!(row.cell("article"), Some(&Literal::Text(String::new())));
    let Some(Literal::Text(slug)) = row.cell("article_id") else { panic!("a slug") };
    assert_eq!(name_of_slug(slug), "Имя статьи");
    let [left] = parsed.left_out.as_slice() else {
        panic!("the text above is said to be left out")
    };
    assert_eq!(left.line, 1);
}

#[test]
fn quotes_are_read_in_both_forms() {
    let parsed = parse(r"INSERT INTO t(a, b) VALUES ('it''s', 'it\'s \\ \n');").unwrap();
    let cells: Vec<_> = parsed.rows[0].cells.iter().map(|(_, literal)| literal.clone()).collect();
    assert_eq!(cells, [Literal::Text("it's".into()), Literal::Text("it's \\ \n".into())]);
}

#[test]
fn nothing_but_literals_is_read() {
    for (text, expected) in [
        ("INSERT INTO t(a) VALUES (SLEEP(9));", "a string, a whole number or NULL"),
        ("INSERT INTO t(a) VALUES (NULL());", "`)` is expected"),
        ("INSERT INTO t(a) VALUES ('x' || 'y');", "`)` is expected"),
        ("INSERT INTO t(a) VALUES ((SELECT 1));", "a string"),
        ("INSERT INTO t(a) VALUES (0x41);", "a whole number"),
        ("INSERT INTO t(a) VALUES (1.5);", "a whole number"),
        ("INSERT INTO t(a) VALUES ('x') ON DUPLICATE KEY UPDATE a = 1;", "the statement ends"),
        ("INSERT INTO t(a, b) VALUES ('x');", "1 values for 2 columns"),
        ("INSERT INTO t(a, a) VALUES ('x', 'y');", "named twice"),
        ("INSERT INTO t(a) SELECT * FROM u;", "`VALUES` is expected"),
        ("INSERT INTO t(a) VALUES ('x", "does not end"),
        ("INSERT INTO t(a) VALUES ('x\\", "does not end"),
        ("INSERT INTO `t(a) VALUES ('x');", "does not end"),
        ("INSERT INTO t() VALUES ();", "a name"),
        ("INSERT INTO t(a) VALUES (-);", "a whole number"),
    ] {
        let fault = parse(text).unwrap_err();
        assert!(fault.message.contains(expected), "{text}: {}", fault.message);
    }
}

#[test]
fn what_follows_a_statement_is_left_out_and_said() {
    let parsed =
        parse("INSERT INTO t(a) VALUES ('x'); DROP TABLE t;\n-- INSERT INTO t(a) VALUES ('y')\n")
            .unwrap();
    assert_eq!(parsed.rows.len(), 1);
    let [left] = parsed.left_out.as_slice() else { panic!("one part is left out") };
    assert!(left.what.contains("letters"));
}

#[test]
fn a_row_survives_the_round_trip() {
    // A small generator of its own: the texts that matter are made of few letters.
    let letters: Vec<char> =
        "'\\`;()n0Z%_\n\r\t\0\u{8}\u{1a}\",-- Яաҳ\u{301}\u{1f30d}\u{202e}".chars().collect();
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    for round in 0..20_000 {
        let mut text = || (0..next(12)).map(|_| letters[next(letters.len())]).collect::<String>();
        let (table, first, second) = (format!("t{}", text()), text(), text());
        let row = Row {
            table,
            cells: vec![
                ("id".to_owned(), Literal::Null),
                (format!("c{}", text()), Literal::Text(first)),
                ("n".to_owned(), Literal::Number(format!("-{round}"))),
                ("z".to_owned(), Literal::Text(second)),
            ],
        };
        let printed = print(&row);
        let parsed = parse(&printed).unwrap_or_else(|fault| panic!("{printed:?}: {fault:?}"));
        assert_eq!((parsed.rows, parsed.left_out), (vec![row], vec![]), "{printed:?}");
    }
}

#[test]
fn damaged_texts_never_panic() {
    let whole: Vec<char> = format!("{ROW};").chars().collect();
    for cut in 0..whole.len() {
        let head: String = whole.iter().take(cut).collect();
        let without: String =
            whole.iter().enumerate().filter(|(index, _)| *index != cut).map(|(_, c)| *c).collect();
        let doubled: String = whole
            .iter()
            .enumerate()
            .flat_map(|(index, c)| std::iter::repeat_n(*c, if index == cut { 2 } else { 1 }))
            .collect();
        for text in [head, without, doubled] {
            match parse(&text) {
                Ok(parsed) => assert!(parsed.rows.len() <= 1),
                Err(fault) => assert!(!fault.message.is_empty() && fault.line > 0),
            }
        }
    }
}
