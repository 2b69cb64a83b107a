//! The files of the program: a style sheet, a mark, scripts, fonts, and digests that name bytes.

use axum::body::Bytes;
use servanda_publish::profile::style;
use sha2::{Digest as _, Sha256};

/// A file with its strong entity tag.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) bytes: Bytes,
    pub(crate) media: &'static str,
    pub(crate) tag: String,
}

/// The files of the program.
#[derive(Debug)]
pub(crate) struct Assets {
    pub(crate) style: File,
    /// The style sheet of the profile.
    pub(crate) profile: File,
    pub(crate) mark: File,
    /// The script of the desk.
    pub(crate) desk: File,
    /// The script of the ledger.
    pub(crate) ledger: File,
    /// The script of pages that are live.
    pub(crate) live: File,
    /// The script of the reference.
    pub(crate) reference: File,
    /// The letters of Russian and of the languages that write with more of them.
    pub(crate) serif: File,
    pub(crate) sans: File,
    /// The letters of Armenian.
    pub(crate) serif_armenian: File,
    pub(crate) sans_armenian: File,
    /// The licence of the fonts.
    pub(crate) licence: File,
}

impl File {
    /// Makes a file of a text.
    pub(crate) fn of_text(text: &'static str, media: &'static str) -> Self {
        Self::of(Bytes::from_static(text.as_bytes()), media)
    }

    fn of(bytes: Bytes, media: &'static str) -> Self {
        let tag = tag(&bytes);
        Self { bytes, media, tag }
    }
}

impl Assets {
    pub(crate) fn new() -> Self {
        let of_bytes = |bytes: &'static [u8], media| File::of(Bytes::from_static(bytes), media);
        let file = File::of_text;
        let font = |bytes: &'static [u8]| of_bytes(bytes, "font/woff2");
        Self {
            style: file(include_str!("../assets/style.css"), "text/css; charset=utf-8"),
            profile: File::of(Bytes::from(style()), "text/css; charset=utf-8"),
            mark: file(include_str!("../assets/mark.svg"), "image/svg+xml"),
            desk: file(include_str!("../assets/desk.js"), "text/javascript; charset=utf-8"),
            ledger: file(include_str!("../assets/ledger.js"), "text/javascript; charset=utf-8"),
            live: file(include_str!("../assets/live.js"), "text/javascript; charset=utf-8"),
            reference: file(include_str!("../assets/api.js"), "text/javascript; charset=utf-8"),
            serif: font(include_bytes!("../assets/fonts/serif-cyrillic-1.woff2")),
            sans: font(include_bytes!("../assets/fonts/sans-cyrillic-1.woff2")),
            serif_armenian: font(include_bytes!("../assets/fonts/serif-armenian-1.woff2")),
            sans_armenian: font(include_bytes!("../assets/fonts/sans-armenian-1.woff2")),
            licence: file(include_str!("../assets/fonts/OFL.txt"), "text/plain; charset=utf-8"),
        }
    }
}

/// Returns the strong entity tag of bytes.
pub(crate) fn tag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONTS: [&str; 4] = [
        "serif-cyrillic-1 \"2dd523a791c5abb7113e6e5f2bf6c73d\"",
        "sans-cyrillic-1 \"07e25f0e43f3dc485ddd4380b2de6ade\"",
        "serif-armenian-1 \"f54f2434dc35d2c80501ccfa5435dffb\"",
        "sans-armenian-1 \"6efa15578c9d037cc98e6cd27a6328fd\"",
    ];

    /// A font is kept by browsers for a year: one that changes gets another number in its name, and
    /// its line here another digest.
    #[test]
    fn a_font_that_changes_changes_its_name() {
        let assets = Assets::new();
        let named = [
            ("serif-cyrillic-1", &assets.serif),
            ("sans-cyrillic-1", &assets.sans),
            ("serif-armenian-1", &assets.serif_armenian),
            ("sans-armenian-1", &assets.sans_armenian),
        ];
        let told: Vec<String> =
            named.iter().map(|(name, font)| format!("{name} {}", font.tag)).collect();
        assert_eq!(told, FONTS);
        let licence = include_str!("../assets/fonts/OFL.txt");
        for (name, font) in named {
            assert!(font.bytes.starts_with(b"wOF2") && font.bytes.len() < 20_000, "{name}");
            assert!(licence.contains(&format!("{name}.woff2")), "{name}");
            assert!(include_str!("../assets/style.css").contains(&format!("/fonts/{name}.woff2")));
        }
    }
}
