"""The ledger: the only place that speaks SQL; docs/ledger.md explains every table."""
