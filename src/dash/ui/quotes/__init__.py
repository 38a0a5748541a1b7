"""The quotes: statements as rows, the exchange by topic, and where accounts differ."""
