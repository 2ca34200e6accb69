"""Views: widgets that show presenters."""
