//! Lines, indentation, tokens with positions, a tree that loses nothing, the formatter, diagnostics.
