"""The wage statement: what was done for a platform in a period, at which rates, and how it is known.

    cells, calendar, spans --account--> Statement --page--> HTML --labormeter_ui.printing--> PDF

All here is pure.
"""
