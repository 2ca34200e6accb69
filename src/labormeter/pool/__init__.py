"""The pool of a study: contributions in, releases out; on a laptop, or on an engine that exists.

    contributions --ingest--> Parquet (cells, people) --queries (Ibis)--> answers --release--> tables

Everything needs the extra `labormeter[research]`. Nothing here imitates a distributed engine: the
same expressions run on DuckDB, SQLite, Spark and Spark Connect, and give the same answers by hash.
"""
