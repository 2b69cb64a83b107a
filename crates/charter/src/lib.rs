//! Charter text to law, and amendment text to a law patch.
