"""The subcommands of `python -m dash`, a module each; dash.__main__ lists them."""
