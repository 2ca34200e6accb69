"""Plaza, the practice site: a small social site of ours, on this computer alone.

It is the first-run check, the workshop's playground and the self-test. It is reached as
`practice.labormeter.test` through the real browser, the real proxy and the real ledger, counts for
itself what it accepted, and forgets everything when it stops.
"""
