"""Packs of rules: what a platform's exchanges mean, and how acts are made of them.

pack file --load--> Packs --need--> what of an exchange is read
                          --match--> candidates --settle--> acts
"""
