"""The rules of the contract that look at two cells, or at two tables."""
