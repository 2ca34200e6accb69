"""The room: a workshop lays its ledgers side by side, offline, and nobody's name is asked.

    room file --> cards --taking--> seats --deal--> comparison --sheet--> report

Seats are other people's files: they are read in another process, and what is kept of them is
numbers. `compare`, `deal`, `seat` and `sheet` are pure.
"""
