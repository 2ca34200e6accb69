"""Who was paid how much for the same act: rates, books, lenses and worth.

    rates --book, reading--> calendar --cells--> worth

All but `shelf`, which reads files, is pure. Amounts are exact fractions until the calendar rounds
a rate, once, to whole millionths of a currency; from there on only whole numbers are added.
"""
