//! Journal text to acts and back.
