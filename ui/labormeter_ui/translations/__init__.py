"""Translations by Qt Linguist: `python -m labormeter_ui.translations update|build|check`."""
