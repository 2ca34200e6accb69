"""Presenters: what the window shows, as state and signals, without a widget."""
