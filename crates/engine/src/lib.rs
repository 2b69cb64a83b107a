//! Judge, admit, apply, timers and fold: what follows from an act under a law.
