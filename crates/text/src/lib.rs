//! Lines, indentation, tokens with positions, the formatter and diagnostics.
//!
//! This room knows no word of treaties. It turns bytes into lines of tokens that lose nothing,
//! and says with place, cause and hint where it cannot. `docs/formats/text.md` is its specification.
#![warn(missing_docs)]

mod cursor;
mod diagnostic;
mod format;
mod pieces;
mod reader;
mod scan;
mod suggest;
mod token;
mod tree;
mod twice;

pub use cursor::{Cursor, Step};
pub use diagnostic::{CODES, Diagnostic, Lines, Place};
pub use format::format;
pub use pieces::pieces;
pub use reader::{Reader, decode};
pub use suggest::{nearest, nearest_code};
pub use token::{Kind, Span, Token};
pub use tree::{Line, LineKind, Node, Tree};

/// The longest line that is read, in bytes.
pub const LINE_BYTES_MAX: usize = 65_536;
/// The deepest nesting that is read.
pub const DEPTH_MAX: u8 = 12;
