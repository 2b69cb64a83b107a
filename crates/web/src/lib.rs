//! Pages for people over a read-only record.
