"""Studies: what a researcher asks, and what a participant saw, agreed to and can take back.

    study.toml --check, sign--> study file --verify, read--> Study
    Study + the person's own table + consent --gather--> rows --seal--> contribution --hand in--> receipt

The researcher's half, from contributions to releases, is `labormeter.pool`.
"""
