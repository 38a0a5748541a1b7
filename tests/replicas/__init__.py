"""Two replicas behind a real HAProxy, with the file in deploy/ that hosts start from.

`uv run --all-groups python -m tests.replicas` measures runs a second through it
against one server alone, and kills one replica under load. The tests do the
same small, and let a browser upload, download and come back through it.
"""
