//! The nouns of a collective-security organisation as values with their invariants.
