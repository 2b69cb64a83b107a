//! Scenario runner, naive second engine and generators, for tests only.
