"""labormeter: meters a person's unpaid digital labour."""

__version__ = "0.1.0"
