//! The servanda program.
