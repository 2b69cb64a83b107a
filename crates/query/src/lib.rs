//! Questions to a history.
